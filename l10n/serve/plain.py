"""Slides without their engine: Markdown as markdown-it shows it, on a page that says so."""

from __future__ import annotations

from html import escape

from markdown_it import MarkdownIt

from l10n.deck import Deck

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:1rem;background:#fff;color:#111}"
    "section{border:1px solid #bbb;padding:1rem;margin:0 0 1rem;overflow-wrap:anywhere}"
    "section:target{outline:3px solid #36c}small{color:#555}img{max-width:100%}"
)
_PAGE = (
    '<!DOCTYPE html><html lang="{lang}" dir="{dir}"><meta charset="utf-8"><title>{title}</title>'
    "<style>{style}</style><p><small>{words}</small></p>{slides}</html>"
)


def as_page(deck: Deck, at: list[int], title: str, *, lang: str, direction: str, words: str) -> str:
    """The page; HTML in the deck is shown as text. ``at`` has the number of each slide and step."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    shown = "".join(
        f'<section id="{number}">{reader.render(slide.span.of(deck.text))}</section>'
        for slide, number in zip(deck.slides, at, strict=True)
    )
    said = {"lang": lang, "dir": direction, "title": title, "words": words}
    return _PAGE.format(style=_STYLE, slides=shown, **{name: escape(text) for name, text in said.items()})
