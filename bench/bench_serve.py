"""How long a translator waits for ``l10n serve``: from a save to its event, and to the slide in a browser."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.costs import run
from bench.inputs.decks import ROOT, make_project, translate
from bench.tables import Rows

if TYPE_CHECKING:
    from playwright.sync_api import Page

_TIMES = 15
"""So many saves each, of which the one in the middle counts."""
_TELL = "new EventSource('/api/events').onmessage = () => { window.told = Date.now() }"


def bench(decks: int) -> Rows:
    """Rows of a table, its head first; milliseconds, the median and the slowest."""
    yield "saved in", "decks", "event, median ms", "slowest", "new slide, median ms", "slowest"
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        make_project(project, decks)
        run(project, "init", "fr")
        translate(project, every=1)
        with _shown(project) as page:
            for place, save in (("another editor", _in_editor(project, page)), ("the page", _in_page(page))):
                waits = [_waited(page, save, f"Texte {place} {number}") for number in range(_TIMES)]
                told, seen = zip(*waits, strict=True)
                figures = (median(told), max(told), median(seen), max(seen))
                yield place, f"{decks:,}", *(f"{figure:.0f}" for figure in figures)


@contextmanager
def _shown(project: Path) -> Iterator[Page]:
    """The page of a project, at a message of its first deck."""
    from playwright.sync_api import sync_playwright

    command = [sys.executable, "-m", "l10n", "serve", "--no-open", "--port", "0", "-C", str(project)]
    with subprocess.Popen(command, text=True, stdout=subprocess.PIPE, cwd=ROOT) as server:
        try:
            assert server.stdout
            with sync_playwright() as playwright:
                chromium = shutil.which("chromium")
                browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                page = browser.new_page()
                page.goto(server.stdout.readline().split()[0])
                page.locator("article textarea").first.focus()
                page.evaluate(_TELL)
                yield page
        finally:
            server.terminate()


def _in_editor(project: Path, page: Page) -> Callable[[str], float]:
    """Saves the first message as any editor of catalogs does."""
    deck = page.locator("#deck").input_value()
    catalog = (project / "locales/fr/LC_MESSAGES" / deck).with_suffix(".po")
    before, rest = re.split(
        r'(?<=\nmsgstr ")[^"\n]+(?="\n\n)', catalog.read_text(encoding="utf-8"), maxsplit=1
    )

    def save(text: str) -> float:
        catalog.write_text(before + text + rest, encoding="utf-8")
        return time.time()

    return save


def _in_page(page: Page) -> Callable[[str], float]:
    """Types the first message, and saves it by keyboard."""

    def save(text: str) -> float:
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(text)
        page.keyboard.press("Control+Enter")
        return time.time()

    return save


def _waited(page: Page, save: Callable[[str], float], text: str) -> tuple[float, float]:
    """Milliseconds to the event, and to the slide."""
    page.evaluate("window.told = 0")
    began = save(text)
    page.frame_locator("#built").get_by_text(text).first.wait_for()
    seen = time.time()
    page.wait_for_function(
        "text => window.told && document.querySelector('textarea').value === text", arg=text
    )
    return page.evaluate("window.told") - 1000 * began, 1000 * (seen - began)
