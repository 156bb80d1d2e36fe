"""Translations that do not go with their message: they are meant for the one before or after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.checks.evidence.fit import alike, at_most, fit, ratio, traits
from l10n.checks.evidence.lexicon import learnt
from l10n.checks.model import Flaw, Pair, Pairs, Setting, WideRule
from l10n.language import excerpt
from l10n.project import Severity

_CERTAIN = 2.0
"""How much better another message must fit to say so."""
_DOUBTFUL = -1.0
"""A translation that is swapped with another may seem to fit its message by so much."""
_MOST = 4.0
"""What one translation of a run tells at most, so that it does not speak for those beside it."""
_FAR, _TOO_FAR = 0.7, 6.0
"""A message that fits so much less will not fit better by what is learnt of its words, or of both's."""
_REPEATED = 2.2
"""What it tells that a neighbour has the very same translation."""
_NEVER = float("-inf")


def neighbours_translation(pairs: Pairs, setting: Setting) -> Iterator[tuple[Pair, Flaw]]:
    """The translation belongs to the message before or after it.

    What both texts have in common in any two languages - code, targets, numbers, names, words with one root,
    punctuation, length -, and what the locale's other translations make of the same words, fits that message,
    and not its own.
    """
    compared = _Compared(pairs, setting)
    after, before = compared.gains(1), compared.gains(-1)
    for index in sorted({*_swapped(pairs.every, after, before), *_runs(after), *_runs(before)}):
        step = 1 if after[index] >= before[index] else -1
        which = "next" if step > 0 else "previous"
        yield (
            pairs.every[index],
            Flaw(f"it seems to translate the {which} message, “{excerpt(pairs.every[index + step].msgid)}”"),
        )


class _Compared:
    """The translations of a locale, held against other messages."""

    def __init__(self, pairs: Pairs, setting: Setting) -> None:
        scale = pairs.once(ratio, setting)
        self.pairs = pairs.every
        self.lexicon = known = pairs.once(learnt, setting)
        self.sources = [
            traits(pair.source, roots, scale) for pair, roots in zip(pairs, known.sources, strict=True)
        ]
        self.targets = [
            traits(pair.target, roots, 1.0) for pair, roots in zip(pairs, known.targets, strict=True)
        ]
        self.bare = [fit(source, target) for source, target in zip(self.sources, self.targets, strict=True)]
        self._own: dict[int, float] = {}

    def own(self, index: int) -> float:
        """How well a translation fits its own message."""
        if index not in self._own:
            self._own[index] = self.bare[index] + self._words(index, index, (index,))
        return self._own[index]

    def _words(self, source: int, target: int, doubtful: Sequence[int]) -> float:
        return _WORDS * self.lexicon.evidence(source, target, doubtful)

    def gains(self, step: int) -> list[float]:
        """For each translation, how much better it fits the message ``step`` further."""
        gains = [_NEVER] * len(self.pairs)
        for index in range(max(0, -step), len(self.pairs) - max(0, step)):
            one, other = self.pairs[index], self.pairs[index + step]
            if one.home == other.home and not _only_marked_up(one.msgid, other.msgid):
                gains[index] = self._gain(index, index + step)
        return gains

    def _gain(self, index: int, other: int) -> float:
        source, target = self.sources[other], self.targets[index]
        if self.bare[index] - at_most(source, target) > _FAR:  # most are told by this
            return _NEVER
        bare = fit(source, target)
        if self.bare[index] - bare > _FAR or self.own(index) - bare > _TOO_FAR:
            return _NEVER
        gain = bare + self._words(other, index, (index, other)) - self.own(index)
        repeated = self.pairs[index].msgstr == self.pairs[other].msgstr
        if repeated and gain > 0 and not alike(self.sources[index], self.sources[other]):
            gain += _REPEATED
        return gain


def _only_marked_up(one: str, other: str) -> bool:
    """Whether two messages differ in the backticks only that they put around words."""
    if abs(len(one) - len(other)) > _MARKS or one.lstrip("`")[:1] != other.lstrip("`")[:1]:
        return False
    return one.replace("`", "") == other.replace("`", "") != ""


_MARKS = 20
_WORDS = 0.39
"""The weight of what is learnt from other translations, beside that of the texts themselves."""


def _swapped(pairs: Sequence[Pair], after: Sequence[float], before: Sequence[float]) -> Iterator[int]:
    """Where two neighbours have each other's translation, by the evidence of both."""
    for index in range(len(after) - 1):
        one, two = after[index], before[index + 1]
        differ = pairs[index].msgstr != pairs[index + 1].msgstr
        if min(one, two) > _DOUBTFUL and one + two > _CERTAIN and differ:
            yield from (index, index + 1)


def _runs(gains: Sequence[float]) -> Iterator[int]:
    """Where translations are shifted: stretches whose evidence adds up, with doubtful ones between."""
    start = best = 0
    total = most = 0.0
    for index, gain in enumerate([*gains, _NEVER]):
        total += min(gain, _MOST)
        if total > most:
            best, most = index, total
        if total <= 0:
            if most > _CERTAIN:
                yield from range(start, best + 1)
            start, total, most = index + 1, 0.0, 0.0


RULES = (WideRule("neighbours-translation", Severity.WARNING, neighbours_translation),)
