import pytest

from l10n.report.sync import locale_table, percent
from l10n.sync.results import Refused, Report, Totals


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(0, 3, "  0%"), (1, 3, " 33%"), (999, 1000, " 99%"), (3, 3, "100%"), (0, 0, "   -")],
)
def test_percent_is_never_100_below_100(part: int, whole: int, shown: str) -> None:
    assert percent(Totals(whole, whole, part, complete_words=part)) == shown


def test_percent_is_of_words_and_never_100_where_a_message_is_left() -> None:
    assert percent(Totals(2, 10, 1, complete_words=3)) == " 30%"
    assert percent(Totals(2, 10, 1, complete_words=10)) == " 99%"


def test_copies_have_a_column_where_there_are_some() -> None:
    report = Report({"fr": Totals(2, 4, 1, copied=1, complete_words=3)})
    lines = [line.split() for line in locale_table(report).split("\n")]
    assert lines[0][5:] == ["untranslated", "copied", "refused", "written"]
    assert lines[1] == ["fr", "2", "4", "1", "75%", "0", "0", "1", "0", "0"]


def test_table_has_a_line_per_locale_in_order() -> None:
    report = Report(
        {"fr": Totals(10, 50, 5, 1, 4, [Refused("a.po", 1, "why", "x")], 2, 0, 0, 25), "de": Totals(10, 50)}
    )
    lines = [line.split() for line in locale_table(report).split("\n")]
    assert lines == [
        ["locale", "messages", "words", "translated", "fuzzy", "untranslated", "refused", "written"],
        ["de", "10", "50", "0", "0%", "0", "0", "0", "0"],
        ["fr", "10", "50", "5", "50%", "1", "4", "1", "2"],
    ]


def test_table_fits_a_terminal() -> None:
    report = Report({"pt_BR": Totals(10_000, 500_000, 9_000, 100, 900, [], 100)})
    assert max(len(line) for line in locale_table(report).split("\n")) <= 80
