"""A browser judges pages: what we read as text it shows as text, and no translation makes a tag of it."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import EXECUTABLE, Page, browser
from hypothesis import given
from hypothesis import strategies as st
from support import deck_of, merged, translated

from engines.test_remark import HERE, many
from l10n.catalog.model import Key
from l10n.deck.model import Deck

pytestmark = [pytest.mark.engine, pytest.mark.skipif(EXECUTABLE is None, reason="there is no chromium")]

NAME = "html"
GOLDEN = sorted((HERE.parent / "golden" / NAME).glob("*/deck.md"))
_ASKED = """text => {
  const told = ["alt", "title", "aria-label", "placeholder"];
  const page = new DOMParser().parseFromString(text, "text/html");
  const said = (one) => ({ name, value }) =>
    told.includes(name) || (one.tagName === "META" && name === "content") ? name : name + "=" + value;
  const all = [...page.querySelectorAll("*")];
  const tags = all.map((one) => [one.tagName, ...[...one.attributes].map(said(one))]);
  const blanks = (one) => one.matches("code, [translate]") ? /\\s+/g : /^$/;
  const raw = [...page.querySelectorAll("script, style, textarea, pre, code, [translate=no]")];
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode.data);
  const values = all.flatMap((one) => [...one.attributes].map(({ value }) => value));
  return {
    tags: tags.map((one) => one.join(" ")),
    raw: raw.map((one) => one.textContent.replace(blanks(one), " ")),
    comments,
    text: [page.documentElement.textContent, ...values].join("\\n"),
  };
}"""

Ask = Callable[[str], Any]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """What a browser makes of a page."""
    folder = tmp_path_factory.mktemp("browser")
    with browser(folder) as shown:

        def asked(text: str) -> Any:
            return _of(shown, text)

        yield asked
    shutil.rmtree(folder, ignore_errors=True)


def _of(shown: Page, text: str) -> Any:
    return shown.value(f"({_ASKED})({json.dumps(text)})")


PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<ul><li>", "<li>", "</ul>", "<b>", "</b>", "<em class='x'>", "</em>",
    '<a href="x?a=1&b=2" title="The > docs">', "</a>", "<br>", "<img src=x alt='One &quot;two&quot;'>",
    "<img alt=bare>",
    "<img alt=", '<img alt="', "<code>", "</code>", "<pre>", "</pre>", '<span translate="no">', "</span>",
    "<p translate=no>", "<title>", "</title>", "<textarea>", "</textarea>", "<noscript>", "</noscript>",
    "<script>", "</script>", "<!--", "-->", "--!>", "<!-->", "<style>", "</style>", "<svg>", "</svg>",
    "<svg/>",
    "<table><tr><td>", "</table>", "<select><option>", "</select>", "<template>", "</template>",
    "<![CDATA[", "]]>", "<?x", "</ x>", "</>", "<", ">", "&", "&lt;", "&amp;", "&amp;lt;", "&nbsp;", "&copy",
    '<meta name="description" content="Few words">', "<meta charset=utf-8>", "<button aria-label='Go'>",
    "</button>", "'", '"', "=", "/", "\n", "\r\n", "\t", "\u00a0", "\0", "words", "one two", "Ünïcode", "42",
    "<script>x = '<!-- <script>'</script>", "<plaintext>", "<xmp>", "</xmp>", "<math><mi>", "</math>",
    "<p\n>",
    "<a\nhref=x\n>", "<B>", "</B >", "</b x='>'>", "<b/>", "<i></i>", "<html lang=en>", "<body>", "<head>",
)  # fmt: skip
HOSTILE = (
    "</title>", "</script>", "</noscript>", "</textarea>", "<script>alert(1)</script>", "<b onclick=x>",
    "<b>", "</b>", "<em>", "</em>", '" onload="x', "' onload='x", ">", "<!--", "-->", "&lt;script&gt;",
    "&#60;b&#62;", "&", "<", "<img src=x onerror=y>", "</a>", "<a href=javascript:x>", "]]>", "mot",
    "Ünïcode", "&nbsp;", "<p>", "</p>",
    "\\", "`", "{{ x }}", "<a", "<br>", "<code>x</code>",
)  # fmt: skip


def pages() -> st.SearchStrategy[str]:
    """Pages as people write them, and as nobody would."""
    pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.just("text")), min_size=1, max_size=14)
    return pieces.map("".join)


@st.composite
def hostile(draw: st.DrawFn, deck: Deck) -> dict[Key, str]:
    """Translations that mean to be tags, ends of what they stand in, or the source with more."""
    found: dict[Key, str] = {}
    for key in sorted({segment.key for segment in deck.segments}, key=repr):
        parts = st.lists(st.sampled_from((*HOSTILE, key[1])), min_size=1, max_size=4)
        found[key] = draw(parts.map("".join))
    return found


def assert_same(before: Any, after: Any) -> None:
    assert counted(after["tags"]) == counted(before["tags"])
    assert sorted(after["raw"]) == sorted(before["raw"])
    assert after["comments"] == before["comments"]


def counted(tags: list[str]) -> Counter[str]:
    """What a translation may not have more or less of, of tags with their attributes."""
    return Counter(one for one in tags if one not in ("B", "EM", "BR", "I"))


@many
@given(data=st.data(), text=pages())
def test_no_catalog_changes_what_a_browser_finds_besides_texts(
    ask: Ask, data: st.DataObject, text: str
) -> None:
    deck = deck_of(text, NAME)
    result = merged(deck, data.draw(hostile(deck)), NAME)
    if result.text != text:
        assert_same(ask(text), ask(result.text))


@many
@given(text=pages())
def test_what_is_a_message_is_text_to_a_browser(ask: Ask, text: str) -> None:
    """Each word that is put in the place of a message is shown, or is the value of an attribute."""
    deck = deck_of(text, NAME)
    plain = [one for one in deck.segments if "<" not in one.msgid]
    words = {one.key: f"mot{number}mot" for number, one in enumerate(plain)}
    result = merged(deck, words, NAME)
    assert not result.refused
    if words:
        shown = ask(result.text)["text"]
        assert [word for word in words.values() if word not in shown] == []


@pytest.mark.parametrize("deck", GOLDEN, ids=lambda path: path.parent.name)
def test_golden_pages_keep_their_tags(ask: Ask, deck: Path) -> None:
    source, built = ((deck.parent / name).read_bytes().decode() for name in ("deck.md", "deck.fr.md"))
    assert_same(ask(source), ask(built))


def test_page_is_shown_in_translation(ask: Ask) -> None:
    text = '<p>Read <a href="x" title="All">the docs</a> &amp; more</p>'
    deck = deck_of(text, NAME)
    new = translated(deck, lambda _: '<a href="x" title="Tout">La doc</a>, 1 < 2 & co, &copy;')
    result = merged(deck, new, NAME)
    assert not result.refused
    assert ask(result.text)["text"] == "La doc, 1 < 2 & co, ©\nx\nTout"
