"""The origin of decks: files of the source and of what is built, to be shown in sandboxed frames."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from pathlib import PurePosixPath

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from l10n.errors import L10nError
from l10n.language import direction, language_tag
from l10n.serve.plain import as_page
from l10n.serve.view import Data, shown_at
from l10n.serve.workshop import Workshop

KINDS = ("source", "built")
_PLAIN = "Shown plainly: this deck has no page of its own here, and its engine would show it in another way."


def app(workshop: Workshop, key: str) -> Starlette:
    """All below ``/key/``: whoever does not know it reads nothing."""

    def file(request: Request) -> Response:
        kind, path = request.path_params["kind"], request.path_params["path"]
        if kind not in KINDS:
            return _nothing()
        try:
            content = workshop.read(kind, path)
        except L10nError:
            content = None
        if content is None:
            return _nothing()
        return Response(content, media_type=mimetypes.guess_type(path)[0] or "text/plain")

    def plain(request: Request) -> Response:
        kind, path = request.path_params["kind"], request.path_params["path"]
        try:
            text = plainly(workshop, kind, path)
        except L10nError as error:
            return Response(str(error), 404, media_type="text/plain")
        return Response(text, media_type="text/html")

    return Starlette(
        routes=[
            Route(f"/{key}/plain/{{kind}}/{{path:path}}", plain),
            Route(f"/{key}/{{kind}}/{{path:path}}", file),
        ]
    )


def _nothing() -> Response:
    return Response("there is no such file", 404, media_type="text/plain")


def plainly(workshop: Workshop, kind: str, path: str) -> str:
    """A plain page of a deck; ``L10nError`` if it cannot be read."""
    source, deck = workshop.deck(kind, path)
    locale = workshop.locale if kind == "built" else workshop.config.source_locale
    said = {"lang": language_tag(locale), "direction": direction(locale) or "ltr", "words": _PLAIN}
    return as_page(deck, shown_at(deck), source.path, **said)


def address(workshop: Workshop, path: str) -> Data:
    """Where the deck is shown below either kind, how, and how many slides are before its first one there.

    A page shows a deck if it is the deck, or lies beside it as ``index.html`` and names its file.
    """
    with_page = path if path.endswith((".html", ".htm")) else _page_of(workshop, path)
    if with_page is None:
        return {"path": f"plain/{{}}/{path}", "how": "plain", "before": 0}
    before = 0 if with_page == path else sum(_slides_before(workshop, with_page, path))
    return {"path": f"{{}}/{with_page}", "how": "page", "before": before}


def _page_of(workshop: Workshop, path: str) -> str | None:
    page = str(PurePosixPath(path).with_name("index.html"))
    text = workshop.text(page)
    return page if PurePosixPath(path).name in text else None


def _slides_before(workshop: Workshop, page: str, path: str) -> Iterator[int]:
    """Of the decks that the page names before this one."""
    text, name = workshop.text(page), PurePosixPath(path).name
    for deck in workshop.project.decks:
        other = PurePosixPath(deck)
        beside = other.parent == PurePosixPath(path).parent
        if beside and -1 < text.find(other.name) < text.find(name):
            yield shown_at(workshop.deck("source", deck)[1])[-1]
