"""The formats that findings can be printed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from l10n.checks import Finding
from l10n.report.findings.as_json import as_json
from l10n.report.findings.codequality import as_codequality
from l10n.report.findings.github import as_annotations
from l10n.report.findings.junit import as_junit
from l10n.report.findings.sarif import Described, as_sarif
from l10n.report.findings.text import as_text

Format = Callable[[Sequence[Finding], Sequence[Described]], str]
"""From findings, and all rules that were asked, to the text to print."""

FORMATS: Mapping[str, Format] = {
    "text": lambda findings, _: as_text(findings),
    "json": lambda findings, _: as_json(findings),
    "github": lambda findings, _: as_annotations(findings),
    "sarif": as_sarif,
    "junit": as_junit,
    "codequality": lambda findings, _: as_codequality(findings),
}
