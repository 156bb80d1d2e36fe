"""The blocks of pages: markdown-it's, and what stands on lines of its own, as rules for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from l10n.dialects.pages.lines import BEGINNING, INTERRUPTING, ITEM, SIGNS, alert, without_attributes
from l10n.dialects.pages.place import Found, Place
from l10n.markdown import BlockToken, commonmark

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock

_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
_BODY = 4
"""Columns that the body of a block of MkDocs is deeper."""


def has_signs(source: str) -> bool:
    """Whether there is anything in ``source`` that CommonMark does not know."""
    return SIGNS.search(source) is not None


def read_blocks(source: str, *, indented_code: bool) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """The block tokens and link definitions of a page; in MDX indented text is no code."""
    plugins: list[Any] = [] if indented_code else [_without_indented_code]
    if has_signs(source):
        plugins.append(_own_lines)
        if _FOOTNOTE.search(source):
            plugins.append(_footnotes)
        if _DEFINITION.search(source):
            plugins.append(_definitions)
        if _ITEM.search(source):
            plugins.append(_letters)
    tokens, references = commonmark(source, tuple(plugins))
    if "}" in source:
        _leave_attributes(tokens, source.split("\n"))
    if "[" in source:
        _leave_boxes(tokens, references)
    if "<" in source:
        _note_what_is_below(tokens)
    return tokens, references


_MARK = re.compile(
    r"[ \t]*((?:[-+*:~|]|\d+[.)]|[a-zA-Z][.)])(?=\s|$)"
    r"|>|#|`{3}|~{3}|={2}|-{2}|:{3}|!{3}|\?{3}|\${2}|/{3}|\*\[|\[[^\[\]\n]+\]:)"
)
_TAG = re.compile(r"</?[a-zA-Z][^\s/<>]*")


def _mark(text: str) -> str:
    """With what a block would begin to some reader, where to us there is only text."""
    match = _MARK.match(text)
    return match[1] if match else ""


def _note_what_is_below(tokens: Sequence[Any]) -> None:
    """Of HTML note what it must keep if its text is a paragraph: its tags, and how the line below begins."""
    for token in tokens:
        if token.type == "html_block" and "\n" in token.content:
            below = token.content.split("\n", 2)[1]
            token.attrs = {"below": _mark(below), "tags": " ".join(sorted(_TAG.findall(token.content)))}


_BOX = re.compile(r"\[[ xX]\][ \t]+(?=\S)")


def _leave_boxes(tokens: Sequence[Any], references: Mapping[str, str]) -> None:
    """Take the box of a task out of the text of its item, unless it is a link."""
    linked = {name.casefold() for name in references}
    for index, token in enumerate(tokens[:-2]):
        text = tokens[index + 2]
        if token.type == "list_item_open" and text.type == "inline" and (box := _BOX.match(text.content)):
            if "x" in linked and box.group()[1] != " ":
                continue
            text.content = text.content[box.end() :]


def _leave_attributes(tokens: Sequence[Any], lines: Sequence[str]) -> None:
    """Take the attribute lists behind titles out of these; where they begin is told by a column."""
    for index, token in enumerate(tokens):
        if token.type != "heading_open" or "\n" in tokens[index + 1].content:
            continue
        title = tokens[index + 1]
        bare = without_attributes(title.content)
        if bare != title.content:
            title.attrs = {"column": lines[title.map[0]].rindex(title.content)}
            title.content = bare


_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:")
_DEFINITION = re.compile(r"(?:^|(?<=[ \t>]))[:~][ \t]", re.MULTILINE)


_ITEM = re.compile(rf"^[ \t>*+\d.)-]*+{ITEM.pattern}", re.MULTILINE)


def _without_indented_code(markdown: MarkdownIt) -> None:
    markdown.disable("code")


def _own_lines(markdown: MarkdownIt) -> None:
    markdown.block.ruler.before("table", "own_line", _own_line, _INTERRUPTS)
    markdown.block.ruler.after("own_line", "module", _module)


def _footnotes(markdown: MarkdownIt) -> None:
    from mdit_py_plugins.footnote import footnote_plugin

    markdown.use(footnote_plugin)


def _definitions(markdown: MarkdownIt) -> None:
    markdown.block.ruler.before("table", "definition", _definition, _INTERRUPTS)
    markdown.block.ruler.before("paragraph", "terms", _terms)


def _letters(markdown: MarkdownIt) -> None:
    markdown.block.ruler.before("paragraph", "letters", _lettered)


def _place(state: StateBlock, line: int, end: int) -> Place:
    def following(below: int) -> str | None:
        number = line + below
        if number >= end or (state.sCount[number] < state.blkIndent and not state.isEmpty(number)):
            return None
        return state.getLines(number, number + 1, state.blkIndent, False)

    missing = state.env.setdefault("missing", {}).setdefault((end, state.blkIndent), {})
    start = state.bMarks[line] + state.tShift[line]
    return Place(state.src[start : state.eMarks[line]], following, missing, line)


def _own_line(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: something stands on lines of its own, and ends a paragraph."""
    sign = _first_sign(state, line)
    if sign == "[" and state.parentType == "blockquote" and _begins_quote(state):
        readers = (*INTERRUPTING["["], alert)
    else:
        readers = INTERRUPTING.get(sign, ())
    return bool(readers) and _taken(state, line, end, readers, silent)


