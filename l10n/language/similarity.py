"""How alike two texts are.

Words count by how rare they are: "What is a StatefulSet?" is not "What is Rust?".
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import chain

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
_MANY = 50
"""How many texts a word may be in and still help to find those that are alike."""
_LOOKED_AT = 12
"""How many of the texts that share rare words are compared in full."""
_LONG = 2_000
"""Characters from which only words are compared: comparing letters costs the product of two lengths."""


@lru_cache(maxsize=50_000)
def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


@lru_cache(maxsize=50_000)
def _different(text: str) -> tuple[str, ...]:
    """The same, each once: of most texts nobody asks for more."""
    return tuple(dict.fromkeys(_WORD.findall(text.casefold())))


class Likeness:
    """How alike texts are, by the weight that words have among the texts it was made from."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in how many of the texts each word is."""
        every = list(texts)
        self.seen = Counter(chain.from_iterable(map(_different, every)))
        self.count = 1 + len(every)
        self.weights: dict[str, float] = {}
        """Of the words that were asked for."""
        self.totals: dict[str, float] = {}
        """By text: what all its words count."""

    def weight(self, word: str) -> float:
        """What a word counts: the rarer, the more."""
        if word not in self.weights:
            self.weights[word] = math.log(1 + self.count / (self.seen[word] or 1))
        return self.weights[word]

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

    def __init__(self, texts: Sequence[str], likeness: Likeness, asked: Iterable[str]) -> None:
        """It will be ``asked`` about these; words that are in too many of the texts are left out."""
        self.likeness = likeness
        self.places: dict[str, list[int]] = {word: [] for text in asked for word in _words(text)}
        for at, text in enumerate(texts):
            for word in _different(text):
                if word in self.places:
                    self.places[word].append(at)

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
