"""Dashes between parts of a sentence: which mark, and whether blanks stand around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.checks.evidence.typography_data import DASHES, Typography
from l10n.checks.model import Flaw, Pair, Rule, Setting
from l10n.checks.rules.customs import Custom
from l10n.checks.rules.edits import Edit, flaws, repair
from l10n.project import Severity
from l10n.regex import regex

_CUSTOM = Custom("dash", 10, 0.9)
_BLANKS = " \u00a0\u202f"
_BEFORE = r"(?:(?<=[^\W\d_]{2})|(?<=[)\]»”\"'*_.!?…%\x00\x01]))"
_AFTER = r"(?=[(\[«„“\"'*_¿¡]*[^\W\d_]{2}|[\x00\x01])"
_SPACED = rf"{_BEFORE}([{_BLANKS}]+)(-{{1,3}}|–|—{{1,2}})([{_BLANKS}]+){_AFTER}"
_CLOSE = r"(?<=[^\W\d_]{2})(--|—{1,2})(?=[^\W\d_]{2})"
_DASH = regex(f"{_SPACED}|{_CLOSE}")
"""Between words, on one line: not where a list, a rule or an option begins, between numbers or variables."""
_TYPED = "-"
"""What stand-ins for a dash are made of."""
_ANY = regex(rf"[{_BLANKS}][-–—]|--|—")
"""What every dash has, and few texts; it is found much sooner."""
_HYPHENS = "--"
_PLUS = " + "


def dash(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A dash between words is not the one that nearly all of the locale's are, or has other blanks around.

    Where translations have no habit, only hyphens that stand for it are noted, and only in languages whose
    spelling rules say which dash it is, as German's do. Ranges, options and formulas have no such dash.
    """
    return flaws(pair, setting, _edits)


def _edits(pair: Pair, _: Typography, setting: Setting) -> Iterator[Edit]:
    usual = _CUSTOM.of(setting)
    wanted = usual or DASHES.get(setting.language, "")
    for match in _dashes(pair) if wanted and _TYPED not in wanted else ():
        found = _way(match)
        if found != wanted and (usual or _TYPED in found):
            yield Edit(*match.span(), _written(match, wanted), _told(found, wanted, by_habit=bool(usual)))


def _habitual_edits(pair: Pair, rules: Typography, setting: Setting) -> Iterator[Edit]:
    """Those that are certain."""
    return _edits(pair, rules, setting) if _CUSTOM.of(setting) else iter(())


def _dashes(pair: Pair) -> Iterator[re.Match[str]]:
    """Dashes of a translation, but for those between things, minus beside plus, and names of the source."""
    prose = pair.target.prose
    counts = _PLUS in prose
    for match in _DASH.finditer(prose) if _ANY.search(prose) else ():
        start, end = match.span()
        named = match[4] == _HYPHENS and prose[start - 2 : end + 2] in pair.msgid
        minus = counts and match[2] == _TYPED
        if not (named or minus or (prose[start - 1] in _THINGS and prose[end] in _THINGS)):
            yield match


_THINGS = "\x00\x01"


def _way(match: re.Match[str]) -> str:
    """The mark, in plain blanks if blanks are around it."""
    return match[4] or f" {match[2]} "


def _written(match: re.Match[str], wanted: str) -> str:
    """The dash as it is wanted; blanks that do not break stay."""
    if match[2] and wanted.startswith(" "):
        return f"{match[1]}{wanted.strip()}{match[3]}"
    return wanted


def _told(found: str, wanted: str, *, by_habit: bool) -> str:
    why = "in nearly all translations" if by_habit else "here"
    return f"the dash is “{wanted}” {why}, found “{found}”"


def _customs(pairs: Sequence[Pair], _: Setting) -> Iterator[str]:
    """The name of the habit, if nearly all dashes are of one form."""
    return _CUSTOM.names(Counter(_way(match) for pair in pairs for match in _dashes(pair)))


RULES = (Rule("dash", Severity.NOTE, dash, repair(_habitual_edits), frozenset("-–—"), customs=_customs),)
