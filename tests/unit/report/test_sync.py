import pytest

from l10n.report.sync import locale_table, percent
from l10n.sync.results import Refused, Report, Totals


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(0, 3, "  0%"), (1, 3, " 33%"), (999, 1000, " 99%"), (3, 3, "100%"), (0, 0, "   -")],
)
def test_percent_is_never_100_below_100(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


def test_table_has_a_line_per_locale_in_order() -> None:
    report = Report(
        {"fr": Totals(10, 50, 5, 1, 4, [Refused("a.po", 1, "why", "x")], 2), "de": Totals(10, 50)}
    )
    lines = [line.split() for line in locale_table(report).split("\n")]
    assert lines == [
        ["locale", "messages", "words", "published", "fuzzy", "untranslated", "refused", "written"],
        ["de", "10", "50", "0", "0%", "0", "0", "0", "0"],
        ["fr", "10", "50", "5", "50%", "1", "4", "1", "2"],
    ]


def test_table_fits_a_terminal() -> None:
    report = Report({"pt_BR": Totals(10_000, 500_000, 9_000, 100, 900, [], 100)})
    assert max(len(line) for line in locale_table(report).split("\n")) <= 80
