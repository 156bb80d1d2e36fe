"""Findings as GitHub's annotations, and as the Markdown summary of a step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.checks import Finding
from l10n.project import Severity
from l10n.report.findings.tally import tally, worst_first
from l10n.report.markdown import escaped
from l10n.report.plain import on_one_line, start_of

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SHOWN = {Severity.ERROR: 10, Severity.WARNING: 10, Severity.NOTE: 9}
"""GitHub shows ten of each level for a step and drops all others silently; the tenth notice is our sum."""
_SUMMARY_BYTES = 1 << 20
"""A longer summary of a step is dropped as a whole."""
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({":": "%3A", ",": "%2C"})


def as_annotations(findings: Sequence[Finding]) -> str:
    """Workflow commands, the worst findings first; one more line says what GitHub would not show."""
    lines: list[str] = []
    rest: list[Finding] = []
    for severity, limit in _SHOWN.items():
        level = [finding for finding in findings if finding.severity is severity]
        lines += map(_annotation, level[:limit])
        rest += level[limit:]
    if rest:
        lines.append(f"::notice title=l10n::and {tally(rest)} more: see the summary of this step")
    return "\n".join(lines)


def _annotation(finding: Finding) -> str:
    properties = {"file": finding.file, "line": str(finding.line), "title": _title(finding)}
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {shown}::{_data(finding.message)}"


def _title(finding: Finding) -> str:
    return f"{finding.locale} {finding.rule}".lstrip()


def _data(text: str) -> str:
    return _harmless(text).translate(_DATA)


def _property(text: str) -> str:
    return _data(text).translate(_PROPERTY)


def _harmless(text: str) -> str:
    """``text`` without characters that a log would obey; its lines stay."""
    return "\n".join(map(on_one_line, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def as_step_summary(findings: Sequence[Finding]) -> str:
    """A heading and a table in Markdown, the worst first; what does not fit in 1 MiB is counted."""
    head = f"## l10n: {tally(findings) or 'nothing found'}\n"
    if not findings:
        return head
    table = f"{head}\n| | place | rule | what | message |\n| --- | --- | --- | --- | --- |\n"
    ordered = worst_first(findings)
    rows = list(_fitting_rows(ordered, _SUMMARY_BYTES - len(table) - 200))
    rest = ordered[len(rows) :]
    return table + "".join(rows) + (f"\nand {tally(rest)} more\n" if rest else "")


def _fitting_rows(findings: Sequence[Finding], room: int) -> Iterator[str]:
    for finding in findings:
        row = _row(finding)
        room -= len(row.encode("utf-8", "replace"))
        if room < 0:
            return
        yield row


def _row(finding: Finding) -> str:
    cells = (
        str(finding.severity),
        f"{finding.file}:{finding.line}",
        finding.rule,
        finding.message,
        start_of(on_one_line(finding.msgid[:200]), 80),
    )
    return f"| {' | '.join(escaped(cell) for cell in cells)} |\n"
