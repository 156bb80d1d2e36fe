"""The list of slides tells which a translation makes too full, by the measure of ``check --rendered``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import DECK_PAGE, NEEDS_BROWSER, REMARK, browser, served
from engines.node import HERE
from serving import HEADER

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytest.importorskip("playwright", reason="playwright is not installed")
pytestmark = NEEDS_BROWSER
PACKAGES = HERE / "packages/reveal/node_modules"
REVEAL = {"6": PACKAGES / "reveal.js/dist", "5.1.0": PACKAGES / "reveal-of-reveal-md"}
REVEAL_PAGE = """<!DOCTYPE html>
<meta charset="utf-8"><link rel="stylesheet" href="reveal.css">
<div class="reveal"><div class="slides"><section><h2>Of the page</h2></section>
<section data-markdown="one.md" data-separator="^\\n---\\n$"></section></div></div>
<script src="reveal.js"></script><script src="markdown.js"></script>
<script>Reveal.initialize({ hash: true, hashOneBasedIndex: true, plugins: [RevealMarkdown] });</script>
"""
SHORT = "Le deux"
LONG = "Beaucoup trop. " * 400 + "Fin"
MARKED = "#slides button.overflows"
NEEDS_REMARK = pytest.mark.skipif(REMARK is None, reason="there is no remark: `make engines` fetches it")


def translated(root: Path, text: str) -> None:
    """What the catalog has for the second slide."""
    catalog = root / "locales/fr/LC_MESSAGES/one.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    pairs = {"One": "Un", "Two": text, "Full": "Plein", "Three": "Trois"}
    entries = (f'\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n' for msgid, msgstr in pairs.items())
    catalog.write_text(HEADER + "".join(entries))


@pytest.fixture
def remark(tmp_path: Path) -> Path:
    """A deck of four slides, of which the third is too full in the source, too."""
    assert REMARK
    full = "# Full\n\n" + "```\n" + "x\n" * 80 + "```\n"
    (tmp_path / "source").mkdir()
    (tmp_path / "source/one.md").write_text(f"# One\n\n---\n\nTwo\n\n---\n\n{full}\n---\n\n# Three\n")
    (tmp_path / "source/one.html").write_text(DECK_PAGE.format(deck="one.md"))
    shutil.copy(REMARK, tmp_path / "source/remark.js")
    return tmp_path


@pytest.fixture
def page() -> Iterator[Page]:
    with browser() as started:
        page = started.new_page()
        page.set_default_timeout(20_000)
        yield page


def marks(page: Page) -> list[str]:
    """What the list says of the slides that overflow."""
    return [" ".join(text.split()) for text in page.locator(MARKED).all_inner_texts()]


@NEEDS_REMARK
def test_a_slide_is_marked_as_long_as_its_translation_overflows(remark: Path, page: Page) -> None:
    translated(remark, LONG)
    with served(remark) as address:
        page.goto(address)
        page.locator(MARKED).wait_for()
        assert marks(page) == ["2 Two complete, overflows"]
        page.locator("#slides button").nth(1).click()
        page.locator("article textarea").fill(SHORT)
        page.keyboard.press("Control+Enter")
        page.locator(MARKED).wait_for(state="detached")
        page.locator("article textarea").fill(LONG)
        page.keyboard.press("Control+Enter")
        page.locator(MARKED).wait_for()
        assert marks(page) == ["2 Two complete, overflows"]


@pytest.fixture(params=["6", "5.1.0"])
def reveal(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A deck of three slides."""
    engine = REVEAL[request.param]
    if not engine.exists():
        pytest.skip("there is no reveal.js: `make engines` fetches it")
    source = tmp_path / "source"
    source.mkdir()
    (source / "one.md").write_text("# One\n\n---\n\nTwo\n\n---\n\n# Three\n")
    (source / "one.html").write_text(REVEAL_PAGE)
    for name in ("reveal.js", "reveal.css", "plugin/markdown.js", "plugin/markdown/markdown.js"):
        for folder in (engine, engine / "dist"):
            if (folder / name).exists():
                shutil.copy(folder / name, source)
    (tmp_path / "l10n.toml").write_text('dialect = "reveal"\n')
    return tmp_path


def test_slides_of_reveal_are_measured_too(reveal: Path, page: Page) -> None:
    translated(reveal, LONG)
    with served(reveal) as address:
        page.goto(f"{address}/#deck=one.md&slide=3")
        page.locator(MARKED).wait_for()
        assert marks(page) == ["2 Two complete, overflows"]


def test_slides_of_reveal_are_shown_where_the_translator_is(reveal: Path, page: Page) -> None:
    translated(reveal, SHORT)
    problems: list[object] = []
    page.on("pageerror", lambda error: problems.append(error))  # noqa: PLW0108 - it marks functions
    with served(reveal) as address:
        page.goto(f"{address}/#deck=one.md&slide=3")
        page.frame_locator("#built").locator("section.present", has_text="Trois").wait_for()
        page.frame_locator("#source").locator("section.present", has_text="Three").wait_for()
        page.locator("#slides button").nth(1).click()
        page.frame_locator("#built").locator("section.present", has_text=SHORT).wait_for()
        assert page.frame_locator("#built").locator("section.present").count() == 1
        assert problems == []


def test_a_slide_that_is_asked_for_before_the_engine_is_there_is_shown(reveal: Path, page: Page) -> None:
    translated(reveal, SHORT)
    waiting: list[Route] = []
    page.route("**/reveal.js", lambda route: waiting.append(route))  # noqa: PLW0108 - it marks functions
    with served(reveal) as address:
        page.goto(f"{address}/#deck=one.md&slide=1")
        while len(waiting) < 2:
            page.wait_for_timeout(20)
        page.locator("#slides button").nth(2).click()
        page.wait_for_timeout(200)
        for route in waiting:
            route.continue_()
        page.unroute("**/reveal.js")
        page.frame_locator("#built").locator("section.present", has_text="Trois").wait_for()
