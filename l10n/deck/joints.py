"""Lines that an engine puts together of several stretches of the text, and the way back to these.

A link definition that remark takes out leaves what stood around it in one block, if not on one line. No
translation may replace the definition, so each stretch of such a block is a message of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from l10n.deck.author import Note
from l10n.deck.items import Attribute, Block, Item, Untold


@dataclass(frozen=True)
class Joints:
    """What is gone from a document, and the stretches that stand in one line for it."""

    gone: Sequence[tuple[int, int]]
    """Ranges of the text, in order and apart."""
    holes: Sequence[tuple[int, int]]
    """Lines that are in no message, for the engine puts something else there; in order and apart."""
    behind: int
    """Where the text ends: offsets from there on are of the stretches, one behind the other."""
    stretches: Sequence[tuple[int, int]]

    def apart(self, item: Item) -> Iterator[Item]:
        """The same in offsets of the text; a block in as many as stand around what is gone."""
        if isinstance(item, Block):
            yield from self._blocks(item)
        elif isinstance(item, Note):
            yield replace(item, start=self._place(item.start))
        elif isinstance(item, Attribute):
            yield replace(item, start=self._place(item.start), end=self._place(item.end - 1) + 1)
        else:
            yield self.told(item)

    def join(self, text: str) -> bool:
        """Whether text stands around one of what is gone, with no empty line left."""
        return any(_line_ends(text, start, end) < _EMPTY_LINE for start, end in self.gone)

    def told(self, item: Untold) -> Untold:
        """The same text in offsets of the text, from its first stretch to its last."""
        return replace(item, start=self._place(item.start), end=self._place(item.end - 1) + 1)

    def left(self, text: str, start: int, end: int) -> str:
        """What is left of a range of ``text``, or of what is between two stretches."""
        at, stop = self._place(start - 1) + 1, self._place(end)
        parts: list[str] = []
        for low, high in self.gone[bisect_right(self.gone, at - 1, key=itemgetter(0)) :]:
            if low >= stop:
                break
            parts.append(text[at:low])
            at = high
        return "".join([*parts, text[at:stop]])

    def _blocks(self, block: Block) -> Iterator[Block]:
        groups: list[list[tuple[int, int]]] = []
        for line in block.lines:
            for start, end in self._pieces(*line):
                if self._is_hole(start, end):
                    continue
                if not groups or self._number(groups[-1][-1][1]) != self._number(start):
                    groups.append([])
                groups[-1].append((start, end))
        for lines in groups:
            goes_on = block.goes_on or lines is not groups[-1]
            yield replace(block, start=lines[0][0], end=lines[-1][1], lines=lines, goes_on=goes_on)

    def _number(self, offset: int) -> int:
        """How many parted the text before that place."""
        return sum(bisect_right(each, offset - 1, key=itemgetter(0)) for each in (self.gone, self.holes))

    def _is_hole(self, start: int, end: int) -> bool:
        at = bisect_right(self.holes, start, key=itemgetter(0)) - 1
        return at >= 0 and end <= self.holes[at][1]

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches that a range of one line consists of."""
        if start < self.behind:
            yield start, end
            return
        for index in range(bisect_right(self._starts, start) - 1, len(self.stretches)):
            at, (low, high) = self._starts[index], self.stretches[index]
            if at >= end:
                break
            yield low + max(start - at, 0), min(low + end - at, high)

    def _place(self, offset: int) -> int:
        pieces = self._pieces(offset, offset + 1)
        return next(pieces, (offset, offset))[0]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [*accumulate((high - low for low, high in self.stretches), initial=self.behind)]


_EMPTY_LINE = 2


def _line_ends(text: str, start: int, end: int) -> int:
    """How many there are right before a range and behind it, two at most on each side."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return len(before) - len(before.rstrip("\n")) + len(after) - len(after.lstrip("\n"))
