"""A browser and remark agree on decks in pages: what is in them, and what stays of them and of the page."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import EXECUTABLE, Page, browser
from hypothesis import given
from hypothesis import strategies as st
from support import deck_of, merged, translated

from engines.engine import BUNDLES, Engine, running
from engines.test_html import counted
from engines.test_remark import CORPUS, HERE, SLIP, VERSIONS, many, ours, structure, theirs, without_blocks
from engines.texts import any_decks, catalogs
from l10n.catalog.model import Key
from l10n.deck.model import Deck, Kind
from l10n.deck.view import page_view
from l10n.dialects.remark_html.place import decks_in

pytestmark = [pytest.mark.engine, pytest.mark.skipif(EXECUTABLE is None, reason="there is no chromium")]

NAME = "remark-html"
GOLDEN = sorted((HERE.parent / "golden" / NAME).iterdir())
REAL = sorted((CORPUS / "dialects" / NAME).rglob("*.html"))
_DECODES = re.compile(r"function \w+\((\w+)\)\{return \1=\1\.replace\(/&\[l\|g\]t;.*?/&quot;/g,.\"'?\)\}")
"""What remark makes of the text of its element, in its own words."""
_ASKED = """text => {
  const page = new DOMParser().parseFromString(text, "text/html");
  const area = page.getElementById("source");
  const deck = area ? (DECODES)(area.innerHTML) : "";
  if (area) area.textContent = "";
  const told = ["lang", "xml:lang", "dir", "alt", "title"];
  const said = ({ name, value }) => told.includes(name) ? name : name + "=" + value;
  const tags = [...page.querySelectorAll("*")].map((one) => [one.tagName, ...[...one.attributes].map(said)]);
  return { deck, tags, scripts: [...page.querySelectorAll("script, style")].map((one) => one.textContent) };
}"""

Ask = Callable[[str], Any]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("browser")
    with browser(folder) as shown:
        yield shown
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def ask(page: Page) -> Ask:
    """What a browser makes of a page: the deck as remark gets it, all tags, and the code in it."""
    bundle = BUNDLES["0.14.1"]
    if not bundle.exists():
        pytest.skip("there is no remark; see CONTRIBUTING.md")
    found = _DECODES.search(bundle.read_text(encoding="utf-8"))
    assert found
    script = _ASKED.replace("DECODES", found.group())
    return lambda text: page.value(f"({script})({json.dumps(text)})")


@pytest.fixture(scope="module", params=VERSIONS)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with running(request.param) as one:
        yield one


ENTITIES = (
    "&lt;", "&gt;", "&amp;", "&quot;", "&copy", "&notit;", "&nbsp;", "&#160;", "&eacute;", "&#x1F600;",
    "&#45;--",
    "&#10;", "&amp;lt;", "&amp;amp;", "&amp;nbsp;", "&amp;quot;", "&amp;#39;", "&AMP", "&ampx", "&#65",
    "&;", "&#;",
    "&#x;", "&nosuch;", "&#150;", "&#0;", "&#xD800;", "&#99999999999;", "&lt;br&gt;", "&NotEqualTilde;",
    "&ThickSpace;",
    "AT&T", "a & b", "</textareas", "</text", "<!--", "-->", "<script>", "</script>", "<b>", "\u00a0",
)  # fmt: skip
ENDS = ("</textarea>", "</TEXTAREA >", "</textarea\n>", "</textarea/>", "")
LEADS = ("", "\n", "\n\n", "\r\n", "\r", " ")
HEADS = (
    "", '<html lang="en">\n', "<!DOCTYPE html>\n<title>One &amp; two</title>",
    "<!-- <textarea id=source> -->",
    "<script>'<textarea id=\"source\">'</script>", '<p title="One > two">Words &lt;b <b>more</b></p>',
    "<textarea>a</textarea>",
)  # fmt: skip
TAILS = (
    "",
    "<script>remark.create()</script>",
    "<noscript>Words</noscript><img alt='one'>",
    "<textarea id=source>a",
)
TAGS = (
    '<textarea id="source">',
    "<textarea id=source>",
    "<TEXTAREA\nclass='a>b' ID='source' >",
    "<textarea a id = source>",
)


def pages() -> st.SearchStrategy[str]:
    """Pages with decks as people write them, and as nobody would."""
    entities = st.lists(st.sampled_from(ENTITIES), max_size=4)
    parts = st.lists(st.one_of(any_decks(), entities.map(" ".join)), max_size=6)
    glue = st.sampled_from(("\n", "\n\n", " "))
    deck = st.tuples(parts, glue).map(lambda drawn: drawn[1].join(drawn[0]).replace("\ufeff", ""))
    pieces = (HEADS, TAGS, LEADS), (ENDS, TAILS)
    before, after = (st.tuples(*map(st.sampled_from, some)).map("".join) for some in pieces)
    return st.tuples(before, deck, after).map("".join)


HOSTILE = (
    "</textarea>", "</textarea><script>alert(1)</script>", "<script>x</script>", "&lt;script&gt;", "&lt;",
    "&amp;", "&copy", "&amp;lt;b&amp;gt;", "\"><b onclick='x'>", "' onload='x", "</title><b>", "<!--",
    "-->", "&#10;---&#10;", "&#60;/textarea>",
    "`</textarea>`", "&", "&#", "AT&T", "&nbsp;", "<img src=x onerror=y>", "]]>", "\u00a0:",
)  # fmt: skip


@st.composite
def hostile(draw: st.DrawFn, deck: Deck) -> dict[Key, str]:
    """Translations that mean to be entities, tags and ends of what they stand in."""
    found = draw(catalogs(deck))
    for key in sorted({segment.key for segment in deck.segments}, key=repr):
        said = st.sampled_from((*HOSTILE, key[1]))
        several = st.lists(said, min_size=1, max_size=3).map(" ".join)
        found[key] = draw(st.one_of(st.just(found.get(key, "")), several))
    return found


_NO_BREAK = re.compile(r"&(?:nbsp|#160|#xA0);?|\u00a0")


def _plain(text: str) -> str:
    return _NO_BREAK.sub("\u00a0", text)


@many
@given(text=pages())
def test_deck_is_what_remark_gets_from_the_browser(ask: Ask, text: str) -> None:
    found = decks_in(text)
    got = ask(text)["deck"]
    if not found:
        assert not got.strip() or "sourceUrl" in text
    else:
        seen = page_view(text, found, None, dedent=False).text.partition("\0")[0]
        assert _plain(seen) == _plain(got)


@many
@given(text=pages())
def test_deck_has_what_the_engine_finds_in_it(ask: Ask, engine: Engine, text: str) -> None:
    """Remark gets ``&nbsp;`` however a no-break space is written; then it is part of a property's value."""
    text = _NO_BREAK.sub("&nbsp;", text)
    if decks_in(text):
        mine = ours(text, engine.version, NAME)
        assert mine == theirs(engine.read(ask(text)["deck"]), mine)


