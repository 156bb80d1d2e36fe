"""Which files a page shows as decks, for which engine, and what it says of how these are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from l10n.regex import regex

_SOURCE_URL = regex(r"\bsourceUrl[\"']?\s*:\s*(?:\"([^\"\n]+)\"|'([^'\n]+)'|`([^`\n]+)`)")
_EXTERNAL = "data-markdown"
_SEPARATORS = {
    "separator": "data-separator",
    "vertical-separator": "data-separator-vertical",
    "notes-separator": "data-separator-notes",
}
"""By option of the dialect: the attribute. Unlike reveal-md, reveal.js has no vertical slides by itself."""
_ELSEWHERE = regex(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


class Shown(NamedTuple):
    """A file that a page shows."""

    path: str
    """From the folder of the page."""
    engine: str
    by: str
    """What in the page says so."""
    options: tuple[tuple[str, str], ...] = ()
    """Of the engine's dialect."""


def files_shown(page: str) -> Iterator[Shown]:
    """The files by remark's ``sourceUrl`` and reveal.js' ``data-markdown``; those on other hosts left out."""
    for match in _SOURCE_URL.finditer(page):
        yield from _at(match[match.lastindex or 0], "remark", "sourceUrl")
    if _EXTERNAL in page:
        yield from _sections(page)


def _sections(page: str) -> Iterator[Shown]:
    from l10n.dialects.tokenizer import html_tags  # which few pages need

    for tag in html_tags(page):
        said = {one.name: unescape(one.value(page)) for one in reversed(tag.attributes)}
        if address := said.get(_EXTERNAL, "").strip():
            found = {name: said[key] for name, key in _SEPARATORS.items() if said.get(key)}
            yield from _at(address, "reveal", _EXTERNAL, {"vertical-separator": "", **found})


def _at(address: str, engine: str, by: str, options: dict[str, str] | None = None) -> Iterator[Shown]:
    path = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
    if path and not _ELSEWHERE.match(address):
        yield Shown(path, engine, by, tuple((options or {}).items()))
