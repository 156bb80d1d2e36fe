"""How far translations are, as tables: for a terminal of 80 columns or more, and in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.catalog import Count, State, complete_percent
from l10n.report.markdown import escaped
from l10n.report.plain import (
    Line,
    Painted,
    Piece,
    Style,
    borrowed,
    end_of,
    not_extracted,
    on_one_line,
    padded,
    printable,
    start_of,
    width,
)
from l10n.stats import By, Row

_COLUMNS = 80
_NAME = (5, 30)
"""The fewest columns of the first column, and the most where there are no more than that."""
_BAR = (5, 20)
"""The same of the bar; names go before it, for it says no more than the figure beside it."""
_STATES = tuple(state for state in State if state is not State.BORROWED)
"""The columns; where anything is borrowed, which is seldom, a line says so."""
_LEGEND = "messages/words in each state; percent of words that are complete"


def as_text(rows: Sequence[Row], by: By) -> str:
    """The lines of 80 columns, without colours."""
    return "\n".join(map(printable, as_lines(rows, by)))


def as_lines(rows: Sequence[Row], by: By, *, columns: int = _COLUMNS) -> Iterator[Line]:
    """A line per row, with a bar if there is room; decks and slides stand below a heading."""
    cells = [_cells(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(_STATES, *cells, strict=True)]
    wider = max(0, columns - _COLUMNS)
    room = _COLUMNS + wider - sum(widths) - 2 * len(widths) - len("100% ")
    names = [on_one_line(_name(row, by)) for row in rows]
    most = min(_NAME[1] + wider, max(_NAME[0], room))
    name = min(max([_NAME[0], len(by), *map(width, names)]), most)
    cut = end_of if by is By.DECK else start_of
    bar = _bar_columns(room - 1 - name)
    yield _line(padded(start_of(by, name), name), " " * bar, "    ", _STATES, widths)
    body = [
        _line(padded(cut(shown, name), name), *_bar(row, bar), one, widths)
        for row, shown, one in zip(rows, names, cells, strict=True)
    ]
    yield from _below_headings(rows, body, by)
    yield _LEGEND
    yield from _notes(rows)


def _notes(rows: Sequence[Row]) -> Iterator[str]:
    lent = Counter[str]()
    for row in rows:
        lent[row.locale] += row.counts.borrowed.messages
    yield from (borrowed(messages, locale) for locale, messages in lent.items() if messages)
    yield from _not_extracted(rows)


def _not_extracted(rows: Sequence[Row]) -> Iterator[str]:
    """What no percentage tells: text of the decks that nobody can translate."""
    words = {row.deck: row.not_extracted for row in rows if row.not_extracted}
    for deck, count in words.items():
        where = on_one_line(deck) if deck else "the decks"
        yield not_extracted(count, where)


def _bar_columns(room: int) -> int:
    return min(_BAR[1], room) if room >= _BAR[0] else 0


def _name(row: Row, by: By) -> str:
    return {By.LOCALE: row.locale, By.DECK: row.deck, By.SLIDE: f"{row.slide} {row.title}"}[by]


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(_cell(row.counts.of(state)) for state in _STATES)


def _cell(count: Count) -> str:
    return f"{count.messages}/{count.words}" if count.messages else "0"


def _bar(row: Row, columns: int) -> tuple[Piece, str]:
    percent = complete_percent(row.counts)
    full = percent * columns // 100
    bar = "█" * full + "░" * (columns - full)
    style = Style.GREEN if percent == 100 else Style.YELLOW if percent >= 50 else Style.RED
    return Painted(bar, style) if bar else "", f"{percent:3}%"


def _line(name: str, bar: Piece, percent: str, cells: Sequence[str], widths: Sequence[int]) -> Line:
    columns = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return (f"{name} ", bar, "  ".join([f" {percent}" if bar else percent, *columns]))


def _below_headings(rows: Sequence[Row], lines: Sequence[Line], by: By) -> Iterator[Line]:
    before = ""
    for row, line in zip(rows, lines, strict=True):
        heading = {By.LOCALE: "", By.DECK: row.locale, By.SLIDE: f"{row.locale}  {row.deck}"}[by]
        if heading != before:
            yield from ("", start_of(on_one_line(heading), _COLUMNS))
        yield line
        before = heading


def as_markdown(rows: Sequence[Row], by: By) -> str:
    """The same as a table in Markdown, without bars."""
    names = {By.LOCALE: ("locale",), By.DECK: ("locale", "deck"), By.SLIDE: ("locale", "deck", "slide")}[by]
    head = (*names, "complete", *_STATES)
    rule = " | ".join("---" if name in names else "---:" for name in head)
    lines = [f"| {' | '.join(head)} |", f"| {rule} |"]
    for row in rows:
        texts = (row.locale, row.deck, f"{row.slide} {row.title}")[: len(names)]
        cells = (*map(escaped, texts), f"{complete_percent(row.counts)}%", *_cells(row))
        lines.append(f"| {' | '.join(cells)} |")
    notes = (f"{note[0].upper()}{note[1:]}." for note in (_LEGEND, *map(printable, _notes(rows))))
    return "\n".join([*lines, "", *notes])