@many
@given(data=st.data(), text=pages())
def test_any_catalog_leaves_what_browser_and_engine_find(
    ask: Ask, engine: Engine, data: st.DataObject, text: str
) -> None:
    deck = deck_of(text, NAME)
    result = merged(deck, data.draw(hostile(deck)), NAME)
    assert_same(ask, engine, text, result.text)


def assert_same(ask: Ask, engine: Engine, source: str, built: str) -> None:
    was, is_now = ask(source), ask(built)
    tags, as_built = (list(map(" ".join, one["tags"])) for one in (was, is_now))
    assert counted(as_built) == counted(tags)
    assert is_now["scripts"] == was["scripts"]
    slides, built_slides = structure(engine, was["deck"]), structure(engine, is_now["deck"])
    if SLIP.search(was["deck"]):
        slides, built_slides = without_blocks(slides), without_blocks(built_slides)
    assert built_slides == slides


@many
@given(data=st.data(), text=pages())
def test_remark_gets_the_translation_that_was_meant(ask: Ask, data: st.DataObject, text: str) -> None:
    """Read again, the page has each translation that it was given, as it was given."""
    deck = deck_of(text, NAME)
    keys = [segment.key for segment in deck.segments if segment.kind is not Kind.PAGE]
    if keys:
        key = data.draw(st.sampled_from(keys))
        said = data.draw(
            st.lists(st.sampled_from(HOSTILE), max_size=3).map(lambda some: " ".join(["Un", *some, "mot"]))
        )
        result = merged(deck, {key: said}, NAME)
        if not result.refused:
            got = " ".join(_plain(ask(result.text)["deck"]).split(" "))
            assert re.sub(r"\s+", " ", _plain(said)) in re.sub(r"\s+", " ", got)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_golden_decks_are_to_the_engine_what_they_are_to_us(ask: Ask, engine: Engine, case: Path) -> None:
    source, built = ((case / name).read_bytes().decode() for name in ("deck.md", "deck.fr.md"))
    if decks_in(source):
        mine = ours(source, engine.version, NAME)
        assert mine == theirs(engine.read(ask(source)["deck"]), mine)
    assert_same(ask, engine, source, built)


@pytest.mark.corpus
@pytest.mark.skipif(not REAL, reason="the real decks are not in ../shared/corpus")
def test_real_pages_are_to_the_engine_what_they_are_to_us(ask: Ask, engine: Engine) -> None:
    for path in REAL:
        text = path.read_bytes().decode()
        mine = ours(text, engine.version, NAME)
        assert mine == theirs(engine.read(ask(text)["deck"]), mine), path
        deck = deck_of(text, NAME)
        result = merged(deck, translated(deck, lambda msgid: f"Mot {msgid} encore"), NAME)
        assert_same(ask, engine, text, result.text)
