"""The formats that findings can be printed in, by name.

The command line names them all; what makes one is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.checks import Finding
    from l10n.report.findings.sarif import Described


def _text(findings: Sequence[Finding], _: Sequence[Described]) -> str:
    from l10n.report.findings.text import as_text

    return as_text(findings)


def _json(findings: Sequence[Finding], _: Sequence[Described]) -> str:
    from l10n.report.findings.as_json import as_json

    return as_json(findings)


def _github(findings: Sequence[Finding], _: Sequence[Described]) -> str:
    from l10n.report.findings.github import as_annotations

    return as_annotations(findings)


def _sarif(findings: Sequence[Finding], rules: Sequence[Described]) -> str:
    from l10n.report.findings.sarif import as_sarif

    return as_sarif(findings, rules)


def _junit(findings: Sequence[Finding], rules: Sequence[Described]) -> str:
    from l10n.report.findings.junit import as_junit

    return as_junit(findings, rules)


def _codequality(findings: Sequence[Finding], _: Sequence[Described]) -> str:
    from l10n.report.findings.codequality import as_codequality

    return as_codequality(findings)


FORMATS: Mapping[str, Callable[[Sequence[Finding], Sequence[Described]], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
    "junit": _junit,
    "codequality": _codequality,
}
"""From findings, and all rules that were asked, to the text to print."""
