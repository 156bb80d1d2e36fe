"""Where a paragraph ends, for rules of markdown-it that read its lines in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_CODE = 4
"""Columns that a line is deeper which goes on, whatever it begins with."""


def paragraph_end(state: StateBlock, line: int, end: int) -> int:
    """The line behind the paragraph that begins in a line."""
    last = line + 1
    endings = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    while last < end and not state.isEmpty(last):
        may_end = 0 <= state.sCount[last] < state.blkIndent + _CODE
        if may_end and any(rule(state, last, end, True) for rule in endings):
            break
        last += 1
    state.parentType = outer
    return last
