"""Tables that are drawn in Pandoc's ways: with ``+---+``, and with dashes that tell columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.dialects.commonmark.place import Found, Place
from l10n.dialects.commonmark.reader import OnSign
from l10n.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_GRID = regex(r"\+(?::?[-=]+:?\+)+[ \t]*")


def grid(place: Place) -> Found | None:
    """A table that is drawn with ``+---+``, in whose cells anything may stand."""
    if not _GRID.fullmatch(place.line):
        return None
    count = last = 1
    while (line := place.following(count)) is not None and line.startswith(("|", "+")):
        count += 1
        last = count if _GRID.fullmatch(line) else last
    return Found(last) if last > 1 else None


COLUMNS = regex(r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*")
_DASHES = regex(r"[ \t]*-{3,}[ \t]*")


def columns(place: Place) -> Found | None:
    """A table whose columns are told by dashes, and that has no head or one between lines of dashes."""
    below = place.following(1)
    if below is None or not below.strip():
        return None
    if COLUMNS.fullmatch(place.line):
        count = 1
        while (line := place.following(count)) is not None and line.strip():
            count += 1
        return Found(count)
    if not _DASHES.fullmatch(place.line) or not place.until("columns", COLUMNS.fullmatch):
        return None
    end = place.until("end of columns", _DASHES.fullmatch)
    return Found(end) if end else None


def headed_columns(markdown: MarkdownIt) -> None:
    """A plug-in: such a table below its head."""
    markdown.block.ruler.before("table", "headed_columns", _headed)


HEADED = OnSign(regex(rf"^{COLUMNS.pattern}$", re.MULTILINE), headed_columns)


def _headed(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if silent or line + 1 >= end or state.sCount[line + 1] < state.blkIndent:
        return False
    if not COLUMNS.fullmatch(state.src, state.bMarks[line + 1], state.eMarks[line + 1]):
        return False
    last = line + 2
    while last < end and not state.isEmpty(last):
        last += 1
    token = state.push("verbatim", "", 0)
    token.map, token.content = [line, last], state.getLines(line, last, state.blkIndent, False)
    state.line = last
    return True
