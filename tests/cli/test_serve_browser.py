"""A translator's morning, in a real browser."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chromium
import pytest
from browsing import served
from serving import CATALOG, project

pytestmark = pytest.mark.skipif(not chromium.EXECUTABLE, reason="there is no Chromium here")
CONFLICT = "Failed to load resource: the server responded with a status of 409 (Conflict)"
FIELD = "document.activeElement.closest('article')"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    project(tmp_path)
    with served(tmp_path) as found:
        yield found


def until(page: chromium.Page, script: str) -> Any:
    """What the script gives, as soon as that is something."""
    end = time.monotonic() + 15
    while time.monotonic() < end:
        if found := page.value(script):
            return found
        time.sleep(0.05)
    raise AssertionError(page.value("document.body.innerText"))


def press(page: chromium.Page, code: str, key: str, modifiers: int) -> None:
    for kind in ("keyDown", "keyUp"):
        page.call("Input.dispatchKeyEvent", type=kind, code=code, key=key, modifiers=modifiers)


def retype(page: chromium.Page, text: str) -> None:
    page.value("document.activeElement.select()")
    page.call("Input.insertText", text=text)
    press(page, "Enter", "Enter", 2)


def at(page: chromium.Page, msgid: str, state: str) -> None:
    """Wait till the field of a message has the focus, in that state."""
    shown = json.dumps(msgid)
    until(page, f"{FIELD}?.querySelector('.msgid').textContent === {shown}")
    until(page, f"{FIELD}?.dataset.state === '{state}'")


def test_find_type_see_be_warned_mend_approve_and_undo_by_keyboard(address: str, tmp_path: Path) -> None:
    catalog = tmp_path / "locales/fr/LC_MESSAGES/one.po"
    link = "Read [this](https://example.com/a)"
    with chromium.browser(tmp_path / "profile") as page:
        page.show(address, width=1280, height=800)
        until(page, "document.querySelectorAll('article').length === 2")
        press(page, "KeyU", "u", 1)
        at(page, "Two", "untranslated")
        before = page.value("document.getElementById('built').src")
        retype(page, "Deux")
        at(page, "Two", "translated")
        until(page, f"document.getElementById('built').src !== {json.dumps(before)}")
        press(page, "KeyU", "u", 1)
        at(page, link, "untranslated")
        retype(page, "Lisez ceci")
        at(page, link, "refused")
        assert "https://example.com/a" in page.value(f"{FIELD}.querySelector('.error').textContent")
        retype(page, "Lisez [ceci](https://example.com/a)")
        at(page, link, "translated")
        press(page, "KeyF", "f", 1)
        at(page, "Hello world", "fuzzy")
        press(page, "KeyA", "a", 1)
        at(page, "Hello world", "translated")
        press(page, "KeyZ", "z", 1)
        at(page, "Hello world", "fuzzy")
        assert page.complaints == []
    expected = CATALOG.replace('"Two"\nmsgstr ""', '"Two"\nmsgstr "Deux"')
    told = f'"{link}"\nmsgstr '
    expected = expected.replace(f'{told}""', f'{told}"Lisez [ceci](https://example.com/a)"')
    assert catalog.read_text() == expected


def test_what_another_editor_saves_shows_and_what_is_typed_stays_and_overwrites_nothing(
    address: str, tmp_path: Path
) -> None:
    catalog = tmp_path / "locales/fr/LC_MESSAGES/one.po"
    with chromium.browser(tmp_path / "profile") as page:
        page.show(address, width=390, height=800, dark=True)
        until(page, "document.querySelectorAll('article').length === 2")
        press(page, "KeyU", "u", 1)
        at(page, "Two", "untranslated")
        page.call("Input.insertText", text="Deux")
        catalog.write_text(CATALOG.replace('"Two"\nmsgstr ""', '"Two"\nmsgstr "Le deux"'))
        until(page, f"{FIELD}?.dataset.state === 'translated'")
        assert page.value("document.activeElement.value") == "Deux"
        press(page, "Enter", "Enter", 2)
        until(page, f"{FIELD}.querySelector('.conflict')?.textContent.includes('Le deux')")
        assert '"Le deux"' in catalog.read_text()
        press(page, "ArrowUp", "ArrowUp", 1)
        press(page, "KeyF", "f", 1)
        at(page, "Hello world", "fuzzy")
        press(page, "ArrowDown", "ArrowDown", 1)
        until(page, "[...document.querySelectorAll('textarea')].some((one) => one.value === 'Deux')")
        assert '"Le deux"' in catalog.read_text()
        assert page.complaints in ([], [CONFLICT], [CONFLICT, CONFLICT])


def test_a_server_that_was_started_anew_gets_what_was_typed_before(tmp_path: Path) -> None:
    catalog = project(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with chromium.browser(tmp_path / "profile") as page:
        with served(tmp_path, "--port", port) as address:
            page.show(address, width=1280, height=800)
            until(page, "document.querySelectorAll('article').length === 2")
            press(page, "KeyU", "u", 1)
            at(page, "Two", "untranslated")
            page.call("Input.insertText", text="Deux")
        until(page, "document.getElementById('said').textContent.startsWith('The server is gone')")
        token = page.value("document.body.dataset.token")
        with served(tmp_path, "--port", port):
            until(page, f"![undefined, {json.dumps(token)}].includes(document.body?.dataset.token)")
            until(page, "document.querySelector('article.dirty textarea')?.value === 'Deux'")
            page.value("document.querySelector('article.dirty textarea').focus()")
            press(page, "Enter", "Enter", 2)
            at(page, "Two", "translated")
    assert catalog.read_text() == CATALOG.replace('"Two"\nmsgstr ""', '"Two"\nmsgstr "Deux"')
