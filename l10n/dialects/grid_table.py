"""Grid tables, which Pandoc has people draw with ``+---+``: their cells, and what of them must stay."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import gcd
from typing import NamedTuple, Self

from l10n.regex import regex

_RULE = regex(r"\+(?::?(?:-+|=+):?\+)+")
_ACCENTS = regex("[\u0300-\u036f]")
_MARKS = frozenset({"Mn", "Me", "Mc", "Cf", "Cc"})
_SYMBOLS = "\u2300"
"""From here on only those symbols are sure that are two columns wide."""


def columns(text: str) -> int | None:
    """How many columns a text takes in a drawing; None where programs do not agree."""
    if text.isascii():
        return len(text) if text.isprintable() else None
    widths = list(map(_columns, text))
    return None if None in widths else sum(filter(None, widths))


def unsure(text: str) -> str | None:
    """The first sign of a text of which programs do not agree how wide it is; None if they do on all."""
    return next((sign for sign in text if sign != "\n" and _columns(sign) is None), None)


@cache
def _sure() -> re.Pattern[str]:
    """Signs of which the versions of Pandoc in use may agree how wide they are."""
    return re.compile(
        "[ -~\u00a0-\u10ff\u1e00-\u200a\u2010-\u22ff\u231a-\u27bf\u3001-\u303e\u3041-\u3247\u3400-\u4dbf"
        "\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60\U0001f300-\U0001f3fa\U0001f400-\U0001f64f\U0001f900-\U0001f9ff]"
    )


def _columns(sign: str) -> int | None:
    if _ACCENTS.match(sign):
        return 0
    if not _sure().match(sign) or (category := unicodedata.category(sign)) in _MARKS:
        return None
    if unicodedata.east_asian_width(sign) in "WF":
        return 2
    return None if sign >= _SYMBOLS and category.startswith("S") else 1


class Cell(NamedTuple):
    """A cell of a grid table."""

    lines: tuple[tuple[int, int], ...]
    """What of each line is its text."""
    width: int
    """Columns that there are for it, one of which stays blank."""


class GridTable(NamedTuple):
    """Where a table stands that is drawn: as a rectangle of columns and rows."""

    lines: tuple[tuple[int, ...], ...]
    """Of each line where its edges are: each ``+`` of a rule, each ``|`` that parts cells."""
    rules: tuple[int, ...]
    """The numbers of the lines that part rows."""

    @property
    def start(self) -> int:
        """Where its first sign is."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Behind its last sign."""
        return self.lines[-1][-1] + 1

    @property
    def rows(self) -> list[range]:
        """The numbers of the lines of each row."""
        return [range(above + 1, below) for above, below in pairwise(self.rules)]

    @property
    def widths(self) -> list[int]:
        """How many columns there are between edges."""
        return [right - left - 1 for left, right in pairwise(self.lines[0])]

    def moved(self, origin: Callable[[int], int]) -> Self:
        """The same in another text, where ``origin`` says that an offset is."""
        return type(self)(tuple(tuple(map(origin, edges)) for edges in self.lines), self.rules)

    def cells(self, text: str) -> Iterator[Cell]:
        """The cells that are not empty, row by row."""
        for row in self.rows:
            for column, width in enumerate(self.widths):
                ranges = [(self.lines[line][column] + 1, self.lines[line][column + 1]) for line in row]
                yield from _cell(text, ranges, width)

    def shape(self, text: str) -> tuple[object, ...]:
        """What no translation may change: its rows, the marks of rules, what widths are to each other."""
        rules = (pairwise(self.lines[rule]) for rule in self.rules)
        marks = [[_marks(text[left + 1 : right]) for left, right in rule] for rule in rules]
        whole = gcd(*(width + 1 for width in self.widths))
        return marks, tuple((width + 1) // whole for width in self.widths)


def _marks(piece: str) -> str:
    """The sign of a piece of a rule, between the colons that it has."""
    return re.sub(r"([-=])\1*", r"\1", piece)


def _cell(text: str, ranges: Sequence[tuple[int, int]], width: int) -> Iterator[Cell]:
    """A cell without the blanks around it: Pandoc drops one before each line, and all behind it."""
    lines = [text[start:end].rstrip(" ") for start, end in ranges]
    if any(lines):
        blank = all(line.startswith(" ") for line in lines if line)
        found = (
            (start + (blank and bool(line)), start + len(line))
            for (start, _), line in zip(ranges, lines, strict=True)
        )
        yield Cell(tuple(found), width - blank)


def read_grid_table(text: str, lines: Sequence[tuple[int, int]]) -> GridTable | None:
    """The table in those ranges of a text; None unless each of its lines has an edge of every column."""
    first = text[slice(*lines[0])]
    at = [match.start() for match in re.finditer(r"\+", first)]
    found: list[tuple[int, ...]] = []
    rules: list[int] = []
    for number, (start, end) in enumerate(lines):
        line = text[start:end].rstrip(" ")
        is_rule = line.startswith("+")
        edges = _edges(line, at)
        if edges is None or edges[-1] != len(line) - 1 or any(line[edge] != "|+"[is_rule] for edge in edges):
            return None
        if is_rule:
            if not _RULE.fullmatch(line) or line.count("+") != len(at) or (rules and rules[-1] == number - 1):
                return None
            rules.append(number)
        found.append(tuple(start + edge for edge in edges))
    return (
        GridTable(tuple(found), tuple(rules)) if rules[-1:] == [len(lines) - 1] and len(rules) > 1 else None
    )


def _edges(line: str, at: Sequence[int]) -> list[int] | None:
    """Where those columns are in a line; None if it is not so wide, or nobody knows."""
    if line.isascii() and line.isprintable():
        return list(at) if at[-1] < len(line) else None
    places: dict[int, int] = {}
    column = 0
    for offset, sign in enumerate(line):
        width = _columns(sign)
        if width is None:
            return None
        if width:
            places[column] = offset
        column += width
    return [places[one] for one in at] if all(one in places for one in at) else None
