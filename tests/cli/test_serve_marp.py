"""Marp decks in ``l10n serve`` as Marp itself shows them, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import NEEDS_BROWSER, browser, served, translate_the_third
from engines.node import HERE, missing
from serving import HEADER

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytest.importorskip("playwright", reason="playwright is not installed")
ENGINE = HERE / "packages/marp"
LACKING = missing(ENGINE / "node_modules", "Marp Core")
pytestmark = [
    *NEEDS_BROWSER,
    pytest.mark.skipif(LACKING is not None, reason=str(LACKING)),
    pytest.mark.engine,
]
DECK = """---
marp: true
theme: ours
---

# One

![](img/dot.svg)

---

Two

![bg left](img/dot.svg)

---

# Three <!-- fit -->

```
a line of code
```
"""
THEME = "/* @theme ours */\n@import 'default';\nsection { background: rgb(250, 240, 230) }\n"
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>'
LONG = "Beaucoup trop. " * 400 + "Fin"
SIZE = (
    "(one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height] }"
)


@pytest.fixture
def marp(tmp_path: Path) -> Path:
    """A deck of three slides in a folder, with a theme and a picture; its French catalog lacks the last."""
    source, catalog = tmp_path / "source", tmp_path / "locales/fr/LC_MESSAGES/talks/one.po"
    for path, text in (("talks/one.md", DECK), ("talks/img/dot.svg", DOT), ("themes/ours.css", THEME)):
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_text(text)
    catalog.parent.mkdir(parents=True)
    catalog.write_text(
        HEADER + '\nmsgid "One"\nmsgstr "Un"\n\nmsgid "Two"\nmsgstr "Deux"\n\nmsgid "Three"\nmsgstr ""\n'
    )
    return tmp_path


@pytest.fixture
def page() -> Iterator[Page]:
    with browser() as started:
        page = started.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(20_000)
        yield page


def seen(page: Page, kind: str, text: str) -> Locator:
    """The one slide that a frame shows, once it has that text."""
    frame = page.frame_locator(f"#{kind}")
    frame.locator("svg[data-marpit-svg]:not(.l10n-away)", has_text=text).wait_for()
    slide = frame.locator("svg[data-marpit-svg]:not(.l10n-away)")
    assert slide.count() == 1
    return slide


def test_slides_are_shown_by_marp_with_theme_and_pictures_where_the_translator_is(
    marp: Path, page: Page
) -> None:
    wrong: list[str] = []
    page.on("response", lambda one: one.status >= 400 and "favicon" not in one.url and wrong.append(one.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with served(marp, "--port", "0", "--marp", str(ENGINE)) as address:
        page.goto(address)
        slide = seen(page, "built", "Un")
        seen(page, "source", "One")
        assert slide.locator("img").evaluate("(one) => one.naturalWidth") == 9
        section = slide.locator("section")
        assert section.evaluate("(one) => getComputedStyle(one).backgroundColor") == "rgb(250, 240, 230)"
        assert page.locator("#how").inner_text() == ""
        page.keyboard.press("Alt+ArrowDown")
        seen(page, "built", "Deux")
        seen(page, "source", "Two")
        page.keyboard.press("Alt+ArrowDown")
        left, top, width, height = seen(page, "built", "Three").evaluate(SIZE)
        frame = page.locator("#built").evaluate("(one) => [one.clientWidth, one.clientHeight]")
        assert (left, top, [width, height]) == (0, 0, frame)
    assert wrong == []


def test_a_save_shows_at_once_and_the_slide_stays(marp: Path, page: Page) -> None:
    catalog = marp / "locales/fr/LC_MESSAGES/talks/one.po"
    with served(marp, "--port", "0", "--marp", str(ENGINE)) as address:
        page.goto(address)
        translate_the_third(page, catalog, partial(seen, page))


def test_a_theme_that_is_saved_shows_at_once(marp: Path, page: Page) -> None:
    with served(marp, "--port", "0", "--marp", str(ENGINE)) as address:
        page.goto(address)
        seen(page, "built", "Un")
        (marp / "source/themes/ours.css").write_text(THEME.replace("250, 240, 230", "1, 2, 3"))
        coloured = "getComputedStyle(document.querySelector('section')).backgroundColor === 'rgb(1, 2, 3)'"
        frame = page.query_selector("#built").content_frame()
        frame.wait_for_function(coloured)


def test_slides_that_overflow_are_marked(marp: Path, page: Page) -> None:
    catalog = marp / "locales/fr/LC_MESSAGES/talks/one.po"
    catalog.write_text(catalog.read_text().replace("Deux", LONG))
    with served(marp, "--port", "0", "--marp", str(ENGINE)) as address:
        page.goto(address)
        marked = page.locator("#slides button.overflows")
        marked.wait_for()
        assert " ".join(marked.inner_text().split()) == "2 Two complete, overflows"
        catalog.write_text(catalog.read_text().replace(LONG, "Deux"))
        marked.wait_for(state="detached")


def test_without_marp_the_page_says_so(marp: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with served(marp) as address:
        page.goto(address)
        page.frame_locator("#built").get_by_text("Un").wait_for()
        assert page.locator("#how").inner_text().startswith("Shown plainly: no Marp can be loaded")


def test_an_export_shows_what_marp_made(marp: Path, page: Page, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from l10n.cli import cli

    options = ["serve", "-C", str(marp), "--export", "out", "--marp", str(ENGINE)]
    outcome = CliRunner().invoke(cli, options)
    assert outcome.exit_code == 0, outcome.output
    page.goto((tmp_path / "out/decks/talks/one.md.html").as_uri())
    slide = seen(page, "built", "Un")
    assert slide.locator("img").evaluate("(one) => one.naturalWidth") == 9
    page.keyboard.press("ArrowRight")
    seen(page, "built", "Deux")
    seen(page, "source", "Two")


def test_check_shows_slides_by_marp_too(marp: Path) -> None:
    from click.testing import CliRunner

    from l10n.cli import cli

    catalog = marp / "locales/fr/LC_MESSAGES/talks/one.po"
    catalog.write_text(catalog.read_text().replace("Deux", LONG))
    (marp / "source/index.html").write_text("<a href='talks/one.md'>a page that only leads there</a>")
    options = ["check", "-C", str(marp), "--shots", "shots", "--select", "overflow"]
    outcome = CliRunner().invoke(cli, [*options, "--marp", str(ENGINE)])
    assert outcome.stderr == "1 picture in shots\n", outcome.output
    assert outcome.stdout.startswith("locales/fr/LC_MESSAGES/talks/one.po:9: ")
    assert "[overflow]" in outcome.stdout
    picture = (marp / "shots/fr/talks/one.md/002.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
