"""Titles as people read them: without marks, targets and tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from l10n.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKED = regex(r"[*_`\[\]<>&\\]")
_CLASSES = regex(r"(?:\.[a-zA-Z_-][\w-]*)+\[([^\[\]]*)\]")
"""remark's content classes; one within another is rare in a title."""
_LINES = frozenset({"softbreak", "hardbreak"})
_SHOWN = frozenset({"text", "code_inline"})


def as_read(text: str) -> str:
    """``text`` as it is read where nothing lays it out, in a list of titles; itself if nothing is marked."""
    if not _MARKED.search(text):
        return text
    (inline,) = _parser().parseInline(_CLASSES.sub(r"\1", text))
    return "".join(_shown(inline.children or ())).strip() or text


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")


def _shown(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _LINES:
            yield " "
        elif token.type == "image":
            yield from _shown(token.children or ())
        elif token.type in _SHOWN:
            yield token.content
