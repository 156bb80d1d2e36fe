"""How well a translation fits a message: by what both have in common whatever the languages, and by length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


def traits(text: str, prose: str, spans: Sequence[InlineSpan], scale: float = 1.0) -> Traits:
    """The traits of ``text``; ``scale`` makes lengths of two languages comparable."""
    copied = {span.value for span in spans if span.kind not in _LOOSE}
    words = _WORD.findall(_bare(prose))
    return Traits(frozenset(copied), frozenset([word[:4] for word in words]), shown(prose) * scale + _SLACK)


def shown(prose: str) -> int:
    """How many characters of a text are prose."""
    return len(prose) - prose.count(GONE) - prose.count(THING)


_LOOSE = {SpanKind.TAG, SpanKind.CLASS, SpanKind.TITLE}
_SLACK = 8.0


def _bare(prose: str) -> str:
    """``prose`` in lower case, without accents."""
    if prose.isascii():
        return prose.lower()
    parts = unicodedata.normalize("NFD", prose.casefold())
    return "".join([part for part in parts if not unicodedata.combining(part)])


def fit(source: Traits, target: Traits) -> float:
    """The higher, the better they go together; the difference of two values is about a log likelihood."""
    common = source.copied & target.copied
    apart = len(source.copied) + len(target.copied) - 2 * len(common)
    stretch = log(target.length / source.length)
    return 3.0 * len(common) - 2.0 * apart + 1.5 * len(source.alike & target.alike) - min(8.0, 6.0 * stretch * stretch)


def alike(one: Traits, two: Traits) -> bool:
    """Whether two texts of one language say much the same."""
    common, every = one.alike & two.alike, one.alike | two.alike
    return one.copied == two.copied and 2 * len(common) >= len(every)


def ratio(pairs: Iterable[Pair], language: str) -> float:
    """How long the locale's translations usually are, to messages of length 1."""
    long = [len(pair.target_prose) / len(pair.source_prose) for pair in pairs if len(pair.source_prose) >= _LONG]
    return median(long) if len(long) >= FEW else SHORTER.get(language, 1.1)
