"""Which quotation marks, dots and apostrophes a locale's translations usually have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.checks.evidence.quotation_marks import QUOTATION_MARKS
from l10n.checks.evidence.typography_data import Quotes, Typography
from l10n.checks.model import Pair, Setting
from l10n.checks.rules.customs import Custom
from l10n.language import canonical
from l10n.regex import regex

_STRAIGHT = regex(r"(?<![\w\"])\"[^\"\n]+\"(?![\w\"])")
DOTS = regex(r"(?<![./\\])\.\.\.(?![.\w/\\])")
APOSTROPHE = regex(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_QUOTING = Custom("quotation marks", 5, 0.8)
_DOTS = Custom("dots", 5, 0.8)
_APOSTROPHES = Custom("apostrophe", 20, 0.95)


def quoting(pairs: Sequence[Pair], setting: Setting) -> Iterator[str]:
    """The name of the habit, if one pair of typographic marks is usual."""
    prose = [pair.target.prose for pair in pairs]
    counts = {marks: _count(prose, marks) for marks in _candidates(setting)}
    usual = max(counts, key=counts.__getitem__)
    straight = sum(len(_STRAIGHT.findall(text)) for text in prose)
    return _QUOTING.names(Counter({usual: counts[usual]}), straight)


def _count(prose: Sequence[str], marks: str) -> int:
    opening, closing = marks[0], marks[1]
    quoted = re.compile(rf"{opening}[^{opening}{closing}\n]+{closing}")
    return sum(len(quoted.findall(text)) for text in prose if opening in text)


def _candidates(setting: Setting) -> tuple[str, ...]:
    """What CLDR has for the locale, then what is usual elsewhere."""
    return tuple(dict.fromkeys((*_of_locale(setting), "“”", "«»", "„“", "„”", "»«", "「」")))


def _of_locale(setting: Setting) -> tuple[str, ...]:
    code = canonical(setting.locale)
    code = "zh_Hant" if code in _TRADITIONAL else code
    return QUOTATION_MARKS.get(code) or QUOTATION_MARKS.get(setting.language) or ()


_TRADITIONAL = frozenset({"zh_TW", "zh_HK", "zh_MO"})


def quotes(rules: Typography, setting: Setting, *, asked: bool) -> Quotes | None:
    """The marks that belong where ``"`` is typed: by habit, or where the locale or the user asks for some."""
    usual = _QUOTING.of(setting)
    own = rules.quotes
    if own and (own.required or asked):
        return own
    if usual:
        return Quotes(usual[0], usual[1], own.inside if own and own.opening == usual[0] else "")
    known = _of_locale(setting)
    return Quotes(known[0][0], known[0][1]) if asked and known else None


def ellipses(pairs: Sequence[Pair], setting: Setting) -> Iterator[str]:  # noqa: ARG001
    """The name of the habit, if dots are usually one character."""
    one = sum(pair.target.prose.count("…") for pair in pairs)
    three = sum(len(DOTS.findall(pair.target.prose)) for pair in pairs)
    return _DOTS.names(Counter({"…": one}), three)


def has_one_ellipsis(setting: Setting) -> bool:
    """Whether dots are usually one character."""
    return bool(_DOTS.of(setting))


def apostrophes(pairs: Sequence[Pair], setting: Setting) -> Iterator[str]:  # noqa: ARG001
    """The name of the habit, if nearly all apostrophes are of one form."""
    return _APOSTROPHES.names(
        Counter(mark for pair in pairs for mark in APOSTROPHE.findall(pair.target.prose))
    )


def usual_apostrophe(setting: Setting) -> str:
    """The form that nearly all have; empty if there is none."""
    return _APOSTROPHES.of(setting)
