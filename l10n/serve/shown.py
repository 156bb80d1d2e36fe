"""The origin of decks: files of the source and of what is built, to be shown in sandboxed frames."""

from __future__ import annotations

import mimetypes
from itertools import takewhile

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
    """Where the deck is shown below either kind, how, and how many slides are before its first one there."""
    page = workshop.page_of(path)
    if page is None:
        return {"path": f"plain/{{}}/{path}", "how": "plain", "before": 0}
    others = takewhile(lambda deck: deck != path, page.decks)
    before = sum(slide.marks.is_shown for deck in others for slide in workshop.deck("source", deck)[1].slides)
    return {"path": f"{{}}/{page.path}", "how": "page", "before": before}
