"""What the renderer's blocks are told in: tokens as markdown-it has them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NONE: Mapping[str, str] = MappingProxyType({})


class Token(NamedTuple):
    """The beginning or end of a block, or a text in one."""

    type: str
    """As markdown-it names it: ``heading_open``, ``inline``, ``fence`` and so on."""
    tag: str = ""
    """That of HTML, such as ``h1``."""
    map: tuple[int, int] | None = None
    """Its first line, and the one after its last; None where a block ends."""
    content: str = ""
    """Of inline text, code and HTML. Blanks around the lines of a text are left out."""
    info: str = ""
    """The word behind the mark of a fence."""
    attrs: Mapping[str, str] = _NONE
    """Those of HTML: how a cell is aligned."""


def leaf(name: str, tag: str, lines: tuple[int, int], inline: Token) -> tuple[Token, Token, Token]:
    """A block that holds nothing but a text."""
    return Token(f"{name}_open", tag, lines), inline, Token(f"{name}_close", tag)
