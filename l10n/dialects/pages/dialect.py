"""Pages: one slide, one document; what stands on lines of its own is structure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from l10n.dialects.base import Plain
from l10n.dialects.commonmark.begins import note_what_is_below
from l10n.dialects.commonmark.definitions import definitions
from l10n.dialects.commonmark.harm import goes_on
from l10n.dialects.commonmark.letters import SIGN, letters
from l10n.dialects.commonmark.reader import (
    FOOTNOTES,
    OnSign,
    Reader,
    without_boxes,
    without_indented_code,
    without_lists,
)
from l10n.dialects.cut import Cut, Slice, SlideMarks
from l10n.dialects.front_matter import find_front_matter
from l10n.dialects.pages.harm import goes_on_to_pandoc, new_start, new_start_to_mkdocs
from l10n.dialects.pages.lines import LINES, TRAILING_LISTS
from l10n.dialects.renderer import Renderer
from l10n.markdown import BlockReader
from l10n.regex import regex

_ATTRIBUTES = r"\{:?[ ]*(?:[#.:][^{}\n]*|[\w-]+=[^{}\n]*)\}"
_MACROS = (
    rf"\^\[(?!\^)|\{{\{{[^{{}}\n]*\}}\}}|\{{%[^{{}}\n]*%\}}|\[\^[^\[\]\s]+\]:?|{_ATTRIBUTES}"
    r"|\{[\w:-]+\}(?=`)"
)
_UNSAFE_START = regex(r"\{|\$\$|@include|import\b|export\b|\(?(?:[a-zA-Z]|[ivx]+|[IVX]+|\d+)[.)]\Z")
_DEFINITIONS = OnSign(regex(r"(?:^|(?<=[ \t>]))[:~][ \t]", re.MULTILINE), definitions)
_READER = Reader(
    LINES,
    on_sign=(FOOTNOTES, _DEFINITIONS, OnSign(SIGN, letters)),
    finishes=(without_lists(TRAILING_LISTS), without_boxes, note_what_is_below),
)
_READERS = {"mdx": replace(_READER, always=(without_indented_code,))}
_COMMONMARK = Renderer(regex(_MACROS), new_start, within=goes_on, unsafe_start=_UNSAFE_START)
_FLAVOURS = {
    "commonmark": _COMMONMARK,
    "mkdocs": _COMMONMARK._replace(new_start=new_start_to_mkdocs),
    "pandoc": _COMMONMARK._replace(within=goes_on_to_pandoc),
    "mdx": Renderer(
        regex(rf"</?[a-zA-Z][^<>]*>|{_MACROS}|\{{[^{{}}\n]*\}}?|\}}|<"),  # both are run
        new_start,
        within=goes_on,
        unsafe_start=_UNSAFE_START,
    ),
}


class Markdown(Plain):
    """A dialect of pages."""

    name = "markdown"

    @property
    def renderer(self) -> Renderer:
        """That of the flavour."""
        return _FLAVOURS[self.settings.flavour]._replace(breaks=self.settings.breaks)

    def cut(self, text: str) -> Cut:
        """The whole text is one slide; front matter is no Markdown."""
        marks = SlideMarks(start=0, end=len(text))
        front = find_front_matter(text, self.settings.front_matter)
        masks = ((front.start, front.end),) if front else ()
        return Cut((marks,), (Slice(0, len(text), masks),), data=(front,) if front else ())

    @property
    def readers(self) -> Sequence[BlockReader]:
        """CommonMark's blocks, tables, and what stands on lines of its own."""
        return (_READERS.get(self.settings.flavour, _READER),)

    def has_own_lines(self, source: str) -> bool:
        """Whether there is a sign of what stands on lines of its own."""
        return self.settings.flavour == "mdx" or _READER.has_own_lines(source)


MARKDOWN = Markdown()
