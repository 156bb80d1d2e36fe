"""A server on the loopback that hands a browser what a build would write, and the source."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import NamedTuple
from urllib.parse import quote, unquote

from l10n.catalog import Catalog
from l10n.errors import L10nError
from l10n.language import language_tag
from l10n.project import Project, SourceDeck
from l10n.rendered.viewer import ENGINE, Showing, Viewer
from l10n.rendered.viewers import Viewers
from l10n.sync import asset_content

_SOURCE = "source"
_MADE = ".l10n.html"
"""Ends the address of the page that is made of a deck, beside that."""


class Opened(NamedTuple):
    """A page at its address."""

    address: str
    html: str


class Site:
    """The source, and each locale, below an address of its own."""

    def __init__(self, project: Project, port: int, viewers: Viewers, own: Mapping[str, Viewer]) -> None:
        """Nothing is read yet; each file is read once. ``own`` has what makes the pages of some decks."""
        self.project = project
        self.viewers = viewers
        self.own = own
        self.address = f"http://127.0.0.1:{port}/"
        self._known: dict[str, bytes | None] = {}
        self._lock = Lock()

    def page(self, path: str, locale: str = "") -> Opened:
        """A page in the source, or as it is in a locale; ``L10nError`` if it cannot be made."""
        if path in self.own:
            self._make(path, locale)
            path += _MADE
        return Opened(f"{self.address}{_way(path, locale)}", self._text(path, locale))

    def _make(self, path: str, locale: str) -> None:
        def styles() -> Mapping[str, bytes]:
            names = (name for name in self.project.others if name.endswith(".css"))
            return {name: self.content(_way(name, locale)) or b"" for name in names}

        lang = language_tag(locale or self.project.config.source_locale)
        dialect = SourceDeck(self.project, path).dialect
        made = self.own[path].page(Showing(path, self._text(path, locale), lang, dialect, styles))
        with self._lock:
            self._known[f"{locale or _SOURCE}/{path}{_MADE}"] = made

    def _text(self, path: str, locale: str) -> str:
        return (self.content(_way(path, locale)) or b"").decode("utf-8", "replace")

    def missing(self, addresses: Iterable[str], locale: str = "") -> frozenset[str]:
        """Of addresses in the source, or in a locale, those where nothing is: their paths there."""
        start = f"{self.address}{quote(locale or _SOURCE)}/"
        ways = {one.partition("#")[0] for one in addresses if one.startswith(start)}
        return frozenset(
            unquote(one.removeprefix(start).partition("?")[0])
            for one in ways
            if self.content(one.removeprefix(self.address)) is None
        )

    def content(self, way: str) -> bytes | None:
        """What stands below the address there; None where nothing does, or what cannot be read."""
        way = unquote(way.partition("?")[0]).removeprefix("/")
        with self._lock:  # a browser asks for several files at a time
            if way not in self._known:
                self._known[way] = self._read(*way.partition("/")[::2])
            return self._known[way]

    def _read(self, locale: str, path: str) -> bytes | None:
        if locale == ENGINE:
            return self.viewers.file(path)
        with suppress(L10nError):  # it is named where decks are checked
            path = self.project.alike.named(path) or path
            return self._source(path) if locale == _SOURCE else self._localised(locale, path)
        return None

    def _source(self, path: str) -> bytes | None:
        known = path in self.project.decks or path in self.project.others
        return self.project.source.read(path) if known else None

    def _localised(self, locale: str, path: str) -> bytes | None:
        if locale not in self.project.locales:
            return None
        if path in self.project.decks:
            return self._built(locale, path)
        file = self.project.assets(locale).get(path)
        return asset_content(self.project, locale, path, file) if file else None

    def _built(self, locale: str, deck: str) -> bytes:
        source = SourceDeck(self.project, deck)
        return source.built(source.catalog(locale) or Catalog(), locale).text.encode()


def _way(path: str, locale: str) -> str:
    """The address, below that of the site, of a file in the source, or as it is in a locale."""
    return f"{quote(locale or _SOURCE)}/{quote(path)}"


@contextmanager
def served(
    project: Project, viewers: Viewers | None = None, own: Mapping[str, Viewer] | None = None
) -> Iterator[Site]:
    """A site, while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(ConnectionError):  # a page that is closed takes nothing any more
                self._answer(site.content(self.path))

        def _answer(self, content: bytes | None) -> None:
            self.send_response(HTTPStatus.NOT_FOUND if content is None else HTTPStatus.OK)
            kind = mimetypes.guess_type(self.path.partition("?")[0])[0] or "text/plain"
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: object) -> None:
            """Only the command line prints."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site = Site(project, server.server_port, viewers or Viewers(), own or {})
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
