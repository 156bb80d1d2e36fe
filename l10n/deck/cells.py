"""A cut whose drawn tables are read: each cell is a document, of lines that stand apart in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from l10n.deck.data.cutting import slide_of
from l10n.deck.view import View
from l10n.dialects import Cut, GridTable, Slice


def with_cells(cut: Cut, seen: View) -> tuple[Cut, View]:
    """The cut with a document for each cell, and a view in which that is of one piece."""
    if not cut.tables:
        return cut, seen
    behind = _Behind(seen.text)
    slices = [part for one in cut.slices for part in _parted(one, cut.tables, behind)]
    slides = list(cut.slides)
    shapes: dict[int, list[str]] = {}
    for table in cut.tables:
        shapes.setdefault(slide_of(slides, table.start), []).append(str(table.shape(seen.text)))
    for at, some in shapes.items():
        slides[at] = replace(slides[at], code=[*slides[at].code, *some])
    return cut._replace(slides=slides, slices=tuple(slices)), behind.view(seen)


class _Behind:
    """What follows the text in the making."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = ["\0"]
        self.starts, self.origins = [0], [0]
        self.at = len(text) + 1

    def put(self, lines: Iterable[tuple[int, int]]) -> tuple[int, int]:
        """Put lines there, one below the other; where they are."""
        start = self.at
        for low, high in lines:
            self.pieces.append(f"{self.text[low:high]}\n")
            self.starts.append(self.at)
            self.origins.append(low)
            self.at += high - low + 1
        return start, self.at - 1

    def view(self, seen: View) -> View:
        """What is seen, and what is behind it."""
        return View(
            "".join([self.text, *self.pieces]),
            tuple(self.starts),
            tuple(self.origins),
            seen,
            len(self.text) + 1,
        )


def _parted(part: Slice, tables: Sequence[GridTable], behind: _Behind) -> Iterator[Slice]:
    """A document without the tables in it, and those of their cells."""
    first = bisect_right(tables, part.start - 1, key=lambda table: table.start)
    last = bisect_right(tables, part.end - 1, key=lambda table: table.start)
    within = [one for one in tables[first:last] if not _masked(one, part)]
    masks = sorted([*part.masks, *((table.start, table.end) for table in within)])
    yield part._replace(masks=tuple(masks))
    for table in within:
        for cell in table.cells(behind.text):
            start, end = behind.put(cell.lines)
            yield part._replace(start=start, end=end, masks=(), fillings=(), width=cell.width)


def _masked(table: GridTable, part: Slice) -> bool:
    at = bisect_right(part.masks, (table.start, table.end)) - 1
    return at >= 0 and table.start < part.masks[at][1]
