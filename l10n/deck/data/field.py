"""A value of YAML or TOML that is prose, or a text of HTML."""

from __future__ import annotations

from typing import NamedTuple

from l10n.deck.model import Kind
from l10n.deck.quoting import Quoting


class Field(NamedTuple):
    """Where the value stands, under which key, and what it says."""

    start: int
    end: int
    path: tuple[str, ...]
    quoting: Quoting
    msgid: str
    kind: Kind = Kind.FRONT_MATTER

    def moved(self, by: int) -> Field:
        """The same in a text where it stands further behind."""
        return self._replace(start=self.start + by, end=self.end + by)
