"""Decks of reveal.js and Quarto in ``l10n serve`` and ``l10n check``, by reveal.js in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import NEEDS_BROWSER, browser, served, translate_the_third
from click.testing import CliRunner
from engines.node import HERE, missing
from serving import HEADER

from l10n.cli import cli

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytest.importorskip("playwright", reason="playwright is not installed")
PACKAGES = HERE / "packages/reveal/node_modules"
VERSIONS = {"6": PACKAGES / "reveal.js", "5": PACKAGES / "reveal-of-reveal-md"}
LACKING = missing(PACKAGES, "reveal.js")
needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="there is no pandoc")
pytestmark = [
    *NEEDS_BROWSER,
    pytest.mark.skipif(LACKING is not None, reason=str(LACKING)),
    pytest.mark.engine,
]
DECK = """---
theme: white
css: own.css
revealOptions:
  width: 1000
  controls: true
---

# One

![](img/dot.svg)

Note: for the presenter

----

## Two

- a step <!-- .element: class="fragment" -->

---

# Three

```js
const a = 1;
```
"""
QUARTO = """---
title: One
format: revealjs
---

# Two

```{python}
#| fig-cap: A plot
open("HACKED", "w")
```

## Three {.smaller}

::: {.callout-note}
## A title
:::
"""
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>'
LONG = "Beaucoup trop. " * 400 + "Fin"
ENTRIES = '\nmsgid "One"\nmsgstr "Un"\n\nmsgid "Two"\nmsgstr "Deux"\n\nmsgid "Three"\nmsgstr ""\n'


def project(root: Path, deck: str, text: str) -> Path:
    """A deck in a folder, with a style and a picture; the catalog, which lacks the last slide."""
    source = root / "source/talks"
    (source / "img").mkdir(parents=True)
    (source / deck).write_text(text)
    (source / "own.css").write_text("h1 { color: rgb(1, 2, 3) !important }")
    (source / "img/dot.svg").write_text(DOT)
    (root / "l10n.toml").write_text('dialects = { "**/*.md" = "reveal" }\n')
    name = deck.removesuffix(".md")
    catalog = root / f"locales/fr/LC_MESSAGES/talks/{name}.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(HEADER + ENTRIES)
    return catalog


@pytest.fixture
def page() -> Iterator[Page]:
    with browser() as started:
        page = started.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(60_000)  # themes are megabytes of fonts, in four frames
        yield page


def seen(page: Page, kind: str, text: str) -> Locator:
    """The slide that a frame shows, once it has that text."""
    slide = page.frame_locator(f"#{kind}").locator("section.present:not(.stack)", has_text=text)
    slide.wait_for()
    return slide


@pytest.mark.parametrize("version", VERSIONS)
def test_a_deck_is_shown_by_reveal_js_with_theme_styles_and_pictures(
    tmp_path: Path, page: Page, version: str
) -> None:
    project(tmp_path, "one.md", DECK)
    wrong: list[str] = []
    page.on("response", lambda one: one.status >= 400 and "favicon" not in one.url and wrong.append(one.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with served(tmp_path, "--port", "0", "--reveal", str(VERSIONS[version])) as address:
        page.goto(address)
        seen(page, "source", "One")
        slide = seen(page, "built", "Un")
        assert slide.locator("img").evaluate("(one) => one.naturalWidth") == 9
        title = slide.locator("h1")
        assert title.evaluate("(one) => getComputedStyle(one).color") == "rgb(1, 2, 3)"
        assert title.evaluate("() => Reveal.getConfig().width") == 1000
        assert title.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.locator("#how").inner_text() == ""
        page.keyboard.press("Alt+ArrowDown")
        seen(page, "source", "Two")
        assert seen(page, "built", "Deux").locator("li").is_visible()
        page.keyboard.press("Alt+ArrowDown")
        seen(page, "built", "Three").locator("code .hljs-keyword").wait_for()
    assert wrong == []


@pytest.mark.parametrize("head", ["", "---\ntitle: A deck\n---\n"])
def test_a_save_shows_at_once_and_the_slide_stays(tmp_path: Path, page: Page, head: str) -> None:
    catalog = project(tmp_path, "one.md", f"{head}# One\n\n---\n\n# Two\n\n---\n\n# Three\n")
    with served(tmp_path, "--port", "0", "--reveal", str(VERSIONS["6"])) as address:
        page.goto(address)
        translate_the_third(page, catalog, partial(seen, page))


def test_slides_that_overflow_are_marked(tmp_path: Path, page: Page) -> None:
    catalog = project(tmp_path, "one.md", DECK)
    catalog.write_text(catalog.read_text().replace("Deux", LONG))
    with served(tmp_path, "--port", "0", "--reveal", str(VERSIONS["6"])) as address:
        page.goto(address)
        marked = page.locator("#slides button.overflows")
        marked.wait_for()
        assert " ".join(marked.inner_text().split()).startswith("2 Two ")


def test_check_shows_slides_by_reveal_js_too(tmp_path: Path) -> None:
    catalog = project(tmp_path, "one.md", DECK)
    catalog.write_text(catalog.read_text().replace("Deux", LONG))
    named = ("--reveal", str(VERSIONS["6"]))
    asked = ("check", "-C", str(tmp_path), "--shots", "shots", "--select", "overflow")
    outcome = CliRunner().invoke(cli, [*asked, *named])
    assert "1 picture in shots" in outcome.stderr, outcome.output
    assert "the slide is " in outcome.stdout
    assert (tmp_path / "shots/fr/talks/one.md/002.png").stat().st_size > 1000
    catalog.write_text(catalog.read_text().replace(LONG, "Deux"))
    outcome = CliRunner().invoke(cli, [*asked, *named])
    assert "3 slides shown: nothing found" in outcome.stdout


def test_that_of_the_project_is_taken_and_without_one_the_page_says_so(
    tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, "one.md", DECK)
    monkeypatch.setenv("PATH", "")
    with served(tmp_path) as address:
        page.goto(address)
        page.frame_locator("#built").get_by_text("Un").wait_for()
        assert page.locator("#how").inner_text().startswith("Shown plainly: there is no reveal.js")
    shutil.copytree(VERSIONS["6"], tmp_path / "node_modules/reveal.js")
    with served(tmp_path) as address:
        page.goto(address)
        seen(page, "built", "Un")


@pytest.mark.parametrize("version", VERSIONS)
def test_an_export_shows_what_reveal_js_shows(tmp_path: Path, page: Page, version: str) -> None:
    project(tmp_path, "one.md", DECK)
    options = ["serve", "-C", str(tmp_path), "--export", "out", "--reveal", str(VERSIONS[version])]
    outcome = CliRunner().invoke(cli, options)
    assert outcome.exit_code == 0, outcome.output
    failed: list[str] = []
    page.on("requestfailed", lambda one: failed.append(one.url))
    page.goto((tmp_path / "out/decks/talks/one.md.html").as_uri())
    slide = seen(page, "built", "Un")
    assert slide.locator("img").evaluate("(one) => one.naturalWidth") == 9
    slide.locator("h1").evaluate("() => document.fonts.ready")
    page.keyboard.press("ArrowRight")
    seen(page, "built", "Deux")
    seen(page, "source", "Two")
    assert failed == []


@needs_pandoc
def test_quarto_is_shown_by_pandoc_which_says_so_and_runs_and_measures_nothing(
    tmp_path: Path, page: Page
) -> None:
    catalog = project(tmp_path, "one.qmd", QUARTO)
    catalog.write_text(catalog.read_text().replace("Deux", LONG))
    with served(tmp_path, "--port", "0", "--reveal", str(VERSIONS["6"])) as address:
        page.goto(address)
        seen(page, "source", "One")
        seen(page, "built", "Un")
        assert page.locator("#how").inner_text().startswith("Shown by pandoc, not by Quarto")
        page.keyboard.press("Alt+ArrowDown")
        seen(page, "source", "A plot")
        page.keyboard.press("Alt+ArrowDown")
        seen(page, "source", "A title")
        seen(page, "built", "Three")
        assert page.locator("#measured iframe").count() == 0
    assert not list(tmp_path.rglob("HACKED"))


def test_check_looks_at_no_slides_of_quarto(tmp_path: Path) -> None:
    project(tmp_path, "one.qmd", QUARTO)
    named = ("--rendered", "--reveal", str(VERSIONS["6"]))
    outcome = CliRunner().invoke(cli, ["check", "-C", str(tmp_path), *named])
    assert "there is no page here that shows a deck" in outcome.stderr
