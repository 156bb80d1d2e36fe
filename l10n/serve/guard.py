"""What stands before both origins: who may ask for what, and how much may be sent."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import NamedTuple

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = "x-l10n-token"  # noqa: S105 - the name of a header
LARGEST = 1 << 18
"""Bytes of a request: a translation is a paragraph."""
_READS = frozenset({"GET", "HEAD"})
_OWN = frozenset({"", "same-origin", "none"})
"""What a browser says of requests by our own page, or by whoever typed the address."""


class Rules(NamedTuple):
    """What holds at one origin."""

    hosts: frozenset[str]
    """What ``Host`` may be: another name that leads here is somebody's trick."""
    headers: Mapping[str, str]
    """What every answer has."""
    token: str = ""
    """What every write must bring along; where it is empty, nothing is written."""
    open: bool = False
    """Whether other origins may read: sandboxed frames are of no origin."""


class Guard:
    """Lets through what the rules allow, and adds their headers to each answer."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        """Before ``app``."""
        self.app = app
        self.rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refusal(scope["method"], headers)
        body = b"" if refusal else await _body(receive)
        if body is None:
            refusal = 413, "too much"
        app = PlainTextResponse(refusal[1], refusal[0]) if refusal else self.app
        await app(scope, _Again(body or b"", receive), self._with_headers(send))

    def _refusal(self, method: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
        """The status and words of a refusal; None if it may pass."""
        host = headers.get("host", "")
        if host not in self.rules.hosts:
            return 421, f"this server is http://{min(self.rules.hosts)}, by that name only"
        if not self.rules.open and headers.get("sec-fetch-site", "") not in _OWN:
            return 403, "this is for the editor's own page"
        if method in _READS:
            return None
        return self._write_refusal(f"http://{host}", headers)

    def _write_refusal(self, origin: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
        if not self.rules.token:
            return 403, "nothing can be written here"
        if headers.get("origin") != origin:
            return 403, "this is for the editor's own page"
        if not hmac.compare_digest(headers.get(TOKEN, "").encode(), self.rules.token.encode()):
            return 403, "the page is of another run; load it again"
        if headers.get("content-type", "").partition(";")[0] != "application/json":
            return 415, "this is no JSON"
        return None

    def _with_headers(self, send: Send) -> Send:
        extra = [(name.encode(), value.encode()) for name, value in self.rules.headers.items()]

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *extra]}
            await send(message)

        return sent


async def _body(receive: Receive) -> bytes | None:
    """What is sent; None as soon as that is too much."""
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST:
            return None
    return body


class _Again:
    """Hands out a body that was read already, and then what comes after."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._first: Message | None = {"type": "http.request", "body": body, "more_body": False}
        self._receive = receive

    async def __call__(self) -> Message:
        first, self._first = self._first, None
        return first or await self._receive()
