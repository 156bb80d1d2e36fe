"""One finding a cause: what another finding in the same entry explains is not reported beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from l10n.checks.finding import Finding
from l10n.checks.table import FAMILIES

_WORDS = frozenset(rule.name for family in ("content", "terminology") for rule in FAMILIES[family])
_OF_ITS_OWN = {"neighbours-translation", "word-doubled", "unclosed-emphasis", "unclosed-strong"} | {
    "mixed-script",
    "stray-character",
    "left-in-source-language",
    "spelling",
}
"""What is wrong with a translation whatever it translates."""
EXPLAINED: Mapping[str, frozenset[str]] = {
    "neighbours-translation": _WORDS - _OF_ITS_OWN,
    "mixed-script": frozenset({"spelling"}),
    "stray-character": frozenset({"spelling"}),
    "unclosed-emphasis": frozenset({"emphasis-by-accident", "emphasis-lost"}),
    "emphasis-by-accident": frozenset({"emphasis-lost"}),
    "truncated": frozenset({"end-punctuation-lost", "number-changed", "emphasis-lost"})
    | {rule.name for rule in FAMILIES["terminology"]},
}
"""By rule, the rules whose findings follow from its own: another text lacks words, numbers and marks."""


def one_per_cause(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that others in their entry explain."""
    explained: dict[tuple[str, str | None, str], set[str]] = {}
    for one in findings:
        if one.rule in EXPLAINED:
            explained.setdefault((one.file, one.msgctxt, one.msgid), set()).update(EXPLAINED[one.rule])
    return [one for one in findings if one.rule not in explained.get((one.file, one.msgctxt, one.msgid), ())]
