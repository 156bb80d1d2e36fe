"""Findings for people: a line each, then their sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.checks import Finding
from l10n.project import Severity
from l10n.report.findings.tally import counted, tally
from l10n.report.plain import Line, Painted, Style, fitting_at_end, on_one_line, printable, start_of, width

_COLUMNS = 80
_LABEL = "    msgstr  "
_STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.NOTE: Style.NOTE}


def as_lines(findings: Sequence[Finding], *, verbose: bool = False) -> Iterator[Line]:
    """File and line, severity, the sentence and the rule; ``verbose`` shows the message, and where in it."""
    for finding in findings:
        yield _line(finding)
        if verbose:
            yield from _excerpt(finding)
    yield _sum(findings)


def as_text(findings: Sequence[Finding], *, verbose: bool = False) -> str:
    """The same without colours."""
    return "\n".join(map(printable, as_lines(findings, verbose=verbose)))


def _sum(findings: Sequence[Finding]) -> str:
    if not findings:
        return "nothing found"
    return f"{tally(findings)} in {counted(len({one.file for one in findings}), 'file')}"


def _line(finding: Finding) -> Line:
    severity = Painted(str(finding.severity), _STYLES[finding.severity])
    rule = Painted(f"[{finding.rule}]", Style.ASIDE)
    return (f"{finding.file}:{finding.line}: ", severity, f": {finding.message} ", rule)


def _excerpt(finding: Finding) -> Iterator[str]:
    room = _COLUMNS - len(_LABEL)
    if finding.msgid:
        yield "    msgid   " + start_of(on_one_line(finding.msgid), room)
    if finding.msgstr:
        text, start, end = _window(on_one_line(finding.msgstr), finding.at or (0, 0), room)
        yield _LABEL + text
        if finding.at:
            marked = max(1, width(text[start:end]))
            yield " " * (len(_LABEL) + width(text[:start])) + "^" + "~" * (marked - 1)


def _window(text: str, at: tuple[int, int], room: int) -> tuple[str, int, int]:
    """What of ``text`` is shown in so many columns, and where the range ``at`` is in it."""
    start = min(max(at[0], 0), len(text))
    end = min(max(at[1], start), len(text))
    if width(text[:end]) > room - 1:
        # Half of the room for what stands before the range.
        cut = start - fitting_at_end(text[max(0, start - room) : start], room // 2)
        if cut:
            text, start, end = f"…{text[cut:]}", start - cut + 1, end - cut + 1
    shown = start_of(text, room)
    return shown, min(start, len(shown)), min(end, len(shown))
