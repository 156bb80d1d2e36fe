"""Entries as all tools write them, each found by one expression; what looks otherwise is for the grammar.

Nearly all are so, and an expression takes half the time that it takes to look at each line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.catalog.comments import TAKEN
from l10n.catalog.contexts import Key
from l10n.catalog.grammar import Placed, read_entries, said_before
from l10n.catalog.lines import TEXT, lines_of, unescaped
from l10n.catalog.model import Entry
from l10n.errors import CatalogError
from l10n.regex import regex

_MORE = rf'((?:"{TEXT}"\n)*)'
_PREVIOUS = "".join(rf'(?:#\| {name} "{TEXT}"\n(?:#\| "{TEXT}"\n)*)?' for name in ("msgctxt", "msgid"))
_BEFORE = rf"(\n*(?:#[.:, ][^\n]*\n)*{_PREVIOUS})"
_CONTEXT = rf'(?:msgctxt "({TEXT})"\n)?'
_STRINGS = (
    rf'msgid "({TEXT})"\n{_MORE}msgstr "({TEXT})"\n{_MORE}'
    r'(?=\n*(?:#[.:, ]|(?:#\| )?msg(?:ctxt|id) "|\Z))'  # whatever else follows may be a part of it
)
_PLAIN = regex(_BEFORE + _CONTEXT + _STRINGS)
"""Comments, the previous message, context, message and translation, each at the beginning of its line."""
_EACH_OR_REST = regex(rf"{_BEFORE}({_CONTEXT}){_STRINGS}|([\s\S]+)")
"""The same, one behind the other, and then all that is left; an empty context is one, too."""
_BORDER = '"\n"'
"""Between two lines of one string."""
_BLANK_LINES = regex(r"\n\n+")


def read_plain(text: str, lines: Sequence[str], shown: str) -> list[Placed] | None:
    """The entries in a text, which has these lines; None if only the grammar can say what it is."""
    if "\r" in text:
        return None
    try:
        return list(_read(text, lines, shown))
    except CatalogError:  # the grammar knows better what is wrong once it has seen the whole
        return None


def read_translations(text: str, shown: str) -> list[Entry] | None:
    """The same, but of the plain ones it begins with only what tells a translation: no notes, no lines."""
    if "\r" in text:
        return None
    found = _EACH_OR_REST.findall(text)
    left = found.pop()[-1] if found and found[-1][-1] else ""
    others = read_plain(left, lines_of(left), shown)
    return None if others is None else [*map(_translation, found), *(entry for _, entry in others)]


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


def _read(text: str, lines: Sequence[str], shown: str) -> Iterator[Placed]:
    at = number = 0
    while at < len(text):
        plain = _PLAIN.match(text, at)
        end = plain.end() if plain else _next_plain(text, at)
        after = number + text.count("\n", at, end)
        if plain:
            yield number, _entry(plain, tuple(lines[number:after]))
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
    fuzzy, notes, comments, references, previous = said_before(before)
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


def _translation(found: tuple[str, ...]) -> Entry:
    before, has_context, context, msgid, more, msgstr, still_more, _ = found
    entry = Entry(_text(msgid, more), _text(msgstr, still_more), _text(context) if has_context else None)
    if "#," in before or "#|" in before or TAKEN in before:
        fuzzy, _, comments, _, previous = said_before(before)
        return entry._replace(fuzzy=fuzzy, comments=comments, previous=previous)
    return entry


def _text(first: str, more: str = "") -> str:
    """What a string means whose first line holds that, with the lines that it goes on in."""
    text = first + more[1:-2].replace(_BORDER, "") if more else first
    return unescaped(text) if "\\" in text else text
