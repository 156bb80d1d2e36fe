"""How well a translation fits a message: by length, and by what any two languages have in common."""

from __future__ import annotations

from functools import lru_cache
from math import log
from statistics import median
from typing import NamedTuple

from l10n.checks.evidence.language_data import SHORTER
from l10n.checks.evidence.lexicon import Roots, both_roots
from l10n.checks.model import Pair, Pairs, Setting
from l10n.checks.prose import Text
from l10n.markdown import SpanKind
from l10n.regex import regex

FEW = 20
"""So many long messages tell how long a locale's translations are."""
_LONG = 30


class Traits(NamedTuple):
    """What one text shows of its meaning."""

    copied: frozenset[str]
    """What translators copy: code, targets, numbers."""
    roots: Roots
    signs: tuple[int, ...]
    """How often it has signs of each sort."""
    end: str
    """The mark that it ends with; empty if with none."""
    length: float
    """The logarithm of that of its prose, a few characters added, for short texts say little by theirs."""


def of_pair(pair: Pair, setting: Setting, scale: float) -> tuple[Traits, Traits]:
    """The traits of a message and of its translation; ``scale`` makes their lengths comparable."""
    source, target = both_roots(pair, setting)
    return traits(pair.source, source, scale), traits(pair.target, target, 1.0)


def traits(text: Text, roots: Roots, scale: float) -> Traits:
    """The traits of one text."""
    spans, prose = text.spans, text.prose
    copied = frozenset([span.value for span in spans if span.kind not in _LOOSE]) if spans else _NOTHING
    last = prose.rstrip(_CLOSERS)[-1:]
    end = _ENDS.get(last, "")
    return Traits(copied, roots, _signs(prose), end, log(text.length * scale + _SLACK))


_LOOSE = {SpanKind.TAG, SpanKind.CLASS, SpanKind.TITLE}
_SLACK = 8.0
_NOTHING: frozenset[str] = frozenset()
_CLOSERS = " \n\u00a0\u202f\"'*_)»”\x00"
_ENDS = {
    ".": ".",
    "。": ".",
    "।": ".",
    "!": "!",
    "！": "!",
    "?": "?",
    "？": "?",
    ":": ":",
    "：": ":",
    "…": "…",
}
_SORTS = (",，、;", ".!?。！？", "(（", ":：", '"“«„「', "*_")
_SORT = {sign: sort for sort, signs in enumerate(_SORTS) for sign in signs}
_SIGNS = regex(r"[,，、;.!?。！？(（:：\"“«„「*_](?:(?<![.!。！])|(?=\s|$|[^\x00-\x7f]))")
"""A point or an exclamation mark counts where it may end a sentence."""


def _signs(prose: str) -> tuple[int, ...]:
    return _counted("".join(_SIGNS.findall(prose, 0, _READ)))


@lru_cache(10_000)
def _counted(signs: str) -> tuple[int, ...]:
    found = [_SORT[sign] for sign in signs]
    return tuple(map(found.count, range(len(_SORTS))))


@lru_cache(10_000)
def _unlike(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How many signs only one of two texts has, few of them of each sort."""
    return sum(min(3, abs(a - b)) for a, b in zip(one, other, strict=True))


_READ = 1000


def fit(source: Traits, target: Traits) -> float:
    """The higher, the better they go together; the difference of two values is about a log likelihood.

    The weights were fitted to translations in nine languages, against those of other messages.
    """
    found = _ROOT * len(source.roots & target.roots) - 1.3 * min(1.5, abs(target.length - source.length))
    if source.copied or target.copied:
        common = len(source.copied & target.copied)
        found += _COPY * min(common, _COPIES) - 0.28 * min(len(source.copied ^ target.copied), 5)
    if source.signs != target.signs:
        found -= 0.28 * _unlike(source.signs, target.signs)
    return found - 0.4 * (source.end != target.end)


_ROOT, _COPY, _COPIES = 0.52, 0.59, 3
"""The weights of what both have, and how much that is copied counts."""


def at_most(source: Traits, target: Traits) -> float:
    """What ``fit`` cannot exceed; it is told much sooner."""
    found = _ROOT * len(source.roots & target.roots)
    return found + _COPY * _COPIES if source.copied and target.copied else found


def alike(one: Traits, two: Traits) -> bool:
    """Whether two texts of one language say much the same."""
    common, every = one.roots & two.roots, one.roots | two.roots
    return one.copied == two.copied and 2 * len(common) >= len(every)


_SAMPLE = 2000
"""A median needs no more pairs."""


def ratio(pairs: Pairs, setting: Setting) -> float:
    """How long the locale's translations usually are, to messages of length 1."""
    some = pairs.every[:: max(1, len(pairs) // _SAMPLE)]
    long = [
        len(pair.target.prose) / len(pair.source.prose) for pair in some if len(pair.source.prose) >= _LONG
    ]
    return median(long) if len(long) >= FEW else SHORTER.get(setting.language, 1.1)
