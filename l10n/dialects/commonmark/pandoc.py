"""Pandoc's blocks, where they are others than CommonMark's, as rules for markdown-it.

A paragraph ends at a blank line: no title, quote, list or rule begins below a text, but a list within an
item. An underlined title has one line, a fence is none without its end, and tags of blocks that have a line
for themselves are all of their block: what follows is Markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import rules_block
from markdown_it.rules_block.html_block import HTML_SEQUENCES

from l10n.dialects.commonmark.definitions import defines, definition
from l10n.dialects.commonmark.own_lines import INTERRUPTS
from l10n.markdown import INLINE_TAGS
from l10n.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock


def pandoc(markdown: MarkdownIt) -> None:
    """Give markdown-it the rules."""
    ruler = markdown.block.ruler
    ruler.at("table", rules_block.table, {"alt": []})
    ruler.at("fence", _fence, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    ruler.at("blockquote", rules_block.blockquote, {"alt": []})
    ruler.at("hr", rules_block.hr, {"alt": ["list"]})
    ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.at("html_block", _html, {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.at("heading", rules_block.heading, {"alt": []})
    ruler.at("lheading", _underlined)


def _list(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    if not silent:
        return rules_block.list_block(state, line, end, silent)
    if state.listIndent < 0:
        return False
    outer, state.parentType = state.parentType, "list"
    found = rules_block.list_block(state, line, end, silent)
    state.parentType = outer
    return found


def _underlined(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    return rules_block.lheading(state, line, min(end, line + 2), silent)


_FENCE = regex(r"(?:`{3,}|~{3,})")


def _fence(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    mark = _FENCE.match(state.src, start, state.eMarks[line])
    if mark is None or (silent and mark.group().startswith("~")) or not _ends(state, line, end, mark.group()):
        return False
    begins = state.sCount[line] == state.blkIndent  # deeper and below a text, it is code in that
    found = rules_block.fence(state, line, end, silent)
    if found and not silent and begins and _HTML.fullmatch(state.tokens[-1].info.strip()):
        _read_html(state, line)
    return found


_HTML = regex(r"\{=html[45]?\}")
_TAG_OF_TEXT = regex(rf"\s*</?(?:{INLINE_TAGS})\b", re.IGNORECASE)


def _read_html(state: StateBlock, line: int) -> None:
    """The lines of a block that says to be HTML are some, between those that say so.

    Where it begins with a tag that stands within text, nobody knows what of it is one text.
    """
    fence = state.tokens[-1]
    if _TAG_OF_TEXT.match(fence.content) or not fence.content.strip():
        return
    state.tokens.pop()
    for kind, first, last in (
        ("verbatim", line, line + 1),
        ("html_block", line + 1, state.line - 1),
        ("verbatim", state.line - 1, state.line),
    ):
        token = state.push(kind, "", 0)
        token.map, token.content = [first, last], state.getLines(first, last, state.blkIndent, True)


def _ends(state: StateBlock, line: int, end: int, mark: str) -> bool:
    """Whether a fence that begins in a line has an end; what has none is looked for once."""
    indent = min(state.blkIndent, state.sCount[line])
    missing = state.env.setdefault("fences", {}).setdefault((end, indent), {})
    if missing.get(mark, line + 1) <= line:
        return False
    for below in range(line + 1, end):
        if state.isEmpty(below):
            continue
        if state.sCount[below] < indent:
            return False
        text = state.src[state.bMarks[below] + state.tShift[below] : state.eMarks[below]].rstrip()
        if text.startswith(mark) and not text.strip(mark[0]):
            return True
    missing.setdefault(mark, line)
    return False


_BLOCKS = (
    "address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure"
    "|footer|form|h[1-6]|header|hr|html|iframe|legend|li|main|menu|nav|ol|p|section|summary|ul|video|audio"
    "|source|embed|object|br"
)
_TAGS = regex(
    rf"(?:</?(?:{_BLOCKS})(?:[ \t](?:[^<>\"'\n]|\"[^\"\n]*\"|'[^'\n]*')*)?/?>[ \t]*)+", re.IGNORECASE
)


def _html(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Raw HTML; other tags than those of blocks stand in a paragraph."""
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if state.is_code_block(line) or not state.src.startswith("<", start):
        return False
    if _TAGS.fullmatch(state.src, start, stop):
        return silent or _one_line(state, line)
    text = state.src[start:stop]
    *beginnings, (of_block, _, _), _ = HTML_SEQUENCES
    if any(beginning.search(text) for beginning, _, _ in beginnings):
        return rules_block.html_block(state, line, end, silent)
    limit = _limit(state, line, end)
    return of_block.search(text) is not None and rules_block.html_block(state, line, limit, silent)


def _one_line(state: StateBlock, line: int) -> bool:
    state.line = line + 1
    token = state.push("html_block", "", 0)
    token.map = [line, state.line]
    token.content = state.getLines(line, state.line, state.blkIndent, True)
    return True


def _limit(state: StateBlock, line: int, end: int) -> int:
    """Up to which line raw HTML with text goes on: a div ends, or begins, there."""
    below = line + 1
    while below < end and not state.isEmpty(below):
        if state.src.startswith(":::", state.bMarks[below] + state.tShift[below]):
            return below
        below += 1
    return below


def terms(markdown: MarkdownIt) -> None:
    """A plug-in: a term is one line where a block begins, and definitions end no other text."""
    markdown.block.ruler.before("table", "definition", _definition, INTERRUPTS)
    markdown.block.ruler.before("paragraph", "terms", _term)


def _definition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    depth = state.env.get("definitions", 0)
    if silent:
        return depth > 0 and defines(state, line, end)
    state.env["definitions"] = depth + 1
    found = definition(state, line, end if _follows_term(state) else _blank(state, line, end), silent)
    state.env["definitions"] = depth
    return found


def _follows_term(state: StateBlock) -> bool:
    """Whether a definition can be one; else it is the caption of a table, or text."""
    return bool(state.tokens) and state.tokens[-1].type in ("term_close", "definition_close")


def _blank(state: StateBlock, line: int, end: int) -> int:
    return next((below for below in range(line, end) if state.isEmpty(below)), end)


def _term(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    below = line + 1
    if silent or not defines(state, below + (below < end and state.isEmpty(below)), end):
        return False
    state.push("term_open", "dt", 1)
    term = state.push("inline", "", 0)
    term.content = state.getLines(line, below, state.blkIndent, False).strip()
    term.map, term.children = [line, below], []
    start = state.bMarks[line] + state.tShift[line]
    term.attrs = {
        "column": start - state.src.rfind("\n", 0, start) - 1
    }  # so it has one line, as in its source
    state.push("term_close", "dt", -1)
    state.line = below
    return True
