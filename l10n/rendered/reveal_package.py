"""reveal.js as it is installed: the files that its pages load, and a page around slides.

It runs in pages only, as scripts of decks do, so one among the files of a project is taken as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from threading import Lock

from l10n.errors import L10nError
from l10n.regex import regex
from l10n.rendered.machine import Machine, refuse_missing
from l10n.system import Room

_SERVED = regex(r"(?:dist|plugin)/[\w./@-]+\.(?:css|js|woff2?|ttf|eot)")
"""What pages load; ``Room`` lets none of it lead elsewhere."""
_CORE = "dist/reveal.js"
_NAME = regex(r"[\w-]+")
_PAGE = (
    '<!DOCTYPE html>\n<html lang="{lang}">\n<meta charset="utf-8">\n<title>{title}</title>\n{head}'
    '<body>\n<div class="reveal"><div class="slides">{slides}</div></div>\n'
    '<script type="application/json" id="l10n-deck">{said}</script>\n{scripts}</body>\n</html>\n'
)
_BESIDE = ("reveal.js", "node_modules/reveal.js", "reveal-md/node_modules/reveal.js")
_OF_PROJECT = ("node_modules/reveal.js", "node_modules/reveal-md/node_modules/reveal.js")
_MISSING = "there is no reveal.js ({}) in it; install it (`npm install reveal.js`)"


class RevealPackage:
    """A folder with ``dist``; plug-ins are in that since version 6, and beside it before."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self.folder = folder
        self._room = Room(folder, follows=True)
        self._lock = Lock()

    def file(self, path: str) -> bytes | None:
        """A file that pages load; None if there is none of that name."""
        with self._lock, suppress(L10nError):  # a room is one reader's
            return self._room.read(path) if _SERVED.fullmatch(path) else None
        return None

    def plugin(self, path: str) -> str | None:
        """Where a file of a plug-in is (``markdown/markdown.js``)."""
        folder, _, name = path.partition("/")
        ways = (f"dist/plugin/{path}", f"dist/plugin/{name}", f"plugin/{folder}/{name}")
        return next((way for way in ways if self._has(way)), None)

    def theme(self, name: str) -> str | None:
        """Where one of its own themes is."""
        way = f"dist/theme/{name}.css"
        return way if _NAME.fullmatch(name) and self._has(way) else None

    def fonts(self) -> Iterator[str]:
        """What its themes load."""
        base = self.folder / "dist/theme/fonts"
        for path in sorted(base.rglob("*")):
            way = path.relative_to(self.folder).as_posix()
            if self.file(way) is not None:
                yield way

    def _has(self, way: str) -> bool:
        with self._lock, suppress(L10nError):
            return self._room.status(way) is not None
        return False


def as_page(
    slides: str, *, lang: str, title: str, styles: Sequence[str], scripts: Sequence[str], **said: object
) -> bytes:
    """A page of slides in HTML; styles and scripts are elements, and ``said`` is for the scripts."""
    data = json.dumps(said).replace("<", "\\u003c")
    text = {"lang": escape(lang), "title": escape(title), "slides": slides, "said": data}
    page = _PAGE.format(head="".join(styles), scripts="".join(scripts), **text)
    return page.encode("utf-8", "replace")


def link(address: str) -> str:
    """An element that loads a style sheet."""
    return f'<link rel="stylesheet" href="{escape(address)}">\n'


def script(address: str) -> str:
    """An element that loads a script."""
    return f'<script src="{escape(address)}"></script>\n'


def own_styles(engine: str) -> Sequence[str]:
    """What every page of reveal.js loads, where its files are at an address."""
    return [link(f"{engine}dist/reset.css"), link(f"{engine}dist/reveal.css")]


def installed_reveal(machine: Machine, named: Path | None = None) -> RevealPackage | None:
    """The one that the user names, else the project's, else the user's own; ``L10nError`` if it is not there.

    Named is its folder, or one that has it below ``node_modules``.
    """
    if named:
        refuse_missing(named)
        ways = (named, *(named / way for way in _BESIDE))
        if found := _first(ways):
            return found
        raise L10nError(f"{named}: {_MISSING.format(_CORE)}")
    theirs = (folder / way for folder in machine.folders() for way in _OF_PROJECT)
    return _first(way for way in theirs if machine.holds(way)) or _first(_ways_of_user(machine))


def _ways_of_user(machine: Machine) -> Iterator[Path]:
    """Beside reveal-md, among what is installed for all projects, within Quarto."""
    if found := machine.program("reveal-md"):
        yield from (folder / "node_modules/reveal.js" for folder in found.resolve().parents)
    if found := machine.program("node", "nodejs"):
        yield found.resolve().parent.parent / "lib/node_modules/reveal.js"
    if found := machine.program("quarto"):
        yield found.resolve().parent.parent / "share/formats/revealjs/reveal"


def _first(ways: Iterable[Path]) -> RevealPackage | None:
    found = (way.resolve() for way in ways if (way / _CORE).is_file())
    return next((RevealPackage(way) for way in found), None)
