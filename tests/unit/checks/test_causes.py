"""One cause, one finding."""

from l10n.checks.causes import EXPLAINED, one_per_cause
from l10n.checks.finding import Finding
from l10n.checks.table import FAMILY_OF
from l10n.project.severity import Severity


def finding(rule: str, msgid: str = "a", file: str = "a.po") -> Finding:
    return Finding(rule, Severity.WARNING, "", file, 1, msgid=msgid)


def test_what_another_finding_in_the_entry_explains_is_left_out() -> None:
    shifted, stop = finding("neighbours-translation"), finding("end-punctuation-lost")
    assert one_per_cause([stop, shifted, finding("preferred-term")]) == [shifted]
    assert one_per_cause([stop]) == [stop]


def test_other_entries_and_other_families_are_left_alone() -> None:
    others = [finding("end-punctuation-lost", "b"), finding("number-changed", "a", "b.po"), finding("link")]
    assert one_per_cause([*others, finding("truncated")])[:3] == others


def test_no_finding_explains_itself_or_an_error_of_structure() -> None:
    for rule, names in EXPLAINED.items():
        assert rule not in names
        assert {FAMILY_OF[name] for name in names} <= {"content", "terminology"}
