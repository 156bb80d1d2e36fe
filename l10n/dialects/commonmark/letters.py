"""Lists that Pandoc counts by letters, and its lines behind bars, as a rule for markdown-it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.dialects.commonmark.begins import begins_with
from l10n.dialects.commonmark.paragraph import paragraph_end
from l10n.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_ROMAN = r"x{1,3}|x{0,2}(?:i[xv]|vi{0,3}|i{1,3})"
ITEM = regex(
    r"(?![a-z]\.[ \t]+[a-z]\.)"
    rf"(?:\((?:[a-zA-Z]|{_ROMAN}|{_ROMAN.upper()}|\d+|@[\w-]*)\)|(?:[a-z]|{_ROMAN})[.)]|#[.)]|[A-Z]\)"
    rf"|(?:[A-Z]|{_ROMAN.upper()})\.[ \t])[ \t]+(?=\S)"
    r"|\|[ \t]*(?:$|(?<=[ \t])(?=[^\s|])(?!.*\|[ \t]*$))",
    re.MULTILINE,
)
"""What begins an item of such a list, or a line that ends where it does.

A capital with one blank is an initial, and what also ends with a bar is a row of a table.
"""
SIGN = regex(rf"^[ \t>*+\d.)-]*+{ITEM.pattern}", re.MULTILINE)


def letters(markdown: MarkdownIt) -> None:
    """Give markdown-it the rule."""
    markdown.block.ruler.before("paragraph", "letters", _lettered)


def _lettered(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Lines of which each begins an item."""
    if silent or not _item(state, line):
        return False
    last = _lines_end(state, line, end) if _is_bar(state, line) else paragraph_end(state, line, end)
    starts = [number for number in range(line, last) if _item(state, number)]
    for number, below in pairwise([*starts, last]):
        item = state.push("list_item_open", "li", 1)
        if _is_bar(state, number):
            # To readers other than Pandoc the bar is text, and what is behind it may begin a block.
            item.attrs = {"begins": begins_with(_line(state, number, below))}
        else:
            _blocks(state, number, below)
        state.push("list_item_close", "li", -1)
    state.line = last
    return True


def _is_bar(state: StateBlock, line: int) -> bool:
    return state.src.startswith("|", state.bMarks[line] + state.tShift[line])


def _lines_end(state: StateBlock, line: int, end: int) -> int:
    """The line behind those that begin with a bar, or are indented below one that does."""
    last = line + 1
    while last < end and not state.isEmpty(last):
        if state.sCount[last] <= state.blkIndent and not (_item(state, last) and _is_bar(state, last)):
            break
        last += 1
    return last


def _line(state: StateBlock, line: int, end: int) -> str:
    """A line behind a bar is text, whatever it begins with: this."""
    content = state.getLines(line, end, state.blkIndent, False).strip()
    mark = ITEM.match(content)
    text = state.push("inline", "", 0)
    text.content = content[mark.end() :] if mark else content
    text.map, text.children = [line, end], []
    return text.content


def _blocks(state: StateBlock, line: int, end: int) -> None:
    """What stands in an item is read as blocks."""
    start = state.bMarks[line] + state.tShift[line]
    mark = ITEM.match(state.src, start, state.eMarks[line])
    width = mark.end() - start if mark else 0
    kept = state.blkIndent, state.listIndent, state.tShift[line], state.sCount[line], state.lineMax
    state.sCount[line] += width
    state.tShift[line] += width
    state.listIndent, state.blkIndent = state.blkIndent, state.sCount[line]
    state.lineMax = end
    state.md.block.tokenize(state, line, end)
    state.blkIndent, state.listIndent, state.tShift[line], state.sCount[line], state.lineMax = kept


def _item(state: StateBlock, line: int) -> bool:
    return ITEM.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]) is not None
