"""How well a translation fits a message: by length, and by what any two languages have in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from statistics import median

from l10n.checks.language_data import SHORTER
from l10n.checks.prose import GONE, THING
from l10n.checks.rules import Pair
from l10n.spans import InlineSpan, SpanKind

_WORD = re.compile(r"[^\W\d_]{3,}")
FEW = 20
"""So many long messages tell how long a locale's translations are."""
_LONG = 30


@dataclass(frozen=True, slots=True)
class Traits:
    """What one text shows of its meaning."""

    copied: frozenset[str]
    """What translators copy: code, targets, numbers."""
    alike: frozenset[str]
    """The beginnings of its words, for names stay and many words have a common root."""
    length: float
    """Of its prose, in characters, a few added, for short texts say little by their length."""


def traits(prose: str, spans: Sequence[InlineSpan], scale: float = 1.0) -> Traits:
    """The traits of a text; ``scale`` makes lengths of two languages comparable."""
    copied = frozenset([span.value for span in spans if span.kind not in _LOOSE]) if spans else _NOTHING
    roots = [word[:_ROOT] for word in _WORD.findall(prose.casefold())]
    return Traits(
        copied, frozenset(roots if prose.isascii() else map(_root, roots)), shown(prose) * scale + _SLACK
    )


_LOOSE = {SpanKind.TAG, SpanKind.CLASS, SpanKind.TITLE}
_SLACK = 8.0

_ROOT = 4


@lru_cache(100_000)
def _root(letters: str) -> str:
    """The beginning of a word without accents."""
    parts = unicodedata.normalize("NFD", letters)
    return "".join(part for part in parts if not unicodedata.combining(part))


def shown(prose: str) -> int:
    """How many characters of a text are prose."""
    return len(prose) - prose.count(GONE) - prose.count(THING)


_LOOSE = {SpanKind.TAG, SpanKind.CLASS, SpanKind.TITLE}
_SLACK = 8.0
_NOTHING: frozenset[str] = frozenset()


def _bare(prose: str) -> str:
    """``prose`` in lower case, without accents."""
    if prose.isascii():
        return prose.lower()
    parts = unicodedata.normalize("NFD", prose.casefold())
    return "".join([part for part in parts if not unicodedata.combining(part)])


def fit(source: Traits, target: Traits) -> float:
    """The higher, the better they go together; the difference of two values is about a log likelihood."""
    found = 1.5 * len(source.alike & target.alike)
    if source.copied or target.copied:
        common = len(source.copied & target.copied)
        found += 7.0 * common - 2.0 * (len(source.copied) + len(target.copied))
    stretch = log(target.length / source.length)
    return found - min(8.0, 6.0 * stretch * stretch)


def alike(one: Traits, two: Traits) -> bool:
    """Whether two texts of one language say much the same."""
    common, every = one.alike & two.alike, one.alike | two.alike
    return one.copied == two.copied and 2 * len(common) >= len(every)


_SAMPLE = 2000
"""A median needs no more pairs."""


def ratio(pairs: Sequence[Pair], language: str) -> float:
    """How long the locale's translations usually are, to messages of length 1."""
    some = pairs[:: max(1, len(pairs) // _SAMPLE)]
    long = [
        len(pair.target_prose) / len(pair.source_prose) for pair in some if len(pair.source_prose) >= _LONG
    ]
    return median(long) if len(long) >= FEW else SHORTER.get(language, 1.1)
