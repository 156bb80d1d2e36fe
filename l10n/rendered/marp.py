"""Marp decks as Marp itself shows them, where it is installed.

Its library is asked, Marp Core, by a small program of ours in node: Marp's own command takes most of a second
for each deck, and looks for a configuration beside it that may be a program. What is installed among the
files of a project came with them: that is run only where the user names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from html import escape
from importlib.resources import files
from pathlib import Path

from l10n.errors import L10nError
from l10n.rendered.machine import Machine, named_program, refuse_missing
from l10n.rendered.program import Program
from l10n.rendered.viewer import Remembered, Showing

_HEAP = "--max-old-space-size=1024"
"""Megabytes that a deck may take."""
_NODE = ("node", "nodejs")
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


class Marp:
    """A viewer."""

    name = dialect = "marp"
    passes_pages = False
    is_engine = True

    def __init__(self, program: Program, where: str) -> None:
        """``program`` answers as ``marp.mjs`` does; ``where`` it has Marp from."""
        self.program = program
        self.where = where
        self._made = Remembered(self._slides)

    def page(self, showing: Showing) -> bytes:
        """The page; style sheets that are themes are those that a deck may name."""
        html, css = self._made(showing.text, tuple(themes_among(showing.styles())))
        said = {"lang": escape(showing.lang), "title": escape(showing.path), "style": _STYLE}
        page = _PAGE.format(html=html, css=css, script=_SCRIPT, **said)
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


def installed_marp(machine: Machine, named: Path | None = None) -> Marp | None:
    """The Marp that the user names, else the one on the ``PATH``, if any; ``L10nError`` if there is no such.

    Whether one that is not named can be started is seen by the first who asks.
    """
    if named:
        return _named(named)
    node, found = machine.program(*_NODE), machine.program("marp")
    return _marp(node, found) if node and found else None


def _named(path: Path) -> Marp:
    node = named_program(*_NODE)
    if node is None:
        raise L10nError(f"{path}: node cannot be found, which runs Marp; install it")
    refuse_missing(path)
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
