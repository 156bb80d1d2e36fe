"""Raw HTML with components of Vue, as a rule for markdown-it: that of ``@mdit-vue/plugin-component``.

A tag that HTML does not know as inline begins a block, also in the middle of a paragraph; where it ends on
its line, what follows is a line of Markdown of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_ATTRIBUTE = r"(?:\s+[a-zA-Z_:@][a-zA-Z0-9:._-]*(?:\s*=\s*(?:[^\"'=<>`\x00-\x20]+|'[^']*'|\"[^\"]*\"))?)"
_NAME = r"[A-Za-z][A-Za-z0-9-]*"
_BLOCK = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div"
    "|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li"
    "|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td"
    "|tfoot|th|thead|title|tr|track|ul"
)
_INLINE = (
    "a|abbr|acronym|audio|b|bdi|bdo|big|br|button|canvas|cite|code|data|datalist|del|dfn|em|embed|i|iframe|img"
    "|input|ins|kbd|label|map|mark|meter|noscript|object|output|picture|progress|q|ruby|s|samp|script|select"
    "|small|span|strong|sub|sup|svg|textarea|time|u|tt|var|video|wbr"
)
_BLANK = regex(r"\Z")
_COMPONENT = regex(rf"</?(?!(?:{_INLINE})(?![\w-])){_NAME}(?=\s|/?>|\Z)")
_WHOLE = regex(rf"<{_NAME}{_ATTRIBUTE}*\s*/>|<({_NAME}){_ATTRIBUTE}*\s*>.*</\1\s*>")
_ALONE = regex(rf"(?:<{_NAME}{_ATTRIBUTE}*\s*/?>|</{_NAME}\s*>)\s*\Z")
_SORTS = (
    (regex(r"(?i)<(?:script|pre|style)(?=\s|>|\Z)"), regex(r"(?i)</(?:script|pre|style)>")),
    (regex("<!--"), regex("-->")),
    (regex(r"<\?"), regex(r"\?>")),
    (regex("<![A-Z]"), regex(">")),
    (regex(r"<!\[CDATA\["), regex(r"\]\]>")),
    (regex(rf"(?i)</?(?:{_BLOCK})(?=\s|/?>|\Z)"), _BLANK),
    (_COMPONENT, _BLANK),
    (_ALONE, _BLANK),
)
"""How a block begins, and what is in the line that ends it; the last sort does not end a paragraph."""


def components(markdown: MarkdownIt) -> None:
    """Give markdown-it the rule in place of its own."""
    markdown.block.ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})


def _html_block(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    text = _line(state, line)
    if state.is_code_block(line) or not text.startswith("<"):
        return False
    begins, ends = next((sort for sort in _SORTS if sort[0].match(text)), (None, _BLANK))
    if begins is None or silent:
        return begins not in (None, _ALONE)
    whole = _WHOLE.match(text) if begins is _COMPONENT else None
    if whole and whole.end() < len(text):
        _push_apart(state, line, whole.end())
    else:
        last = line + 1 if whole else _last(state, line, end, ends)
        if begins is _ALONE and last > line + 1:
            line = _push_tag(state, line)
            _push(state, line, last).attrs = {"continues": "tag"}
        else:
            _push(state, line, last)
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _last(state: StateBlock, line: int, end: int, ends: re.Pattern[str]) -> int:
    """The line behind the block's last."""
    found = _ends(ends, _line(state, line))
    while not found and line + 1 < end and state.sCount[line + 1] >= state.blkIndent:
        text = _line(state, line + 1)
        found = _ends(ends, text)
        if found and not text:
            break
        line += 1
    return line + 1


def _ends(ends: re.Pattern[str], text: str) -> bool:
    return not text if ends is _BLANK else ends.search(text) is not None


def _push(state: StateBlock, line: int, last: int) -> Token:
    token = state.push("html_block", "", 0)
    token.map = [line, last]
    token.content = state.getLines(line, last, state.blkIndent, True)
    state.line = last
    return token


def _push_tag(state: StateBlock, line: int) -> int:
    """A tag alone on its line, without which what is below was no raw HTML; the line below."""
    token = state.push("verbatim", "", 0)
    token.map, token.content = [line, line + 1], _line(state, line)
    return line + 1


def _push_apart(state: StateBlock, line: int, at: int) -> None:
    """A component, and the text behind it."""
    text = _line(state, line)
    token = state.push("html_block", "", 0)
    token.map, token.content = [line, line + 1], text[:at]
    state.push("paragraph_open", "p", 1)
    rest = state.push("inline", "", 0)
    rest.map, rest.content, rest.children = [line, line + 1], text[at:], []
    rest.attrs = {"column": state.eMarks[line] - len(text[at:]) - state.bMarks[line]}
    state.push("paragraph_close", "p", -1)
    state.line = line + 1
