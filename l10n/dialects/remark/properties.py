"""Slide properties, found as remark's ``extractProperties`` finds them.

``key: value`` lines at the very start of a slide, and one-line comments of that form anywhere before its
first content class. The engine takes them out one by one, so what follows one may become the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from l10n.dialects.remark.lookups import WHITE, trimmed
from l10n.regex import regex

_VISIBLE = regex(r"\n*+([-a-zA-Z0-9_]++):([^$\n]*+)")
_HIDDEN = regex(rf"<!--[{WHITE}]*+([-a-zA-Z0-9_]++):")
_BLANK = regex(r"\n*+")
_VALUE = regex(r"[^$\n]*+")
_VALUE_END = regex(r"-->|[$\n]")
_CLOSE = regex(rf"[{WHITE}]*+-->")


class Property(NamedTuple):
    """One property and the range of text that vanishes with it."""

    key: str
    value: str
    start: int
    end: int


def properties(text: str) -> Iterator[Property]:
    """The properties in the head of a slide, in the engine's order; see ``head``."""
    at, limit = 0, len(text)
    while at < limit:
        visible = _VISIBLE.match(text, at, limit)
        found = _property(visible, visible.end()) if visible else _hidden_at_head(text, at, limit)
        if found is None:
            break
        yield found
        at = found.end
    while comment := _HIDDEN.search(text, at, limit):
        hidden = _hidden(text, comment, at, limit)
        # Where no comment can end before the line does, none that starts later on it can either.
        at = hidden.end if hidden else _value_end(text, comment.end(), limit)
        if hidden:
            yield hidden


def _property(match: re.Match[str], end: int) -> Property:
    return Property(match[1], trimmed(match[2]), match.start(), end)


def _blank_end(text: str, at: int, limit: int) -> int:
    blank = _BLANK.match(text, at, limit)
    return blank.end() if blank else at


def _hidden_at_head(text: str, at: int, limit: int) -> Property | None:
    comment = _HIDDEN.match(text, _blank_end(text, at, limit), limit)
    return _hidden(text, comment, at, limit) if comment else None


def _hidden(text: str, comment: re.Match[str], at: int, limit: int) -> Property | None:
    """The one in that comment, which takes the line ends before it; ``at`` is where text is left."""
    stop = _VALUE_END.search(text, comment.end(), limit)  # and no further: there may be more on the line
    closing = _CLOSE.match(text, stop.start() if stop else limit, limit)
    if closing is None:
        return None
    value = trimmed(text[comment.end() : closing.start()])
    start = at + len(text[at : comment.start()].rstrip("\n"))
    return Property(comment[1], value, start, closing.end())


def _value_end(text: str, at: int, limit: int) -> int:
    value = _VALUE.match(text, at, limit)
    return value.end() if value else at
