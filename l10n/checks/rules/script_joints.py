"""Blanks between Chinese or Japanese characters and Latin letters or digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.checks.evidence.language_data import WIDE_SCRIPTS
from l10n.checks.evidence.typography_data import Typography
from l10n.checks.model import Flaw, Pair, Rule, Setting
from l10n.checks.rules.customs import Custom
from l10n.checks.rules.edits import Edit, flaws, repair
from l10n.project import Severity

_SPACED, _CLOSE = "spaced", "close"
_LEAST, _SHARE = 20, 0.95
_WIDE = "\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〇"
_COUNTED = "年月日時时分秒号號"
"""Behind a digit they make a date or a time, which many write close where they space all else."""


def _joint(begins: str, ends: str, before: str = "") -> re.Pattern[str]:
    """Where a character of the script meets what ``begins``, or what ``ends`` meets one, blank or not."""
    return re.compile(rf"(?<=[{_WIDE}]) ?(?={begins})|(?<={ends}) ?{before}(?=[{_WIDE}])")


_KINDS = (
    (
        Custom("joint with Latin letters", _LEAST, _SHARE),
        _joint("[A-Za-z]{2}", "[A-Za-z]{2}"),
        "Latin letters",
    ),
    (
        Custom("joint with digits", _LEAST, _SHARE),
        _joint(rf"[0-9]+(?![0-9{_COUNTED}])", "[0-9]", rf"(?![{_COUNTED}])"),
        "digits",
    ),
)
"""Habits differ by what stands beside the script. Of one letter it is not sure that it is a word."""


def script_spacing(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A blank between Chinese or Japanese and Latin letters or digits is there, or not, unlike nearly always.

    The locale's translations tell which; without a habit nothing is said.
    """
    return flaws(pair, setting, _edits)


def _edits(pair: Pair, _: Typography, setting: Setting) -> Iterator[Edit]:
    for custom, joint, name in _KINDS:
        usual = custom.of(setting)
        for match in joint.finditer(pair.target.prose) if usual else ():
            if _way(match) != usual:
                blank, wanted = (" ", "a blank") if usual == _SPACED else ("", "no blank")
                yield Edit(*match.span(), blank, f"beside {name} is {wanted} in nearly all translations")


def _way(match: re.Match[str]) -> str:
    return _SPACED if match.group() else _CLOSE


def _customs(pairs: Sequence[Pair], setting: Setting) -> Iterator[str]:
    """Whether nearly all joints are spaced, or close, kind by kind."""
    prose = [pair.target.prose for pair in pairs] if _applies(setting) else []
    for custom, joint, _ in _KINDS:
        yield from custom.names(Counter(_way(match) for text in prose for match in joint.finditer(text)))


def _applies(setting: Setting) -> bool:
    return setting.language in WIDE_SCRIPTS


RULES = (
    Rule(
        "script-spacing",
        Severity.NOTE,
        script_spacing,
        repair(_edits),
        frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
        applies=_applies,
        customs=_customs,
    ),
)
