"""Translations that do not go with their message: meant for the one before or after it, or cut short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from l10n.checks.content import end_lost, stops_needless
from l10n.checks.fit import FEW, Traits, alike, fit, ratio, shown, traits
from l10n.checks.rules import Flaw, Pair, Setting, Severity, WideRule

_CERTAIN = 5.5
"""How much better another message must fit to say so."""
_LIKELY = 1.5
"""How much better, beside an entry that has been found to be shifted."""
_REPEATED = 6.0
"""What it tells that a neighbour has the very same translation."""
_NEVER = float("-inf")


def neighbours_translation(pairs: Sequence[Pair], setting: Setting) -> Iterator[tuple[Pair, Flaw]]:
    """The translation belongs to the message before or after it.

    What both texts have in common in any two languages - code, targets, numbers, names, words with one root,
    length - fits that message, and not its own.
    """
    scale = ratio(pairs, setting.language)
    sources = [traits(pair.msgid, pair.source_prose, pair.source, scale) for pair in pairs]
    targets = [traits(pair.msgstr, pair.target_prose, pair.target) for pair in pairs]
    own = [fit(source, target) for source, target in zip(sources, targets, strict=True)]
    after, before = (_gains(pairs, sources, targets, own, step) for step in (1, -1))
    shifted = dict.fromkeys(_swapped(after, before), 0)
    for step, gains in ((1, after), (-1, before)):
        shifted |= dict.fromkeys(_runs(gains), step)
    for index in sorted(shifted):
        step = shifted[index] or (1 if after[index] > before[index] else -1)
        which = "next" if step > 0 else "previous"
        yield pairs[index], Flaw(f"it seems to translate the {which} message, {_quoted(pairs[index + step].msgid)}")


def _gains(
    pairs: Sequence[Pair], sources: Sequence[Traits], targets: Sequence[Traits], own: Sequence[float], step: int
) -> list[float]:
    """For each translation, how much better it fits the message ``step`` further."""
    gains = [_NEVER] * len(pairs)
    for index in range(max(0, -step), len(pairs) - max(0, step)):
        pair, other = pairs[index], pairs[index + step]
        if pair.catalog == other.catalog:
            gain = fit(sources[index + step], targets[index]) - own[index]
            repeated = pair.msgstr == other.msgstr and gain > 0 and not alike(sources[index], sources[index + step])
            gains[index] = gain + _REPEATED * repeated
    return gains


def _swapped(after: Sequence[float], before: Sequence[float]) -> Iterator[int]:
    """Where two neighbours have each other's translation, by the evidence of both."""
    for index in range(len(after) - 1):
        one, two = after[index], before[index + 1]
        if min(one, two) > 0 and one + two > _CERTAIN:
            yield from (index, index + 1)


def _runs(gains: Sequence[float]) -> Iterator[int]:
    """Where translations are shifted for certain, and where likely and beside such a one."""
    start = 0
    while start < len(gains):
        end = start
        while end < len(gains) and gains[end] > _LIKELY:
            end += 1
        if max(gains[start:end], default=_NEVER) > _CERTAIN:
            yield from range(start, end)
        start = max(end, start + 1)


def truncated(pairs: Sequence[Pair], setting: Setting) -> Iterator[tuple[Pair, Flaw]]:
    """The translation is far shorter than the locale's translations usually are.

    It takes less if it does not end with a mark as the source does, or ends with a word that the locale's
    translations often use and never end with.
    """
    usual = ratio(pairs, setting.language)
    shares = [(pair, shown(pair.target_prose) / expected, expected) for pair, expected in _long(pairs, usual)]
    least = _least([share for _, share, _ in shares])
    if suspects := [one for one in shares if one[1] < _DOUBTFUL]:
        open_ended = _open_ended(pairs, setting)
        for pair, share, expected in suspects:
            if share < least * (1 if expected > _RATHER_SHORT else 0.9) or open_ended(pair):
                yield pair, Flaw(f"it has {share:.0%} of the length that translations of such a message usually have")


_SHORT, _RATHER_SHORT = 24, 60
"""Of translations shorter than this, in characters, their length says nothing, or not so much."""
_DOUBTFUL = 0.7
"""The share of the usual length below which a translation that stops in the middle is cut short."""
_OFTEN = 8
"""How often a word must be used before it tells that it never ends a translation."""


def _long(pairs: Sequence[Pair], usual: float) -> Iterator[tuple[Pair, float]]:
    """The pairs that are long enough, with the length that is expected of the translation."""
    for pair in pairs:
        expected = shown(pair.source_prose) * usual
        if expected >= _SHORT:
            yield pair, expected


def _least(shares: Sequence[float]) -> float:
    """The share below which hardly any complete translation stays, be the translators terse or literal."""
    if len(shares) < FEW:
        return 0.5
    spread = sorted(shares)[-1 - len(shares) // 50]  # of long ones: those that are cut short must not count
    return min(0.58, max(0.35, 0.8 / max(spread, 1)))


def _open_ended(pairs: Sequence[Pair], setting: Setting) -> Callable[[Pair], bool]:
    """Tells whether a translation ends in the middle of a sentence."""
    used: Counter[str] = Counter()
    last: set[str] = set()
    for pair in pairs:
        if found := pair.target_prose.casefold().split():
            used.update(found[:-1])
            last.add(found[-1])
    dangling = {word for word, count in used.items() if count >= _OFTEN and word not in last}
    stops = not stops_needless(pairs, setting)

    def tells(pair: Pair) -> bool:
        ending = pair.target_prose.casefold().split()[-1:]
        return not dangling.isdisjoint(ending) or (stops and end_lost(pair))

    return tells


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"


RULES = (
    WideRule("neighbours-translation", Severity.WARNING, neighbours_translation),
    WideRule("truncated", Severity.WARNING, truncated),
)
