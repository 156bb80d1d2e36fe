"""A translator's morning with thirty real decks, by keyboard only; then catalogs are compared to the byte."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import DECK_PAGE, NEEDS_BROWSER, REMARK, browser, served
from corpus.real import CORPUS

from cli.adopting import PAIRS, translated_course
from cli.conftest import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

COURSE = sorted(CORPUS.glob("container.training/slides/k8s/*.md"))
DECKS = [path for path in COURSE if path.stat().st_size < 14_000][:28]
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not DECKS, reason="the real decks are not in ../shared/corpus"),
    pytest.mark.skipif(REMARK is None, reason="there is no remark: `make engines` fetches it"),
    *NEEDS_BROWSER,
]
LINK = re.compile(r"\[[^\[\]]+\]\((https?://[^()\s]+)\)")


@pytest.fixture
def course(empty: Workspace) -> Workspace:
    """Thirty decks, two of them translated, and one of these edited since."""
    assert REMARK
    shutil.copy(REMARK, empty.deck("remark.js", ""))
    for deck in (*DECKS, *(Path(f"{pair.name}.md") for pair in PAIRS)):
        empty.deck(f"{deck.stem}.html", DECK_PAGE.format(deck=deck.name))
    translated_course(empty, DECKS)
    return empty


class Morning:
    """What the translator sees, and does."""

    def __init__(self, page: Page, work: Workspace) -> None:
        self.page = page
        self.work = work
        self.expected = self.catalogs()

    def catalogs(self) -> dict[str, str]:
        return {path.name: path.read_bytes().decode() for path in self.work.path("locales").rglob("*.po")}

    @property
    def article(self) -> Locator:
        """The message whose field has the focus."""
        return self.page.locator("article:focus-within")

    @property
    def msgid(self) -> str:
        return self.article.locator(".msgid").text_content() or ""

    @property
    def catalog(self) -> str:
        return self.page.locator("#deck").input_value().replace(".md", ".po")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def go_on(self, key: str, state: str) -> str:
        """To the next message in a state, another than this one: its text."""
        before = self.article.get_attribute("data-id") if self.article.count() else None
        self.press(key)
        other = f"article:focus-within[data-state={state}]"
        self.page.wait_for_function(
            "([other, before]) => { const found = document.querySelector(other);"
            " return found && found.dataset.id !== before; }",
            arg=[other, before],
        )
        return self.msgid

    def type(self, text: str) -> None:
        self.press("Control+a")
        self.page.keyboard.insert_text(text)

    def save(self, state: str = "translated") -> None:
        self.press("Control+Enter")
        saved = self.page.locator(f"article:focus-within[data-state={state}]:not(.dirty)")
        try:
            saved.wait_for()
        except playwright.TimeoutError:
            shown = self.article.evaluate("(it) => [it.outerHTML, it.querySelector('textarea').value]")
            raise AssertionError(self.page.locator("#said").text_content(), shown) from None

    def translated(self, msgid: str, before: str, after: str, catalog: str = "") -> None:
        """Expect of a catalog that this changes, and nothing else."""
        name = catalog or self.catalog
        old, new = (f"\nmsgid {_quoted(msgid)}\nmsgstr {_quoted(text)}\n" for text in (before, after))
        assert self.expected[name].count(old) == 1, (name, old)
        self.expected[name] = self.expected[name].replace(old, new)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.fixture
def morning(course: Workspace) -> Iterator[Morning]:
    with served(course.root) as address, browser() as started:
        page = started.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(15_000)
        problems: list[object] = []
        page.on("pageerror", lambda error: problems.append(error))  # noqa: PLW0108 - it marks functions
        page.goto(address)
        page.locator("article").first.wait_for()
        yield Morning(page, course)
        assert problems == []


def test_a_translators_morning(morning: Morning) -> None:
    _types_and_sees_the_slide_change(morning)
    _is_warned_of_a_lost_link_and_mends_it(morning)
    _approves_what_was_fuzzy(morning)
    _works_on_a_catalog_that_others_work_on(morning)
    _takes_it_back_and_goes_on_after_a_reload(morning)
    assert morning.catalogs() == morning.expected


def _types_and_sees_the_slide_change(morning: Morning) -> None:
    msgid = morning.go_on("Alt+u", "untranslated")
    morning.type("Une toute nouvelle traduction")
    morning.save()
    morning.translated(msgid, "", "Une toute nouvelle traduction")
    shown = morning.page.frame_locator("#built").locator(".remark-visible")
    shown.get_by_text("Une toute nouvelle traduction").wait_for()
    source = morning.page.frame_locator("#source").locator(".remark-visible")
    assert "Une toute nouvelle traduction" not in source.inner_text()


def _is_warned_of_a_lost_link_and_mends_it(morning: Morning) -> None:
    first = morning.catalog
    while not LINK.search(msgid := morning.go_on("Alt+u", "untranslated")):
        pass
    assert morning.catalog >= first
    before = morning.catalogs()
    morning.type("Lisez ceci")
    said = morning.article.locator(".error")
    said.first.wait_for()
    assert re.match("Would not be published: the link .* is missing", said.first.text_content() or "")
    assert morning.catalogs() == before
    morning.save("refused")
    assert re.match("Not published: the link .* is missing", said.first.text_content() or "")
    text = " ".join(f"Lisez [ceci]({one[1]})" for one in LINK.finditer(msgid))
    morning.type(text)
    said.first.wait_for(state="detached")
    morning.save()
    morning.translated(msgid, "", text)


def _approves_what_was_fuzzy(morning: Morning) -> None:
    name = f"{PAIRS[0].name}.po"
    entry = re.search(
        r'#, fuzzy\n(?:#\|.*\n)*(msgid "(?!")[^\\\n]+"\nmsgstr "[^\\\n]+"\n)', morning.expected[name]
    )
    assert entry, "nothing is fuzzy there"
    while morning.catalog != name or f"msgid {_quoted(morning.msgid)}\n" not in entry[0]:
        morning.go_on("Alt+f", "fuzzy")
    morning.press("Alt+a")
    morning.page.locator("article:focus-within[data-state=translated]").wait_for()
    morning.expected[name] = morning.expected[name].replace(entry[0], entry[1])


def _works_on_a_catalog_that_others_work_on(morning: Morning) -> None:
    msgid = morning.go_on("Alt+u", "untranslated")
    path = next(morning.work.path("locales").rglob(morning.catalog))
    morning.type("Ce que je tape")
    other = next(
        found[1]
        for found in re.finditer(r'\nmsgid "([^"\\\n]{9,})"\nmsgstr ""\n', path.read_text())
        if found[1] != msgid
    )
    morning.translated(other, "", "Ce que tape un autre")
    path.write_text(morning.expected[morning.catalog])
    morning.page.wait_for_function(
        "async ([deck, msgid]) => (await (await fetch('/api/deck?' + new URLSearchParams({ deck }))).json())"
        ".slides.some((one) => one.messages.some((it) => it.msgid === msgid && it.msgstr))",
        arg=[morning.catalog.replace(".po", ".md"), other],
    )
    assert morning.article.locator("textarea").input_value() == "Ce que je tape"
    morning.save()
    morning.translated(msgid, "", "Ce que je tape")
    assert morning.catalogs() == morning.expected


def _takes_it_back_and_goes_on_after_a_reload(morning: Morning) -> None:
    last = morning.msgid
    morning.press("Alt+z")
    morning.page.locator("article:focus-within[data-state=untranslated]").wait_for()
    morning.translated(last, "Ce que je tape", "")
    assert morning.catalogs() == morning.expected
    morning.type("Tapé avant de recharger")
    morning.page.reload()
    morning.page.locator("article").first.wait_for()
    while not morning.article.count() or morning.msgid != last:
        morning.press("Alt+j")
    morning.page.locator("article:focus-within[data-state=translated]:not(.dirty)").wait_for()
    assert morning.article.locator("textarea").input_value() == "Tapé avant de recharger"
    morning.translated(last, "", "Tapé avant de recharger")
