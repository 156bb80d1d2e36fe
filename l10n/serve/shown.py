"""The origin of decks: files of the source and of what is built, to be shown in sandboxed frames."""

from __future__ import annotations

import mimetypes

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from l10n.errors import L10nError
from l10n.rendered import ENGINE, Viewer
from l10n.serve.framed import NAME, SCRIPT, begun
from l10n.serve.frames import KINDS, made, plainly
from l10n.serve.measuring import MEASURED, measured
from l10n.serve.workshop import Workshop


def app(workshop: Workshop, key: str) -> Starlette:
    """All below ``/key/``: whoever does not know it reads nothing."""

    def file(request: Request) -> Response:
        kind, path = request.path_params["kind"], request.path_params["path"]
        viewer = next(filter(None, map(workshop.viewers.named, request.query_params)), None)
        try:
            content = _content(workshop, kind, path, viewer)
        except L10nError:
            content = None
        if content is None:
            return _nothing()
        media = "text/html" if viewer else mimetypes.guess_type(path)[0] or "text/plain"
        if media == "text/html":
            asked = MEASURED in request.query_params
            content = begun(measured(content) if asked else content, f"/{key}/{NAME}")
        return Response(content, media_type=media)

    def script(_: Request) -> Response:
        return Response(SCRIPT, media_type="text/javascript")

    def plain(request: Request) -> Response:
        kind, path = request.path_params["kind"], request.path_params["path"]
        try:
            text = plainly(workshop, kind, path)
        except L10nError as error:
            return Response(str(error), 404, media_type="text/plain")
        return Response(text, media_type="text/html")

    return Starlette(
        routes=[
            Route(f"/{key}/{NAME}", script),
            Route(f"/{key}/plain/{{kind}}/{{path:path}}", plain),
            Route(f"/{key}/{{kind}}/{{path:path}}", file),
        ]
    )


def _content(workshop: Workshop, kind: str, path: str, viewer: Viewer | None) -> bytes | None:
    """A file as it is, or the page that a viewer makes of a deck; None where there is none."""
    if kind == ENGINE:
        return workshop.viewers.file(path)
    if kind not in KINDS:
        return None
    return made(workshop, viewer, kind, path) if viewer else workshop.read(kind, path)


def _nothing() -> Response:
    return Response("there is no such file", 404, media_type="text/plain")
