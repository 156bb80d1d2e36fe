"""YAML that stands anywhere: its values are messages, and a translation changes nothing else there."""

from functools import partial

import pytest
import yaml
from support import FRENCH

from l10n.build.splice import Built, build
from l10n.deck.data.cutting import with_data_read
from l10n.deck.data.reading import read_data
from l10n.deck.parser import parse, skim
from l10n.dialects import Cut, Data, Slice, SlideMarks
from l10n.dialects.data import Prose
from l10n.dialects.pages.dialect import Markdown

INFO = "x: 1\ninfo: |\n  ## Some title\n\n  - an item\n    that goes on\nlast: y\n"


def stretch(text: str, inner: str, *prose: Prose) -> Data:
    start = text.index(inner)
    return Data(start, start + len(inner), (start, start + len(inner)), "yaml", prose=prose)


def test_stretches_count_as_code_of_their_own_slides() -> None:
    text = "a: One\n---\nb: Two\n"
    slides = (SlideMarks(0, end=7), SlideMarks(11, end=18))
    stretches = stretch(text, "a: One\n", Prose("a")), stretch(text, "b: Two\n", Prose("b"))

    cut, found = with_data_read(Cut(slides, (), data=stretches), text)

    assert [[field.msgid for field in one.fields] for one in found] == [["One"], ["Two"]]
    assert [[one.split("\0")[:2] for one in slide.code] for slide in cut.slides] == [
        [["a: ", "\n"]],
        [["b: ", "\n"]],
    ]


def test_reading_leaves_the_cut_as_it_was() -> None:
    text = "a: One\n"
    before = Cut((SlideMarks(0, end=7),), (), data=(stretch(text, text, Prose("a")),))

    with_data_read(before, text)

    assert (before.slides[0].code, before.slides[0].prose) == ([], frozenset())


def test_value_over_lines_can_be_a_document_without_its_indent() -> None:
    data = stretch(INFO, INFO, Prose("info", document=True))

    cut, _ = with_data_read(Cut((SlideMarks(0, end=len(INFO)),), (), data=(data,)), INFO)

    lines, starts, _ = cut.slices[0].lines(INFO)
    assert lines == ["## Some title", "", "- an item", "  that goes on"]
    assert [INFO[at : at + 2] for at in starts] == ["##", "\n ", "- ", "  "]


@pytest.mark.parametrize("value", ["Some text", '"Some text"', ">\n  Some\n  text\n"])
def test_value_of_a_document_that_has_no_lines_of_its_own_is_one_message(value: str) -> None:
    text = f"info: {value}\n"
    read = read_data(text, stretch(text, text, Prose("info", document=True)))
    assert read
    assert [field.msgid for field in read.fields] == ["Some text"]


def test_what_is_read_elsewhere_fills_its_lines_whatever_it_says() -> None:
    text = "# Title <!-- some\n> note --> end\n"
    part = Slice(0, len(text), fillings=((text.index("<!--") + 4, text.index("-->")),))
    lines, starts, _ = part.lines(text)
    assert lines == ["# Title <!--\x1a\x1a\x1a\x1a\x1a", "> \x1a\x1a\x1a\x1a\x1a--> end", ""]
    assert starts == [0, 18, 33]


class WithInfo(Markdown):
    """A dialect in which a value of front matter is a document."""

    def cut(self, text: str) -> Cut:
        cut = super().cut(text)
        return cut._replace(
            data=tuple(one._replace(prose=(Prose("info", document=True),)) for one in cut.data)
        )


def built(text: str, translations: dict[str, str]) -> Built:
    deck = parse(text, WithInfo())
    wanted = {segment.key: translations.get(segment.msgid, "") for segment in deck.segments}
    return build(deck, wanted, partial(skim, dialect=WithInfo()), FRENCH)


def test_document_in_a_value_comes_back_in_its_indent() -> None:
    text = f"---\n{INFO}---\nText\n"
    result = built(text, {"Some title": "Un titre", "an item that goes on": "un élément " + "long " * 20})
    assert yaml.safe_load(result.text.split("---\n")[1]) == {
        "x": 1,
        "info": "## Un titre\n\n- un élément " + "long " * 13 + "long\n  " + "long " * 5 + "long\n",
        "last": "y",
    }


@pytest.mark.parametrize("msgstr", ["last: z\n\nb: c", "---", "# x\n---\ny", "- a\n- b"])
def test_no_translation_of_a_document_in_a_value_changes_another_value(msgstr: str) -> None:
    text = f"---\n{INFO}---\nText\n"
    had = yaml.safe_load(INFO)
    has = yaml.safe_load(built(text, {"Some title": msgstr}).text.split("\n---\n")[0].removeprefix("---\n"))
    assert {**has, "info": ""} == {**had, "info": ""}
