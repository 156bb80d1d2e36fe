"""One way among several that a locale's translations have throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from l10n.checks.model import Setting


class Custom(NamedTuple):
    """What can be done in several ways, of which one may be usual."""

    topic: str
    """What its names among the habits begin with."""
    least: int
    """So often at least a habit is seen."""
    share: float
    """Its share of all ways, at least."""

    def names(self, ways: Counter[str], others: int = 0) -> Iterator[str]:
        """The name of the habit, if one of the ways, counted, is usual; ``others`` are none to go by."""
        way, count = max(ways.items(), key=lambda one: one[1], default=("", 0))
        if count >= max(self.least, self.share * (ways.total() + others)):
            yield f"{self.topic} {way}"

    def of(self, setting: Setting) -> str:
        """The way that is usual; empty if none is."""
        beginning = f"{self.topic} "
        return next((one[len(beginning) :] for one in setting.habits if one.startswith(beginning)), "")
