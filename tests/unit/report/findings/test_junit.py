"""JUnit XML, read by junitparser and by the standard library."""

from typing import Any

import pytest
from junitparser import Error, Failure, JUnitXml

from l10n.checks.finding import Finding
from l10n.report.findings.junit import as_junit
from unit.report.examples import ALL, ENEMY, LINK, NOTE, NUMBER, RULES

GONE = "\N{REPLACEMENT CHARACTER}"
SHOWN = {"\x00": GONE, "\x0b": GONE, "\ufffe": GONE, "\ud800": GONE, "a\r\nb": f"a{GONE}⏎b"}


def read(*findings: Finding) -> Any:
    return JUnitXml.fromstring(as_junit(findings, RULES).encode())


def test_there_is_a_suite_for_each_catalog_and_a_case_for_each_rule() -> None:
    xml = read(LINK, NUMBER._replace(file="locales/fr/LC_MESSAGES/two.po"))
    assert [suite.name for suite in xml] == [
        "locales/fr/LC_MESSAGES/one.po",
        "locales/fr/LC_MESSAGES/two.po",
    ]
    assert [case.name for suite in xml for case in suite] == ["link-target", "number"] * 2


def test_what_was_found_fails_and_the_rest_passes() -> None:
    (suite,) = read(LINK)
    link, number = suite
    (failure,) = link.result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error", LINK.message)
    assert f"{LINK.file}:12" in failure.text
    assert LINK.msgid in failure.text
    assert LINK.msgstr in failure.text
    assert number.is_passed


def test_findings_of_one_rule_are_one_failure_that_names_them_all() -> None:
    ((link, _),) = read(LINK, LINK._replace(line=40))
    (failure,) = link.result
    assert failure.message == f"2 errors: {LINK.message}"
    assert ":12: " in failure.text
    assert ":40: " in failure.text


def test_a_note_does_not_fail() -> None:
    ((_, _, emphasis),) = read(NOTE)
    assert (emphasis.name, emphasis.is_passed) == ("emphasis", True)
    assert NOTE.message in emphasis.system_out


def test_sums_are_those_that_a_reader_counts() -> None:
    text = as_junit(ALL, RULES)
    xml = JUnitXml.fromstring(text.encode())
    written = (xml.tests, xml.failures, xml.errors, xml.skipped)
    xml.update_statistics()
    assert written == (xml.tests, xml.failures, xml.errors, xml.skipped)
    assert xml.failures == 3
    assert not any(isinstance(result, Error) for suite in xml for case in suite for result in case.result)


def test_nothing_found_is_one_suite_in_which_all_rules_pass() -> None:
    (suite,) = read()
    assert [(case.name, case.is_passed) for case in suite] == [("link-target", True), ("number", True)]


@pytest.mark.parametrize(
    "text", ["]]>", "<b>&amp;</b>", '"', "\x00", "\x0b", "\ufffe", "\ud800", "a\r\nb", ""]
)
def test_any_text_is_read_back_but_for_what_xml_cannot_hold(text: str) -> None:
    finding = LINK._replace(message=f"a{text}b", msgid=text, msgstr=text)
    ((link, _),) = read(finding)
    (failure,) = link.result
    assert failure.message == f"a{SHOWN.get(text, text)}b"


def test_hostile_text_stays_text() -> None:
    (suite,) = read(ENEMY)
    assert [len(case.result) for case in suite] == [0, 0, 1]
    assert "<script>" in suite.name
