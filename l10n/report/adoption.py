"""What came of translations that were adopted: as text of 80 columns, and as JSON."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest
from typing import Any, NamedTuple

from l10n.adopt import Adopted, AdoptReport, Changed, Judged, State
from l10n.git import Revision
from l10n.report.plain import ascii_json, fitting, fitting_at_end, on_one_line, padded, start_of, width

_COLUMNS = 80
_COLUMN = 29
"""Columns of each side's text; with line numbers, bars and marks the table fits."""
_LONGEST = 40 * _COLUMN
_SHOWN = 20
"""How many changes and leftovers are named; the rest are counted."""
_MARKS = {State.TRANSLATED: " ", State.FUZZY: "?", State.LEFT_OUT: "x"}


def as_json(report: AdoptReport) -> str:
    """Per deck: the revision, the pairs, what is left over, and what differs from the catalog."""
    return ascii_json(
        {
            "locale": report.locale,
            "decks": [_deck(one) for one in report.decks],
            "written": report.changed,
            "strays": report.strays,
            "notes": report.notes,
            "problems": [str(problem) for problem in report.problems],
        }
    )


def _deck(one: Adopted) -> dict[str, Any]:
    return {
        "source": one.source,
        "translated": one.translated,
        "catalog": one.catalog,
        "fit": round(one.fit, 4),
        "revision": one.revision and _revision(one.revision),
        "pairs": [_pair(pair) for pair in one.pairs],
        "missing": [{"line": gap.line, "msgid": gap.text} for gap in one.missing],
        "leftovers": [
            {"line": left.line, "last_line": left.last_line, "text": left.text} for left in one.leftovers
        ],
        "changed": [
            {"line": it.line, "msgid": it.msgid, "before": it.before, "after": it.after, "taken": it.taken}
            for it in one.changed
        ],
        "messages": one.states,
    }


def _revision(revision: Revision) -> dict[str, str]:
    return {
        "commit": revision.commit,
        "date": revision.date.isoformat(),
        "path": revision.path,
        "subject": revision.subject,
    }


def _pair(pair: Judged) -> dict[str, Any]:
    return {
        "source_line": pair.source_line,
        "translated_line": pair.translated_line,
        "msgid": pair.key[1],
        "msgstr": pair.msgstr,
        "confidence": round(pair.confidence, 4),
        "state": str(pair.state),
    }


def as_text(report: AdoptReport, *, side_by_side: bool) -> str:
    """A few lines per deck; with ``side_by_side`` every pair, and what is in none, too."""
    lines = (line for one in report.decks for line in _lines(one, side_by_side=side_by_side))
    return "\n".join(map(on_one_line, lines))


def _lines(one: Adopted, *, side_by_side: bool) -> Iterator[str]:
    made = one.revision
    was = f", made from {made.short} of {made.date:%Y-%m-%d}" if made else ""
    yield f"{one.translated} is a translation of {one.source}{was}"
    if side_by_side:
        yield from _table(_rows(one))
    yield from _figures(one)
    yield from _changes(one)
    yield from _leftovers(one)


def _figures(one: Adopted) -> Iterator[str]:
    pairs = Counter(pair.state for pair in one.pairs)
    yield f"pairs: {', '.join(f'{pairs[state]:,} {state}' for state in State)}; fit {100 * one.fit:.0f}%"
    states = ", ".join(f"{count:,} {state}" for state, count in one.states.items())
    yield f"{one.catalog}: {states}; {one.added:,} new"


def _changes(one: Adopted) -> Iterator[str]:
    told = [it for it in one.changed if it.before or one.built]
    for change in told[:_SHOWN]:
        yield f"{one.catalog}:{change.line}: {_told(change)}"
    yield from _more(len(told), "entries like these")


def _leftovers(one: Adopted) -> Iterator[str]:
    for left in one.leftovers[:_SHOWN]:
        told = f"{one.translated}:{left.line}: left over: "
        yield told + _on_one_line(left.text, max(_COLUMN, _COLUMNS - width(told)))
    yield from _more(len(one.leftovers), "blocks are left over; --leftovers FILE keeps them all")


