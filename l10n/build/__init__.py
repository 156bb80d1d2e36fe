"""Deck and translations become the localised deck, and the proof that nothing broke.

1. ``layout`` puts it over lines where its source stood on several, never beginning a line with structure
   and never breaking a construct that must stay whole; where the source stands on one line because it must,
   it gets none.
2. ``damage`` compares the block before and after: links and images as markdown-it parses them (the plain
   ones as one expression finds them; a law holds the two together), content classes, HTML, macros and
   footnote marks as sets. Targets may take their localised form.
3. Where an earlier version of the engine reads code over lines, the number of backticks stays: one more,
   and what it hides from there on is other text.
4. The deck with all that passed is cut again; its outlines must be the source's. A document whose lines all
   begin as the source's do, up to their first letter, has the same blocks without being parsed: of prose,
   letters decide nothing. If the outlines differ, the culprits are found slide by slide, each slide by
   itself, then over the whole deck. Both have a number of tries that suffices unless there are dozens on
   one slide; then the rest is refused together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.build.culprits import Skim
    from l10n.build.damage import new_start, odd_backtick, tags
    from l10n.build.layout import structural_line
    from l10n.build.splice import Built, build
    from l10n.build.structure import difference
else:
    __getattr__ = door(
        __name__,
        {
            "culprits": "Skim",
            "damage": "new_start odd_backtick tags",
            "layout": "structural_line",
            "splice": "Built build",
            "structure": "difference",
        },
    )
