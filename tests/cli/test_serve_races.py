"""Answers that overtake one another and files half written: what a translator did still shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import NEEDS_BROWSER, browser, served
from serving import CATALOG, project

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytest.importorskip("playwright", reason="playwright is not installed")
pytestmark = NEEDS_BROWSER
TWO = '"Two"\nmsgstr "'
TYPED = CATALOG.replace(TWO, f"{TWO}Deux")
THEIRS = "Lisez [ceci](https://example.com/a)"
HERE = "article:focus-within"
FIELD = f"{HERE} textarea"


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    catalog = project(tmp_path)
    (tmp_path / "source/two.md").write_text("# Other\n")
    catalog.with_name("two.po").write_text(
        CATALOG.partition('\nmsgid "One')[0] + '\nmsgid "Other"\nmsgstr ""\n'
    )
    return catalog


@pytest.fixture
def page(catalog: Path) -> Iterator[Page]:
    with served(catalog.parents[3]) as address, browser() as started:
        page = started.new_page()
        page.set_default_timeout(15_000)
        page.goto(address)
        page.locator("article").first.wait_for()
        page.keyboard.press("Alt+u")
        page.locator(f"{HERE}[data-state=untranslated]").wait_for()
        yield page


@contextmanager
def held(page: Page, address: str = "**/api/deck?*") -> Iterator[Callable[[], None]]:
    """Answers are given by the server, and reach the page at the end: wait for the first."""
    answered: list[Callable[[], None]] = []

    def hold(route: Route) -> None:
        answer = route.fetch()
        answered.append(lambda: route.fulfill(response=answer))

    def first() -> None:
        while not answered:
            page.wait_for_timeout(20)

    page.route(address, hold)
    yield first
    for give in answered:
        give()
    page.unroute(address)
    page.wait_for_timeout(200)  # for the page to show what it must not


def theirs(catalog: Path) -> None:
    """Somebody else translates another message of the deck."""
    old = catalog.read_text()
    catalog.write_text(old.replace('a)"\nmsgstr ""', f'a)"\nmsgstr "{THEIRS}"'))


def test_an_answer_that_was_overtaken_by_a_save_is_not_shown(page: Page, catalog: Path) -> None:
    with held(page) as first:
        page.keyboard.insert_text("Deux")
        theirs(catalog)
        first()
        page.keyboard.press("Control+Enter")
        page.locator(f"{HERE}[data-state=translated]:not(.dirty)").wait_for()
    assert page.locator(FIELD).input_value() == "Deux"
    assert page.locator(HERE).get_attribute("data-state") == "translated"
    assert page.locator("article", has_text="Read [this]").locator("textarea").input_value() == THEIRS
    assert catalog.read_text() == TYPED.replace('a)"\nmsgstr ""', f'a)"\nmsgstr "{THEIRS}"')


def test_who_saves_again_before_the_answer_is_in_no_conflict_with_themselves(
    page: Page, catalog: Path
) -> None:
    with held(page, "**/api/save") as first:
        page.keyboard.insert_text("Deux")
        page.keyboard.press("Control+Enter")
        first()
        page.keyboard.insert_text(" ou trois")
        page.keyboard.press("Control+Enter")
        page.wait_for_timeout(200)
    page.locator(f"{HERE}[data-state=translated]:not(.dirty)").wait_for()
    assert page.locator(".conflict").count() == 0
    assert catalog.read_text() == CATALOG.replace(TWO, f"{TWO}Deux ou trois")


def test_the_deck_that_was_asked_for_last_is_shown(page: Page) -> None:
    asked: dict[str, Route] = {}
    page.route("**/api/deck?*", lambda route: asked.update({route.request.url[-6:]: route}))
    for name in ("two.md", "one.md"):
        page.locator("#deck").select_option(name)
        while name not in asked:
            page.wait_for_timeout(20)
    for name in ("one.md", "two.md"):
        with page.expect_response("**/api/deck?*"):
            asked[name].continue_()
        page.wait_for_timeout(100)
    assert page.locator("#deck").input_value() == "one.md"
    assert page.locator("article", has_text="One").count() > 0


@pytest.mark.parametrize("more", ["", " et plus"])
def test_what_was_saved_is_not_unsaved_where_the_deck_is_read_before_the_answer(
    page: Page, catalog: Path, more: str
) -> None:
    asked: list[Route] = []
    page.route("**/api/deck?*", lambda route: asked.append(route))  # noqa: PLW0108 - it marks functions
    page.keyboard.insert_text("Deux")
    theirs(catalog)
    while not asked:
        page.wait_for_timeout(20)
    with held(page, "**/api/save") as first:
        page.keyboard.press("Control+Enter")
        first()
        asked[0].continue_()
        page.locator(f"{HERE}[data-state=translated]").wait_for()
        page.keyboard.insert_text(more)
    assert page.locator(f"{HERE}.dirty").count() == bool(more)
    page.unroute("**/api/deck?*")
    page.keyboard.press("Control+Enter")
    page.locator(f"{HERE}[data-state=translated]:not(.dirty)").wait_for()
    assert page.locator(".conflict").count() == 0
    assert catalog.read_text().count(f'{TWO}Deux{more}"') == 1


def test_an_answer_about_a_deck_that_the_translator_has_left_is_not_shown(page: Page, catalog: Path) -> None:
    with held(page) as first:
        theirs(catalog)
        first()
        page.locator("#deck").select_option("two.md")
        page.wait_for_timeout(100)
    page.locator("article", has_text="Other").wait_for()
    assert page.locator("#deck").input_value() == "two.md"


def test_what_is_typed_is_saved_though_the_catalog_was_half_written(page: Page, catalog: Path) -> None:
    page.keyboard.insert_text("Deux")
    catalog.write_text(CATALOG.partition('\nmsgid "Two"')[0])
    page.locator(f"{HERE}.dirty textarea[readonly]").wait_for()
    with held(page) as first:
        catalog.write_text(CATALOG)
        first()
        page.keyboard.press("Control+Enter")
        page.locator(f"{HERE}[data-state=translated]:not(.dirty)").wait_for()
    assert catalog.read_text() == TYPED


def test_what_is_typed_is_not_saved_because_something_else_changed(page: Page, catalog: Path) -> None:
    page.keyboard.insert_text("Deu")
    catalog.write_text(CATALOG.replace(f"msgid {TWO}", f"# Why?\nmsgid {TWO}"))
    page.locator(HERE, has_text="Why?").wait_for()
    page.keyboard.insert_text("x")
    assert page.locator(FIELD).input_value() == "Deux"
    page.keyboard.press("Control+z")
    assert page.locator(FIELD).input_value() != "Deux"
    assert '"Deu' not in catalog.read_text()


def test_one_can_go_on_where_what_is_typed_cannot_be_saved(page: Page, catalog: Path) -> None:
    page.keyboard.insert_text("Deux")
    catalog.write_text(CATALOG.partition('\nmsgid "Two"')[0])
    page.locator(f"{HERE}.dirty textarea[readonly]").wait_for()
    page.keyboard.press("Alt+ArrowUp")
    page.locator("#said", has_text="it has not this message").wait_for()
    assert page.locator("article", has_text="Two").count() == 1
    page.keyboard.press("Alt+ArrowUp")
    page.locator("article", has_text="Hello world").wait_for()
    page.keyboard.press("Alt+ArrowDown")
    page.locator("article.dirty", has_text="Two").wait_for()
    catalog.write_text(CATALOG)
    page.locator("article.dirty textarea:not([readonly])").wait_for()
    assert page.locator("article.dirty textarea").input_value() == "Deux"


def test_a_page_to_read_only_asks_nothing_that_it_may_not(catalog: Path) -> None:
    asked: list[str] = []
    with served(catalog.parents[3], "--read-only", "--port", "0") as address, browser() as started:
        page = started.new_page()
        page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
        page.goto(address)
        page.locator("article").first.wait_for()
        said = page.locator("#said").text_content()
        page.locator("article textarea").first.focus()
        page.keyboard.press("Alt+f")
        page.locator("article:focus-within").wait_for()
        page.wait_for_timeout(500)
        assert page.locator("#said").text_content() == said
    assert asked
    assert [one for one in asked if not one.startswith("GET ")] == []
