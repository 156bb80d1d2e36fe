"""Findings for people: a line each, then their sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.checks.rules import Finding, Severity
from l10n.report.plain import fitting, on_one_line, shortened, width
from l10n.report.tally import counted, tally

_COLUMNS = 80
_LABEL = "    msgstr  "
_CODES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


def as_text(findings: Sequence[Finding], *, colour: bool = False, verbose: bool = False) -> str:
    """File and line, severity, the sentence and the rule; ``verbose`` shows the message, and where in it."""
    lines: list[str] = []
    for finding in findings:
        lines.append(_line(finding, colour=colour))
        if verbose:
            lines += _excerpt(finding)
    return "\n".join([*lines, _sum(findings)])


def _sum(findings: Sequence[Finding]) -> str:
    if not findings:
        return "nothing found"
    return f"{tally(findings)} in {counted(len({one.file for one in findings}), 'file')}"


def _line(finding: Finding, *, colour: bool) -> str:
    place = on_one_line(f"{finding.file}:{finding.line}")
    severity, rule = str(finding.severity), on_one_line(f"[{finding.rule}]")
    if colour:
        severity, rule = _painted(severity, _CODES[finding.severity]), _painted(rule, "2")
    return f"{place}: {severity}: {on_one_line(finding.message)} {rule}"


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _excerpt(finding: Finding) -> Iterator[str]:
    room = _COLUMNS - len(_LABEL)
    if finding.msgid:
        yield "    msgid   " + shortened(on_one_line(finding.msgid), room)
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
        # Half of the room, read backwards, for what stands before the range.
        cut = start - fitting(text[max(0, start - room) : start][::-1], room // 2)
        if cut:
            text, start, end = f"…{text[cut:]}", start - cut + 1, end - cut + 1
    shown = shortened(text, room)
    return shown, min(start, len(shown)), min(end, len(shown))
