"""Why a person should look at a translation before it is published: what checks call an error."""

from __future__ import annotations

from l10n.checks.rules import Pair, Rule, Setting, Severity
from l10n.checks.table import FAMILIES
from l10n.model import Segment

_RULES = [
    rule for rule in FAMILIES["structure"] if isinstance(rule, Rule) and rule.severity is Severity.ERROR
]


def doubt(segment: Segment, msgstr: str, setting: Setting) -> str:
    """What is wrong with the markup of a translation; empty if nothing is."""
    pair = Pair(segment.msgid, msgstr, segment.msgctxt, segment)
    flaws = (
        flaw for rule in _RULES if not (rule.markup and pair.plain) for flaw in rule.check(pair, setting)
    )
    return next((flaw.message for flaw in flaws), "")
