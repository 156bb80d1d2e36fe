"""The square brackets of a text: what each opens, and which one closes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from l10n.regex import regex

CLASS = regex(r"(?=[\\.\[\]])(?:\\?((?:\.[a-zA-Z_\-][a-zA-Z\-_0-9]*+)+)(\[)?|[\[\]])")
"""A bracket, or names of content classes, which may have one behind them."""


class Bracket(NamedTuple):
    """A square bracket; every one counts, for to remark none is escaped."""

    start: int
    """Where the names begin that stand before it, else where it stands."""
    end: int
    closes: bool
    names: str
    r"""What opens a content class: ``.red.bold``; with its backslash if it is escaped (``\.red``)."""
    partner: int | None
    """The index of the bracket that closes it, or that it closes; None if there is none."""


def paired_brackets(text: str) -> list[Bracket]:
    """The square brackets of ``text``, in order."""
    if "[" not in text and "]" not in text:
        return []
    found = [match for match in CLASS.finditer(text) if match[2] or not match[1]]
    pairs = partners(-1 if match.group() == "]" else 1 for match in found)
    return [_bracket(match, partner) for match, partner in zip(found, pairs, strict=True)]


def _bracket(match: re.Match[str], partner: int | None) -> Bracket:
    text = match.group()
    return Bracket(*match.span(), text == "]", text.rstrip("[]"), partner)


def partners(marks: Iterable[int]) -> Sequence[int | None]:
    """For each mark, which opens (1), closes (-1) or does neither (0), the index of its partner.

    What closes takes the last that is open; None if none is, or if nothing closes what was opened.
    """
    pairs: list[int | None] = []
    opened: list[int] = []
    for index, mark in enumerate(marks):
        pairs.append(None)
        if mark > 0:
            opened.append(index)
        elif mark and opened:
            pairs[index] = opened.pop()
            pairs[pairs[index] or 0] = index
    return pairs
