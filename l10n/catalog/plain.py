"""Entries as all tools write them, each found by one expression; what looks otherwise is for the grammar.

Nearly all are so, and an expression takes half the time that it takes to look at each line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from l10n.catalog.comments import TAKEN
from l10n.catalog.contexts import Key
from l10n.catalog.grammar import Placed, read_entries, said_before
from l10n.catalog.lines import TEXT, unescaped
from l10n.catalog.model import Entry
from l10n.errors import CatalogError

_MORE = rf'((?:"{TEXT}"\n)*)'
_PLAIN = re.compile(
    r"(\n*(?:#[.:, ][^\n]*\n)*)"
    rf'(?:msgctxt "({TEXT})"\n)?msgid "({TEXT})"\n{_MORE}msgstr "({TEXT})"\n{_MORE}'
    r'(?=\n*(?:#[.:, ]|msgctxt "|msgid "|\Z))'  # whatever else follows may be a part of it
)
"""Comments, a context, a message and a translation, each at the beginning of its line."""
_BORDER = '"\n"'
"""Between two lines of one string."""
_BLANK_LINES = re.compile(r"\n\n+")


def read_plain(text: str, lines: Sequence[str], shown: str) -> list[Placed] | None:
    """The entries in a text, which has these lines; None if only the grammar can say what it is."""
    return _read_by(_entry, text, lines, shown)


def read_translations(text: str, lines: Sequence[str], shown: str) -> list[Placed] | None:
    """The same, but of plain entries only what tells a translation: no notes, references, nor lines."""
    return _read_by(_translation, text, lines, shown)


_Make = Callable[[re.Match[str], tuple[str, ...]], Entry]
"""From what the expression finds, and its lines."""


def _read_by(make: _Make, text: str, lines: Sequence[str], shown: str) -> list[Placed] | None:
    if "\r" in text:
        return None
    try:
        return list(_read(make, text, lines, shown))
    except CatalogError:  # the grammar knows better what is wrong once it has seen the whole
        return None


def read_keys(text: str) -> tuple[int, set[Key]] | None:
    """Where the header of a text ends, and the keys of its entries; None if one is not plain, or twice."""
    if "\r" in text:
        return None
    ends: list[int] = []
    keys: list[Key] = []
    at = 0
    while plain := _PLAIN.match(text, at):
        _, context, msgid, more, _, _ = plain.groups()
        keys.append((context and _text(context), _text(msgid, more)))
        at = plain.end()
        ends = ends or [at]
    others = set(keys[1:])
    if text[at:].strip("\n") or keys[:1] != [(None, "")] or len(others) + 1 < len(keys):
        return None
    return None if keys[0] in others else (ends[0], others)


def _read(make: _Make, text: str, lines: Sequence[str], shown: str) -> Iterator[Placed]:
    at = number = 0
    while at < len(text):
        plain = _PLAIN.match(text, at)
        end = plain.end() if plain else _next_plain(text, at)
        after = number + text.count("\n", at, end)
        if plain:
            yield number, make(plain, tuple(lines[number:after]))
        elif end < len(text):
            yield from _between(lines[number:after], number, shown)
        else:
            yield from ((number + start, entry) for start, entry in read_entries(lines[number:], shown))
        at, number = end, after


def _between(lines: Sequence[str], number: int, shown: str) -> list[Placed]:
    """Entries up to a plain one, from the line of that number; ``CatalogError`` if they are not whole."""
    found = read_entries(lines, shown)
    if sum(len(entry.lines) for _, entry in found) < len(lines):
        raise CatalogError("these comments are of the next entry")
    return [(number + start, entry) for start, entry in found]


def _next_plain(text: str, at: int) -> int:
    """Where the next entry begins that is plain; the end of the text if there is none."""
    for blank in _BLANK_LINES.finditer(text, at):
        if _PLAIN.match(text, blank.start() + 1):
            return blank.start() + 1
    return len(text)


def _entry(plain: re.Match[str], lines: tuple[str, ...]) -> Entry:
    before, context, msgid, more, msgstr, still_more = plain.groups()
    fuzzy, notes, comments, references, previous = said_before(lines[: before.count("\n")])
    return Entry(
        _text(msgid, more),
        _text(msgstr, still_more),
        context and _text(context),
        fuzzy,
        False,
        notes,
        comments,
        references,
        previous,
        lines,
    )


def _translation(plain: re.Match[str], lines: tuple[str, ...]) -> Entry:
    before, context, msgid, more, msgstr, still_more = plain.groups()
    entry = Entry(_text(msgid, more), _text(msgstr, still_more), context and _text(context))
    if "#," in before or TAKEN in before:
        fuzzy, _, comments, _, _ = said_before(lines[: before.count("\n")])
        return entry._replace(fuzzy=fuzzy, comments=comments)
    return entry


def _text(first: str, more: str = "") -> str:
    """What a string means whose first line holds that, with the lines that it goes on in."""
    return unescaped(first + more[1:-2].replace(_BORDER, "") if more else first)
