"""Marks of half width where the script has its own of full width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from l10n.checks.evidence.language_data import FULL_WIDTH
from l10n.checks.evidence.typography_data import Typography
from l10n.checks.model import Flaw, Pair, Rule, Setting
from l10n.checks.rules.edits import Edit, flaws, repair
from l10n.project import Severity
from l10n.regex import regex

_NAME = "half-width-mark"
_WIDE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〇"
_AFTER = rf"[{_WIDE}\u3001-\u301f\uff00-\uffef\n \x01\"')*]|$"
_HALF = regex(rf"(?<=[{_WIDE}])([,;:!?.])(?: (?=[{_WIDE}])|(?={_AFTER}))")
"""Behind a character of the script, and before another or an end; a blank behind it goes with it."""


def half_width_mark(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A comma, stop, colon, question or exclamation mark of half width stands in Chinese or Japanese text.

    What a fifth of the locale's translations do is a habit, mark by mark.
    """
    return flaws(pair, setting, _edits)


def _edits(pair: Pair, _: Typography, setting: Setting) -> Iterator[Edit]:
    full = FULL_WIDTH.get(setting.language, {})
    for match in _HALF.finditer(pair.target.prose) if full else ():
        mark = match[1]
        if mark in full and _custom(mark) not in setting.habits:
            yield Edit(*match.span(), full[mark], f"“{mark}” is written as “{full[mark]}” here")


def _custom(mark: str) -> str:
    return f"{_NAME} {mark}"


def _customs(pairs: Sequence[Pair], setting: Setting) -> Iterator[str]:
    """The marks that are often of half width."""
    full: Mapping[str, str] = FULL_WIDTH.get(setting.language, {})
    prose = [pair.target.prose for pair in pairs] if full else []
    half = Counter(match[1] for text in prose for match in _HALF.finditer(text))
    for mark, wide in full.items():
        count = sum(text.count(wide) for text in prose)
        if half[mark] >= max(_SOME, _OFTEN * (half[mark] + count)):
            yield _custom(mark)


_SOME, _OFTEN = 5, 0.2


RULES = (
    Rule(
        _NAME,
        Severity.WARNING,
        half_width_mark,
        repair(_edits),
        frozenset(",;:!?."),
        applies=lambda setting: setting.language in FULL_WIDTH,
        customs=_customs,
    ),
)
