"""Comments that give attributes to the element before them, or to the slide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.markdown import InlineSpan, SpanKind, blanked, spans
from l10n.regex import regex

_FOR_ELEMENT = regex(r"<!--(?:(?!-->)[\s\S]){0,200}?\.element")
_BLOCK = regex(r"^(?:[ \t]*(?:[-+*]|\d+[.)]|#{1,6}|>)[ \t]|[ \t]*$)|(?<!\\)\|", re.MULTILINE)
"""Where a block begins on a line, or a cell in it."""
_MARKS = regex(r"[*_~<]+")
"""Also ``<``: the marked of reveal.js 5 looks for no emphasis between it and the end of the comment."""
_ESCAPED = regex(r"\\[!-/:-@\[-`{-~]")
_LONGEST = 4_000
"""Characters before a comment in which its element is looked for."""
_NO_ELEMENT = frozenset({SpanKind.TITLE, SpanKind.NUMBER, SpanKind.MARK, SpanKind.CLASS, SpanKind.MACRO})
_NO_TAG = regex(r"<(?:!--|br\b)", re.IGNORECASE)


def elements(text: str) -> list[str]:
    """What stands last before each comment for an element, of what makes elements within a block."""
    return [_last(_before(text, match.start())) for match in _FOR_ELEMENT.finditer(text)]


def _before(text: str, end: int) -> str:
    """What of the comment's block stands before it."""
    text = text[max(0, end - _LONGEST) : end]
    starts = [match.end() for match in _BLOCK.finditer(text) if text[match.end() :].strip()]
    return text[starts[-1] :] if starts else text


def _last(text: str) -> str:
    found = [one for one in spans(text) if one.kind not in _NO_ELEMENT and not _NO_TAG.match(one.value)]
    bare = _ESCAPED.sub("  ", blanked(text, _apart(found)))
    marks = list(_MARKS.finditer(bare))
    last = " ".join(_trail(found))
    if marks and (not found or marks[-1].start() >= found[-1].end):
        last = "emphasis"
    # Which marks pair up is another question to each version of marked, so all of them stay.
    return " ".join((*(mark.group() for mark in marks), last))


def _trail(found: list[InlineSpan]) -> Iterator[str]:
    """The last element; and what stands before a label, for that may lead nowhere, and be none."""
    for one in reversed(found):
        yield f"{one.kind} {one.value}"
        if one.kind is not SpanKind.LABEL:
            return


def _apart(found: list[InlineSpan]) -> Iterator[tuple[int, int]]:
    return ((one.start, one.end) for one in found)
