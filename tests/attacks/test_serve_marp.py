"""What a Marp deck, or a Marp that fails, may do to who translates it."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from browsing import NEEDS_BROWSER, browser, served
from engines.node import HERE, NODE, missing
from serving import HEADER
from starlette.testclient import TestClient
from unit.rendered.test_marp import FAULTS, fake, program

from attacks.test_serve_browser import TRIES, all_of, shown
from l10n.project import find_config
from l10n.rendered import Viewers, installed
from l10n.rendered.machine import Machine
from l10n.rendered.marp import installed_marp
from l10n.serve.saving import Edit
from l10n.serve.shown import app
from l10n.serve.workshop import Workshop

if TYPE_CHECKING:
    from playwright.sync_api import Frame

ENGINE = HERE / "packages/marp"
LACKING = missing(ENGINE / "node_modules", "Marp Core")
needs_engine = pytest.mark.skipif(LACKING is not None, reason=str(LACKING))
DECK = "---\nmarp: true\n---\n\n# One\n\nHello world\n\n---\n\n# Two\n"
CATALOG = HEADER + '\nmsgid "One"\nmsgstr "Un"\n\nmsgid "Hello world"\nmsgstr ""\n\nmsgid "Two"\nmsgstr ""\n'
HOSTILE = """
<script>document.title = 'HACKED'</script>

<img src=x onerror="document.title = 'HACKED'">

<svg onload="document.title = 'HACKED'"></svg>

<iframe srcdoc="<script>top.document.title = 'HACKED'</script>"></iframe>

<style>@import url(../../../../secret.css); body { background: url(../../../../secret.png) }</style>

![](../../../../secret.svg) ![](%2e%2e/%2e%2e/secret.svg) ![bg](/secret.svg)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project, and what lies beside it."""
    root = tmp_path / "project"
    for path, text in (("source/one.md", DECK), ("locales/fr/LC_MESSAGES/one.po", CATALOG)):
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text(text)
    for name in ("secret.svg", "secret.css", "secret.png"):
        (tmp_path / name).write_text("SECRET")
        (root / name).write_text("SECRET")
    return root


def catalog(root: Path) -> str:
    return (root / "locales/fr/LC_MESSAGES/one.po").read_text()


def marp_frame(frame: Frame) -> Frame:
    frame.locator("svg[data-marpit-svg]").first.wait_for(state="attached")
    return frame


@needs_engine
@pytest.mark.engine
class TestInABrowser:
    pytestmark = NEEDS_BROWSER

    def test_a_script_in_marps_page_cannot_reach_the_editor(self, root: Path) -> None:
        with served(root, "--port", "0", "--marp", str(ENGINE)) as address, browser() as started:
            page = started.new_page()
            frame = marp_frame(shown(page, address))
            token = page.evaluate("document.body.dataset.token")
            came = frame.evaluate(all_of(TRIES | {"what it may": "6 * 7"}, address, token))
            assert came == {**dict.fromkeys(TRIES, "refused"), "what it may": "done: 42"}
        assert catalog(root) == CATALOG

    def test_what_a_deck_names_is_neither_run_in_the_editor_nor_read_beside_the_project(
        self, root: Path
    ) -> None:
        (root / "source/one.md").write_text(DECK + HOSTILE)
        asked: list[str] = []
        with served(root, "--port", "0", "--marp", str(ENGINE)) as address, browser() as started:
            page = started.new_page()
            page.on("request", lambda one: "secret" in one.url and asked.append(one.url))
            frame = marp_frame(shown(page, address))
            frame.wait_for_function("[...document.images].every((one) => one.complete)")
            assert page.title() == "one.md · l10n"
            assert frame.title() != "HACKED"
            assert {urlsplit(one).path for one in asked} >= {"/secret.svg", "/secret.css"}
            assert {page.request.get(one).status for one in asked} == {404}
        assert catalog(root) == CATALOG


def test_what_was_installed_among_the_decks_is_not_run_though_it_is_on_the_path(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = program(root / "node_modules/.bin/marp")
    core = fake(root, "").joinpath("node_modules/@marp-team/marp-core/index.js")
    core.write_text(f"require('fs').writeFileSync({json.dumps(str(root / 'HACKED'))}, '')")
    monkeypatch.setenv("PATH", f"{theirs.parent}:{Path(str(NODE)).parent}")
    config = find_config(root)
    with closing(Workshop(config, "fr", installed(config.root))) as workshop:
        answer = TestClient(app(workshop, "key")).get("/key/built/one.md?marp")
        assert not answer.headers["content-type"].startswith("text/html")
        assert answer.text == DECK.replace("# One", "# Un")
        assert workshop.viewers.named("marp") is None
    assert not (root / "HACKED").exists()


@pytest.mark.skipif(NODE is None, reason="there is no node")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_marp_that_fails_keeps_nobody_from_saving_and_the_deck_is_shown_plainly(
    root: Path, tmp_path: Path, fault: str
) -> None:
    does, said = FAULTS[fault]
    (root / "source/one.md").write_text(DECK + "\nHOSTILE\n")
    config, marp = find_config(root), installed_marp(Machine(root), fake(tmp_path / "fake", does))
    assert marp
    marp.program.patience = 2.0 if fault == "hangs" else 60.0
    with closing(Workshop(config, "fr", Viewers([marp]))) as workshop:
        decks = TestClient(app(workshop, "key"))
        pages: list[str] = []
        asking = Thread(target=lambda: pages.append(decks.get("/key/source/one.md?marp").text))
        asking.start()
        workshop.save(Edit("one.md", (None, "Two"), "", "Deux"))
        if fault == "hangs":
            assert asking.is_alive()  # the save did not wait for it
        asking.join()
        assert said in pages[0]
        assert '<section id="2"><h1>Two</h1>' in pages[0]
        assert "<h1>Deux</h1>" in decks.get("/key/built/one.md?marp").text
    assert 'msgid "Two"\nmsgstr "Deux"' in catalog(root)


@pytest.mark.skipif(NODE is None, reason="there is no node")
@pytest.mark.parametrize(
    "path",
    ["source/../l10n.toml", "source/%2e%2e/secret.svg", "source/secret.svg", "other/one.md", "built//one.md"],
)
def test_marp_is_asked_of_decks_only(root: Path, tmp_path: Path, path: str) -> None:
    config, marp = find_config(root), installed_marp(Machine(root), fake(tmp_path / "fake", ""))
    assert marp
    with closing(Workshop(config, "fr", Viewers([marp]))) as workshop:
        decks = TestClient(app(workshop, "key"))
        assert decks.get("/key/source/one.md?marp").status_code == 200
        answer = decks.get(f"/key/{path}?marp")
        assert (answer.status_code, "SECRET" in answer.text) == (404, False)
