"""Two decks ready to be compared, and some of their blocks or slides taken for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from l10n.adopt.alignment.likelihood import Likelihood
from l10n.adopt.alignment.traits import Block, Page, Sketch

Item = TypeVar("Item", Block, Page)


class Runs(Generic[Item]):
    """Items of a sequence, or two in a row taken for one, each put together once."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Nothing is put together before it is asked for."""
        self.items: Sequence[Item] = items
        self.sums: dict[tuple[int, int], Item] = {}

    def __getitem__(self, ends: tuple[int, int]) -> Item:
        """The item, or both items, of the half-open range."""
        start, end = ends
        if end == start + 1:
            return self.items[start]
        if ends not in self.sums:
            self.sums[ends] = self.items[start].joined(self.items[start + 1])
        return self.sums[ends]


@dataclass(frozen=True)
class Pair:
    """A source deck and a translated deck, and what compares them."""

    source: Sketch
    target: Sketch
    likeness: Likelihood

    @classmethod
    def of(cls, source: Sketch, target: Sketch) -> Pair:
        """The two, with all traits weighed."""
        likeness = Likelihood(source, target)
        return cls(likeness.weighed(source), likeness.weighed(target), likeness)

    @cached_property
    def shapes(self) -> tuple[list[int], list[int]]:
        """By slide of either side: a number that slides of the same shape share."""
        known: dict[tuple[object, ...], int] = {}
        first, second = (
            [known.setdefault(page.shape, len(known)) for page in side.pages]
            for side in (self.source, self.target)
        )
        return first, second
