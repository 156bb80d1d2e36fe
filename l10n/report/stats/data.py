"""How far translations are, for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from l10n.catalog import State, complete_percent
from l10n.report.plain import ascii_json
from l10n.stats import Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet begins to calculate at."""


def as_json(rows: Sequence[Row]) -> str:
    """An array of objects; deck, slide and title are there for decks and slides only."""
    return ascii_json([_object(row) for row in rows])


def _object(row: Row) -> dict[str, Any]:
    where: dict[str, Any] = {"locale": row.locale}
    where |= {"deck": row.deck} if row.deck else {}
    where |= {"slide": row.slide, "title": row.title} if row.slide else {}
    total = row.counts.total
    counts = {state.value: row.counts.of(state) for state in State}
    states = {name: {"messages": one.messages, "words": one.words} for name, one in counts.items()}
    sums = {"messages": total.messages, "words": total.words}
    return (
        where
        | {"complete": complete_percent(row.counts)}
        | sums
        | states
        | {"not_extracted": row.not_extracted}
    )


def as_csv(rows: Sequence[Row]) -> str:
    """A table with a row of names; lines end as RFC 4180 wants them. Nothing in it is a formula."""
    pairs = [f"{state}_{unit}" for state in State for unit in ("messages", "words")]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(
        ["locale", "deck", "slide", "title", "complete", "messages", "words", *pairs, "not_extracted"]
    )
    for row in rows:
        counts = (row.counts.total, *(row.counts.of(state) for state in State))
        numbers = [number for count in counts for number in (count.messages, count.words)]
        where = [row.locale, _plain(row.deck), row.slide or "", _plain(row.title)]
        writer.writerow([*where, complete_percent(row.counts), *numbers, row.not_extracted])
    return text.getvalue().removesuffix("\r\n")


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
