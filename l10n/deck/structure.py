"""The block structure of a document, and whether another has the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from l10n.deck.attributes import NONE, attributes_of_html, shown_in_lines, without_values
from l10n.deck.html import tags_only
from l10n.dialects import without_fillings
from l10n.markdown import INLINE_TAGS, BlockToken
from l10n.regex import regex

if TYPE_CHECKING:
    from l10n.deck.blocks import Document

_VERBATIM = frozenset({"fence", "code_block", "html_block", "verbatim", "untold"})
_INLINE = rf"</?(?:{INLINE_TAGS})\b"
_INLINE_TAG = regex(rf"\s*{_INLINE}", re.IGNORECASE)
"""Tags with which remark's renderer (marked) does not begin an HTML block, where CommonMark does."""


def begins_with_inline_tag(block: BlockToken) -> bool:
    """Whether an HTML block is one to CommonMark only; what goes on below a tag is one, however it begins."""
    return "continues" not in block.attrs and _INLINE_TAG.match(block.content) is not None


def have_same_blocks(one: Document, other: Document) -> bool:
    """Whether two documents have the same structure, whatever stands in their blocks of prose.

    Most translations show that without being parsed.
    """
    return _look_alike(one, other) or shapes(one) == shapes(other)


def shapes(document: Document) -> list[tuple[object, ...]]:
    """What each block is to each version, in comparable form: prose is left out; code and tags are not."""
    return document.shapes


def shapes_of(tokens: Sequence[BlockToken], names: Set[str] = NONE) -> Iterator[tuple[object, ...]]:
    """What each block is, in that form; values of attributes of those ``names`` are left out."""
    for token in tokens:
        plain = token.type == "inline" or (token.type not in _VERBATIM and not token.attrs)
        yield (token.type, token.tag) if plain else _shape(token, names)


def _shape(token: BlockToken, names: Set[str]) -> tuple[object, ...]:
    if token.type == "html_block":
        if begins_with_inline_tag(token):
            return ("inline", *token.attrs.values())
        tags = without_values(without_fillings(token.content), attributes_of_html, names)
        return token.type, token.info, tags_only(tags)
    if token.type in _VERBATIM:
        content = without_fillings(token.content)
        content = without_values(content, shown_in_lines, names) if token.type == "verbatim" else content
        return token.type, without_fillings(token.info), content
    return token.type, token.tag, *token.attrs.values()


def texts(tokens: Sequence[BlockToken]) -> Iterator[BlockToken]:
    """Those that are prose."""
    return (token for token in tokens if token.type == "inline")


def texts_of_later(first: Sequence[BlockToken], *later: Sequence[BlockToken]) -> Iterator[BlockToken]:
    """Prose of later versions on lines that are no block of prose to the first, by which messages are cut."""
    lines = {tuple(token.map or ()) for token in texts(first)}
    return (token for tokens in later for token in texts(tokens) if tuple(token.map or ()) not in lines)


def _look_alike(one: Document, other: Document) -> bool:
    """Whether the lines begin alike, and code and HTML are the same: then so are the blocks."""
    if one.is_joined or other.is_joined or one.has_own_lines(one.source) or one.has_own_lines(other.source):
        return False
    return _skeleton(one.source) == _skeleton(other.source) != "" and all(
        _told(one.lines[slice(*token.map)]) == _told(other.lines[slice(*token.map)])
        for tokens in one.tokens_of_versions
        for token in tokens
        if token.type in _VERBATIM and token.map
    )


def _told(lines: Sequence[str]) -> str:
    return without_fillings("\n".join(lines))


def _skeleton(source: str) -> str:
    """What decides about blocks, line by line: all before the prose, and what parts cells.

    Tags and the marks of code stay whole. Empty if more might decide: letters in definitions, and a mark of
    code at the end of a line of text, which ends code to some.
    """
    source = without_fillings(source)
    if any(_stands_behind_text(source, mark.start()) for mark in _END_OF_CODE.finditer(source)):
        return ""
    if any(sign in source for sign in _WHOLE):
        bare = _PROSE_OR_WHOLE.sub(lambda match: match["whole"] or "a", source)
    else:
        bare = _PROSE.sub("a", source)
    return "" if "]:" in source and "[" in bare else bare


def _stands_behind_text(source: str, at: int) -> bool:
    return bool(source[source.rfind("\n", 0, at) + 1 : at].strip())


_END_OF_CODE = regex(r"(?:`{3,}+|~{3,}+)[ \t]*+$", re.MULTILINE)
_WHOLE = ("<", "```", "~~~")
"""What begins a line of which the letters count, too."""
_START_OF_PROSE = r"[^\s#>+*_=\d.)`~|:\\<\[-]|[*_]{1,3}(?=[^\W\d_])|`(?!``)|\d+(?![\d.)])"
"""With which no block but a paragraph begins, and none ends."""
_PROSE = regex(rf"(?:{_START_OF_PROSE})[^\n|\\]*")
_PROSE_WITH_TAGS = rf"(?:{_START_OF_PROSE})[^\n|\\<]*(?:(?:{_INLINE}|<(?![/!?a-zA-Z]))[^\n|\\<]*)*"
_PROSE_OR_WHOLE = regex(rf"(?P<whole>(?:{'|'.join(_WHOLE)})[^\n]*)|{_PROSE_WITH_TAGS}")
