"""What becomes of hands in ``l10n serve`` while the deck, or its catalog, changes beneath them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import NEEDS_BROWSER, browser, served
from serving import CATALOG, DECK, project

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright", reason="playwright is not installed")
pytestmark = NEEDS_BROWSER
HERE = "article:focus-within"
LINK = "Read [this](https://example.com/a)"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    project(tmp_path)
    return tmp_path / "source/one.md"


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return tmp_path / "locales/fr/LC_MESSAGES/one.po"


@pytest.fixture
def page(deck: Path, tmp_path: Path) -> Iterator[Page]:
    """Somebody has begun to type the translation of the title of the second slide."""
    assert deck.exists()
    with served(tmp_path) as address, browser() as started:
        page = started.new_page()
        page.set_default_timeout(15_000)
        problems: list[object] = []
        page.on("pageerror", lambda error: problems.append(error))  # noqa: PLW0108 - it marks functions
        page.goto(address)
        page.locator("article").first.wait_for()
        page.keyboard.press("Alt+u")
        page.locator(HERE, has_text="Two").wait_for()
        page.keyboard.type("Le de")
        yield page
        assert problems == []


def goes_on(page: Page, catalog: Path) -> None:
    """What is typed is typed where it was begun, and saved when its translator says so."""
    page.keyboard.type("ux")
    assert page.locator(f"{HERE}.dirty textarea").input_value() == "Le deux"
    assert page.locator("[aria-current] span").inner_text() == "Two"
    assert 'msgid "Two"\nmsgstr ""' in catalog.read_text()
    page.keyboard.press("Control+Enter")
    page.locator(f"{HERE}:not(.dirty)").wait_for()
    assert 'msgid "Two"\nmsgstr "Le deux"' in catalog.read_text()


def slides(page: Page, count: int) -> None:
    """The deck has come to have so many."""
    page.locator(f"#slides li:last-child:nth-child({count})").wait_for()


@pytest.mark.parametrize("other", ["See [that](https://example.com/a)", "", f"A new one\n\n{LINK}"])
def test_one_types_on_while_another_paragraph_of_the_slide_is_edited(
    page: Page, deck: Path, catalog: Path, other: str
) -> None:
    deck.write_text(DECK.replace(LINK, other))
    expected = ["Two", *filter(None, other.split("\n\n"))]
    page.locator(f"article:last-child:nth-child({len(expected)})", has_text=expected[-1]).wait_for()
    assert page.locator(".msgid").all_inner_texts() == expected
    goes_on(page, catalog)


@pytest.mark.parametrize("count", [1, 2])
def test_one_types_on_at_the_slide_where_it_is_by_now(
    page: Page, deck: Path, catalog: Path, count: int
) -> None:
    deck.write_text("# New\n\n---\n\n" * count + DECK + "\nAnother paragraph at its end.\n")
    slides(page, count + 2)
    goes_on(page, catalog)


def test_one_comes_back_to_slide_and_field_after_a_deck_was_half_written(page: Page, deck: Path) -> None:
    deck.write_text("")
    slides(page, 1)
    deck.write_text("# New\n\n---\n\n" + DECK)
    page.locator("#slides li:nth-child(3) [aria-current]").wait_for()
    page.locator(HERE, has_text="Two").wait_for()
    assert page.evaluate("document.activeElement.value") == "Le de"


def test_a_paragraph_that_is_edited_while_its_translation_is_typed_keeps_what_was_typed(
    page: Page, deck: Path, catalog: Path, tmp_path: Path
) -> None:
    deck.write_text(DECK.replace("# Two", "# Two!"))
    page.locator(HERE, has_text="Two!").wait_for()
    page.locator("#said", has_text="Saved.").wait_for()
    subprocess.run([sys.executable, "-m", "l10n", "sync", "-q"], cwd=tmp_path, check=True)
    page.locator(f"{HERE}[data-state=fuzzy]", has_text="Two!").wait_for()
    assert page.evaluate("document.activeElement.value") == "Le de"
    assert 'msgid "Two!"\nmsgstr "Le de"' in catalog.read_text()


def test_a_catalog_that_cannot_be_read_is_named_until_it_can(page: Page, catalog: Path) -> None:
    catalog.write_text(CATALOG.replace('msgid "Two"', 'msgid "Two'))
    said = page.locator("#said", has_text="one.po:15: the quotation mark at its end is missing")
    said.wait_for()
    catalog.write_text(CATALOG)
    page.locator("#said:empty").wait_for(state="attached")
    goes_on(page, catalog)


def test_a_deck_that_is_gone_is_named_until_it_is_back(page: Page, deck: Path, catalog: Path) -> None:
    (deck.parent / "two.md").write_text("# Other\n")
    page.locator("#deck option:nth-child(2)").wait_for(state="attached")
    aside = deck.rename(deck.with_suffix(".aside"))
    page.locator("#said", has_text="one.md: there is no such deck").wait_for()
    assert page.locator("#deck").input_value() == "one.md"
    aside.rename(deck)
    page.locator("#said:empty").wait_for(state="attached")
    goes_on(page, catalog)
