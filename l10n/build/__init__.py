"""Deck and translations become the localised deck, and the proof that nothing broke.

1. ``layout`` puts it over lines where its source stood on several, never beginning a line with structure
   and never breaking a construct that must stay whole; where the source stands on one line because it must,
   it gets none.
2. ``law`` says what a translation keeps: it compares the block before and after (``stand``): links and images
   as each reader of the dialect's renderer finds them (``Renderer.inline``; on pages that is markdown-it, and
   of plain ones an expression that a law holds to it), content classes, HTML, macros and footnote marks as
   sets. Targets may take their localised form. What is not kept is a ``Fault``, with its place and words: the
   build refuses by the first, checks show them all. ``damage`` holds what any engine takes for structure;
   what only one does, its dialect says (``Renderer``).
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
    from l10n.build.isolation import unisolated
    from l10n.build.law import broken
    from l10n.build.links import destinations
    from l10n.build.pseudo import pseudo_translation
    from l10n.build.splice import Built, build
    from l10n.build.stand import Stand, alone, stands
    from l10n.build.structure import difference
else:
    __getattr__ = door(
        __name__,
        {
            "culprits": "Skim",
            "isolation": "unisolated",
            "law": "broken",
            "links": "destinations",
            "pseudo": "pseudo_translation",
            "splice": "Built build",
            "stand": "Stand alone stands",
            "structure": "difference",
        },
    )
