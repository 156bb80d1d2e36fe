"""What came of translations that were adopted: as text of 80 columns, and as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from l10n.adoption import Adopted, AdoptReport
from l10n.alignment.judgement import Judged, State
from l10n.git import Revision

_COLUMN = 29
"""Columns of each side's text; with line numbers, bars and marks the table has 80."""
_SHOWN = 20
"""How many changes and leftovers are named; the rest are counted."""
_MARKS = {State.TRANSLATED: " ", State.FUZZY: "?", State.LEFT_OUT: "x"}


def as_json(report: AdoptReport) -> str:
    """Per deck: the revision, the pairs, what is left over, and what differs from the catalog."""
    data = {
        "locale": report.locale,
        "decks": [_deck(one) for one in report.decks],
        "written": report.changed,
        "problems": [str(problem) for problem in report.problems],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _deck(one: Adopted) -> dict[str, Any]:
    return {
        "source": one.source,
        "translated": one.translated,
        "catalog": one.catalog,
        "fit": round(one.fit, 4),
        "revision": one.revision and _revision(one.revision),
        "notes": one.notes,
        "pairs": [_pair(pair) for pair in one.pairs],
        "leftovers": [
            {"line": left.line, "last_line": left.last_line, "text": left.text} for left in one.leftovers
        ],
        "added": one.added,
        "changed": [
            {"line": it.line, "msgid": it.msgid, "before": it.before, "after": it.after, "taken": it.taken}
            for it in one.changed
        ],
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
        "msgctxt": pair.key[0],
        "msgid": pair.key[1],
        "msgstr": pair.msgstr,
        "confidence": round(pair.confidence, 4),
        "state": str(pair.state),
        "reason": pair.reason,
    }


def as_text(report: AdoptReport, *, side_by_side: bool) -> str:
    """A few lines per deck; with ``side_by_side`` every pair, too."""
    return "\n".join(line for one in report.decks for line in _lines(one, side_by_side=side_by_side))


def _lines(one: Adopted, *, side_by_side: bool) -> Iterator[str]:
    made = one.revision
    was = f", made from {made.short} of {made.date:%Y-%m-%d}" if made else ""
    yield f"{one.translated} is a translation of {one.source}{was}"
    if side_by_side:
        yield from _table(one.pairs)
    states = Counter(pair.state for pair in one.pairs)
    counts = ", ".join(f"{states[state]} {state}" for state in State)
    yield f"{one.catalog}: {counts}; {one.added} added"
    for change in one.changed[:_SHOWN]:
        verb = "was" if change.taken else "stays, the deck has"
        now, then = (change.after, change.before) if change.taken else (change.before, change.after)
        yield f"{one.catalog}:{change.line}: “{_short(now)}” {verb} “{_short(then)}”"
    yield from _more(len(one.changed), "translations differ")
    for left in one.leftovers[:_SHOWN]:
        yield f"{one.translated}:{left.line}: left over: {_short(left.text)}"
    yield from _more(len(one.leftovers), "blocks are left over")


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
    line = " ".join(text.split())
    return line if len(line) <= 2 * _COLUMN else line[: 2 * _COLUMN - 1] + "…"


def _table(pairs: Sequence[Judged]) -> Iterator[str]:
    for pair in pairs:
        sides = _wrapped(pair.key[1]), _wrapped(pair.msgstr)
        numbers = str(pair.source_line), str(pair.translated_line)
        sure = f"{100 * pair.confidence:3.0f}%{_MARKS[pair.state]}"
        for number, (left, right) in enumerate(zip_longest(*sides, fillvalue="")):
            one, other = ("", "") if number else numbers
            mark = "" if number else sure
            yield f"{one:>5} {_padded(left)} |{other:>5} {_padded(right)} | {mark}".rstrip()
        if pair.reason:
            yield f"      {_MARKS[pair.state]} {_short(pair.reason)}"


def _width(text: str) -> int:
    """Columns in a terminal: wide characters take two, marks on others none."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def _padded(text: str) -> str:
    return text + " " * (_COLUMN - _width(text))


def _wrapped(text: str) -> list[str]:
    """The text in lines of a column's width, broken at blanks where there are any."""
    lines = [""]
    for word in text.split():
        if lines[-1] and _width(lines[-1]) + 1 + _width(word) <= _COLUMN:
            lines[-1] += f" {word}"
            continue
        lines.append("")
        for char in word:
            if _width(lines[-1]) + _width(char) > _COLUMN:
                lines.append("")
            lines[-1] += char
    return [line for line in lines if line] or [""]
