import csv
import io
import json

import pytest

from l10n.catalog.count import Count
from l10n.catalog.states import Counts
from l10n.report.stats.data import as_csv, as_json
from l10n.stats.counts import Row

COUNTS = Counts(translated=Count(2, 50), fuzzy=Count(1, 20), refused=Count(1, 30))


def read(*rows: Row) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(rows), newline="")))


def test_json_of_a_locale_has_percent_sums_and_states() -> None:
    (data,) = json.loads(as_json([Row("fr", COUNTS)]))
    assert data == {
        "locale": "fr",
        "complete": 50,
        "messages": 4,
        "words": 100,
        "translated": {"messages": 2, "words": 50},
        "fuzzy": {"messages": 1, "words": 20},
        "untranslated": {"messages": 0, "words": 0},
        "copied": {"messages": 0, "words": 0},
        "borrowed": {"messages": 0, "words": 0},
        "not_extracted": 0,
        "refused": {"messages": 1, "words": 30},
    }


def test_json_of_a_slide_says_which() -> None:
    (data,) = json.loads(as_json([Row("fr", COUNTS, "one.md", 3, "Why\x1b?")]))
    assert (data["deck"], data["slide"], data["title"]) == ("one.md", 3, "Why\x1b?")


def test_csv_has_the_same_figures() -> None:
    (row,) = read(Row("fr", COUNTS, "one.md", 3, "Why?"))
    assert row["locale"] == "fr"
    assert (row["deck"], row["slide"], row["title"], row["complete"]) == ("one.md", "3", "Why?", "50")
    assert (row["messages"], row["words"], row["refused_messages"], row["refused_words"]) == (
        "4",
        "100",
        "1",
        "30",
    )


@pytest.mark.parametrize("title", ['a "quoted", title', "two\nlines", "semi;colon", "é 语", ""])
def test_csv_gives_back_any_title(title: str) -> None:
    (row,) = read(Row("fr", COUNTS, "one.md", 3, title))
    assert row["title"] == title


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_no_title_is_a_formula_to_a_spreadsheet(title: str) -> None:
    (row,) = read(Row("fr", COUNTS, "one.md", 3, title))
    assert row["title"] == f"'{title}"


def test_nothing_counted_is_an_empty_array_and_a_row_of_names() -> None:
    assert json.loads(as_json([])) == []
    assert len(as_csv([]).splitlines()) == 1
