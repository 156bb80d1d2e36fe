"""Findings for programs."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.checks import Finding
from l10n.report.plain import ascii_json

_FIELDS = (
    "rule",
    "severity",
    "locale",
    "file",
    "line",
    "deck",
    "slide",
    "msgctxt",
    "msgid",
    "msgstr",
    "message",
)


def as_json(findings: Sequence[Finding]) -> str:
    """An array of objects."""
    return ascii_json([{name: getattr(one, name) for name in _FIELDS} for one in findings])
