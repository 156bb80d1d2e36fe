"""The page of ``l10n stats --format html``, in a real browser."""

import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from chromium import EXECUTABLE, Page, browser

from cli.conftest import Workspace

HOSTILE = """# <script>alert(1)</script> & "quotes"

Text with <img src=https://example.com/x.png onerror=alert(1)> and [a](javascript:alert(1)) \u202e

---

# مرحبا بالعالم

"""
LONG = "Averylongword" * 30
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
SCREENS = [PHONE, DESK]

pytestmark = pytest.mark.skipif(EXECUTABLE is None, reason="there is no chromium")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("browser")
    with browser(folder) as shown:
        yield shown
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def site(french: Workspace) -> str:
    """The address of the page of a project with something of everything."""
    french.deck("hostile.md", f"{HOSTILE}{LONG}\n")
    french.deck("empty.md", "")
    french.deck("no-catalog.md", "# Not there yet\n")
    for locale in ("ar", "de", "es", "ja", "pt_BR"):
        french.ok("init", locale)
    for path in french.root.glob("locales/*/LC_MESSAGES/no-catalog.po"):
        path.unlink()
    french.translate("One", "Un")
    french.translate("Hello world", "- <b onclick=alert(2)>Bonjour</b>")
    french.write(french.po("one", "de"), "rubbish <script>alert(3)</script>\n")
    assert french.run("stats", "--format", "html", "--output", "site/a b/index.html").code == 2
    return french.path("site/a b/index.html").as_uri()


def seen(page: Page, address: str, *, dark: bool = False, **screen: int) -> Page:
    page.requests.clear()
    page.complaints.clear()
    page.show(address, dark=dark, **screen)
    return page


@pytest.mark.parametrize("screen", SCREENS, ids=["phone", "desk"])
def test_nothing_is_run_nothing_is_asked_for_and_nothing_complained_about(
    page: Page, site: str, screen: dict[str, int]
) -> None:
    seen(page, site, **screen)
    assert page.requests == [site.replace(" ", "%20")]
    assert page.complaints == []
    assert page.value("document.scripts.length + document.images.length") == 0
    assert page.value("document.querySelectorAll('[onclick],[onerror],[style]').length") == 0


def test_what_decks_and_catalogs_say_is_text(page: Page, site: str) -> None:
    text = seen(page, site, **DESK).value("document.body.textContent")
    assert '<script>alert(1)</script> & "quotes"' in text
    assert "<img src=https://example.com/x.png onerror=alert(1)>" in text
    assert "\u202e" not in text


