"""Which words of messages go with which words of translations, learnt from the translations of a locale.

Nothing is known of any language: a word that stands in the translations of many messages with another word,
and seldom elsewhere, is likely to be its translation.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nlargest
from itertools import chain
from math import fsum, log, sqrt
from typing import NamedTuple

from l10n.checks.evidence.language_data import UNSPACED
from l10n.checks.model import Pair, Pairs, Setting
from l10n.regex import regex

Roots = frozenset[str]
"""The beginnings of a text's words: names stay, many words have a common root, and endings change."""
_ROOT = 4
_LATIN_WORD = regex(r"[A-Za-z]{3,}")
_OTHER = regex(r"[^\W\d_A-Za-z]{2,}")
_READ = 200
"""So many words of a text tell enough of it."""
_SAMPLE = 80
"""So many places of a word tell what stands beside it."""


def roots(words: Sequence[str], language: str = "") -> Roots:
    """The roots of a text's words, or pairs of characters where there are no blanks between words."""
    if language in UNSPACED:
        text = " ".join(words[:_READ])
        latin = [word[:_ROOT] for word in _LATIN_WORD.findall(text)]
        pairs = (run[at : at + 2] for run in _OTHER.findall(text) for at in range(len(run) - 1))
        return frozenset([*latin, *pairs])
    return frozenset(filter(None, map(_ROOTS.__getitem__, words[:_READ])))


def both_roots(pair: Pair, setting: Setting) -> tuple[Roots, Roots]:
    """Those of the message, and those of its translation."""
    return roots(pair.source.words), roots(pair.target.words, setting.language)


class _RootOf(dict[str, str]):
    """By word: its beginning without accents; empty for one or two letters, which tell nothing.

    Most of a locale's words come again and again.
    """

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        parts = unicodedata.normalize("NFD", word[:_ROOT]) if len(word) > 2 else ""
        self[word] = "".join(part for part in parts if not unicodedata.combining(part))
        return self[word]


_REMEMBERED = 100_000
_ROOTS = _RootOf()


class _Known(NamedTuple):
    """What stands beside a word in all of its translations, or in some of many."""

    beside: Counter[str]
    pairs: int
    """How many those are."""
    last: int
    """The last of them."""


class _Learnt(NamedTuple):
    """What stands beside a word in translations that are not in doubt."""

    beside: Counter[str]
    pairs: int
    """How many it is learnt from."""
    doubtful: Sequence[Roots]
    """The translations of which nothing is to be learnt; they are counted in ``beside``, not in ``pairs``."""

    def often(self, root: str) -> int:
        """How often a root stands there."""
        found = self.beside.get(root, 0)
        if found:
            for target in self.doubtful:
                found -= root in target
        return found


def learnt(pairs: Pairs, setting: Setting) -> Lexicon:
    """What the translations of a locale tell of its words."""
    both = [both_roots(pair, setting) for pair in pairs]
    return Lexicon([source for source, _ in both], [target for _, target in both])


