"""Lists that Pandoc counts by letters, as a rule for markdown-it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.dialects.commonmark.begins import begins_with
from l10n.dialects.commonmark.paragraph import paragraph_end

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_ROMAN = r"x{1,3}|x{0,2}(?:i[xv]|vi{0,3}|i{1,3})"
ITEM = re.compile(
    r"(?![a-z]\.[ \t]+[a-z]\.)"
    rf"(?:\((?:[a-zA-Z]|{_ROMAN}|{_ROMAN.upper()}|\d+|@[\w-]*)\)|(?:[a-z]|{_ROMAN})[.)]|#[.)]|[A-Z]\)"
    rf"|(?:[A-Z]|{_ROMAN.upper()})\.[ \t])[ \t]+(?=\S)"
    r"|\|[ \t]*(?:$|(?<=[ \t])(?=[^\s|])(?!.*\|[ \t]*$))",
    re.MULTILINE,
)
"""What begins an item of a list that Pandoc counts by letters, or a line that ends where it does.

A capital with one blank is an initial, and what also ends with a bar is a row of a table.
"""


def lettered(markdown: MarkdownIt) -> None:
    """Give markdown-it the rule."""
    markdown.block.ruler.before("paragraph", "letters", _lettered)


def _lettered(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: lines of which each begins an item."""
    if silent or not _item(state, line):
        return False
    last = paragraph_end(state, line, end)
    starts = [number for number in range(line, last) if _item(state, number)]
    for number, below in pairwise([*starts, last]):
        content = state.getLines(number, below, state.blkIndent, False).strip()
        mark = ITEM.match(content)
        opened = state.push("list_item_open", "li", 1)
        text = state.push("inline", "", 0)
        text.content = content[mark.end() :] if mark else content
        opened.attrs = {"begins": begins_with(text.content)}
        text.map, text.children = [number, below], []
        state.push("list_item_close", "li", -1)
    state.line = last
    return True


def _item(state: StateBlock, line: int) -> bool:
    return ITEM.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]) is not None
