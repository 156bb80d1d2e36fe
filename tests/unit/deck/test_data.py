"""YAML that stands anywhere: its values are messages, and a translation changes nothing else there."""

import pytest

from l10n.deck.data.cutting import with_data_read
from l10n.deck.data.reading import read_data
from l10n.dialects import Cut, Data, Slice, SlideMarks
from l10n.dialects.data import Prose

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

    lines, starts = cut.slices[0].lines(INFO)
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
    lines, starts = part.lines(text)
    assert lines == ["# Title <!--\x1a\x1a\x1a\x1a\x1a", "> \x1a\x1a\x1a\x1a\x1a--> end", ""]
    assert starts == [0, 18, 33]
