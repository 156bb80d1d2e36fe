"""Where slides begin, their properties and their notes, as ``@slidev/parser`` finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from l10n.regex import regex

_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What JavaScript trims; in brackets of an expression."""
_BLANK = regex(rf"[{_SPACE}]*\Z")
_BLANKS = regex(rf"[{_SPACE}]*")
_RULE = regex(rf"---[{_SPACE}]*\Z")
_FENCE = regex(rf"[{_SPACE}]*```+")
_FRONT_MATTER = regex(r"---.*\n(?P<inner>[\s\S]*?)---")
_YAML_FENCE = regex(rf"[{_SPACE}]*(?P<mark>```)ya?ml(?P<inner>[\s\S]*?)```")


class RawSlide(NamedTuple):
    """One slide, in offsets of the text."""

    start: int
    end: int
    data: tuple[int, int]
    """From the first sign of what fences its properties to the last; empty, if it has none."""
    inner: tuple[int, int]
    """What is between those."""
    content: tuple[int, int]
    """Its Markdown."""
    note: tuple[int, int] | None
    """What is said in its note."""


def raw_slides(text: str) -> Iterator[RawSlide]:
    """The slides of a deck, in order; there is one at least."""
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for first, last in _ranges(lines):
        yield _slide(text, starts[first], min(max(starts[last] - 1, starts[first]), len(text)))


def _ranges(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first line of each slide, and the one behind its last."""
    start = at = 0
    hidden = False
    while at < len(lines):
        line = lines[at]
        if hidden or not (line.startswith("---") or _FENCE.match(line)):
            hidden = _hides(line, hidden)
        elif line.startswith("---"):
            if start != at:
                yield start, at
                start = at + 1
            if _has_properties(lines, at):
                start, at = at, _next(lines, at + 1, _RULE)
        else:
            at = _end_of_fence(lines, at)
        at += 1
    if start < len(lines):
        yield start, len(lines)


def _has_properties(lines: Sequence[str], at: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return lines[at][3:4] != "-" and not _BLANK.match(below)


def _next(lines: Sequence[str], at: int, sign: re.Pattern[str]) -> int:
    """The first line from there on that matches; the number of lines, if none does."""
    return next((number for number in range(at, len(lines)) if sign.match(lines[number])), len(lines))


def _end_of_fence(lines: Sequence[str], at: int) -> int:
    """The line that ends what a fence begins; that of the fence, if none does."""
    mark = _FENCE.match(lines[at])
    end = _next(lines, at + 1, re.compile(re.escape(mark.group()))) if mark else len(lines)
    return end if end < len(lines) else at


def _hides(line: str, hidden: bool) -> bool:
    """Whether a comment is open at the end of a line."""
    at = 0
    while at < len(line):
        sign = "-->" if hidden else "<!--"
        found = line.find(sign, at)
        if found < 0:
            return hidden
        at, hidden = found + len(sign), not hidden
    return hidden


def _slide(text: str, start: int, end: int) -> RawSlide:
    found = _FRONT_MATTER.match(text, start, end) or _YAML_FENCE.match(text, start, end)
    data = (start, start)
    if found:
        data = (found.start("mark") if "mark" in found.re.groupindex else start, found.end())
    content = _trimmed(text, data[1], end)
    note = _note(text, *content)
    if note:
        content = _trimmed(text, content[0], note[0])
    inner = found.span("inner") if found else data
    said = _trimmed(text, note[0] + len("<!--"), note[1] - len("-->")) if note else None
    return RawSlide(start, end, data, inner, content, said)


def _note(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the comment stands that a slide ends with, if it does."""
    at = -1
    while (opening := text.find("<!--", start, end)) >= 0:
        closing = text.find("-->", opening + len("<!--"), end)
        if closing < 0:
            return None
        at, start = opening, closing + len("-->")
    return (at, end) if at >= 0 and start == end else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    low = _BLANKS.match(text, start, end)
    start = low.end() if low else start
    while start < end and _BLANK.match(text, end - 1, end):
        end -= 1
    return start, end
