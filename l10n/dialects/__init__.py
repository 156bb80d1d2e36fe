"""Slide dialects: which stretches of a text are slides, notes, code, and which are Markdown.

A dialect is a module-level object that satisfies ``Dialect``, most of them a ``base.Plain``. It is listed in
``table``, and in ``engines`` by what its decks are known; that is all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.dialects.base import FLAVOURS, Dialect, Settings
    from l10n.dialects.cut import Cut, Refuses, Slice, SlideMarks, without_fillings
    from l10n.dialects.data import Data
    from l10n.dialects.detect import Mark, certain, marks_beside, marks_in
    from l10n.dialects.embedding import Place
    from l10n.dialects.engines import ENGINES, NAMES_BESIDE, Engine
    from l10n.dialects.fault import Fault, Kept, differences, place
    from l10n.dialects.front_matter import find_front_matter
    from l10n.dialects.grid_table import GridTable, columns, unsure
    from l10n.dialects.options import Option
    from l10n.dialects.quarto.dialect import Quarto
    from l10n.dialects.quarto.handed import handed
    from l10n.dialects.readable import ATTRIBUTES, free_values, with_any_words
    from l10n.dialects.remark.renderer import MARKED
    from l10n.dialects.renderer import Renderer
    from l10n.dialects.reveal.dialect import Reveal, RevealText
    from l10n.dialects.seams import Ends, Seams, Stretch, Version, joined, seams_of, stretches
    from l10n.dialects.shown import Shown, files_shown
    from l10n.dialects.table import DIALECTS
    from l10n.dialects.tokenizer import Attribute, HtmlTag, html_tags, xml_tags
else:
    __getattr__ = door(
        __name__,
        {
            "base": "Dialect FLAVOURS Settings",
            "cut": "Cut Refuses Slice SlideMarks without_fillings",
            "data": "Data",
            "detect": "Mark certain marks_beside marks_in",
            "embedding": "Place",
            "engines": "ENGINES Engine NAMES_BESIDE",
            "front_matter": "find_front_matter",
            "grid_table": "GridTable columns unsure",
            "tokenizer": "Attribute HtmlTag html_tags xml_tags",
            "options": "Option",
            "fault": "Fault Kept differences place",
            "remark.renderer": "MARKED",
            "readable": "ATTRIBUTES free_values with_any_words",
            "quarto.dialect": "Quarto",
            "quarto.handed": "handed",
            "renderer": "Renderer",
            "reveal.dialect": "Reveal RevealText",
            "shown": "Shown files_shown",
            "seams": "Ends Seams Stretch Version joined seams_of stretches",
            "table": "DIALECTS",
        },
    )
