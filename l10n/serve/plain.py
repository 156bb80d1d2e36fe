"""Slides without their engine: Markdown as markdown-it shows it, on a page that says so."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import chain

from markdown_it import MarkdownIt

from l10n.deck import Deck, Document, Kind

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:1rem;background:#fff;color:#111}"
    "section{border:1px solid #bbb;padding:1rem;margin:0 0 1rem;overflow-wrap:anywhere}"
    "section:target{outline:3px solid #36c}small,aside{color:#555}img{max-width:100%}"
    "aside{border-top:1px dashed #bbb}"
)
_PAGE = (
    '<!DOCTYPE html><html lang="{lang}" dir="{dir}"><meta charset="utf-8"><title>{title}</title>'
    "<style>{style}</style><p><small>{words}</small></p>{slides}</html>"
)
_OF_SETTINGS = frozenset(
    {Kind.FRONT_MATTER, Kind.OPTION, Kind.DIRECTIVE, Kind.PAGE, Kind.DRAWING, Kind.VALUE}
)
"""What stands in no Markdown."""
_NOTHING_LEFT = "<!---->"
"""A comment that speaks to the engine, or has notes, without what it says."""


def as_page(deck: Deck, at: list[int], title: str, *, lang: str, direction: str, words: str) -> str:
    """The page; HTML in the deck is shown as text. ``at`` has the number of each slide and step.

    A slide stands there with all its steps, under the number of the last one; of its settings, which its
    engine does not show, only their texts.
    """
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    firsts = [index for index, slide in enumerate(deck.slides) if not slide.continued]
    slides = zip(firsts, [*firsts[1:], len(deck.slides)], strict=True)
    texts = _texts_of_settings(deck)
    shown = "".join(
        f'<section id="{at[following - 1]}">'
        f"{''.join(chain(*texts[first:following]))}{''.join(_drawn(reader, deck.slides[first].documents))}"
        "</section>"
        for first, following in slides
    )
    said = {"lang": lang, "dir": direction, "title": title, "words": words}
    return _PAGE.format(style=_STYLE, slides=shown, **{name: escape(text) for name, text in said.items()})


def _texts_of_settings(deck: Deck) -> list[list[str]]:
    """By slide or step."""
    texts: list[list[str]] = [[] for _ in deck.slides]
    for segment in deck.segments:
        if segment.kind in _OF_SETTINGS:
            texts[segment.slide].append(f"<p><small>{escape(segment.msgid)}</small></p>")
    return texts


def _drawn(reader: MarkdownIt, documents: tuple[Document, ...]) -> Iterator[str]:
    for document in documents:
        drawn = reader.render(document.source.replace(_NOTHING_LEFT, ""))
        yield f"<aside>{drawn}</aside>" if drawn and document.slice.in_notes else drawn
