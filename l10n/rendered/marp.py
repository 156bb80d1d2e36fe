"""Marp decks as Marp itself shows them, where it is installed.

Its library is asked, Marp Core, by a small program of ours in node: Marp's own command takes most of a second
for each deck, and looks for a configuration beside it that may be a program. What is installed among the
files of a project came with them: that is run only where the user names it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, lru_cache
from html import escape
from importlib.resources import files
from pathlib import Path
from threading import Lock

from l10n.errors import L10nError
from l10n.rendered.program import Program

_HEAP = "--max-old-space-size=1024"
"""Megabytes that a deck may take."""
_SCRIPT = files("l10n.rendered").joinpath("one_slide.js").read_text(encoding="utf-8")
_STYLE = (
    "html,body{margin:0;height:100%;overflow:hidden;background:#000}"
    "svg[data-marpit-svg]{position:fixed;inset:0;width:100%;height:100%}"
    "svg[data-marpit-svg].l10n-away{translate:-200vw}"
)
_PAGE = (
    '<!DOCTYPE html>\n<html lang="{lang}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
    "<style>{css}</style>\n<style>{style}</style>\n<body>\n{html}\n<script>{script}</script>\n</body>\n</html>\n"
)
_MISSING = "there is no Marp to be loaded from {}; install it (`npm install @marp-team/marp-cli`)"
_REMEMBERED = 8
"""Decks: a source and its translation, of those that were shown last."""


class Marp:
    """Makes pages of decks. It may be asked from several threads."""

    def __init__(self, program: Program, where: str) -> None:
        """``program`` answers as ``marp.mjs`` does; ``where`` it has Marp from."""
        self.program = program
        self.where = where
        self._lock = Lock()
        self._known = lru_cache(_REMEMBERED)(self._made)

    def page(self, deck: str, themes: Sequence[str], *, lang: str, title: str) -> bytes:
        """A page that shows the slide of the number that its address ends in (``#2``), and holds all of them.

        ``themes`` are texts of CSS that a deck may name. ``L10nError`` where Marp makes nothing of it.
        """
        with self._lock:  # who asks for the same meanwhile gets the same
            html, css, error = self._known(deck, tuple(themes))
        if error:
            raise L10nError(error)
        said = {"lang": escape(lang), "title": escape(title), "style": _STYLE, "script": _SCRIPT}
        page = _PAGE.format(html=html, css=css, **said)
        return page.encode("utf-8", "replace")  # JSON can name halves of characters

    def ready(self) -> None:
        """Start it; ``L10nError`` if it cannot be."""
        try:
            self._slides("", ())
        except L10nError:
            self.close()
            raise

    @cached_property
    def loads(self) -> bool:
        """Whether it can be started: not all that is called so is a library of node."""
        try:
            self.ready()
        except L10nError:
            return False
        return True

    def close(self) -> None:
        """End it; it is not asked any more."""
        self.program.end()

    def _made(self, deck: str, themes: tuple[str, ...]) -> tuple[str, str, str]:
        """HTML, CSS and error, of which one half is empty: what hangs is not tried again and again."""
        try:
            return *self._slides(deck, themes), ""
        except L10nError as error:
            return "", "", error.message

    def _slides(self, deck: str, themes: tuple[str, ...]) -> tuple[str, str]:
        said = self.program.asked({"deck": deck, "themes": themes})
        match said:
            case {"html": str(html), "css": str(css)}:
                return html, css
            case {"missing": str()}:
                raise L10nError(_MISSING.format(self.where))
            case {"error": str(error)}:
                raise L10nError(f"Marp cannot show this deck: {error}")
        raise L10nError("Marp says what is no answer")


def installed_marp(root: Path, named: Path | None = None) -> Marp | None:
    """The Marp that the user names, else the one on the ``PATH``, if any; ``L10nError`` if there is no such.

    Without a name, nothing counts that is installed within ``root``, or the repository around that; and
    whether what counts can be started is seen by the first who asks.
    """
    if named:
        return _named(named)
    around = _repository(root)
    node, found = _node(around), _on_path("marp", around)
    return _marp(node, found) if node and found else None


def _named(path: Path) -> Marp:
    node = _node()
    if node is None:
        raise L10nError(f"{path}: node cannot be found, which runs Marp; install it")
    if not os.path.exists(path):  # noqa: PTH110 - no error, whatever the name is
        raise L10nError(f"{path}: there is no such file")
    marp = _marp(node, path)
    marp.ready()
    return marp


def _marp(node: Path, found: Path) -> Marp:
    real = found.resolve()
    start = real / "from" if real.is_dir() else real  # node looks beside a file
    command = [str(node), _HEAP, str(files("l10n.rendered").joinpath("marp.mjs")), str(start)]
    return Marp(Program("Marp", command), str(found))


def themes_among(contents: Mapping[str, bytes]) -> Iterator[str]:
    """Of style sheets by path those that are themes of Marp, which say their name."""
    for path in sorted(contents):
        with suppress(UnicodeDecodeError):
            if b"@theme" in contents[path]:
                yield contents[path].decode("utf-8")


def _node(around: Path | None = None) -> Path | None:
    return _on_path("node", around) or _on_path("nodejs", around)


def _on_path(name: str, around: Path | None) -> Path | None:
    """The first program of that name on the ``PATH`` that lies elsewhere than in a folder."""
    for entry in os.environ.get("PATH", "").split(os.pathsep):
        found = shutil.which(name, path=entry) if Path(entry).is_absolute() else None
        if found and not _is_within(Path(found), around):
            return Path(found)
    return None


def _is_within(path: Path, around: Path | None) -> bool:
    """Whether a file, or what it leads to, is in the folder."""
    ways = {path.absolute(), path.parent.resolve() / path.name, path.resolve()}
    return around is not None and any(one.is_relative_to(around) for one in ways)


def _repository(root: Path) -> Path:
    """The folder of the repository that a project is in; its own, if it is in none."""
    real = root.resolve()
    return next((one for one in (real, *real.parents) if os.path.lexists(one / ".git")), real)
