"""How alike two texts are, and which of two lists of texts belong together.

Words count by how rare they are: "What is a StatefulSet?" is not "What is Rust?".
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import heappop, heappush, nlargest

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_MANY = 50
"""How many texts a word may be in and still help to find those that are alike."""
_LOOKED_AT = 12
"""How many of the texts that share rare words are compared in full."""
_LONG = 2_000
"""Characters from which only words are compared: comparing letters costs the product of two lengths."""

Pairs = Mapping[tuple[int, int], float]
"""What each pair, one index into either list, is worth; a pair that is not there must not be made."""


@lru_cache(maxsize=50_000)
def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


class Likeness:
    """How alike texts are, by the weight that words have among the texts it was made from."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in how many of the texts each word is."""
        self.seen: Counter[str] = Counter()
        self.count = 1
        self.totals: dict[str, float] = {}
        """By text: what all its words count."""
        for text in texts:
            self.seen.update(_words(text).keys())
            self.count += 1
        self.weights = {word: math.log(1 + self.count / seen) for word, seen in self.seen.items()}

    def weight(self, word: str) -> float:
        """What a word counts: the rarer, the more."""
        return self.weights.get(word) or math.log(1 + self.count)

    def of(self, one: str, other: str) -> float:
        """From 0, nothing in common, to 1, the same: by words, or by letters where only a few differ."""
        return max(self._by_words(one, other), _by_letters(one, other))

    def held(self, part: str, whole: str) -> float:
        """How much of ``part``, from 0 to 1, is in ``whole``, by the weight of its words."""
        total = self._total(part)
        return self._common(part, whole) / total if total else 0.0

    @staticmethod
    def length(text: str) -> int:
        """How many words a text has."""
        return _words(text).total()

    def _by_words(self, one: str, other: str) -> float:
        total = self._total(one) + self._total(other)
        return 2 * self._common(one, other) / total if total else float(one == other)

    def _total(self, text: str) -> float:
        if text not in self.totals:
            self.totals[text] = sum(count * self.weight(word) for word, count in _words(text).items())
        return self.totals[text]

    def _common(self, one: str, other: str) -> float:
        few, many = sorted((_words(one), _words(other)), key=len)
        return sum(min(count, many[word]) * self.weight(word) for word, count in few.items() if word in many)


def _by_letters(one: str, other: str) -> float:
    if len(one) > _LONG or len(other) > _LONG:
        return 0.0
    from rapidfuzz.fuzz import ratio

    return max(0.0, 3 * ratio(one, other) / 100 - 2)


class Index:
    """Finds, of many texts, those that share the rare words of another."""

    def __init__(self, texts: Sequence[str], likeness: Likeness) -> None:
        """Words that are in too many of the texts are left out."""
        self.likeness = likeness
        self.places: dict[str, list[int]] = {}
        for at, text in enumerate(texts):
            for word in _words(text):
                self.places.setdefault(word, []).append(at)

    def near(self, text: str) -> list[int]:
        """Indexes of the texts that share most with it, best first; a dozen at most."""
        shared: dict[int, float] = {}
        for word in _words(text):
            places = self.places.get(word, ())
            if len(places) <= _MANY:
                weight = self.likeness.weight(word)
                for at in places:
                    shared[at] = shared.get(at, 0.0) + weight
        return nlargest(_LOOKED_AT, shared, key=lambda at: (shared[at], -at))


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
