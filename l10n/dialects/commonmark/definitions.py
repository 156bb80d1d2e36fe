"""Definition lists, as rules for markdown-it: terms, and ``: text`` below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.dialects.commonmark.own_lines import INTERRUPTS
from l10n.dialects.commonmark.paragraph import paragraph_end

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock


def definitions(markdown: MarkdownIt) -> None:
    """Give markdown-it the rules."""
    markdown.block.ruler.before("table", "definition", definition, INTERRUPTS)
    markdown.block.ruler.before("paragraph", "terms", _terms)


def defines(state: StateBlock, line: int, end: int) -> bool:
    """Whether a definition begins in a line: ``: text``."""
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if line >= end or state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return False
    return state.src[start:stop].startswith((": ", ":\t", "~ ", "~\t")) and stop - start > 1


def definition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: a definition, whose text may go on below, indented."""
    if not defines(state, line, end):
        return False
    if silent:
        return True
    start = state.bMarks[line] + state.tShift[line]
    text = (
        start
        + len(state.src[start + 1 : state.eMarks[line]])
        - len(state.src[start + 1 : state.eMarks[line]].lstrip())
        + 1
    )
    kept = state.blkIndent, state.tShift[line], state.sCount[line], state.parentType, state.tight
    state.push("definition_open", "dd", 1)
    state.blkIndent = state.sCount[line] + 2
    state.sCount[line] += text - start
    state.tShift[line] = text - state.bMarks[line]
    state.parentType = "definition"
    state.md.block.tokenize(state, line, end)
    state.blkIndent, state.tShift[line], state.sCount[line], state.parentType, state.tight = kept
    state.push("definition_close", "dd", -1)
    return True


def _terms(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: the lines above a definition, each a term."""
    if silent:
        return False
    last = paragraph_end(state, line, end)
    below = last + (last < end and state.isEmpty(last))
    if not defines(state, below, end):
        return False
    for number in range(line, last):
        state.push("term_open", "dt", 1)
        term = state.push("inline", "", 0)
        term.content = state.getLines(number, number + 1, state.blkIndent, False).strip()
        term.map, term.children = [number, number + 1], []
        state.push("term_close", "dt", -1)
    state.line = last
    return True
