"""Findings as GitLab's code quality report."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from l10n.checks import Finding
from l10n.project import Severity
from l10n.report.findings.tally import fingerprints
from l10n.report.plain import ascii_json

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_codequality(findings: Sequence[Finding]) -> str:
    """An array of issues; fingerprints stay when lines move, and no two are the same."""
    marks = fingerprints(findings)
    return ascii_json([_issue(one, mark) for one, mark in zip(findings, marks, strict=True)])


def _issue(finding: Finding, mark: str) -> dict[str, object]:
    unique = f"{finding.file}\0{mark}".encode("utf-8", "surrogatepass")
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": sha256(unique).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.file, "lines": {"begin": finding.line}},
    }
