import re

import pytest
from markdown_it import MarkdownIt

from l10n.catalog.count import Count
from l10n.catalog.states import Counts
from l10n.report.plain import printable, width
from l10n.report.stats.text import as_lines, as_markdown, as_text
from l10n.stats.counts import By, Row

HALF = Counts(translated=Count(2, 50), fuzzy=Count(1, 20), untranslated=Count(1, 30))
FULL = Counts(translated=Count(238, 2423))
HUGE = Counts(*[Count(10_000, 500_000)] * 5)
LOCALES = [Row("de", HALF), Row("fr", FULL)]
SLIDES = [
    Row("fr", HALF, "one.md", 1, "Why?"),
    Row("fr", FULL, "one.md", 3, "语" * 90),
    Row("fr", FULL, "two.md", 1, "\x1b[2J| `<script>`\n*x*"),
]


def test_a_row_has_a_bar_and_messages_and_words_in_each_state() -> None:
    head, german, french, legend = as_text(LOCALES, By.LOCALE).split("\n")
    assert head.split() == ["locale", "translated", "fuzzy", "untranslated", "copied", "refused"]
    assert german.split() == ["de", "█" * 9 + "░" * 9, "50%", "2/50", "1/20", "1/30", "0", "0"]
    assert french.split()[1:3] == ["█" * 18, "100%"]
    assert legend == "messages/words in each state; percent of words that are complete"


def test_slides_stand_below_their_deck() -> None:
    lines = as_text(SLIDES, By.SLIDE).split("\n")
    assert [line for line in lines if line.startswith("fr")] == ["fr  one.md", "fr  two.md"]
    assert lines[3].startswith("1 Why? ")


def test_decks_stand_below_their_locale() -> None:
    text = as_text([Row("de", HALF, "one.md"), Row("fr", FULL, "one.md")], By.DECK)
    assert re.findall(r"^(\S+)$", text, re.MULTILINE) == ["de", "fr"]


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("rows", [LOCALES, SLIDES, [], [Row("pt_BR", HUGE + FULL, "x" * 99, 10, "y" * 99)]])
def test_it_fits_80_columns_and_columns_stand_below_each_other(rows: list[Row], by: By) -> None:
    lines = as_text(rows, by).split("\n")
    assert max(map(width, lines)) <= 80
    assert len({width(line) for line in lines if "%" in line and "percent" not in line}) <= 1


def test_of_a_path_the_end_is_shown_and_all_of_it_where_there_is_room() -> None:
    names = ("containers/Container_Network_Model.md", "containers/Container_Networking_Basics.md")
    decks = [Row("fr", HALF, name) for name in names]
    narrow = as_text(decks, By.DECK)
    wide = "\n".join(map(printable, as_lines(decks, By.DECK, columns=120)))
    assert "…" in narrow
    assert "work_Model.md " in narrow
    assert "Basics.md " in narrow
    assert all(name in wide for name in names)
    assert max(map(width, wide.split("\n"))) <= 120


def test_a_bar_gives_way_to_names_that_are_long() -> None:
    (*_, short, _) = as_text([Row("fr", HALF, "one.md", 1, "Short")], By.SLIDE).split("\n")
    (*_, long, _) = as_text([Row("fr", HALF, "one.md", 1, "Long" * 9)], By.SLIDE).split("\n")
    assert short.startswith("1 Short ███")
    assert long.startswith("1 LongLongLongLongLongLo…  50%  ")
    assert width(long) == 80


def test_colour_adds_nothing_but_escape_sequences() -> None:
    coloured = "\n".join(printable(line, colour=True) for line in as_lines(LOCALES, By.LOCALE))
    assert "\x1b[32m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == as_text(LOCALES, By.LOCALE)


def test_a_title_cannot_command_the_terminal() -> None:
    assert "\x1b" not in as_text(SLIDES, By.SLIDE)


@pytest.mark.parametrize(("by", "columns"), [(By.LOCALE, 7), (By.DECK, 8), (By.SLIDE, 9)])
def test_markdown_is_one_table_with_a_row_each_and_no_markup_of_the_decks(by: By, columns: int) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(as_markdown(SLIDES, by))
    cells = [token for token in tokens if token.type == "inline"][:-1]
    assert len(cells) == columns * 4
    assert {child.type for cell in cells for child in cell.children or ()} <= {"text", "text_special"}
