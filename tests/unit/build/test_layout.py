import pytest

from l10n.build.layout import lay_out
from l10n.dialects import MARKED

LONG = " ".join(["mot"] * 60)


def laid(source: str, text: str, lead: str = "", *, one_line: bool = False, in_class: bool = False) -> str:
    return lay_out(source, text, lead=lead, one_line=one_line, in_class=in_class, renderer=MARKED)


def test_one_line_stays_one_line_however_long() -> None:
    assert laid("text", LONG) == LONG


def test_several_lines_become_several_lines() -> None:
    lines = laid("some text\nand more", LONG).split("\n")
    assert len(lines) > 1
    assert all(len(line) <= 80 for line in lines)
    assert " ".join(lines) == LONG


def test_continuation_indent_is_the_source_s() -> None:
    lines = laid("some text\n    and more", LONG, "  - ").split("\n")
    assert all(line.startswith("    mot") for line in lines[1:])


def test_quote_marks_go_on() -> None:
    lines = laid("some text\n> and more", LONG, "> ").split("\n")
    assert all(line.startswith("> mot") for line in lines[1:])


def test_line_ends_are_the_source_s() -> None:
    assert laid("some text\r\nand more", LONG).count("\r\n") == laid("some text\nand more", LONG).count("\n")


def test_new_hard_break_goes_on_under_its_list_item() -> None:
    assert laid("text", "un  \ndeux", "  - ") == "un  \n    deux"


def test_hard_breaks_stay() -> None:
    assert laid("one  \ntwo", "un  \ndeux") == "un  \ndeux"
    assert laid("one\\\ntwo", "un\\\ndeux") == "un\\\ndeux"


def test_line_ends_in_a_translation_are_spaces() -> None:
    assert laid("text", "un\ndeux\r\ntrois") == "un deux trois"


def test_heading_gets_no_line_end() -> None:
    assert laid("text", "un  \ndeux", "# ", one_line=True) == "un deux"


def test_class_over_lines_keeps_a_line_end() -> None:
    assert "\n" in laid("one\ntwo", "un", in_class=True)


def test_line_begins_at_a_break_tag_where_the_source_s_does() -> None:
    assert laid("one\n<br/>two", "un <br/>deux") == "un\n<br/>deux"


def test_line_ends_behind_a_break_tag_where_the_source_s_does() -> None:
    assert laid("one<br/>\ntwo", "un<br/> deux") == "un<br/>\ndeux"


@pytest.mark.parametrize(
    "piece",
    [
        "-",
        "+",
        "*",
        "#",
        "##",
        ">",
        "1.",
        "1)",
        "---",
        "--",
        "???",
        "```",
        "~~~",
        "===",
        "|",
        "[a]:",
        "<div>",
        "{{content}}",
    ],
)
def test_no_line_begins_with_what_is_structure(piece: str) -> None:
    text = " ".join([f"mot {piece} mot"] * 40)
    lines = laid("some text\nand more", text).split("\n")
    assert len(lines) > 1
    assert not any(line.startswith(f"{piece} ") for line in lines[1:])
    assert " ".join(lines) == text


@pytest.mark.parametrize(
    "whole",
    [
        "`du code ici`",
        "[un lien](http://x)",
        "[un lien][une cible]",
        "<a href='x y'>",
        "@@LINK[a b]",
        ".red[a b]",
    ],
)
def test_construct_stays_on_one_line(whole: str) -> None:
    lines = laid("some text\nand more", f"mot {whole} " * 30).split("\n")
    assert len(lines) > 1
    assert sum(line.count(whole) for line in lines) == 30


def test_no_line_begins_with_letters_that_end_a_paragraph_for_marked() -> None:
    source = f"{'a line of the source ' * 4}\nmore"
    text = "mot " * 19 + "définir defenestrate define " * 4
    assert not any(line.startswith("def") for line in laid(source, text).split("\n"))
