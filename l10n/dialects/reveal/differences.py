"""What marked does not read as CommonMark, or its versions in two ways: it stays as it is, and is listed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from l10n.regex import regex

_ROW_OF_DASHES = regex(r"\n[ \t>]*(?=[-:| \t]*\|)(?=[:| \t]*-)[-:| \t]+(?:\n|\Z)")
"""That of a table, directly below an item."""
_STRAY_END = regex(r"^[ \t>]*</(?:pre|script|style|textarea)\b", re.IGNORECASE | re.MULTILINE)
"""With which HTML begins to markdown-it, and a paragraph to marked."""
_TAG_ALONE = regex(r"^[ \t>]*<[^\n>]+>[ \t]*$", re.MULTILINE)
"""A line of a title that is none to some, for HTML begins there."""
_CHECKED = regex(r"\[[xX]\][ \t]")
"""The box of a task, also where ``[x]`` is a link."""
_BLANK = regex(r"[ \t>]*\Z")
_ITEM = regex(r"^[ \t>]*(?:[-+*]|\d{1,9}[.)])", re.MULTILINE)
_MARK = regex(r"[ >]*(?:[-+*]|\d{1,9}[.)])( *)")
_CODE = 4
"""Blanks behind the mark of an item that are more than its indent."""


def leave_what_differs(source: str, tokens: Sequence[Any], references: Mapping[str, str]) -> None:
    """Make those blocks such that are shown, and are for nobody to translate."""
    if "|" in source and _ROW_OF_DASHES.search(source):
        _leave(one for one in _texts(tokens) if _ROW_OF_DASHES.search(one.content))
    if _STRAY_END.search(source):
        _leave(one for one in tokens if one.type == "html_block" and _STRAY_END.match(one.content))
    if _TAG_ALONE.search(source):
        _leave(_titles_with_tags(tokens))
    if any(label.casefold() == "x" for label in references):
        _leave(one for one in tokens if one.type == "inline" and _CHECKED.match(one.content))
    if _ITEM.search(source):
        _leave(_with_lines_outside(tokens, source.expandtabs(_CODE).split("\n")))


def _leave(tokens: Iterator[Any]) -> None:
    for token in tokens:
        token.type = "untold"


def _texts(tokens: Sequence[Any]) -> Iterator[Any]:
    return (token for token in tokens if token.type == "inline" and "\n" in token.content)


def _titles_with_tags(tokens: Sequence[Any]) -> Iterator[Any]:
    for at, token in enumerate(tokens):
        if (
            token.type == "heading_open"
            and token.markup in ("-", "=")
            and _TAG_ALONE.search(tokens[at + 1].content)
        ):
            yield tokens[at + 1]


class _Item(NamedTuple):
    line: int
    column: int
    """Where its content begins."""


def _with_lines_outside(tokens: Sequence[Any], lines: Sequence[str]) -> Iterator[Any]:
    """The texts below a blank line in an item, of which a line has less indent: some end the item there."""
    blank = [number for number, line in enumerate(lines) if _BLANK.match(line)]
    items: list[_Item] = []
    for token in tokens:
        if token.type == "list_item_open":
            items.append(_item(token.map[0], lines, items))
        elif token.type == "list_item_close":
            items.pop()
        elif items and token.type == "inline" and token.map[1] > token.map[0] + 1:
            first, last = token.map
            least = min(map(_column, lines[first + 1 : last]))
            inside = (one for one in items if least < one.column)
            if any(bisect_left(blank, one.line) < bisect_left(blank, first) for one in inside):
                yield token


def _item(number: int, lines: Sequence[str], outer: Sequence[_Item]) -> _Item:
    begin = outer[-1].column if outer and outer[-1].line == number else 0
    mark = _MARK.match(lines[number], begin)
    if mark is None:
        return _Item(number, begin)
    return _Item(number, mark.end() if len(mark[1]) <= _CODE else mark.start(1) + 1)


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" >"))