@pytest.mark.parametrize("screen", SCREENS, ids=["phone", "desk"])
@pytest.mark.parametrize("opened", [False, True])
def test_the_page_never_scrolls_sideways(page: Page, site: str, screen: dict[str, int], opened: bool) -> None:
    seen(page, site, **screen)
    page.value(f"document.querySelectorAll('details').forEach(one => one.open = {str(opened).lower()})")
    assert page.value("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.value("window.innerWidth") == screen["width"]


def test_a_table_scrolls_in_its_own_box_with_its_names_in_sight(page: Page, site: str) -> None:
    seen(page, site, **PHONE)
    assert page.value("[...document.querySelectorAll('.box')].some(one => one.scrollWidth > one.clientWidth)")
    left = "document.querySelector('[aria-labelledby=map].box tbody th').getBoundingClientRect().left"
    before = page.value(left)
    page.value("document.querySelector('[aria-labelledby=map].box').scrollLeft = 200")
    assert page.value(left) == before


def test_a_link_in_the_map_opens_what_is_left(page: Page, site: str) -> None:
    seen(page, site, **PHONE)
    target = page.value("document.querySelector('[aria-labelledby=map] tbody tr:nth-child(2) td a').hash")
    seen(page, site + target, **PHONE)
    assert page.value("document.querySelectorAll('details[open]').length") == 1
    top = page.value("document.querySelector(':target').getBoundingClientRect().top")
    assert 0 <= top < PHONE["height"]


def test_every_link_within_the_page_has_its_target(page: Page, site: str) -> None:
    seen(page, site, **DESK)
    names = page.value("[...document.querySelectorAll('[id]')].map(one => one.id)")
    targets = page.value("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    within = {target[1:] for target in targets if target.startswith("#")}
    assert len(names) == len(set(names))
    assert {"main", "overview", "map"} <= within <= set(names)


def test_every_link_to_an_entry_leads_to_its_line(page: Page, site: str, french: Workspace) -> None:
    seen(page, site, **DESK)
    links = page.value(
        "[...document.querySelectorAll('.left a')].map(a => [a.pathname, a.hash, a.textContent])"
    )
    assert len(links) > 20
    for path, fragment, text in links:
        catalog = Path(path.replace("%20", " "))
        assert catalog.is_relative_to(french.root)
        if fragment:
            number = int(fragment.removeprefix("#L"))
            assert text.startswith(f"line {number}: ")
            assert catalog.read_text(encoding="utf-8").split("\n")[number - 1].startswith("msgid")


def test_a_screen_reader_finds_its_way(page: Page, site: str) -> None:
    seen(page, site, **DESK)
    roles = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in page.call("Accessibility.getFullAXTree")["nodes"]
        if "role" in node
    ]
    names = {role: {name for other, name in roles if other == role} for role, _ in roles}
    assert {"banner", "main", "contentinfo", "navigation"} <= names.keys()
    assert names["navigation"] == {"Contents"}
    assert names["region"] >= {"Overview", "Slides", "Left in fr", "Could not be read"}
    assert any(name.startswith("Percent of words") for name in names["table"])
    assert names["columnheader"] >= {"Language", "Complete", "Deck and slide", "fr", "pt_BR"}
    assert {"fr", "one.md", "1 One"} <= names["rowheader"]
    assert "" not in names["link"]


def test_languages_are_named_and_tables_described(page: Page, site: str) -> None:
    seen(page, site, **DESK)
    assert page.value("document.documentElement.lang") == "en"
    assert page.value("document.querySelectorAll('bdi:not([lang=en])').length") == 0
    assert page.value("[...document.querySelectorAll('table')].every(one => one.caption.textContent)")
    assert page.value("document.querySelectorAll('th:not([scope])').length") == 0
    assert page.value("[...document.querySelectorAll('tbody td')].every(one => one.textContent.trim())")


CONTRASTS = """
(() => {
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(e).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const light = rgb => rgb.slice(0, 3).map(x => x / 255)
    .map(x => x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
    .reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = e => {
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  document.querySelectorAll('details').forEach(one => one.open = true);
  const own = e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  return [...document.body.querySelectorAll('*')].filter(own).map(ratio);
})()
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_all_text_can_be_read(page: Page, site: str, dark: bool) -> None:
    ratios = seen(page, site, dark=dark, **DESK).value(CONTRASTS)
    assert len(ratios) > 100
    assert min(ratios) >= 4.5
    paper = page.value("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(255, 255, 255)") is not dark


def test_the_keyboard_reaches_the_figures_and_the_focus_is_seen(page: Page, site: str) -> None:
    seen(page, site, **DESK)
    for kind in ("rawKeyDown", "keyUp"):
        page.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert page.value("document.activeElement.className") == "skip"
    assert page.value("document.activeElement.getBoundingClientRect().left") >= 0
    assert page.value("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.value("[...document.querySelectorAll('.box')].every(one => one.tabIndex === 0)")


@pytest.mark.usefixtures("site")
def test_a_script_that_got_into_the_page_would_not_run(page: Page, french: Workspace) -> None:
    text = french.read("site/a b/index.html")
    french.write("site/bad.html", text.replace("</main>", "<script>document.title = 'run'</script></main>"))
    seen(page, french.path("site/bad.html").as_uri(), **DESK)
    assert page.value("document.title") == "Translations"
    assert any("Content Security Policy" in one for one in page.complaints)


class Nesting(HTMLParser):
    """Whether every element is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag not in ("meta", "link"):
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


@pytest.mark.usefixtures("site")
def test_every_element_is_closed(french: Workspace) -> None:
    nesting = Nesting()
    nesting.feed(french.read("site/a b/index.html"))
    assert nesting.opened == []
