"""What a stranger's deck, or a stranger's page, tries on the editor in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from browsing import NEEDS_BROWSER, browser, served
from serving import CATALOG, project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page

pytest.importorskip("playwright", reason="playwright is not installed")
pytestmark = NEEDS_BROWSER
EDIT = {"deck": "one.md", "msgctxt": None, "msgid": "Two", "seen": "", "msgstr": "HACKED", "approve": False}
HELPERS = """
const out = {};
const tried = async (name, act) => {
  try { out[name] = 'done: ' + String(await act()).slice(0, 200); } catch (error) { out[name] = 'refused'; }
};
"""
TRIES = {
    "the editor's page": "parent.document.body.dataset.token",
    "its storage": "parent.sessionStorage.length",
    "a script in it": "parent.eval('1')",
    "the other frame": "parent.frames[0].document.body.innerHTML + parent.frames[1].document.body.innerHTML",
    "storage": "localStorage.setItem('x', 'y')",
    "storage of the session": "sessionStorage.setItem('x', 'y')",
    "cookies": "document.cookie = 'x=y'",
    "a database": "new Promise((yes, no) => { const one = indexedDB.open('x');"
    " one.onsuccess = yes; one.onerror = no; })",
    "a worker that stays": "navigator.serviceWorker.register('sw.js')",
    "going elsewhere": "top.location.href = 'about:blank'",
    "another window": "window.open('about:blank').closed",
    "reading translations": "fetch(EDITOR + '/api/deck?deck=one.md').then((it) => it.text())",
    "reading the page": "fetch(EDITOR + '/').then((it) => it.text())",
    "writing": "fetch(EDITOR + '/api/save', { method: 'POST', body: EDIT, headers: {"
    " 'content-type': 'application/json', 'x-l10n-token': TOKEN } }).then((it) => it.text())",
    "listening": "new Promise((yes, no) => { const one = new EventSource(EDITOR + '/api/events');"
    " one.onopen = () => yes('open'); one.onerror = no; })",
}
"""What a deck's script tries; none may be done, even by one that has guessed the token."""


def all_of(tries: Mapping[str, str], editor: str, token: str) -> str:
    """A function of JavaScript that tries them, and says what came of each."""
    known = {"EDITOR": editor, "TOKEN": token, "EDIT": json.dumps(EDIT)}
    constants = "".join(f"const {name} = {json.dumps(value)};" for name, value in known.items())
    acts = " ".join(f"await tried({json.dumps(name)}, () => {act});" for name, act in tries.items())
    return f"async () => {{ {HELPERS} {constants} {acts} return out; }}"


@pytest.fixture
def started() -> Iterator[Browser]:
    with browser() as one:
        yield one


def shown(page: Page, address: str) -> Frame:
    """The frame with the localised deck."""
    page.goto(address)
    page.locator("article").first.wait_for()
    page.wait_for_function("document.querySelector('#built').src !== ''")
    frame = page.query_selector("#built").content_frame()
    frame.wait_for_url("http**")
    return frame


def hostile(root: Path, script: str) -> None:
    """The deck's own page has this script."""
    (root / "source/index.html").write_text(f"<!DOCTYPE html><body>one.md<script>{script}</script></body>")


def test_a_decks_script_cannot_reach_the_editor(catalog: Path, tmp_path: Path, started: Browser) -> None:
    hostile(tmp_path, "")
    with served(tmp_path) as address:
        page = started.new_page()
        frame = shown(page, address)
        token = page.evaluate("document.body.dataset.token")
        came = frame.evaluate(all_of(TRIES | {"what it may": "6 * 7"}, address, token))
        assert came == {**dict.fromkeys(TRIES, "refused"), "what it may": "done: 42"}
        assert page.url.startswith(address)
        assert page.locator("article").count() > 0
        assert page.context.cookies() == []
    assert catalog.read_text() == CATALOG


