"""The one model of a deck, and how a text becomes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.doors import door

if TYPE_CHECKING:
    from l10n.deck.blocks import Document
    from l10n.deck.language import with_language
    from l10n.deck.model import Deck, Earlier, Kind, Segment, Slide, Slides, Span
    from l10n.deck.parser import Definitions, Reading, parse, parse_named, skim
    from l10n.deck.quoting import MARKDOWN, Quoting
    from l10n.deck.structure import have_same_blocks, shapes
    from l10n.deck.view import decoded
else:
    __getattr__ = door(
        __name__,
        {
            "blocks": "Document",
            "language": "with_language",
            "model": "Deck Earlier Kind Segment Slide Slides Span",
            "parser": "Definitions Reading parse parse_named skim",
            "quoting": "MARKDOWN Quoting",
            "structure": "have_same_blocks shapes",
            "view": "decoded",
        },
    )
