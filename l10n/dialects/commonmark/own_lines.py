"""Lines that stand by themselves, as rules for markdown-it: each dialect has its own table of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.dialects.commonmark.place import Found, Place

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock

LineReader = Callable[[Place], Found | None]
"""Says what of a document begins in a place; None if nothing does."""
INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
_BODY = 4
"""Columns that the body of a block of MkDocs is deeper."""


@dataclass(frozen=True, slots=True, eq=False)
class OwnLines:
    """What of a dialect stands on lines of its own, by the first sign of the line."""

    signs: re.Pattern[str]
    """What a document has some of, if there is anything of it."""
    interrupting: Mapping[str, tuple[LineReader, ...]]
    """What also ends a paragraph."""
    beginning: Mapping[str, tuple[LineReader, ...]] = field(default_factory=dict)
    """What only begins where a block does, and in the first column."""
    in_quotes: Mapping[str, tuple[LineReader, ...]] = field(default_factory=dict)
    """What only begins in the first line of a quote."""

    def __call__(self, markdown: MarkdownIt) -> None:
        """Give markdown-it the rules."""
        markdown.block.ruler.before("table", "own_line", self._own_line, INTERRUPTS)
        markdown.block.ruler.after("own_line", "own_block", self._own_block)

    def _own_line(self, state: StateBlock, line: int, end: int, silent: bool) -> bool:
        sign = _first_sign(state, line)
        readers = self.interrupting.get(sign, ())
        if sign in self.in_quotes and state.parentType == "blockquote" and _begins_quote(state):
            readers = (*readers, *self.in_quotes[sign])
        return bool(readers) and _taken(state, line, end, readers, silent)

    def _own_block(self, state: StateBlock, line: int, end: int, silent: bool) -> bool:
        readers = self.beginning.get(_first_sign(state, line), ())
        is_first = state.sCount[line] == state.blkIndent
        return bool(readers) and is_first and _taken(state, line, end, readers, silent)


def _place(state: StateBlock, line: int, end: int) -> Place:
    def following(below: int) -> str | None:
        number = line + below
        if number >= end or (state.sCount[number] < state.blkIndent and not state.isEmpty(number)):
            return None
        return state.getLines(number, number + 1, state.blkIndent, False)

    missing = state.env.setdefault("missing", {}).setdefault((end, state.blkIndent), {})
    start = state.bMarks[line] + state.tShift[line]
    return Place(state.src[start : state.eMarks[line]], following, missing, line)


def _first_sign(state: StateBlock, line: int) -> str:
    start = state.bMarks[line] + state.tShift[line]
    return "" if start >= state.eMarks[line] or state.is_code_block(line) else state.src[start]


def _begins_quote(state: StateBlock) -> bool:
    opened = state.tokens[-1] if state.tokens else None
    return opened is not None and opened.type == "blockquote_open"


def _taken(state: StateBlock, line: int, end: int, readers: Sequence[LineReader], silent: bool) -> bool:
    place = _place(state, line, end)
    found = next(filter(None, (read(place) for read in readers)), None)
    if found is None or silent:
        return found is not None
    _push(state, line, found)
    state.line = line + found.lines
    if found.body:
        _body(state, line, end)
    return True


def _push(state: StateBlock, line: int, found: Found) -> None:
    """The lines as one token of code, and their title as text of its own."""
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line + found.lines - 1]
    low, high = (start + at for at in found.title or (0, 0))
    token = state.push("verbatim", "", 0)
    token.map = [line, line + found.lines]
    token.content = state.src[start:stop]
    if found.title:
        token.content = f"{state.src[start:low]}\0{state.src[high:stop]}"
        state.push("title_open", "", 1)
        title = state.push("inline", "", 0)
        title.content, title.map = state.src[low:high], [line, line + 1]
        title.attrs = {"column": low - state.src.rfind("\n", 0, low) - 1}
        title.children = []
        state.push("title_close", "", -1)


def _body(state: StateBlock, line: int, end: int) -> None:
    """Read what is indented below a line as blocks of it."""
    indent = state.sCount[line] + _BODY
    last = state.line
    while last < end and (state.isEmpty(last) or state.sCount[last] >= indent):
        last += 1
    state.push("body_open", "", 1)
    outer, parent, limit = state.blkIndent, state.parentType, state.lineMax
    state.blkIndent, state.parentType, state.lineMax = indent, "body", last
    state.md.block.tokenize(state, state.line, last)
    state.blkIndent, state.parentType, state.lineMax = outer, parent, limit
    state.push("body_close", "", -1)
    state.line = last
