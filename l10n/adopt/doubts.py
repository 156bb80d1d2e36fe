"""Why a person should look at a translation: what checks find in its markup, and other numbers."""

from __future__ import annotations

from l10n.adopt.alignment.traits import number_of
from l10n.checks import FAMILIES, Pair, Rule, Setting
from l10n.deck import Segment
from l10n.markdown import InlineSpan, SpanKind, spans

_RULES = [rule for rule in FAMILIES["structure"] if isinstance(rule, Rule) and rule.name != "swapped-targets"]
"""Without a rule that only guesses."""


def doubt(segment: Segment, msgstr: str, setting: Setting) -> str:
    """What is wrong with the markup or the numbers of a translation; empty if nothing is."""
    pair = Pair(segment.msgid, msgstr, segment.msgctxt, segment)
    flaws = (flaw for rule in _RULES for flaw in rule.flaws(pair, setting))
    return next((flaw.message for flaw in flaws), "") or _changed_number(segment.msgid, msgstr)


def _changed_number(before: str, after: str) -> str:
    had, has = spans(before), spans(after)
    lost, new = _numbers(had, has), _numbers(has, had)
    # A number alone may be a word in one of the languages.
    return f"the number {lost[0]} is {new[0]}" if lost and new else ""


def _numbers(of: list[InlineSpan], but: list[InlineSpan]) -> list[str]:
    """Numbers that one side has and the other has not, as they are written."""
    known = {number_of(span.value) for span in but if span.kind is SpanKind.NUMBER}
    numbers = [span.value for span in of if span.kind is SpanKind.NUMBER]
    return [number for number in numbers if number_of(number) not in known]
