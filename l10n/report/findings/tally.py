"""What all formats of findings share: their order, their sum, and what tells one from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from l10n.checks import Finding
from l10n.project import Severity


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, then warnings, then notes; within each, in the order given."""
    return sorted(findings, key=lambda finding: finding.severity.rank)


def tally(findings: Sequence[Finding]) -> str:
    """How many there are, in words: ``2 errors, 1 warning``."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(counted(counts[severity], severity) for severity in Severity if counts[severity])


def counted(number: int, noun: str) -> str:
    """``1 error``, ``1,200 errors``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """For each finding, what it keeps when lines move: made from its rule and message.

    Findings of one rule in one message of one file are numbered.
    """
    seen: Counter[tuple[str, str]] = Counter()
    marks: list[str] = []
    for finding in findings:
        mark = _digest(finding.rule, repr(finding.msgctxt), finding.msgid)
        seen[finding.file, mark] += 1
        marks.append(f"{mark}:{seen[finding.file, mark]}")
    return marks


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
