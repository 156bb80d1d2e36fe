"""The best pairing of two lists: which pairs are worth most together."""

from __future__ import annotations

import math
from collections.abc import Mapping
from heapq import heappop, heappush

Pairs = Mapping[tuple[int, int], float]
"""What each pair, one index into either list, is worth; a pair that is not there must not be made."""


def best_pairing(pairs: Pairs) -> dict[int, int]:
    """The pairing of greatest worth in all, left to right index; each index is in one pair at most.

    In groups of more than a hundred that all hang together it may be a little less than the best, so that
    time stays in proportion to the length.
    """
    market = _Market(pairs)
    for left in market.offers:
        market.place(left)
    return {left: right for left, right in market.held.items() if right >= 0}


class _Market:
    """Who holds what, and the price of each right index: what its loss would cost the others.

    Those who come find the best way by which one takes from another, who then takes the next best
    (Jonker and Volgenant's shortest augmenting paths, over the pairs that there are).
    """

    def __init__(self, pairs: Pairs) -> None:
        self.offers: dict[int, dict[int, float]] = {}
        for (left, right), worth in sorted(pairs.items()):
            self.offers.setdefault(left, {~left: 0.0})[right] = worth  # to go without is open to each
        self.taken: dict[int, int] = {}
        self.held: dict[int, int] = {}
        self.prices: dict[int, float] = {}

    def place(self, start: int) -> None:
        """Give ``start`` what is best for all, and others something else, if need be."""
        ways = _Ways(self.taken)
        left: int | None = start
        gain = 0.0
        while left is not None:
            for right in self.offers[left]:
                ways.note(right, gain + self._profit(left, right), left)
            gain, right = ways.best()
            left = self.taken.get(right)
            gain -= self._profit(left, right) if left is not None else 0.0
        for passed, each in ways.passed.items():
            self.prices[passed] = self.prices.get(passed, 0.0) + each - gain
        while (left := ways.taker[right]) != start:
            self.taken[right], self.held[left], right = left, right, self.held[left]
        self.taken[right], self.held[start] = start, right

    def _profit(self, left: int, right: int) -> float:
        return self.offers[left][right] - self.prices.get(right, 0.0)


class _Ways:
    """What may be taken in turn, and what all would gain by it."""

    def __init__(self, taken: Mapping[int, int]) -> None:
        self.taken = taken
        self.gains: dict[int, float] = {}
        self.taker: dict[int, int] = {}
        self.waiting: list[tuple[float, int]] = []
        self.passed: dict[int, float] = {}

    def note(self, right: int, gain: float, taker: int) -> None:
        """Keep in mind that ``taker`` may take it, unless another way to it is better."""
        if right not in self.passed and gain > self.gains.get(right, -math.inf):
            self.gains[right], self.taker[right] = gain, taker
            heappush(self.waiting, (-gain, right))

    def best(self) -> tuple[float, int]:
        """The gain of the best that was not passed yet, and which; after many, only of what is free."""
        while True:
            loss, right = heappop(self.waiting)
            if right not in self.passed and (len(self.passed) < _GROUP or right not in self.taken):
                self.passed[right] = -loss
                return -loss, right


_GROUP = 100
"""How many others may be moved for one: groups of lists that were edited are far smaller."""
