"""Findings as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import quote

from l10n import __version__
from l10n.checks import Finding
from l10n.project import Severity
from l10n.regex import regex
from l10n.report.findings.tally import fingerprints
from l10n.report.plain import ascii_json

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SENTENCE = regex(r"[^\n]*?\.(?=\s|$)|[^\n]+")


class Described(Protocol):
    """What is told of a rule."""

    @property
    def name(self) -> str:
        """Stable."""

    @property
    def severity(self) -> Severity:
        """How bad its findings are, unless the user says otherwise."""

    @property
    def meaning(self) -> str:
        """What it finds, in a sentence or two."""


def as_sarif(findings: Sequence[Finding], rules: Sequence[Described]) -> str:
    """One run: all rules with what they mean, and a result per finding.

    Results are told apart by rule and message, so that an alert stays the same when lines move.
    """
    described = {rule.name: _rule(rule.name, rule.severity, rule.meaning) for rule in rules}
    known = {one.rule: _rule(one.rule, one.severity) for one in findings} | described
    order = {name: index for index, name in enumerate(known)}
    marks = fingerprints(findings)
    run = {
        "tool": {"driver": {"name": "l10n", "version": __version__, "rules": list(known.values())}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, mark, order) for one, mark in zip(findings, marks, strict=True)],
    }
    return ascii_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, severity: Severity, meaning: str = "") -> dict[str, Any]:
    """What GitHub asks for of a rule; one without a meaning is at least named."""
    meaning = meaning or name
    first = _SENTENCE.search(meaning)
    return {
        "id": name,
        "shortDescription": {"text": first.group() if first else meaning},
        "fullDescription": {"text": meaning},
        "help": {"text": meaning, "markdown": meaning.replace("``", "`")},
        "defaultConfiguration": {"level": str(severity)},
    }


def _result(finding: Finding, mark: str, order: Mapping[str, int]) -> dict[str, Any]:
    place = {"artifactLocation": _artifact(finding.file), "region": {"startLine": max(1, finding.line)}}
    return {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": str(finding.severity),
        "message": {"text": _without_links(finding.message)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"primaryLocationLineHash": mark},
    }


def _artifact(path: str) -> dict[str, str]:
    """The file, relative to the repository where it is in it; a colon would be read as a scheme's."""
    uri = quote(path, safe="/", errors="surrogatepass")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _without_links(text: str) -> str:
    """``text`` that a viewer shows as it is: ``[x](y)`` would become a link."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text
