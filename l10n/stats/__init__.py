"""How far translations are, as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.stats.counts import (
        By,
        DeckStats,
        Message,
        Row,
        Survey,
        Translation,
        rows,
        total,
    )
    from l10n.stats.project import slide_numbers, survey
else:
    __getattr__ = door(
        __name__,
        {
            "counts": "By DeckStats Message Row Survey Translation rows total",
            "project": "slide_numbers survey",
        },
    )
