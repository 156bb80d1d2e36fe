"""Tables for a terminal of 80 columns."""

from __future__ import annotations

from l10n.results import Report, Totals

_COLUMNS = ("locale", "messages", "words", "translated", "fuzzy", "untranslated", "refused", "written")


def locale_table(report: Report) -> str:
    """A line per locale: messages, words, states, and files written."""
    rows = [_COLUMNS, *(_row(locale, totals) for locale, totals in sorted(report.locales.items()))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    return "\n".join(_line(row, widths) for row in rows)


def _row(locale: str, totals: Totals) -> tuple[str, ...]:
    return (
        locale,
        str(totals.messages),
        str(totals.words),
        f"{totals.translated} {percent(totals.translated, totals.messages)}",
        str(totals.fuzzy),
        str(totals.untranslated),
        str(len(totals.refused)),
        str(totals.written),
    )


def percent(part: int, whole: int) -> str:
    """``part`` of ``whole`` in percent, rounded down: never 100 below 100, and none of nothing."""
    return f"{100 * part // whole:3}%" if whole else "   -"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = (
        cell.ljust(w) if i == 0 else cell.rjust(w)
        for i, (cell, w) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()
