"""What a frame shows of a deck: its page, the one that Marp makes, or a plain one of ours."""

from __future__ import annotations

from itertools import takewhile

from l10n.errors import L10nError
from l10n.language import direction, language_tag
from l10n.rendered import Marp
from l10n.serve.page import WORDS
from l10n.serve.plain import as_page
from l10n.serve.view import Data, shown_at
from l10n.serve.workshop import Workshop

KINDS = ("source", "built")
SLIDE_BY_SLIDE = "scrollActivationWidth=0"
"""For reveal.js, which else shows all slides one below the other in a page as narrow as a frame is."""
BY_MARP = "marp"
"""In the query of a deck's own address: as Marp shows it."""
_PLAIN = "Shown plainly: this deck has no page of its own here, and its engine would show it in another way."


def plainly(workshop: Workshop, kind: str, path: str, words: str = _PLAIN) -> str:
    """A plain page of a deck, which says why it is; ``L10nError`` if it cannot be read."""
    source, deck = workshop.deck(kind, path)
    locale = _locale(workshop, kind)
    said = {"lang": language_tag(locale), "direction": direction(locale) or "ltr", "words": words}
    return as_page(deck, shown_at(deck), source.path, **said)


def by_marp(workshop: Workshop, marp: Marp, kind: str, path: str) -> bytes:
    """The page that Marp makes, or a plain one where it fails; ``L10nError`` if the deck cannot be read."""
    text, lang = workshop.text(kind, path), language_tag(_locale(workshop, kind))
    try:
        return marp.page(text, workshop.themes(kind), lang=lang, title=path)
    except L10nError as error:
        return plainly(workshop, kind, path, f"Shown plainly: {error.message}.").encode()


def _locale(workshop: Workshop, kind: str) -> str:
    return workshop.locale if kind == "built" else workshop.config.source_locale


def address(workshop: Workshop, path: str) -> Data:
    """Where the deck is shown below either kind, how, and how many slides are before its first one there.

    ``why`` names what the editor says of a deck that is shown plainly.
    """
    engine = workshop.engine_of(path)
    if engine == "marp" and workshop.marp and workshop.marp.loads:
        return {"path": f"{{}}/{path}", "query": BY_MARP, "how": "marp", "why": "", "before": 0}
    page = workshop.page_of(path)
    if page is None:
        why = f"plain_{engine}" if f"plain_{engine}" in WORDS else "plain"
        return {"path": f"plain/{{}}/{path}", "query": "", "how": "plain", "why": why, "before": 0}
    others = takewhile(lambda deck: deck != path, page.decks)
    before = sum(slide.marks.is_shown for deck in others for slide in workshop.deck("source", deck)[1].slides)
    return {"path": f"{{}}/{page.path}", "query": SLIDE_BY_SLIDE, "how": "page", "why": "", "before": before}
