"""Markdown as text: what a message is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.markdown.anchors import pinned, slug
    from l10n.markdown.blanking import GONE, THING, in_place
    from l10n.markdown.brackets import CLASS, paired_brackets, partners
    from l10n.markdown.constructs import InlineSpan, SpanKind, blanked, shape, spans
    from l10n.markdown.emphasis import Emphasis
    from l10n.markdown.entities import ELEMENT, REMARK_TEXTAREA, TEXTAREA, Decoding, unescaped
    from l10n.markdown.inline import (
        MACRO,
        code_spans,
        has_prose,
        in_full,
        label,
        prose,
        unbreakable,
        without_code,
        words,
    )
    from l10n.markdown.reading import COMMONMARK, InlineReader
    from l10n.markdown.sentence_marks import FULL_STOPS, QUESTION_MARKS, SENTENCE_ENDS
    from l10n.markdown.sentences import is_some_of, part
    from l10n.markdown.tags import FORMATTING_TAG, FORMATTING_TAGS, INLINE_TAGS, TEXT_TAGS
    from l10n.markdown.targets import Localised, Target, changed_targets
    from l10n.markdown.titles import as_read
    from l10n.markdown.tokens import BlockReader, BlockToken, commonmark, is_text
else:
    __getattr__ = door(
        __name__,
        {
            "anchors": "pinned slug",
            "brackets": "CLASS paired_brackets partners",
            "constructs": "InlineSpan SpanKind blanked shape spans",
            "entities": "Decoding ELEMENT REMARK_TEXTAREA TEXTAREA unescaped",
            "emphasis": "Emphasis",
            "blanking": "GONE THING in_place",
            "inline": "MACRO code_spans has_prose in_full label prose unbreakable without_code words",
            "titles": "as_read",
            "reading": "COMMONMARK InlineReader",
            "sentence_marks": "FULL_STOPS QUESTION_MARKS SENTENCE_ENDS",
            "sentences": "is_some_of part",
            "tags": "FORMATTING_TAG FORMATTING_TAGS INLINE_TAGS TEXT_TAGS",
            "targets": "Localised Target changed_targets",
            "tokens": "BlockReader BlockToken commonmark is_text",
        },
    )
