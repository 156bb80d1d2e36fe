"""``l10n serve`` as hands use it: a press takes a while; who goes on, or closes the page, leaves a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import NEEDS_BROWSER, browser, served
from serving import CATALOG, project

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytest.importorskip("playwright", reason="playwright is not installed")
pytestmark = NEEDS_BROWSER


def by_mouse(page: Page, act: str) -> None:
    """A press is longer than the server takes to answer what leaving the text would ask of it."""
    press_at(page, button(page, act))


def press_at(page: Page, shown: Locator) -> None:
    """As long as a hand does."""
    box = shown.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(400)
    page.mouse.up()


def by_keyboard(page: Page, act: str) -> None:
    """Tab leads there, and is no faster than the server either."""
    for _ in range(4):
        page.keyboard.press("Tab")
        page.wait_for_timeout(400)
        if page.evaluate("document.activeElement.dataset.act") == act:
            return page.keyboard.press("Enter")
    raise AssertionError(f"Tab does not lead from a text to {act}")


def button(page: Page, act: str) -> Locator:
    return page.locator(f"article:focus-within [data-act={act}]")


def typed(page: Page, keys: str, text: str) -> None:
    """Another text stands in the field of the message to which the keys lead."""
    page.keyboard.press(keys)
    page.locator("article:focus-within textarea").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def stands(page: Page, state: str) -> None:
    """The message with the focus comes to be so, and who types goes on in its text."""
    page.locator(f"article:focus-within[data-state={state}]:not(.dirty)").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


@pytest.fixture(params=[by_mouse, by_keyboard])
def press(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    return request.param


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.fixture
def page(tmp_path: Path, catalog: Path) -> Iterator[Page]:
    assert catalog.exists()
    with browser() as started, served(tmp_path) as address:
        page = started.new_page()
        page.goto(address)
        page.locator("article").first.wait_for()
        yield page


def test_a_text_that_is_new_and_fuzzy_is_approved_by_one_press(
    page: Page, catalog: Path, press: Callable[[Page, str], None]
) -> None:
    typed(page, "Alt+f", "Bonjour tout")
    press(page, "approve")
    stands(page, "translated")
    told = '#, no-wrap\nmsgid "Hello world"\nmsgstr "Bonjour tout"'
    assert told in catalog.read_text()


@pytest.mark.parametrize(("act", "kept"), [("keep_mine", "Le deux"), ("take_theirs", "Deux")])
def test_one_press_chooses_between_two_texts(
    page: Page, catalog: Path, press: Callable[[Page, str], None], act: str, kept: str
) -> None:
    typed(page, "Alt+u", "Le deux")
    catalog.write_text(CATALOG.replace('"Two"\nmsgstr ""', '"Two"\nmsgstr "Deux"'))
    page.locator("article:focus-within[data-state=translated]").wait_for()
    page.keyboard.press("Control+Enter")
    button(page, act).wait_for()
    press(page, act)
    page.locator(".conflict").wait_for(state="detached")
    stands(page, "translated")
    assert catalog.read_text() == CATALOG.replace('"Two"\nmsgstr ""', f'"Two"\nmsgstr "{kept}"')


def test_one_press_leads_from_a_text_that_is_not_saved_to_another_slide(page: Page, catalog: Path) -> None:
    typed(page, "Alt+f", "Bonjour tout")
    slides = page.locator("#slides button")
    press_at(page, slides.nth(1))
    page.locator("#slides li:nth-child(2) [aria-current]").wait_for()
    assert page.locator("article .msgid").all_inner_texts() == ["Two", "Read [this](https://example.com/a)"]
    assert slides.evaluate_all("all => all.map((one) => one.ariaCurrent)") == [None, "true"]
    assert 'msgid "Hello world"\nmsgstr "Bonjour tout"' in catalog.read_text()


def test_a_text_that_somebody_else_changed_is_not_left_by_a_press_before_both_are_seen(
    page: Page, catalog: Path, tmp_path: Path
) -> None:
    (tmp_path / "source/two.md").write_text("# Other\n")
    page.locator("#deck option:nth-child(2)").wait_for(state="attached")
    for leave in (
        lambda: press_at(page, page.locator("#slides button").first),
        lambda: choose(page, "two.md"),
    ):
        typed(page, "Alt+u", "Le deux")
        theirs = CATALOG.replace('"Two"\nmsgstr ""', '"Two"\nmsgstr "Deux"')
        page.route("**/api/events", lambda route: route.abort())
        catalog.write_text(theirs)
        leave()
        page.locator("article .conflict", has_text="Deux").wait_for()
        assert page.locator("#deck").input_value() == "one.md"
        assert page.locator("#slides [aria-current] span").inner_text() == "Two"
        leave()
        page.locator(".conflict").wait_for(state="detached")
        assert catalog.read_text() == theirs
        catalog.write_text(CATALOG)
        page.unroute("**/api/events")
        page.evaluate("sessionStorage.clear()")
        page.reload()
        page.locator("article").first.wait_for()


def choose(page: Page, deck: str) -> None:
    """In the list of decks, for which the text is left."""
    page.locator("#deck").focus()
    page.locator("#deck").select_option(deck)


def test_another_slide_is_shown_from_its_top_and_who_typed_goes_along(page: Page, tmp_path: Path) -> None:
    many = "".join(f"\n- Item {number}\n" for number in range(30))
    (tmp_path / "source/one.md").write_text(f"# One\n{many}\n---\n\n# Two\n{many}")
    page.locator("article:nth-child(31)").wait_for()
    page.locator("textarea").nth(25).click()
    page.keyboard.press("Alt+ArrowDown")
    page.locator("article:focus-within", has_text="Two").wait_for()
    assert page.evaluate("document.getElementById('messages').scrollTop") == 0
    page.locator("textarea").nth(25).click()
    press_at(page, page.locator("#slides button").first)
    page.locator("#slides li:first-child [aria-current]").wait_for()
    assert page.evaluate("document.getElementById('messages').scrollTop") == 0


def test_nothing_is_said_to_be_saved_where_there_was_nothing_to_approve(page: Page, catalog: Path) -> None:
    page.keyboard.press("Alt+u")
    page.locator("article:focus-within", has_text="Two").wait_for()
    page.keyboard.press("Alt+a")
    page.wait_for_timeout(500)
    assert page.locator("#said").inner_text() == ""
    assert catalog.read_text() == CATALOG


def test_undo_leads_to_what_it_took_back(page: Page, catalog: Path) -> None:
    typed(page, "Alt+f", "Bonjour tout")
    page.keyboard.press("Control+Enter")
    stands(page, "fuzzy")
    page.keyboard.press("Alt+ArrowDown")
    page.locator("article:focus-within", has_text="Two").wait_for()
    press_at(page, page.locator("header [data-act=undo]"))
    page.locator("article:focus-within", has_text="Hello world").wait_for()
    assert page.evaluate("document.activeElement.value") == "Bonjour"
    assert catalog.read_text() == CATALOG


def test_undo_leaves_alone_what_is_typed_since(page: Page, catalog: Path) -> None:
    typed(page, "Alt+f", "Bonjour tout")
    page.keyboard.press("Control+Enter")
    stands(page, "fuzzy")
    typed(page, "Alt+u", "Le deux")
    press_at(page, page.locator("header [data-act=undo]"))
    page.locator("#said", has_text="Undone").wait_for()
    page.locator("#slides li:first-child", has_text="fuzzy").wait_for()
    assert page.locator("article:focus-within.dirty textarea").input_value() == "Le deux"
    assert catalog.read_text() == CATALOG


def test_who_closes_the_page_leaves_the_text(page: Page, catalog: Path) -> None:
    typed(page, "Alt+u", "Le deux")
    page.goto("about:blank")
    for _ in range(100):
        if '"Two"\nmsgstr "Le deux"' in catalog.read_text():
            return
        page.wait_for_timeout(100)
    raise AssertionError(catalog.read_text())
