"""What a document is read as, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from l10n.deck.author import Note
from l10n.deck.model import Kind
from l10n.deck.quoting import ValueQuoting
from l10n.dialects import Slice


@dataclass(slots=True)
class Block:
    """A block of inline content, line by line, in offsets of the view."""

    start: int
    end: int
    lines: list[tuple[int, int]]
    kind: Kind
    slice: Slice
    one_line: bool
    goes_on: bool = False
    """What follows belongs to the same block: more text of the same raw HTML."""


@dataclass(slots=True)
class Untold:
    """Text that the engine shows, and that no message can hold."""

    start: int
    end: int
    goes_on: bool = False


@dataclass(slots=True)
class Attribute:
    """The value of an attribute that people read."""

    start: int
    end: int
    quoting: ValueQuoting | None
    """How it is written, if it can be a message."""
    slice: Slice
    goes_on: bool = True


Item = Block | Untold | Attribute | Note
"""What a document is read as."""


def before_code(block: Block, code: int) -> Iterator[Block | Untold]:
    """The lines of a block before code, which no translation may change."""
    lines = [line for line in block.lines if line[1] <= code]
    if lines:
        yield replace(block, end=lines[-1][1], lines=lines, goes_on=True)
    yield Untold(max(block.start, code), block.end, block.goes_on)
