"""Translations that do not go with their message: meant for the one before or after it, or cut short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from l10n.checks.content import end_lost, stops_needless
from l10n.checks.fit import FEW, Traits, alike, fit, ratio, shown, traits
from l10n.checks.language_data import UNSPACED
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
    sources = [traits(pair.source_prose, pair.source, scale) for pair in pairs]
    targets = [traits(pair.target_prose, pair.target) for pair in pairs]
    own = [fit(source, target) for source, target in zip(sources, targets, strict=True)]
    after, before = (_gains(pairs, sources, targets, own, step) for step in (1, -1))
    for index in sorted({*_swapped(after, before), *_runs(after), *_runs(before)}):
        step = 1 if after[index] >= before[index] else -1
        which = "next" if step > 0 else "previous"
        yield (
            pairs[index],
            Flaw(f"it seems to translate the {which} message, {_quoted(pairs[index + step].msgid)}"),
        )


def _gains(
    pairs: Sequence[Pair],
    sources: Sequence[Traits],
    targets: Sequence[Traits],
    own: Sequence[float],
    step: int,
) -> list[float]:
    """For each translation, how much better it fits the message ``step`` further."""
    gains = [_NEVER] * len(pairs)
    for index in range(max(0, -step), len(pairs) - max(0, step)):
        pair, other, target = pairs[index], pairs[index + step], targets[index]
        fitting = own[index] > _CERTAIN and target.copied <= sources[index].copied
        if not fitting and pair.catalog == other.catalog:
            gain = fit(sources[index + step], target) - own[index]
            repeated = (
                pair.msgstr == other.msgstr and gain > 0 and not alike(sources[index], sources[index + step])
            )
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
    translations often use and hardly ever end with.
    """
    usual = ratio(pairs, setting.language)
    shares = [(pair, shown(pair.target_prose) / expected) for pair, expected in _long(pairs, usual)]
    factor = _DENSE if setting.language in UNSPACED else 1
    least = _least([share for _, share in shares]) * factor
    if suspects := [one for one in shares if one[1] < _DOUBTFUL * factor]:
        open_ended = _open_ended(pairs, setting)
        for pair, share in suspects:
            if share < least or open_ended(pair):
                yield (
                    pair,
                    Flaw(
                        f"it has {share:.0%} of the length that translations of such a message usually have"
                    ),
                )


_SHORT = 24
"""Of translations that should be shorter than this, in characters, their length says nothing."""
_DOUBTFUL = 0.75
"""The share of the usual length below which a translation that stops in the middle is cut short."""
_DENSE = 0.8
"""A correction for scripts in which few characters say much, so that lengths vary more."""
_LEAST, _MOST = 0.35, 0.58
"""Between these it depends on the locale's translators which shares are cut short for certain."""
_OFTEN, _RARELY = 6, 30
"""How often a word must be used to tell that it ends no translation, or so rarely."""


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
    return min(_MOST, max(_LEAST, 0.8 / max(spread, 1)))


def _open_ended(pairs: Sequence[Pair], setting: Setting) -> Callable[[Pair], bool]:
    """Tells whether a translation ends in the middle of a sentence."""
    used: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for pair in pairs:
        found = pair.target_prose.casefold().split()
        used.update(found)
        last.update(found[-1:])
    stops = not stops_needless(pairs, setting)

    def tells(pair: Pair) -> bool:
        word = (pair.target_prose.casefold().split() or [""])[-1]
        dangling = used[word] >= _OFTEN and (last[word] - 1) * _RARELY < used[word]
        comma = word[-1:] in _COMMAS and pair.source_prose.rstrip()[-1:] not in _COMMAS
        return dangling or comma or _unbalanced(pair) or (stops and end_lost(pair))

    return tells


_COMMAS = (",", "，", "、", ";")


def _unbalanced(pair: Pair) -> bool:
    return any(
        pair.target_prose.count(opening) > pair.target_prose.count(closing)
        and pair.source_prose.count(opening) <= pair.source_prose.count(closing)
        for opening, closing in ("()", "«»", "（）", "「」")
    )


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"


RULES = (
    WideRule("neighbours-translation", Severity.WARNING, neighbours_translation),
    WideRule("truncated", Severity.WARNING, truncated),
)
