"""What a frame shows of a deck: its page, or a plain one of ours."""

from __future__ import annotations

from itertools import takewhile

from l10n.language import direction, language_tag
from l10n.serve.plain import as_page
from l10n.serve.view import Data, shown_at
from l10n.serve.workshop import Workshop

KINDS = ("source", "built")
SLIDE_BY_SLIDE = "scrollActivationWidth=0"
"""For reveal.js, which else shows all slides one below the other in a page as narrow as a frame is."""
_PLAIN = "Shown plainly: this deck has no page of its own here, and its engine would show it in another way."


def plainly(workshop: Workshop, kind: str, path: str) -> str:
    """A plain page of a deck; ``L10nError`` if it cannot be read."""
    source, deck = workshop.deck(kind, path)
    locale = workshop.locale if kind == "built" else workshop.config.source_locale
    said = {"lang": language_tag(locale), "direction": direction(locale) or "ltr", "words": _PLAIN}
    return as_page(deck, shown_at(deck), source.path, **said)


def address(workshop: Workshop, path: str) -> Data:
    """Where the deck is shown below either kind, how, and how many slides are before its first one there."""
    page = workshop.page_of(path)
    if page is None:
        return {"path": f"plain/{{}}/{path}", "query": "", "how": "plain", "before": 0}
    others = takewhile(lambda deck: deck != path, page.decks)
    before = sum(slide.marks.is_shown for deck in others for slide in workshop.deck("source", deck)[1].slides)
    return {"path": f"{{}}/{page.path}", "query": SLIDE_BY_SLIDE, "how": "page", "before": before}
