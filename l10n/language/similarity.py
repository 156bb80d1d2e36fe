"""How alike two texts are.

Words count by how rare they are: "What is a StatefulSet?" is not "What is Rust?".
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from heapq import nlargest
from itertools import chain, compress, islice

from l10n.language.unspaced import LETTER, may_have_unspaced
from l10n.regex import regex

_WORD = regex(r"[^\W_]+")
_END = "\0"
"""Between texts, of which none has it."""
_BLANKS = "".join(chr(code) if chr(code).isalnum() or chr(code) == _END else " " for code in range(128))
"""What stands for each sign of ASCII where only words count."""
_HANDFUL = 1_000
_MANY = 50
"""How many texts a word may be in and still help to find those that are alike."""
_LOOKED_AT = 12
"""How many of the texts that share rare words are compared in full."""
_LONG = 2_000
"""Characters from which only words are compared: comparing letters costs the product of two lengths."""


@lru_cache(maxsize=50_000)
def _words(text: str) -> Counter[str]:
    return Counter(_each_word(text))


def _each_word(text: str) -> list[str]:
    folded = text.casefold()
    return (_word_or_letter() if may_have_unspaced(folded) else _WORD).findall(folded)


@cache
def _word_or_letter() -> re.Pattern[str]:
    """A word, or a letter of a script without blanks between words: compiled where there is one."""
    return re.compile(rf"{LETTER}|[^\W_]+")


def _words_by_text(texts: Iterable[str]) -> Iterator[list[str]]:
    """The words of each text.

    Most texts are ASCII, where what is no letter is made a blank of, in all of a handful at once: that takes
    a fifth of the time of an expression.
    """
    left = iter(texts)
    while some := list(islice(left, _HANDFUL)):
        plain = list(map(_is_plain, some))
        bare = iter(_END.join(compress(some, plain)).lower().translate(_BLANKS).split(_END))
        for text, is_plain in zip(some, plain, strict=True):
            yield next(bare).split() if is_plain else _each_word(text)


def _is_plain(text: str) -> bool:
    return text.isascii() and _END not in text


def document_frequency(texts: Iterable[str], asked: Iterable[str] | None = None) -> Counter[str]:
    """In how many of the texts each word is; of the words that are in ``asked`` only, if that is given."""
    each: Callable[[list[str]], Set[str]] = set if asked is None else _words_of(asked).intersection
    return Counter(chain.from_iterable(map(each, _words_by_text(texts))))


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(_words, texts)))


class Likeness:
    """How alike texts are, by the weight that words have among others."""

    def __init__(self, seen: Counter[str], count: int) -> None:
        """``seen`` says in how many of ``count`` texts each word is."""
        self.seen = seen
        self.count = 1 + count
        self.weights: dict[str, float] = {}
        """Of the words that were asked for."""
        self.totals: dict[str, float] = {}
        """By text: what all its words count."""

    @classmethod
    def among(cls, texts: Collection[str], asked: Iterable[str] | None = None) -> Likeness:
        """By the weight that words have among these, for those that are ``asked`` about, if not for all."""
        return cls(document_frequency(texts, asked), len(texts))

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

    def __init__(self, places: Mapping[str, Sequence[int]], likeness: Likeness) -> None:
        """``places`` says in which of the texts each word is that it will be asked about."""
        self.places = places
        self.likeness = likeness

    @classmethod
    def of(cls, texts: Iterable[str], likeness: Likeness, asked: Iterable[str]) -> Index:
        """It will be ``asked`` about these."""
        return cls(_places(tuple(texts), _words_of(asked)), likeness)

    @classmethod
    def among(cls, texts: Sequence[str], asked: Sequence[str], seen: Counter[str]) -> Index:
        """The same by the weight of words among them all, where each is ``seen`` in so many of the texts."""
        every = Counter(seen)
        every.update(document_frequency(asked))
        likeness = Likeness(every, len(texts) + len(asked))
        rare = frozenset(word for word in _words_of(asked) if seen[word] <= _MANY)
        return cls(_places(tuple(texts), rare), likeness)

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


@lru_cache(maxsize=2)
def _places(texts: tuple[str, ...], words: frozenset[str]) -> Mapping[str, Sequence[int]]:
    """In which of the texts each word is; kept for another locale, as most have the same messages."""
    places: dict[str, list[int]] = {word: [] for word in words}
    for at, one in enumerate(_words_by_text(texts)):
        if not words.isdisjoint(one):
            for word in words.intersection(one):
                places[word].append(at)
    return places
