"""Slides by block tokens: where those at top level stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from l10n.markdown import BlockToken


def top_level(tokens: Sequence[BlockToken]) -> Iterator[BlockToken]:
    """The tokens that stand in no other block: the first of each block."""
    depth = 0
    for token in tokens:
        closes = token.type.endswith("_close")
        depth -= closes
        if not depth and not closes:
            yield token
        depth += token.type.endswith("_open")


def heading_level(token: BlockToken) -> int:
    """Of a heading its level; 0 if the token is none."""
    return int(token.tag[1:]) if token.type == "heading_open" else 0


def lines_of(
    tokens: Sequence[BlockToken], separates: Callable[[BlockToken], bool]
) -> Iterator[tuple[int, int]]:
    """First line, and the one after the last, of each block at top level that separates slides."""
    for token in top_level(tokens):
        if token.map and separates(token):
            yield token.map[0], token.map[1]
