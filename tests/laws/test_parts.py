"""A deck that is read and built by part comes out as it does as a whole, whatever stands in it."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support import FRENCH, merged

from l10n.catalog.model import Key
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS, seams
from l10n.markdown import words
from l10n.project.part_store import PartStore
from l10n.project.parts import Parts
from l10n.system import Rows
from l10n.update.template import told
from laws.texts import PIECES, blocks, inline_markup, slides, translations

REMARK = DIALECTS["remark"]
OPEN = (
    "```", "~~~~\ncode", "    ```\n", "a ` b", "c ` d", "see [one", "two] here", ".red[\n\n# text", "\n]\n",
    "![:video](a", "b) text", "![:x a", "[ref", "x]: http://y.org",
    "[ref]: http://z.org", "[ref]: http://z.org/2",
    "<!-- l10n skip -->", "<!-- l10n skip-start -->", "<!-- l10n skip-end -->", "<!-- l10n comment c -->",
    "continued: true", "continued: false", "  indented\n  lines", "---\ntitle: a\n---",
    "layout: true\n\n{{content}}",
    "template: x", "<!-- break -->", "<div>", "<pre>", "- item", "text [ref] text", "text [one][ref]",
    "`[`", "`]`", "<!-- continued: true -->", "\n\n", "", "--", "???", "text\n--",
    "# Title {#here}", "<!--", "-->",
)  # fmt: skip
"""What goes on behind a separator, or does nearly."""
PLAIN = (
    "# Title",
    "- one\n- two",
    "text",
    "```sh\nls\n```",
    "    code",
    "class: pic\n\ntext",
    "[ref]: http://x.y",
)


@pytest.fixture(scope="module", autouse=True)
def by_slide() -> Iterator[None]:
    """Decks are taken apart wherever they may be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seams, "_ONE_IN", 1)
        yield


class Memory(Rows):
    """Rows that are in no file."""

    def __init__(self) -> None:
        self.rows: Mapping[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.rows.get(key)

    def keep(self, rows: Mapping[str, str]) -> None:
        self.rows = rows


def some_decks() -> st.SearchStrategy[str]:
    """Slides as people write them, with what does not end with them here and there."""
    plain = st.lists(st.one_of(*map(st.just, PLAIN), inline_markup()), min_size=1, max_size=3).map(
        "\n\n".join
    )
    odd = st.one_of(blocks(), st.sampled_from(OPEN), st.sampled_from(OPEN), st.sampled_from(PIECES))
    mixed = st.tuples(plain, odd, plain).map("\n\n".join)
    slide = st.one_of(plain, plain, plain, slides(), mixed, odd)
    separator = st.sampled_from(("\n---\n", "\n\n---\n\n", "\n\n---\n\n", "\n\n--\n\n"))
    pairs = st.lists(st.tuples(slide, separator), min_size=1, max_size=6)
    return pairs.map(lambda some: "".join(part for pair in some for part in pair))


def in_parts(text: str, rows: Memory) -> Parts | None:
    return Parts.of(text, REMARK, PartStore(rows, b""))


def result(text: str, chosen: Mapping[Key, str], rows: Memory) -> tuple[object, ...] | None:
    """What comes of a deck by part."""
    parts = in_parts(text, rows)
    if parts is None:
        return None
    built = parts.built("fr", chosen, FRENCH)
    parts.remember()
    return [*parts.messages()], parts.words, parts.untold, parts.title, parts.is_shown, built


def whole(text: str, chosen: Mapping[Key, str]) -> tuple[object, ...]:
    """What comes of it as a whole."""
    deck = parse(text, REMARK)
    built = merged(deck, chosen)
    return (
        [*told(deck)],
        {one.msgid: words(one.msgid) for one in deck.segments},
        sum(words(span.of(text)) for span in deck.untold),
        next((slide.title for slide in deck.slides if slide.title), ""),
        any(slide.marks.is_shown for slide in deck.slides),
        (built.text, built.reasons),
    )


def chosen_for(data: st.DataObject, text: str) -> dict[Key, str]:
    """Translations of some of its messages."""
    keys = [*dict.fromkeys(one.key for one in parse(text, REMARK).segments)]
    return {key: data.draw(translations(key[1])) for key in keys if data.draw(st.integers(0, 2))}


@given(text=some_decks(), data=st.data())
def test_parts_come_to_the_whole(text: str, data: st.DataObject) -> None:
    chosen = chosen_for(data, text)
    found = result(text, chosen, Memory())
    assume(found)
    assert found is not None
    expected = whole(text, chosen)
    assert found[:-1] == expected[:-1]
    assert found[-1] in (None, expected[-1])


def test_an_indent_that_a_translation_gives_all_lines_of_a_part_stays() -> None:
    text = "# Title\n\n---\n\n\ttext\nmore: text\n\n---\n\n[ref\n"
    chosen = {(None, "text more: text"): "name: text"}
    found = result(text, chosen, Memory())
    assert found is not None
    assert found[-1] == whole(text, chosen)[-1] == (text.replace("text\nmore: text", "name: text"), {})
