"""GitLab's code quality report, held against what GitLab's documentation asks for."""

import json
from typing import Any

import pytest
from jsonschema import validate

from l10n.checks.finding import Finding
from l10n.report.findings.codequality import as_codequality
from unit.report.examples import ALL, ENEMY, LINK, NOTE, NUMBER

TEXT = {"type": "string", "minLength": 1}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def read(*findings: Finding) -> Any:
    data = json.loads(as_codequality(findings))
    validate(data, SCHEMA)
    return data


@pytest.mark.parametrize("findings", [(), ALL])
def test_it_is_what_gitlab_reads(findings: tuple[Finding, ...]) -> None:
    assert len(read(*findings)) == len(findings)


def test_an_issue_has_the_rule_the_sentence_and_the_place() -> None:
    (issue,) = read(LINK)
    assert (issue["check_name"], issue["description"]) == ("link-target", LINK.message)
    assert issue["location"] == {"path": LINK.file, "lines": {"begin": 12}}


def test_severities_are_gitlabs() -> None:
    assert [issue["severity"] for issue in read(LINK, NUMBER, NOTE)] == ["critical", "minor", "info"]


def test_fingerprints_are_unique_also_for_one_message_in_two_files() -> None:
    elsewhere = LINK._replace(file="locales/de/LC_MESSAGES/one.po")
    marks = [issue["fingerprint"] for issue in read(LINK, LINK, elsewhere, NUMBER, NOTE, ENEMY)]
    assert len(set(marks)) == 6


def test_fingerprints_stay_when_lines_move() -> None:
    (before,), (after,) = read(LINK), read(LINK._replace(line=99))
    assert before["fingerprint"] == after["fingerprint"]