class Lexicon:
    """Which words of messages go with which words of translations."""

    def __init__(self, sources: Sequence[Roots], targets: Sequence[Roots]) -> None:
        """The roots of messages and of their translations, in the same order."""
        self.sources = sources
        self.targets = targets
        used = Counter(chain.from_iterable(targets))
        self._usual = {root: count / len(targets) for root, count in used.items()}
        self._places: dict[str, list[int]] = defaultdict(list)
        self._known: dict[str, _Known | None] = {}
        self._rarest: dict[int, list[str]] = {}
        self._likely: dict[str, list[str]] = {}
        for index, source in enumerate(sources):
            for root in source:
                self._places[root].append(index)

    def evidence(self, source: int, target: int, without: Sequence[int]) -> float:
        """How much of a translation the words of a message explain: log likelihoods, each word at its best.

        Nothing is learnt from the pairs ``without``: those that are in doubt.
        """
        best: dict[str, float] = {}
        for root in self._telling(source)[:_TELLING]:
            if learnt := self._learnt(root, without):
                self._explain(learnt, self.targets[target], best)
        return fsum(best.values())  # sets have no order, and sums of floats depend on it

    def coverage(self, source: int) -> float:
        """How much the words that a translation should have, and has not, tell that half of it is missing."""
        target = self.targets[source]
        total = 0.0
        for root in self._telling(source):
            if learnt := self._learnt(root, (source,)):
                total += self._missing(root, learnt, target)
            elif root in target:
                total += _THERE
        return total

    def lacking(self, source: int, part: Roots) -> float | None:
        """How much tells that a part of a message is not in its translation, by the words that belong there.

        Above 0 more of them are missing than are there; None if nothing is known of any.
        """
        target = self.targets[source]
        told: list[float] = []
        for root in sorted(part & self.sources[source]):
            if learnt := self._learnt(root, (source,)):
                told.append(self._missing(root, learnt, target))
            elif root in target:
                told.append(_THERE)
        told = [one for one in told if one]
        return fsum(told) / sqrt(len(told) + 1) if told else None

    def _telling(self, source: int) -> list[str]:
        """The roots of a message that tell the most, best first: rare ones, of which something is known."""
        if source not in self._rarest:
            often = {root: len(self._places[root]) for root in self.sources[source]}
            rarest = sorted(often, key=lambda root: (often[root] < _RARE, often[root], root))
            self._rarest[source] = rarest[:_MOST]
        return self._rarest[source]

    def _learnt(self, root: str, without: Sequence[int]) -> _Learnt | None:
        """What is known of a root; None if there is too little, or it is everywhere."""
        if root not in self._known:
            self._known[root] = self._all_known(root)
        known = self._known[root]
        if known is None:
            return None
        doubtful = [self.targets[at] for at in without if at <= known.last and root in self.sources[at]]
        pairs = known.pairs - len(doubtful)
        return _Learnt(known.beside, pairs, doubtful) if pairs else None

    def _all_known(self, root: str) -> _Known | None:
        places = self._places[root]
        if len(places) > max(20, len(self.sources) // 6):
            return None
        sample = places[:_SAMPLE]
        beside = Counter(chain.from_iterable([self.targets[at] for at in sample]))
        return _Known(beside, len(sample), sample[-1])

    def _explain(self, learnt: _Learnt, target: Roots, best: dict[str, float]) -> None:
        for one in learnt.beside.keys() & target:
            if often := learnt.often(one):
                usual = self._usual[one]
                likelier = log((often + usual / 2) / ((learnt.pairs + 0.5) * usual)) * often / (often + 0.7)
                if likelier > best.get(one, 0.0):
                    best[one] = min(likelier, _CERTAIN)

    def _missing(self, root: str, learnt: _Learnt, target: Roots) -> float:
        if root not in self._likely:
            often = nlargest(6, ((count, one) for one, count in learnt.beside.items()))
            self._likely[root] = [one for _, one in often if self._usual[one] <= _RARELY]
        shares = {one: learnt.often(one) / (learnt.pairs + 1) for one in self._likely[root]}
        share = max(shares.values(), default=0.0)
        if learnt.pairs < 2 or share < _LIKELY:
            return 0.0
        if any(share > _ALIKE and one in target for one, share in shares.items()):
            return _THERE
        return log((1 - share / 2) / (1 - share))


_RARE, _TELLING, _MOST = 3, 8, 24
"""Of a rarer word too little is known; and so many words of a message tell enough, or nearly all."""
_CERTAIN = 3.5
"""The most that one word tells."""
_RARELY = 0.2
"""A word that more translations have goes with nearly all."""
_LIKELY, _ALIKE = 0.3, 0.25
"""The share of its messages from which a word is a likely translation, and a possible one."""
_THERE = log(0.5)
