"""What pages name: files beside them, and packages that npm has installed there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from contextlib import suppress

from l10n.errors import FileError
from l10n.regex import regex
from l10n.system import INSTALLED, Room

HTML = (".html", ".htm")
_WORD = regex(r"[^\s\"'`()<>=,;?#]+")
"""What may name a file, in a tag or in a script."""


def files_named(text: str, page: str) -> Iterator[str]:
    """Paths that a page may name, from the folder that its own path is from."""
    folder = posixpath.dirname(page)
    return (posixpath.normpath(posixpath.join(folder, word)) for word in _WORD.findall(text))


def installed(room: Room, paths: Iterable[str]) -> list[str]:
    """The files of packages in ``node_modules`` that pages among the paths name, as one with reveal.js does.

    Of all that npm installs these are part of what a page shows. One that cannot be read is left out: pnpm
    leads out of the folder.
    """
    wanted: dict[str, None] = {}
    for page in paths:
        with suppress(FileError):  # a page that cannot be read is named where it is copied
            content = (room.read(page) or b"") if page.lower().endswith(HTML) else b""
            if f"{INSTALLED}/".encode() in content:
                wanted |= dict.fromkeys(_packages(content.decode("utf-8", "replace"), page))
    found: list[str] = []
    for package in wanted:
        with suppress(FileError):
            found += room.files(below=package)
    return found


def _packages(text: str, page: str) -> Iterator[str]:
    for path in files_named(text, page):
        before, is_there, after = path.partition(f"{INSTALLED}/")
        parts = after.split("/")
        package = "/".join(parts[: 2 if after.startswith("@") else 1])
        if is_there and not path.startswith(("../", "/")) and len(parts) > package.count("/") + 1:
            yield f"{before}{INSTALLED}/{package}"
