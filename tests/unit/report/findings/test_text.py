import re

import pytest

from l10n.report.findings.text import as_lines, as_text
from l10n.report.plain import printable, width
from unit.report.examples import ENEMY, LINK, NOTE, NUMBER

PLACE = "locales/fr/LC_MESSAGES/one.po:12"


def excerpt(msgstr: str, at: tuple[int, int] | None) -> list[str]:
    return as_text((LINK._replace(msgstr=msgstr, at=at),), verbose=True).split("\n")[1:-1]


def under_caret(lines: list[str]) -> str:
    """What of the line above it the caret's line marks, column by column."""
    text, marks = lines[-2:]
    columns = [char for char in text for _ in range(width(char))]
    return "".join(dict.fromkeys(columns[i] for i, mark in enumerate(marks) if mark != " "))


def test_a_line_has_place_severity_sentence_and_rule() -> None:
    first, last = as_text((LINK,)).split("\n")
    assert first == f"{PLACE}: error: {LINK.message} [link-target]"
    assert last == "1 error in 1 file"


def test_findings_keep_their_order_and_are_summed_up() -> None:
    lines = as_text((NUMBER, LINK, NOTE)).split("\n")
    assert [line.split()[1] for line in lines[:3]] == ["warning:", "error:", "note:"]
    assert lines[3] == "1 error, 1 warning, 1 note in 1 file"


def test_colour_adds_nothing_but_escape_sequences() -> None:
    coloured = "\n".join(printable(line, colour=True) for line in as_lines((LINK, NUMBER, NOTE)))
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == as_text((LINK, NUMBER, NOTE))


def test_an_escape_sequence_of_a_catalog_is_shown_not_obeyed() -> None:
    assert "\x1b" not in as_text((ENEMY,), verbose=True)
    assert "\N{REPLACEMENT CHARACTER}[2J" in as_text((ENEMY,))


def test_verbose_marks_the_range() -> None:
    msgid, msgstr, marks = excerpt(LINK.msgstr, LINK.at)
    assert msgid == "    msgid   Read [it](https://example.com/a)"
    assert msgstr == "    msgstr  Lisez-[le](https://example.com/b)"
    assert marks == " " * 23 + "^" + "~" * 20


def test_verbose_without_a_range_has_no_caret() -> None:
    assert len(excerpt("texte", None)) == 2


def test_an_empty_range_is_marked_by_one_caret() -> None:
    assert excerpt("texte", (5, 5))[-1] == " " * 17 + "^"


@pytest.mark.parametrize("lead", ["", "x" * 50, "x" * 500, "语" * 40, "e\u0301" * 300, "a\n\tb" * 30])
@pytest.mark.parametrize("rest", ["", "y" * 500, "言" * 90])
def test_the_caret_stands_under_the_range_within_80_columns(lead: str, rest: str) -> None:
    lines = excerpt(f"{lead}[Z]{rest}", (len(lead), len(lead) + 3))
    assert under_caret(lines) == "[Z]"
    assert max(map(width, lines)) <= 80


@pytest.mark.parametrize("at", [(-5, 2), (0, 900), (80, 4), (900, 901)])
def test_a_range_outside_of_the_text_does_no_harm(at: tuple[int, int]) -> None:
    assert max(map(width, excerpt("x" * 100, at))) <= 80


def test_a_finding_on_a_whole_file_has_no_excerpt() -> None:
    assert len(as_text((LINK._replace(msgid="", msgstr="", at=None),), verbose=True).split("\n")) == 2
