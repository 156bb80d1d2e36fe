"""Decks of Quarto as pandoc alone makes slides for reveal.js of them, where both are installed.

Quarto runs what a deck and its project bring along - chunks, filters, extensions - so it is not started. The
reader of its Markdown is pandoc, which runs nothing in its sandbox and reads no file that a deck names. What
is shown has neither Quarto's theme nor what code gives.
"""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from l10n.dialects import Quarto, handed
from l10n.errors import L10nError
from l10n.rendered.machine import Machine, refuse_missing
from l10n.rendered.program import answer_once
from l10n.rendered.reveal import OURS
from l10n.rendered.reveal_package import RevealPackage, as_page, link, own_styles, script
from l10n.rendered.viewer import Remembered, Showing

_HERE = files("l10n.rendered")
_STYLE = _HERE.joinpath("by_pandoc.css").read_text(encoding="utf-8")
_SCRIPT = _HERE.joinpath("by_pandoc.js").read_text(encoding="utf-8")
_HEAP = ("+RTS", "-M1g", "-RTS")
_THEME = "white"
_OPTIONS: dict[str, Any] = {**OURS, "width": 1050, "height": 700, "center": False}
"""The size is Quarto's."""
_BUNDLED = ("tools/pandoc", "tools/*/pandoc", "tools/pandoc.exe")
"""Where Quarto has its own."""


class PandocViewer:
    """A viewer."""

    name = "pandoc"
    dialect = "quarto"
    passes_pages = False
    is_engine = False

    def __init__(self, program: Path, package: RevealPackage) -> None:
        """By that pandoc, on pages of that reveal.js."""
        self.program = program
        self.package = package
        self._made = Remembered(self._slides)

    @cached_property
    def loads(self) -> bool:
        """Whether it is a pandoc that has a sandbox: from 2.15 on."""
        try:
            return "<section" in self._slides("# Slide\n", 1)
        except L10nError:
            return False

    def page(self, showing: Showing) -> bytes:
        """The page."""
        if not isinstance(showing.dialect, Quarto):
            raise L10nError("pandoc cannot show this deck")
        slides = self._made(showing.text, showing.dialect.slide_level(showing.text))
        theme = self.package.theme(_THEME)
        return as_page(
            slides,
            lang=showing.lang,
            title=showing.path,
            styles=[
                *own_styles(showing.engine),
                link(f"{showing.engine}{theme}") if theme else "",
                f"<style>{_STYLE}</style>\n",
            ],
            scripts=[script(f"{showing.engine}dist/reveal.js"), f"<script>{_SCRIPT}</script>\n"],
            options=_OPTIONS,
        )

    def close(self) -> None:
        """It has ended."""

    def _slides(self, deck: str, level: int) -> str:
        reader = "markdown" if deck.startswith("---") else "markdown-yaml_metadata_block"
        template = f"--template={_HERE.joinpath('by_pandoc.html')}"
        options = ("--sandbox", f"--from={reader}", "--to=revealjs", f"--slide-level={level}", "--mathml")
        command = (str(self.program), *_HEAP, *options, template)
        return answer_once("pandoc", command, handed(deck).encode("utf-8", "replace")).decode(
            "utf-8", "replace"
        )


def installed_pandoc(
    machine: Machine, package: RevealPackage | None, named: Path | None = None
) -> PandocViewer | None:
    """By the pandoc, or Quarto, that the user names, else by the one on the ``PATH``; reveal.js is needed."""
    if named:
        return _named(named, package)
    found = machine.program("pandoc")
    quarto = None if found else machine.program("quarto")
    found = found or (quarto and _bundled(quarto))
    return PandocViewer(found, package) if found and package else None


def _named(path: Path, package: RevealPackage | None) -> PandocViewer:
    refuse_missing(path)
    if package is None:
        raise L10nError(
            f"{path}: slides of pandoc are shown by reveal.js; install it (`npm install reveal.js`)"
        )
    viewer = PandocViewer(_bundled(path) or path, package)
    if not viewer.loads:
        raise L10nError(f"{path}: this is no pandoc with a sandbox; install 2.15 or a later one")
    return viewer


def _bundled(quarto: Path) -> Path | None:
    """The pandoc beside a Quarto."""
    home = quarto.resolve().parent
    return next((found for pattern in _BUNDLED for found in sorted(home.glob(pattern))), None)
