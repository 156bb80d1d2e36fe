"""Where what is known of the parts of decks is kept between runs."""

from __future__ import annotations

from typing import NamedTuple

from l10n.system import Rows

_HUGE = 200_000
"""Characters of a deck from which it is taken apart: with less, nobody waits."""


class PartStore(NamedTuple):
    """For one deck."""

    rows: Rows
    digest: bytes
    """Of all that what comes of a part depends on, but what it says and what is around it."""
    shared: bool = False
    """Whether its catalog is that of others, too, whose edits must not cost this deck again."""

    def is_for(self, text: str) -> bool:
        """Whether it is worth it to take a deck apart."""
        return self.shared or len(text) >= _HUGE
