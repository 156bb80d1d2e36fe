"""A value of YAML or TOML that is prose."""

from __future__ import annotations

from typing import NamedTuple

from l10n.deck.quoting import Quoting


class Field(NamedTuple):
    """Where the value stands, under which key, and what it says."""

    start: int
    end: int
    path: tuple[str, ...]
    quoting: Quoting
    msgid: str

    def moved(self, by: int) -> Field:
        """The same in a text where it stands further behind."""
        return self._replace(start=self.start + by, end=self.end + by)
