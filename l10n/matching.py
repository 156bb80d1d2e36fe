"""How alike two texts are, and which of two lists of texts belong together.

Words count by how rare they are: "What is a StatefulSet?" is not "What is Rust?".
"""

from __future__ import annotations

import math
import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest

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
        for text in texts:
            self.seen.update(_words(text).keys())
            self.count += 1

    def weight(self, word: str) -> float:
        """What a word counts: the rarer, the more."""
        return math.log(1 + self.count / max(1, self.seen[word]))

    def of(self, one: str, other: str) -> float:
        """From 0, nothing in common, to 1, the same: by words, or by letters where only a few differ."""
        return max(self._by_words(one, other), _by_letters(one, other))

    def held(self, part: str, whole: str) -> float:
        """How much of ``part``, from 0 to 1, is in ``whole``, by the weight of its words."""
        words = _words(part)
        total = self._sum(words)
        return self._sum(words & _words(whole)) / total if total else 0.0

    @staticmethod
    def length(text: str) -> int:
        """How many words a text has."""
        return _words(text).total()

    def _by_words(self, one: str, other: str) -> float:
        left, right = _words(one), _words(other)
        total = self._sum(left) + self._sum(right)
        return 2 * self._sum(left & right) / total if total else float(one == other)

    def _sum(self, words: Counter[str]) -> float:
        return sum(count * self.weight(word) for word, count in words.items())


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

    Augmenting paths over the pairs that there are; in groups of more than a hundred that all hang together
    the pairing may be a little less than the best, so that time stays in proportion to the length.
    """
    offers: dict[int, list[int]] = {}
    for left, right in sorted(pairs):
        offers.setdefault(left, []).append(right)
    taken: dict[int, int] = {}
    for left in offers:
        _place(left, offers, pairs, taken)
    return {left: right for right, left in sorted(taken.items(), key=lambda one: one[1])}


def _place(start: int, offers: Mapping[int, list[int]], pairs: Pairs, taken: dict[int, int]) -> None:
    """Give ``start`` a partner, and others another one, as far as that makes the whole worth more."""
    gains = {start: 0.0}
    """By left index: what is won in all if it is the one that goes without."""
    through: dict[int, tuple[int, int]] = {}
    """By left index: who takes which partner from it."""
    waiting = deque([start])
    while waiting and len(gains) <= _GROUP:
        left = waiting.popleft()
        for right in offers[left]:
            owner = taken.get(right, left)
            gain = gains[left] + pairs[left, right] - pairs[owner, right]
            if owner != left and gain > gains.get(owner, -math.inf) + _EPSILON:
                gains[owner], through[owner] = gain, (left, right)
                waiting.append(owner)
    ends: list[tuple[float, int, int | None]] = [(gain, left, None) for left, gain in gains.items()]
    ends += [
        (gains[left] + pairs[left, right], left, right)
        for left in gains
        for right in offers[left]
        if right not in taken
    ]
    _, left, free = max(ends, key=lambda end: end[0])
    if free is not None:
        taken[free] = left
    while left != start:
        left, right = through[left]
        taken[right] = left


_EPSILON = 1e-9
"""Sums of fractions that differ by less are the same."""
_GROUP = 100
"""How many others may be moved for one: groups of lists that were edited are far smaller."""