def _told(change: Changed) -> str:
    before, after = _where_they_differ(change.before, change.after)
    if not change.taken:
        return f"“{before}” stays, the deck has “{after}”"
    return f"“{after}” was “{before}”" if before else f"“{after}” is new"


def _where_they_differ(*texts: str) -> Iterator[str]:
    """The beginnings of texts, without what they have in common, but for a few words."""
    lines = [on_one_line(" ".join(text.split())) for text in texts]
    same = sum(1 for _ in takewhile(lambda chars: len(set(chars)) == 1, zip(*lines, strict=False)))
    start = same - fitting_at_end(lines[0][:same], _COLUMN)
    return (start_of(f"…{line[start:]}" if start else line, 2 * _COLUMN) for line in lines)


def _more(count: int, what: str) -> Iterator[str]:
    if count > _SHOWN:
        yield f"{count - _SHOWN:,} more {what}"


def leftovers_text(report: AdoptReport) -> str:
    """All blocks that no message has taken, each behind a comment that says where it stands."""
    return "".join(
        f"<!-- {one.translated}:{left.line}-{left.last_line} -->\n{left.text}\n\n"
        for one in report.decks
        for left in one.leftovers
    )


def _short(text: str) -> str:
    return _on_one_line(text, 2 * _COLUMN)


def _on_one_line(text: str, columns: int) -> str:
    return start_of(on_one_line(" ".join(text.split())), columns)


class _Row(NamedTuple):
    """What stands side by side."""

    numbers: tuple[str, str]
    texts: tuple[str, str]
    mark: str = ""
    reason: str = ""


_Place = tuple[int, int]
"""Where a row stands: the line in the source, and what tells apart those of one line."""


def _rows(one: Adopted) -> list[_Row]:
    """Pairs and messages without one in the order of the source, leftovers behind what they follow."""
    rows = _source_rows(one)
    behind = _leftovers_behind(one)
    ordered = [*behind.get(_START, ())]
    for place in sorted(rows):
        ordered += rows[place], *behind.get(place, ())
    return ordered


_START: _Place = (0, 0)


def _source_rows(one: Adopted) -> dict[_Place, _Row]:
    pairs = {(pair.source_line, n): _pair_row(pair) for n, pair in enumerate(one.pairs)}
    gaps = {
        (gap.line, -1 - n): _Row((str(gap.line), ""), (gap.text, "")) for n, gap in enumerate(one.missing)
    }
    return pairs | gaps


def _pair_row(pair: Judged) -> _Row:
    lines = (str(pair.source_line), str(pair.translated_line))
    mark = f"{100 * pair.confidence:3.0f}%{_MARKS[pair.state]}"
    return _Row(lines, (pair.key[1], pair.msgstr), mark, pair.reason)


def _leftovers_behind(one: Adopted) -> dict[_Place, list[_Row]]:
    """Leftovers by the place of the pair that stands before them in the translation."""
    pairs = sorted((pair.translated_line, pair.source_line, number) for number, pair in enumerate(one.pairs))
    behind: dict[_Place, list[_Row]] = {}
    for left in one.leftovers:
        at = bisect(pairs, left.line, key=lambda pair: pair[0])
        before = pairs[at - 1][1:] if at else _START
        behind.setdefault(before, []).append(_Row(("", str(left.line)), ("", left.text)))
    return behind


def _table(rows: Sequence[_Row]) -> Iterator[str]:
    for row in rows:
        lines = zip_longest(*map(_wrapped, row.texts), fillvalue="")
        for number, (left, right) in enumerate(lines):
            one, other = ("", "") if number else row.numbers
            mark = "" if number else row.mark
            yield f"{one:>5} {padded(left, _COLUMN)} |{other:>5} {padded(right, _COLUMN)} | {mark}".rstrip()
        if row.reason:
            yield f"      {row.mark[-1]} {_short(row.reason)}"


def _wrapped(text: str) -> list[str]:
    """The text in lines of a column's width, broken at blanks where there are any."""
    lines: list[str] = []
    rest = _on_one_line(text, _LONGEST)
    while (end := fitting(rest, _COLUMN)) < len(rest):
        blank = rest.rfind(" ", 0, end + 1)
        end = blank if blank > 0 else max(1, end)
        lines.append(rest[:end])
        rest = rest[end:].lstrip(" ")
    return [*lines, rest]
