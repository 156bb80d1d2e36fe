"""From a folder with a deck to a French slide that its engine shows, by the commands of the README."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from chromium import EXECUTABLE, Page, browser
from cli.conftest import Workspace

from engines.engine import BUNDLES
from engines.judged import judge
from engines.node import HERE

pytestmark = pytest.mark.engine
needs_browser = pytest.mark.skipif(EXECUTABLE is None, reason="there is no chromium")
REVEAL = HERE / "packages" / "reveal" / "node_modules"
SLIDES = "# My talk\n\nWelcome to it\n\n---\n\n## Agenda\n\nOne thing\n"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """As ``python -m http.server`` does."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    with browser(tmp_path / "browser") as one:
        yield one


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "project").mkdir()
    return Workspace(tmp_path / "project", monkeypatch)


def french(work: Workspace, deck: str) -> str:
    """The built deck, with a sentence translated."""
    work.ok("init", "fr")
    work.translate("Welcome to it", "Bienvenue", deck.removesuffix(".md"))
    work.ok("sync")
    return work.read(f"build/fr/{deck}")


def shown(page: Page, work: Workspace, where: str) -> str:
    """What stands there on the page once its engine has made slides."""
    words = f"(document.querySelector({json.dumps(where)}) || {{}}).textContent || ''"
    with served(work.path("build/fr")) as address:
        page.show(address, width=1000, height=700)
        for _ in range(100):
            if found := page.value(words):
                return str(found)
            time.sleep(0.1)
    return ""


@needs_browser
@pytest.mark.parametrize("version", BUNDLES)
def test_remark_shows_the_french_slide(work: Workspace, page: Page, version: str) -> None:
    if not BUNDLES[version].exists():
        pytest.skip("there is no remark; see CONTRIBUTING.md")
    work.write("talk.md", SLIDES)
    shutil.copy(BUNDLES[version], work.path("remark.min.js"))
    work.write(
        "index.html",
        "<!DOCTYPE html><html><body><script src='remark.min.js'></script>"
        "<script>remark.create({sourceUrl: 'talk.md'})</script></body></html>\n",
    )
    french(work, "talk.md")
    assert shown(page, work, ".remark-visible p") == "Bienvenue"


@needs_browser
@pytest.mark.parametrize(
    ("package", "markdown"),
    [("reveal.js", "dist/plugin/markdown.js"), ("reveal-of-reveal-md", "plugin/markdown/markdown.js")],
    ids=["6", "5"],
)
def test_reveal_shows_the_french_slide(work: Workspace, page: Page, package: str, markdown: str) -> None:
    if not (REVEAL / package).exists():
        pytest.skip("there is no reveal.js; see CONTRIBUTING.md")
    work.write("talk.md", SLIDES)
    shutil.copytree(REVEAL / package, work.path("node_modules/reveal.js"))
    work.write(
        "index.html",
        "<!DOCTYPE html><html><body><div class='reveal'><div class='slides'>"
        "<section data-markdown='talk.md' data-separator='^\\n---\\n$'></section></div></div>"
        "<script src='node_modules/reveal.js/dist/reveal.js'></script>"
        f"<script src='node_modules/reveal.js/{markdown}'></script>"
        "<script>Reveal.initialize({plugins: [RevealMarkdown]})</script></body></html>\n",
    )
    french(work, "talk.md")
    assert shown(page, work, "section.present p") == "Bienvenue"


def test_marp_shows_the_french_slide(work: Workspace) -> None:
    with judge("marp.js", "marp", "Marp Core") as look:
        work.write("deck.md", f"---\nmarp: true\n---\n\n{SLIDES}")
        assert "Bienvenue" in str(look(french(work, "deck.md"))["words"])


def test_slidev_shows_the_french_slide(work: Workspace) -> None:
    with judge("slidev.mjs", "slidev", "Slidev") as look:
        work.write("package.json", '{"dependencies": {"@slidev/cli": "^52"}}')
        work.write("slides.md", SLIDES)
        assert "Bienvenue" in str(look(french(work, "slides.md"))["words"])
