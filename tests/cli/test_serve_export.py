"""``l10n serve --export``: the side-by-side view as files, in a real browser where there is one."""

from __future__ import annotations

import http.server
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import chromium
import pytest
from engines.engine import BUNDLES

from cli.conftest import Workspace

REMARK = next((path for path in BUNDLES.values() if path.exists()), None)
PAGE = """<!doctype html>
<html lang="en"><head><title>Deck</title></head><body><script src="remark.js"></script><script>
%s
</script></body></html>
"""
BY_ADDRESS = "remark.create({ sourceUrl: 'one.md' });"
BY_FETCH = "fetch('./one.md?x').then((answer) => answer.text()).then((source) => remark.create({ source }));"
DECK = "# First\n\nHello <script>alert(1)</script>\n\n--\n\nAnd more\n\n---\n\n# Last\n\nThe end\n"


@pytest.fixture
def work(empty: Workspace) -> Workspace:
    empty.deck("one.md", DECK)
    empty.deck("index.html", PAGE % BY_ADDRESS)
    empty.deck("two.md", "# Alone\n\n--\n\nPlain\n")
    empty.ok("init", "fr")
    empty.translate("The end", "La fin </script><script>alert(2)</script>")
    return empty


def exported(workspace: Workspace) -> Path:
    outcome = workspace.run("serve", "--export", "out")
    assert (outcome.code, outcome.out) == (0, "wrote out/index.html, and what it shows\n"), outcome
    return workspace.path("out")


def test_it_writes_pages_decks_and_what_pages_read(work: Workspace) -> None:
    out = exported(work)
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert names == {
        *(".l10n-made", "index.html", "decks/one.md.html", "decks/two.md.html"),
        *(
            f"shown/{kind}/{name}"
            for kind in ("source", "built")
            for name in ("one.md", "two.md", "index.html")
        ),
        *(f"shown/plain/{kind}/two.md.html" for kind in ("source", "built")),
        "read/framed.js",
        *(f"read/{kind}/index.html.js" for kind in ("source", "built")),
    }


def test_what_decks_and_catalogs_say_is_text(work: Workspace) -> None:
    page = (exported(work) / "decks/one.md.html").read_text()
    assert page.count("<script") == 1
    assert "La fin &lt;/script&gt;&lt;script&gt;alert(2)" in page


def test_how_the_source_of_a_fuzzy_translation_changed_is_shown(work: Workspace) -> None:
    work.deck("one.md", DECK.replace("The end", "The very end"))
    work.ok("sync")
    page = (exported(work) / "decks/one.md.html").read_text()
    assert '<article class="fuzzy">' in page
    assert "<ins>very" in page


def test_nothing_but_its_own_script_style_and_frames_is_allowed(work: Workspace) -> None:
    page = (exported(work) / "decks/one.md.html").read_text()
    policy = page.partition('Policy" content="')[2].partition('"')[0].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_next_export_takes_away_what_is_gone(work: Workspace) -> None:
    out = exported(work)
    work.path("source/two.md").unlink()
    exported(work)
    assert not (out / "decks/two.md.html").exists()
    assert (out / "decks/one.md.html").exists()


def test_what_is_not_l10n_s_is_not_replaced(work: Workspace) -> None:
    mine = Path(work.write("out/index.html", "mine"))
    outcome = work.run("serve", "--export", "out")
    assert (outcome.code, "l10n did not make it" in outcome.err) == (2, True)
    assert mine.read_text() == "mine"


def test_it_does_not_go_among_the_decks(work: Workspace) -> None:
    outcome = work.run("serve", "--export", "source/out")
    assert (outcome.code, work.path("source/out").exists()) == (2, False)


def test_a_deck_that_cannot_be_read_is_named_and_keeps_no_other_from_being_shown(work: Workspace) -> None:
    work.write(work.po("two"), 'msgid "broken')
    outcome = work.run("serve", "--export", "out")
    assert (outcome.code, "two.po" in outcome.err) == (2, True)
    assert work.path("out/decks/one.md.html").exists()


# In a browser


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Files by the plainest of servers."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def by_file(folder: Path) -> Iterator[str]:
    yield folder.as_uri()


WAITING = """new Promise((done) => addEventListener('message', (said) => done(said.data)))"""
TELLS = """
const whole = setInterval(() => {
  const slides = document.querySelectorAll('.remark-slides-area .remark-slide-container').length;
  if (!slides) return;
  let above = 'out of reach';
  try { above = parent.document.title; } catch { /* as it should be */ }
  parent.postMessage({ slides, above }, '*');
}, 50);
"""


@pytest.mark.skipif(chromium.EXECUTABLE is None, reason="there is no Chromium here")
@pytest.mark.skipif(REMARK is None, reason="there is no remark: `make engines` fetches it")
@pytest.mark.parametrize("read", [BY_ADDRESS, BY_FETCH], ids=["sourceUrl", "fetch"])
@pytest.mark.parametrize("way", [by_file, served])
def test_decks_are_shown_from_files_and_by_a_server_and_reach_nothing(
    work: Workspace, tmp_path: Path, way: Any, read: str
) -> None:
    assert REMARK
    shutil.copy(REMARK, work.deck("remark.js", ""))
    work.deck("index.html", PAGE % (read + TELLS))
    with way(exported(work)) as address, chromium.browser(tmp_path / "profile") as page:
        page.show(f"{address}/decks/one.md.html", width=1280, height=800)
        assert page.value(WAITING) == {"slides": 3, "above": "out of reach"}
        assert page.value("document.querySelector('section:not([hidden])').id") == "slide-1"
        page.value("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))")
        end = time.monotonic() + 10
        while page.value("document.getElementById('built').src.split('#')[1]") != "3":
            assert time.monotonic() < end
        assert page.value("document.querySelector('section:not([hidden])').id") == "slide-2"
    complaints = [one for one in page.complaints if "favicon" not in one and "404" not in one]
    assert complaints == [], json.dumps(complaints)


def test_a_list_of_what_was_made_removes_no_decks_catalogs_and_settings(french: Workspace) -> None:
    french.write("l10n.toml", "")
    kept = ["l10n.toml", "source/one.md", french.po()]
    before = [french.read(name) for name in kept]
    french.write(".l10n-made", "".join(f"{name}\0" for name in kept))
    outcome = french.run("serve", "fr", "--export", ".")
    assert (outcome.code, "does not go among decks and catalogs" in outcome.err) == (2, True)
    assert [french.path(name).read_text() for name in kept] == before
