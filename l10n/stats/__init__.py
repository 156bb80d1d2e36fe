"""How far translations are, as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.stats.counts import (
        By,
        Counts,
        DeckStats,
        Message,
        Row,
        State,
        Survey,
        Translation,
        complete_percent,
        counted,
        rows,
        state,
        total,
    )
    from l10n.stats.project import survey
else:
    __getattr__ = door(
        __name__,
        {
            "counts": "By Counts DeckStats Message Row State "
            "Survey Translation complete_percent counted rows state total",
            "project": "survey",
        },
    )
