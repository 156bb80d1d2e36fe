"""How bad a flaw is; light, for the command line names the severities before anything is done."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; in order, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst; as texts, severities have another order."""
        return list(Severity).index(self)
