"""Where what is known of the parts of huge decks is kept between runs."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.system import Rows

HUGE = 200_000
"""Characters of a deck from which it is taken apart: with less, nobody waits."""


@dataclass(frozen=True, slots=True)
class PartStore:
    """For one deck."""

    rows: Rows
    digest: bytes
    """Of all that what comes of a part depends on, but what it says and what is around it."""