def test_what_a_deck_posts_to_the_editor_changes_nothing(
    catalog: Path, tmp_path: Path, started: Browser
) -> None:
    message = {
        "decks": {"one.md": {"source": "x", "built": "x"}},
        "problem": "HACKED",
        "type": "save",
        **EDIT,
    }
    hostile(tmp_path, f"for (const to of [parent, top]) to.postMessage({json.dumps(message)}, '*');")
    with served(tmp_path) as address:
        page = started.new_page()
        shown(page, address)
        before = page.locator("body").inner_text()
        page.wait_for_timeout(300)
        assert page.locator("body").inner_text() == before
        assert "HACKED" not in before
    assert catalog.read_text() == CATALOG


LIES = {
    "no list": "'HACKED'",
    "no numbers": "[['HACKED', 0, 0, 24], [0, 0, 0, 24]]",
    "objects": "[{ 0: 9e5, 1: 0, 2: 0, 3: 24, length: 4 }, [0, 0, 0, 24]]",
    "not finite": "[[Infinity, 0, 0, 24], [NaN, 0, 0, 24]]",
    "below nothing": "[[9e5, -1, 0, 24], [9e5, -1, 0, 24]]",
    "no line": "[[9e5, 0, 0, 0], [9e5, 0, 0, 0]]",
    "too short": "[[9e5, 0, 0], [9e5, 0, 0]]",
    "too many": "Array(20001).fill([9e5, 0, 0, 24])",
}
"""What is no measure of two slides."""
TOO_FULL = "[[9e5, 0, 0, 24], [0, 0, 0, 24]]"
FITS = "[[0, 0, 0, 24], [0, 0, 0, 24]]"


def telling(root: Path, tells: str) -> None:
    """The deck's page tells all this, and afterwards that its first slide is too full in the translation."""
    truth = f"location.pathname.includes('/built/') ? {TOO_FULL} : {FITS}"
    hostile(root, f"for (const one of [{tells}, {truth}]) parent.postMessage(one, '*');")


def test_what_a_deck_tells_of_its_measures_is_numbers_and_makes_a_mark(
    catalog: Path, tmp_path: Path, started: Browser
) -> None:
    telling(tmp_path, ", ".join(LIES.values()))
    with served(tmp_path) as address:
        page = started.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        shown(page, address)
        page.locator("#slides .overflows").wait_for()
        assert page.locator("#slides .overflows").count() == 1
        said = page.locator("#slides").inner_text()
        assert said.count(", overflows") == 1
        assert "HACKED" not in said
        assert page.locator("#measured iframe").count() == 0
        assert problems == []
    assert catalog.read_text() == CATALOG


def test_frames_that_are_seen_and_the_page_itself_tell_no_measures(
    catalog: Path, tmp_path: Path, started: Browser
) -> None:
    truth = f"location.pathname.includes('/built/') ? {TOO_FULL} : {FITS}"
    hostile(tmp_path, f"if (!location.search.includes('measured')) parent.postMessage({truth}, '*');")
    with served(tmp_path) as address:
        page = started.new_page()
        shown(page, address)
        page.locator("#measured iframe").nth(1).wait_for(state="attached")
        page.evaluate(f"postMessage({TOO_FULL}, '*')")
        page.wait_for_timeout(300)
        assert page.locator("#slides .overflows").count() == 0
    assert catalog.read_text() == CATALOG


def test_texts_of_decks_and_catalogs_are_no_html_in_the_editor(tmp_path: Path, started: Browser) -> None:
    catalog = project(tmp_path)
    evil = "<img src=x onerror=document.title='HACKED'><script>document.title='HACKED'</script>"
    (tmp_path / "source/one.md").write_text(f"# {evil}\n\nHello {evil}\n")
    text = f'\n#. {evil}\nmsgid "Hello {evil}"\nmsgstr "{evil}"\n\n# {evil}\n#, fuzzy\n#| msgid "x {evil}"\n'
    header = CATALOG[: CATALOG.index('\nmsgid "One"')]
    catalog.write_text(f'{header}{text}msgid "{evil}"\nmsgstr "x {evil}"\n')
    with served(tmp_path) as address:
        page = started.new_page()
        shown(page, address)
        page.locator("article textarea").first.focus()
        page.keyboard.insert_text(evil)
        page.wait_for_timeout(600)
        assert page.title() == "one.md · l10n"
        assert page.locator("body img").count() == 0
        assert page.locator("body script").count() == 0


