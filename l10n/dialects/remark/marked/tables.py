"""Tables, with a bar before the first cell or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.dialects.remark.lookups import WHITE
from l10n.dialects.remark.marked.level import Level
from l10n.dialects.remark.marked.tokens import Token
from l10n.regex import regex


class _Kind(NamedTuple):
    """How the lines of a table are known."""

    head: re.Pattern[str]
    alignments: re.Pattern[str]
    row: re.Pattern[str]
    barred: bool
    """Whether rows have bars around them that are none between cells."""


_ANY = "[^\u2028\u2029]"
_OPEN = _Kind(
    head=regex(rf" *+[^{WHITE}]{_ANY}*?\|{_ANY}*+\Z"),
    alignments=regex(r" *+[-:]++ *+\|[-| :]*+\Z"),
    row=regex(rf"[^|\u2028\u2029]*+\|{_ANY}*+\Z"),
    barred=False,
)
_BARRED = _Kind(
    head=regex(rf" *+\|{_ANY}++\Z"),
    alignments=regex(r" *+\| *+[-:]++[-| :]*+\Z"),
    row=regex(rf" *+\|{_ANY}*+\Z"),
    barred=True,
)
_ALIGNMENTS = (
    (regex(r"-++:\Z"), "right"),
    (regex(r":-++:\Z"), "center"),
    (regex(r":-++\Z"), "left"),
)

_Cell = tuple[int, int]
"""Where it begins and ends in its line."""


def open_table(level: Level, at: int) -> tuple[int, Sequence[Token]] | None:
    """The table whose head begins with a cell."""
    return _table(level, at, _OPEN) if "|" in level.lines[at] else None


def barred_table(level: Level, at: int) -> tuple[int, Sequence[Token]] | None:
    """The table whose head begins with a bar."""
    return _table(level, at, _BARRED)


def _table(level: Level, at: int, kind: _Kind) -> tuple[int, Sequence[Token]] | None:
    lines = level.lines
    if at + 2 >= len(lines) or not (kind.alignments.match(lines[at + 1]) and kind.head.match(lines[at])):
        return None
    end = at + 2
    while end < len(lines) and kind.row.match(lines[end]):
        end += 1
    return end, (*_told(level, at, end, kind),)


def _told(level: Level, at: int, end: int, kind: _Kind) -> Iterator[Token]:
    alignments = [_alignment(level.lines[at + 1][slice(*cell)]) for cell in _head(level.lines[at + 1], kind)]
    yield Token("table_open", "table", level.lines_of(at, end))
    yield Token("thead_open", "thead", level.lines_of(at, at + 1))
    yield from _row(level, at, "th", alignments, _head(level.lines[at], kind))
    yield Token("thead_close", "thead")
    yield Token("tbody_open", "tbody", level.lines_of(min(at + 2, end - 1), end))
    for line in range(at + 2, end):
        yield from _row(level, line, "td", alignments, _cells(level, line, end, kind))
    if end == at + 2:  # a table without rows shows an empty one
        yield from _row(level, at + 1, "td", alignments, [(0, 0)])
    yield Token("tbody_close", "tbody")
    yield Token("table_close", "table")


def _row(
    level: Level, at: int, tag: str, alignments: Sequence[str], cells: Sequence[_Cell]
) -> Iterator[Token]:
    yield Token("tr_open", "tr", level.lines_of(at, at + 1))
    for index, (start, end) in enumerate(cells):
        alignment = alignments[index] if index < len(alignments) else ""
        attributes = {"style": f"text-align:{alignment}"} if alignment else {}
        yield Token(f"{tag}_open", tag, attrs=attributes)
        yield level.stretch(at, start, end)
        yield Token(f"{tag}_close", tag)
    yield Token("tr_close", "tr")


def _alignment(cell: str) -> str:
    return next((name for pattern, name in _ALIGNMENTS if pattern.match(cell.strip(" "))), "")


def _head(line: str, kind: _Kind) -> Sequence[_Cell]:
    """The cells of the first two lines; a bar that is all there is parts two."""
    start = line.index("|") + 1 if kind.barred else 0
    return _split(line, start, max(start + 1, _without_bar(line, start)))


def _cells(level: Level, at: int, end: int, kind: _Kind) -> Sequence[_Cell]:
    """The cells of a row; the last row may lose two bars at its end, if a line follows."""
    line = level.lines[at]
    if not kind.barred:
        return _split(line, 0, len(line))
    last = at == end - 1 < len(level.lines) - 1
    stop = _without_bar(line, 0) if last else len(line)
    start = min(line.index("|") + 1, stop)
    return _split(line, start, _without_bar(line, start, stop))


def _without_bar(line: str, start: int, end: int | None = None) -> int:
    """Where the line ends without a bar that ends it."""
    bare = line[start:end].rstrip(" ")
    return start + len(bare.removesuffix("|"))


def _split(line: str, start: int, end: int) -> Sequence[_Cell]:
    bars = [at for at in range(start, end) if line[at] == "|"]
    return [*zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True)]
