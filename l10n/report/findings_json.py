"""Findings for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from l10n.checks.rules import Finding

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
    """An array of objects, pure ASCII, so that it is safe in any terminal and encoding."""
    return json.dumps([{name: getattr(one, name) for name in _FIELDS} for one in findings], indent=2)
