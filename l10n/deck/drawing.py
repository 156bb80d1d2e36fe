"""Drawing a grid table anew, of which some messages were translated."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from l10n.dialects import GridTable, columns
from l10n.regex import regex


class Edit(NamedTuple):
    """A range of a text, and what stands there instead."""

    start: int
    end: int
    new: str


Cells = list[list[str]]
"""Of each cell of a row its lines."""


def redrawn(text: str, table: GridTable, edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits within the lines of cells, in order, as edits of the table: its rows that have any.

    If a text is too wide for its column, all are drawn, so many times wider that each column stays to the
    others, and so to the page, what it was.
    """
    rows = {row: _cells(text, table, row, edits) for row in table.rows}
    times = max(_times(cells, table.widths) for cells in rows.values())
    widths = [(width + 1) * times - 1 for width in table.widths]
    for row, cells in rows.items():
        first, last = table.lines[row[0]], table.lines[row[-1]]
        start, end = first[0], last[-1] + 1
        if times > 1 or _within(edits, start, end):
            joint = text[table.lines[row[0] - 1][-1] + 1 : start]
            yield Edit(start, end, joint.join(_lines(cells, widths)))
    if times > 1:
        for rule in table.rules:
            yield _rule(text, table.lines[rule], widths)


def _within(edits: Sequence[Edit], start: int, end: int) -> Sequence[Edit]:
    return edits[bisect_left(edits, (start,)) : bisect_left(edits, (end,))]


def _cells(text: str, table: GridTable, row: range, edits: Sequence[Edit]) -> Cells:
    ranges = ([(left + 1, right) for left, right in pairwise(table.lines[number])] for number in row)
    return [_cell(text, lines, edits) for lines in zip(*ranges, strict=True)]


def _cell(text: str, ranges: Sequence[tuple[int, int]], edits: Sequence[Edit]) -> list[str]:
    """The lines of a cell, without those at its end that have no text, nor those that have none any more."""
    lines: list[str] = []
    for start, end in ranges:
        within = _within(edits, start, end)
        new = list(_edited(text, start, end, within))
        lines += new if any(new) or not within else ()
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _edited(text: str, start: int, end: int, edits: Sequence[Edit]) -> Iterator[str]:
    """A line with what stands there instead, over lines as deep as its text."""
    line = ""
    for edit in edits:
        first, *more = edit.new.split("\n")
        line += text[start : edit.start]
        deep = _MARKS.sub(lambda mark: " " * (columns(mark[0]) or 0), line)
        line, start = line + first, edit.end
        for one in more:
            yield line.rstrip(" ")
            line = deep + one
    yield (line + text[start:end]).rstrip(" ")


_MARKS = regex("[^>]+")
"""What a line does not repeat that goes on with a text: all but the marks of quotes."""


def _times(cells: Cells, widths: Sequence[int]) -> int:
    """How many times wider columns must be."""
    needed = (
        (columns(line) or 0, width) for lines, width in zip(cells, widths, strict=True) for line in lines
    )
    return max((-(-(one + 1) // (width + 1)) for one, width in needed), default=1)


def _lines(cells: Cells, widths: Sequence[int]) -> Iterator[str]:
    for number in range(max(1, *map(len, cells))):
        lines = (cell[number] if number < len(cell) else "" for cell in cells)
        padded = (
            line + " " * (width - (columns(line) or 0)) for line, width in zip(lines, widths, strict=True)
        )
        yield f"|{'|'.join(padded)}|"


def _rule(text: str, edges: Sequence[int], widths: Sequence[int]) -> Edit:
    pieces = (text[left + 1 : right] for left, right in pairwise(edges))
    drawn = (_stretched(piece, width) for piece, width in zip(pieces, widths, strict=True))
    return Edit(edges[0], edges[-1] + 1, f"+{'+'.join(drawn)}+")


def _stretched(piece: str, width: int) -> str:
    """The line of a rule between two edges; colons stay at its ends."""
    sign = piece.strip(":")[:1]
    first, last = (":" if end == ":" else sign for end in (piece[0], piece[-1]))
    return f"{first}{sign * (width - 2)}{last}" if width > 1 else sign
