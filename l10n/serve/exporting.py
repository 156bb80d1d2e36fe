"""The project as files to look at: the side-by-side view of each deck, without a server, and to read only."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from l10n.errors import L10nError
from l10n.language import language_tag
from l10n.project import Config, Page, deck_pages
from l10n.regex import regex
from l10n.rendered import ENGINE, installed
from l10n.serve import review
from l10n.serve.framed import NAME, SCRIPT, begun
from l10n.serve.frames import KINDS, address, plainly
from l10n.serve.frames import made as made_by
from l10n.serve.view import Data
from l10n.serve.workshop import Workshop
from l10n.system import Made

_ORDER = ("refused", "fuzzy", "untranslated", "copied")
_LOADED = regex(rb'="(?:\.\./)+%b/([\w./@-]+)"' % ENGINE.encode())
_READ = files("l10n.serve").joinpath("review", "read.js").read_text(encoding="utf-8")


def export(
    config: Config, name: str, made: Made, viewers: Mapping[str, Path] | None = None
) -> Sequence[L10nError]:
    """Write it for a locale; what could not be shown. ``L10nError`` if nothing can be.

    ``shown`` has the decks with their files, ``read`` what their pages read by script, ``decks`` a page of
    ours for each, and ``index.html`` leads to them. ``viewers`` are those that the user names.
    """
    with closing(Workshop(config, name, installed(config.root, viewers))) as workshop:
        return _exported(workshop, made)


def _exported(workshop: Workshop, made: Made) -> Sequence[L10nError]:
    problems: list[L10nError] = []
    rows: list[Data] = []
    with made.filled(problems):
        _Shown(workshop, made).put()
        for deck in workshop.decks():
            try:
                rows.append(_deck(workshop, made, deck))
            except L10nError as error:
                problems.append(error)
        said = {"spoken": language_tag(workshop.locale), "locale": workshop.locale}
        made.put("index.html", review.as_html("index.html", decks=rows, **said).encode())
    return problems


class _Shown:
    """The decks, as frames show them."""

    def __init__(self, workshop: Workshop, made: Made) -> None:
        self.workshop = workshop
        self.made = made
        self.pages = {page.path: page for page in deck_pages(workshop.project)}

    def put(self) -> None:
        """Files of the source, and of what is built."""
        for kind in KINDS:
            for path in self._paths(kind):
                content = self.workshop.read(kind, path)
                if content is not None:
                    self.made.put(f"shown/{kind}/{path}", self._prepared(kind, path, content))

    def _paths(self, kind: str) -> Sequence[str]:
        project = self.workshop.project
        others = project.others if kind == "source" else project.assets(self.workshop.locale)
        return [*project.decks, *others]

    def _prepared(self, kind: str, path: str, content: bytes) -> bytes:
        """A page is begun as frames need it; one that reads decks by script gets these by another script."""
        page = self.pages.get(path)
        if page is None:
            return content
        up = "../" * (path.count("/") + 2)
        self.made.put(f"read/{NAME}", SCRIPT)
        if page.decks != (path,):
            self.made.put(f"read/{kind}/{path}.js", self._texts(kind, page).encode())
            content = begun(content, f"{up}read/{kind}/{quote(path)}.js")
        return begun(content, f"{up}read/{NAME}")

    def _texts(self, kind: str, page: Page) -> str:
        contents = {deck: self.workshop.read(kind, deck) or b"" for deck in page.decks}
        texts = {quote(deck): content.decode("utf-8", "replace") for deck, content in contents.items()}
        root = "../" * (page.path.count("/") + 2) + f"shown/{kind}/"
        return f"{_READ.rstrip()}({json.dumps(root)}, {json.dumps(texts)});\n"


def _deck(workshop: Workshop, made: Made, deck: str) -> Data:
    """Write the page of a deck; its row in the list of decks."""
    view, shown = workshop.view(deck), address(workshop, deck)
    is_page = shown["how"] == "page"
    for kind in () if is_page else KINDS:
        page = _made(workshop, made, shown, kind, deck)
        _put_engine(workshop, made, page)
        made.put(f"shown/{shown['path'].replace('{}', kind, 1)}.html", page)
    home = "../" * (deck.count("/") + 1)
    path = f"{home}shown/{quote(shown['path'], safe='/{}')}{'?' + shown['query'] if is_page else '.html'}"
    slides = [_slide(slide, path, shown["before"] + slide["last"]) for slide in view["slides"]]
    said = {"spoken": language_tag(workshop.locale), "locale": workshop.locale, "why": shown["why"]}
    html = review.as_html("deck.html", view={**view, "slides": slides}, home=f"{home}index.html", **said)
    made.put(f"decks/{deck}.html", html.encode())
    states: Counter[str] = sum((slide["states"] for slide in slides), Counter())
    return {"name": deck, "href": f"decks/{quote(deck)}.html", "slides": len(slides), "states": states}


def _made(workshop: Workshop, made: Made, shown: Data, kind: str, deck: str) -> bytes:
    """The page of ours that shows a deck."""
    if viewer := workshop.viewers.named(shown["query"]):
        page = made_by(workshop, viewer, kind, deck)
        made.put(f"read/{NAME}", SCRIPT)
        return begun(page, f"{'../' * (deck.count('/') + 2)}read/{NAME}")
    return plainly(workshop, kind, deck).encode()


def _put_engine(workshop: Workshop, made: Made, page: bytes) -> None:
    """Write what a page loads of its engine, and the fonts of its themes."""
    ways = {way.decode() for way in _LOADED.findall(page)}
    for way in sorted({*ways, *workshop.viewers.fonts()} if ways else ()):
        name = f"shown/{ENGINE}/{way}"
        if name not in made.names and (content := workshop.viewers.file(way)) is not None:
            made.put(name, content)


def _slide(slide: Data, path: str, number: int) -> Data:
    worst = next((state for state in _ORDER if slide["states"][state]), "translated")
    shown = {kind: f"{path.replace('{}', kind, 1)}#{number}" for kind in KINDS}
    return {**slide, **shown, "worst": worst}