def _module(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    readers = BEGINNING.get(_first_sign(state, line), ())
    return bool(readers) and not state.tShift[line] and _taken(state, line, end, readers, silent)


def _first_sign(state: StateBlock, line: int) -> str:
    start = state.bMarks[line] + state.tShift[line]
    return "" if start >= state.eMarks[line] or state.is_code_block(line) else state.src[start]


def _begins_quote(state: StateBlock) -> bool:
    opened = state.tokens[-1] if state.tokens else None
    return opened is not None and opened.type == "blockquote_open"


def _taken(state: StateBlock, line: int, end: int, readers: Sequence[Any], silent: bool) -> bool:
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


def _defines(state: StateBlock, line: int, end: int) -> bool:
    """Whether a definition begins in a line: ``: text``."""
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if line >= end or state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return False
    return state.src[start:stop].startswith((": ", ":\t", "~ ", "~\t")) and stop - start > 1


def _definition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: a definition, whose text may go on below, indented."""
    if not _defines(state, line, end):
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


def _lettered(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: lines of which each begins an item of a list that Pandoc counts by letters."""
    if silent or not _item(state, line):
        return False
    last = _paragraph_end(state, line, end)
    starts = [number for number in range(line, last) if _item(state, number)]
    for number, below in pairwise([*starts, last]):
        content = state.getLines(number, below, state.blkIndent, False).strip()
        mark = ITEM.match(content)
        opened = state.push("list_item_open", "li", 1)
        text = state.push("inline", "", 0)
        text.content = content[mark.end() :] if mark else content
        opened.attrs = {"begins": _mark(text.content)}
        text.map, text.children = [number, below], []
        state.push("list_item_close", "li", -1)
    state.line = last
    return True


def _item(state: StateBlock, line: int) -> bool:
    return ITEM.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]) is not None


def _paragraph_end(state: StateBlock, line: int, end: int) -> int:
    """The line behind the paragraph that begins in a line."""
    last = line + 1
    endings = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    while last < end and not state.isEmpty(last):
        may_end = 0 <= state.sCount[last] < state.blkIndent + _BODY  # else it goes on, as in CommonMark
        if may_end and any(rule(state, last, end, True) for rule in endings):
            break
        last += 1
    state.parentType = outer
    return last


def _terms(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule of markdown-it: the lines above a definition, each a term."""
    if silent:
        return False
    last = _paragraph_end(state, line, end)
    below = last + (last < end and state.isEmpty(last))
    if not _defines(state, below, end):
        return False
    for number in range(line, last):
        state.push("term_open", "dt", 1)
        term = state.push("inline", "", 0)
        term.content = state.getLines(number, number + 1, state.blkIndent, False).strip()
        term.map, term.children = [number, number + 1], []
        state.push("term_close", "dt", -1)
    state.line = last
    return True
