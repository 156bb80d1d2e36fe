"""The origin of the editor: its page, what that asks for, and what it writes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from typing import Any, NamedTuple

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from l10n.errors import L10nError
from l10n.serve.frames import address
from l10n.serve.live import Live
from l10n.serve.page import as_html, language
from l10n.serve.said import draft_in, edit_in
from l10n.serve.saving import ConflictError, Saved
from l10n.serve.workshop import Workshop

_STATIC = {
    "api.js": "text/javascript",
    "beside.js": "text/javascript",
    "deck.js": "text/javascript",
    "dom.js": "text/javascript",
    "drafts.js": "text/javascript",
    "editor.css": "text/css",
    "follow.js": "text/javascript",
    "main.js": "text/javascript",
    "messages.js": "text/javascript",
    "overflow.js": "text/javascript",
}


class Editor(NamedTuple):
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
        workshop = self.workshop
        said = {"locale": workshop.locale, "project": workshop.name}
        return HTMLResponse(as_html(spoken, token=self.token, decks=self.decks, **said))

    def listing(self, _: Request) -> Response:
        """All decks."""
        return JSONResponse(self.workshop.decks())

    def deck(self, request: Request) -> Response:
        """One deck."""
        return self._view(request.query_params.get("deck", ""))

    def _view(self, deck: str) -> Response:
        return self._shown(self.workshop.view(deck))

    def _shown(self, view: dict[str, Any], **told: Any) -> Response:
        return JSONResponse({**view, **told, "shown": address(self.workshop, view["deck"])})

    def next(self, request: Request) -> Response:
        """The next deck with a message in a state."""
        deck, wanted = (request.query_params.get(name, "") for name in ("deck", "state"))
        view = self.workshop.next(deck, wanted)
        return JSONResponse(None) if view is None else self._shown(view)

    async def draft(self, request: Request) -> Response:
        """What is wrong with a translation that is being typed."""
        draft = draft_in(await request.body())
        return _NOT_READ if draft is None else JSONResponse(await _done(self.workshop.tried, draft))

    async def memory(self, request: Request) -> Response:
        """What there is already for a message."""
        draft = draft_in(await request.body())
        return _NOT_READ if draft is None else JSONResponse(await _done(self.workshop.matches, draft))

    async def save(self, request: Request) -> Response:
        """Write one message; both texts where it was changed meanwhile."""
        edit = edit_in(await request.body())
        if edit is None:
            return _NOT_READ
        self.live.tell(decks=await _done(self.workshop.save, edit))
        return await _done(self._view, edit.deck)

    async def undo(self, _: Request) -> Response:
        """Take the last save back, and say where that was."""
        undone, decks = await _done(self.workshop.undo)
        self.live.tell(decks=decks)
        return JSONResponse(None) if undone is None else await _done(self._after, undone)

    def _after(self, undone: Saved) -> Response:
        msgctxt, msgid = undone.after.key
        return self._shown(self.workshop.view(undone.deck), undone={"msgctxt": msgctxt, "msgid": msgid})

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
            self.workshop.close()


_done = run_in_threadpool
_NOT_READ = JSONResponse({"error": "this is no edit of a message"}, 400)


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
            Route("/api/next", editor.next),
            Route("/api/draft", editor.draft, methods=["POST"]),
            Route("/api/memory", editor.memory, methods=["POST"]),
            Route("/api/events", editor.events),
            Route("/api/save", editor.save, methods=["POST"]),
            Route("/api/undo", editor.undo, methods=["POST"]),
        ],
        exception_handlers={L10nError: _unusable, ConflictError: _conflict},
        lifespan=editor.watching,
    )
