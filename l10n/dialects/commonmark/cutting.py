"""Slides by block tokens: which stand at top level, and which are headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from l10n.markdown import BlockToken


def with_depths(tokens: Sequence[BlockToken]) -> Iterator[tuple[BlockToken, int]]:
    """The tokens that begin a block, or are one, and in how many others they stand."""
    depth = 0
    for token in tokens:
        closes = token.type.endswith("_close")
        depth -= closes
        if not closes:
            yield token, depth
        depth += token.type.endswith("_open")


def heading_level(token: BlockToken) -> int:
    """Of a heading its level; 0 if the token is none."""
    return int(token.tag[1:]) if token.type == "heading_open" else 0
