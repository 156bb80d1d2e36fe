"""The origin of the editor: its page, what that asks for, and what it writes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from l10n.errors import L10nError
from l10n.serve.live import Live
from l10n.serve.page import as_html, language
from l10n.serve.saving import ConflictError, Edit
from l10n.serve.shown import address
from l10n.serve.workshop import Workshop

_STATIC = {
    "api.js": "text/javascript",
    "deck.js": "text/javascript",
    "dom.js": "text/javascript",
    "editor.css": "text/css",
    "main.js": "text/javascript",
    "messages.js": "text/javascript",
}
_FIELDS = {"deck": str, "msgctxt": str | None, "msgid": str, "seen": str, "msgstr": str, "approve": bool}


@dataclass(frozen=True, slots=True)
class Editor:
    """What the editor's requests need."""

    workshop: Workshop
    live: Live
    token: str
    """Empty where nothing may be written."""
    decks: str
    """The address below which decks are shown."""

    def page(self, request: Request) -> Response:
        """The page itself."""
        spoken = language(request.headers.get("accept-language", ""))
        return HTMLResponse(as_html(spoken, token=self.token, decks=self.decks, locale=self.workshop.locale))

    def listing(self, _: Request) -> Response:
        """All decks."""
        return JSONResponse(self.workshop.decks())

    def deck(self, request: Request) -> Response:
        """One deck."""
        return self._shown(self.workshop.view(request.query_params.get("deck", "")))

    def _shown(self, view: dict[str, Any]) -> Response:
        return JSONResponse({**view, "shown": address(self.workshop, view["deck"])})

    async def save(self, request: Request) -> Response:
        """Write one message; both texts where it was changed meanwhile."""
        edit = _edit(await request.body())
        if edit is None:
            return JSONResponse({"error": "this is no edit of a message"}, 400)
        return self._shown(await run_in_threadpool(self.workshop.save, edit))

    async def undo(self, _: Request) -> Response:
        """Take the last save back."""
        view = await run_in_threadpool(self.workshop.undo)
        return JSONResponse(None) if view is None else self._shown(view)

    async def events(self, _: Request) -> Response:
        """What changes, from now on."""
        return StreamingResponse(self.live.events(), media_type="text/event-stream")

    @asynccontextmanager
    async def watching(self, _: Starlette) -> AsyncIterator[None]:
        """Watch the project for as long as the server runs."""
        watch = asyncio.create_task(self.live.watch())
        try:
            yield
        finally:
            watch.cancel()
            with suppress(asyncio.CancelledError):
                await watch


def _edit(body: bytes) -> Edit | None:
    """What a request says; None if that is no edit."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or said.keys() != _FIELDS.keys():
        return None
    if not all(isinstance(said[name], kind) for name, kind in _FIELDS.items()):
        return None
    texts = [value for value in said.values() if isinstance(value, str)]
    if any("\0" in text or not _is_text(text) for text in texts):
        return None
    key = (said["msgctxt"], said["msgid"])
    return Edit(said["deck"], key, said["seen"], said["msgstr"], said["approve"])


def _is_text(text: str) -> bool:
    """Whether it can be written: JSON can name halves of characters."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _STATIC:
        return JSONResponse({"error": "there is no such file"}, 404)
    content = files(__package__).joinpath("static", name).read_bytes()
    return Response(content, media_type=_STATIC[name])


def _unusable(_: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 422)


def _conflict(_: Request, error: Exception) -> Response:
    return JSONResponse({"theirs": getattr(error, "theirs", "")}, 409)


def app(editor: Editor) -> Starlette:
    """The application."""
    return Starlette(
        routes=[
            Route("/", editor.page),
            Route("/static/{name}", _static),
            Route("/api/decks", editor.listing),
            Route("/api/deck", editor.deck),
            Route("/api/events", editor.events),
            Route("/api/save", editor.save, methods=["POST"]),
            Route("/api/undo", editor.undo, methods=["POST"]),
        ],
        exception_handlers={L10nError: _unusable, ConflictError: _conflict},
        lifespan=editor.watching,
    )
