"""Two ports of this machine, and what answers there."""

from __future__ import annotations

import asyncio
import errno
import secrets
import socket
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.errors import L10nError
from l10n.project import Config

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_NEEDED = ("starlette", "uvicorn", "watchfiles")
_EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src {decks}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_DECK_POLICY = "sandbox allow-scripts; frame-ancestors {editor}"
_ALWAYS = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-store"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asks of the server."""

    locale: str = ""
    """Empty where the project has only one."""
    host: str = "127.0.0.1"
    port: int = 0
    """0 for any that is free; decks are on one that is free in any case."""
    read_only: bool = False
    viewers: Mapping[str, Path] = field(default_factory=dict)
    """Where to have viewers from, by name, also within the project; the others are those installed."""


def serve(config: Config, asked: Asked, started: Callable[[str], object]) -> None:
    """Serve till Ctrl-C; ``started`` gets the address. ``L10nError`` if that cannot be."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        install = "install them with `pip install 'deck-l10n[serve]'`"
        raise L10nError(f"`l10n serve` needs packages that are not here ({', '.join(missing)}); {install}")
    with ExitStack() as stack:
        editor = stack.enter_context(_listening(asked.host, asked.port))
        decks = stack.enter_context(_listening(asked.host, 0))
        app = both(config, asked, editor.getsockname()[1], decks.getsockname()[1])
        _answer(app, [editor, decks], lambda: started(_origin(asked.host, editor.getsockname()[1])))


def _listening(host: str, port: int) -> socket.socket:
    """A port, taken; ``L10nError`` if it is another's."""
    try:
        return socket.create_server((host, port), family=_family(host))
    except (OSError, OverflowError) as error:
        why = "another program has it" if getattr(error, "errno", 0) == errno.EADDRINUSE else str(error)
        raise L10nError(f"port {port} of {host} cannot be used: {why}; name another with --port") from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _origin(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def both(config: Config, asked: Asked, port: int, decks_port: int) -> ASGIApp:
    """What answers at the two ports."""
    from l10n.rendered import installed
    from l10n.serve import editor, shown
    from l10n.serve.guard import Guard, Rules
    from l10n.serve.live import Live
    from l10n.serve.workshop import Workshop

    workshop = Workshop(config, asked.locale, installed(config.root, asked.viewers))
    key, token = secrets.token_urlsafe(16), "" if asked.read_only else secrets.token_urlsafe(32)
    here, there = _origin(asked.host, port), _origin(asked.host, decks_port)
    policy = {"content-security-policy": _EDITOR_POLICY.format(decks=there)}
    rules = Rules(_hosts(here), {**_ALWAYS, **policy}, token)
    editing = Guard(editor.app(editor.Editor(workshop, Live(workshop), token, f"{there}/{key}")), rules)
    policy = {"content-security-policy": _DECK_POLICY.format(editor=here), "access-control-allow-origin": "*"}
    showing = Guard(shown.app(workshop, key), Rules(_hosts(there), {**_ALWAYS, **policy}, open=True))
    return ByPort({port: editing, decks_port: showing}, editing)


def _hosts(origin: str) -> frozenset[str]:
    return frozenset({origin.removeprefix("http://")})


class ByPort:
    """Two applications in one server: which is asked is a matter of the port, and of nothing that is sent."""

    def __init__(self, at: Mapping[int, ASGIApp], first: ASGIApp) -> None:
        """``first`` is told when the server starts and ends."""
        self.at = at
        self.first = first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        app = self.first if scope["type"] == "lifespan" else self.at[scope["server"][1]]
        await app(scope, receive, send)


def _answer(app: ASGIApp, sockets: list[socket.socket], started: Callable[[], object]) -> None:
    """Answer till Ctrl-C, which ends it as it should."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            started()

    settings = uvicorn.Config(
        app, log_level="critical", access_log=False, server_header=False, timeout_graceful_shutdown=1
    )
    with suppress(KeyboardInterrupt):
        asyncio.run(Server(settings).serve(sockets))