def test_what_a_deck_calls_by_other_protocols_is_no_request(
    catalog: Path, tmp_path: Path, started: Browser
) -> None:
    """WebRTC asks no server for leave; what it sends to the editor's port is nothing that is read there."""
    hostile(tmp_path, "")
    with served(tmp_path) as address:
        page = started.new_page()
        frame = shown(page, address)
        server = f"turn:{urlsplit(address).netloc}?transport=tcp"
        came = frame.evaluate(
            """async ([urls, edit]) => {
              const ice = { urls, username: 'x\\r\\n' + edit, credential: 'x' };
              const call = new RTCPeerConnection({ iceServers: [ice], iceTransportPolicy: 'relay' });
              call.createDataChannel('x');
              const ended = new Promise((end) => {
                call.onicegatheringstatechange = () => call.iceGatheringState === 'complete' && end('no way');
                call.onicecandidate = ({ candidate }) => candidate?.candidate && end(candidate.candidate);
              });
              await call.setLocalDescription(await call.createOffer());
              return ended;
            }""",
            [server, json.dumps(EDIT)],
        )
        assert came == "no way"
        assert page.request.get(address).status == 200
    assert catalog.read_text() == CATALOG


@contextmanager
def stranger(html: str) -> Iterator[str]:
    """A site of somebody else, at another name: what its page is."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://localhost:{server.server_port}/"
        finally:
            server.shutdown()


def test_a_page_of_another_site_neither_reads_nor_writes_nor_frames_the_editor(
    catalog: Path, tmp_path: Path, started: Browser
) -> None:
    with served(tmp_path) as address:
        form = f"<form method=post enctype=text/plain action={address}/api/save>"
        field = f"<input name='{json.dumps(EDIT)}'></form>"
        others = f"<iframe src={address}></iframe><script src={address}/static/main.js></script>"
        with stranger(f"<!DOCTYPE html><body>{form}{field}{others}") as site:
            page = started.new_page()
            page.goto(site)
            acts = {name: TRIES[name] for name in ("writing", "reading translations", "listening")}
            assert page.evaluate(all_of(acts, address, "")) == dict.fromkeys(acts, "refused")
            frames = [frame for frame in page.frames if frame != page.main_frame]
            assert all("data-token" not in frame.content() for frame in frames)
            with page.expect_navigation() as sent:
                page.evaluate("document.forms[0].submit()")
            assert sent.value.status == 403
    assert catalog.read_text() == CATALOG


def test_a_name_that_was_bound_to_this_machine_anew_reads_nothing(
    catalog: Path, tmp_path: Path, started: Browser
) -> None:
    """``localhost`` is for a stranger's name that leads here, of one origin with its own pages."""
    with served(tmp_path) as address:
        page = started.new_page()
        answer = page.goto(f"http://localhost:{urlsplit(address).port}/")
        assert answer is not None
        assert answer.status == 421
        assert "data-token" not in page.content()
    assert catalog.read_text() == CATALOG


def test_of_two_pages_that_write_one_message_the_second_is_shown_both_texts(
    catalog: Path, tmp_path: Path, started: Browser
) -> None:
    with served(tmp_path) as address:
        pages = [started.new_page(), started.new_page()]
        for page in pages:
            shown(page, address)
            page.keyboard.press("Alt+u")
            page.locator("article:focus-within[data-state=untranslated]").wait_for()
        for page, text in zip(pages, ("Deux", "Le deux"), strict=True):
            page.keyboard.insert_text(text)
        pages[0].keyboard.press("Control+Enter")
        pages[1].locator("article:focus-within[data-state=translated]").wait_for()
        pages[1].keyboard.press("Control+Enter")
        box = pages[1].locator("article:focus-within .conflict")
        box.wait_for()
        assert "Deux" in box.inner_text()
        assert pages[1].locator("article:focus-within textarea").input_value() == "Le deux"
        assert catalog.read_text() == CATALOG.replace('"Two"\nmsgstr ""', '"Two"\nmsgstr "Deux"')
        box.get_by_role("button", name="Keep mine").click()
        box.wait_for(state="detached")
    assert catalog.read_text() == CATALOG.replace('"Two"\nmsgstr ""', '"Two"\nmsgstr "Le deux"')
