"""What a frame shows of a deck: its page, the one that a viewer makes, or a plain one of ours."""

from __future__ import annotations

from itertools import takewhile

from l10n.errors import L10nError
from l10n.language import direction, language_tag
from l10n.rendered import Viewer
from l10n.serve.page import WORDS
from l10n.serve.plain import as_page
from l10n.serve.view import Data, shown_at
from l10n.serve.workshop import Workshop

KINDS = ("source", "built")
SLIDE_BY_SLIDE = "scrollActivationWidth=0"
"""For reveal.js, which else shows all slides one below the other in a page as narrow as a frame is."""


def plainly(workshop: Workshop, kind: str, path: str, words: str = "") -> str:
    """A plain page of a deck, which says why it is; ``L10nError`` if it cannot be read."""
    words = words or WORDS[_why_plain(workshop.engine_of(path))]
    source, deck = workshop.deck(kind, path)
    locale = _locale(workshop, kind)
    said = {"lang": language_tag(locale), "direction": direction(locale) or "ltr", "words": words}
    return as_page(deck, shown_at(deck), source.path, **said)


def made(workshop: Workshop, viewer: Viewer, kind: str, path: str) -> bytes:
    """The page that a viewer makes, or a plain one where it fails; ``L10nError`` if a deck cannot be read."""
    showing = workshop.showing(kind, path, language_tag(_locale(workshop, kind)))
    try:
        return viewer.page(showing)
    except L10nError as error:
        return plainly(workshop, kind, path, f"Shown plainly: {error.message}.").encode()


def _why_plain(engine: str) -> str:
    """What the editor says of decks of an engine that are shown plainly, by its name."""
    return f"plain_{engine}" if f"plain_{engine}" in WORDS else "plain"


def _locale(workshop: Workshop, kind: str) -> str:
    return workshop.locale if kind == "built" else workshop.config.source_locale


def address(workshop: Workshop, path: str) -> Data:
    """Where the deck is shown below either kind, how, and how many slides are before its first one there.

    ``why`` names what the editor says of a deck that is not shown by its engine. A viewer's name is the query
    of its page, which is at the deck's own address.
    """
    engine, page = workshop.engine_of(path), workshop.page_of(path)
    if viewer := workshop.viewers.of(engine, paged=page is not None):
        why = "" if viewer.is_engine else f"by_{viewer.name}"
        return {"path": f"{{}}/{path}", "query": viewer.name, "how": "viewer", "why": why, "before": 0}
    if page is None:
        why = _why_plain(engine)
        return {"path": f"plain/{{}}/{path}", "query": "", "how": "plain", "why": why, "before": 0}
    others = takewhile(lambda deck: deck != path, page.decks)
    before = sum(slide.marks.is_shown for deck in others for slide in workshop.deck("source", deck)[1].slides)
    return {"path": f"{{}}/{page.path}", "query": SLIDE_BY_SLIDE, "how": "page", "why": "", "before": before}
