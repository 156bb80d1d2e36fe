"""Decks of reveal.js that no page of theirs shows, as reveal-md would, where reveal.js is installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import quote

from l10n.dialects import Reveal, RevealText
from l10n.errors import L10nError
from l10n.rendered.reveal_package import RevealPackage, as_page, link, own_styles, script
from l10n.rendered.viewer import Showing

_SCRIPT = files("l10n.rendered").joinpath("by_reveal.js").read_text(encoding="utf-8")
OURS: Mapping[str, Any] = {
    "autoSlide": 0,
    "autoAnimate": False,
    "controls": False,
    "embedded": False,
    "fragments": False,
    "hash": False,
    "history": False,
    "progress": False,
    "scrollActivationWidth": 0,
    "slideNumber": False,
    "transition": "none",
    "backgroundTransition": "none",
    "view": None,
}
"""A slide is shown whole and at once, with nothing over it; the address leads from outside."""
_THEME, _CODE = "black", "zenburn"


class RevealViewer:
    """A viewer."""

    name = dialect = "reveal"
    passes_pages = True
    is_engine = True

    def __init__(self, package: RevealPackage) -> None:
        """By the reveal.js there."""
        self.package = package

    @property
    def loads(self) -> bool:
        """Whether there is the plug-in for Markdown, too."""
        return self.package.plugin("markdown/markdown.js") is not None

    def page(self, showing: Showing) -> bytes:
        """The page; front matter may name a theme of reveal.js, style sheets of the project, and options."""
        if not isinstance(showing.dialect, Reveal):
            raise L10nError("reveal.js cannot show this deck")
        deck = showing.dialect.loaded(showing.text)
        plugins = filter(None, map(self.package.plugin, ("markdown/markdown.js", "highlight/highlight.js")))
        scripts = [script(f"{showing.engine}{way}") for way in ("dist/reveal.js", *plugins)]
        return as_page(
            "",
            lang=showing.lang,
            title=str(deck.said.get("title", showing.path)),
            styles=[*own_styles(showing.engine), *self._styles(showing, deck)],
            scripts=[*scripts, f"<script>{_SCRIPT}</script>\n"],
            text=deck.text,
            inPage=deck.in_page,
            separators=deck.attributes,
            options={**_options(deck), **OURS},
        )

    def close(self) -> None:
        """Nothing runs."""

    def _styles(self, showing: Showing, deck: RevealText) -> Iterator[str]:
        themes = (self._theme(showing, str(name)) for name in (deck.said.get("theme", ""), _THEME))
        code = self.package.plugin(f"highlight/{_CODE}.css")
        own = map(_Styles(showing).address, _names(deck.said.get("css")))
        found = [next(filter(None, themes), None), code and f"{showing.engine}{code}", *own]
        return (link(one) for one in found if one)

    def _theme(self, showing: Showing, name: str) -> str | None:
        own = self.package.theme(name)
        return f"{showing.engine}{own}" if own else _Styles(showing).address(name)


class _Styles:
    """The style sheets that a deck may name, from itself or from the source."""

    def __init__(self, showing: Showing) -> None:
        self.showing = showing

    def address(self, name: str) -> str | None:
        """Where the one of that name is, as the deck's page has it; None if it is none of the project's."""
        if not name.endswith(".css"):
            return None
        at = dirname(self.showing.path)
        ways = dict.fromkeys(normpath(join(start, name)) for start in (at, ""))
        known = self.showing.styles()
        found = next((way for way in ways if way in known), None)
        return found and "../" * self.showing.path.count("/") + quote(found)


def _names(said: object) -> list[str]:
    """What is said as a list, or with commas between."""
    return (
        said.split(",")
        if isinstance(said, str)
        else [str(one) for one in said if said]
        if isinstance(said, list)
        else []
    )


def _options(deck: RevealText) -> Mapping[str, object]:
    """What the deck says of reveal.js itself, but for what has parts: that could grow without end."""
    said = deck.said.get("revealOptions")
    plain = said.items() if isinstance(said, dict) else ()
    return {str(name): value for name, value in plain if isinstance(value, str | int | float | bool)}
