"""The rows of tables with bars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from l10n.deck.items import Block, Untold
from l10n.deck.model import Kind
from l10n.markdown import BlockToken

if TYPE_CHECKING:
    from l10n.deck.blocks import Document


class Cells:
    """The cells of one table row, found from left to right."""

    def __init__(self, document: Document) -> None:
        """Those of the tables in ``document``."""
        self.document = document
        self.line = 0
        self.at = 0

    def begin(self, row: BlockToken) -> None:
        """A row begins."""
        self.line = row.map[0] if row.map else 0
        text = self.document.lines[self.line]
        self.at = len(text) - len(text.lstrip(" \t>"))

    def take(self, token: BlockToken) -> Iterator[Block | Untold]:
        """Its next cell, if there is anything in it."""
        content = token.content.replace("|", "\\|")
        at = self.document.lines[self.line].find(content, self.at)
        if not content:
            return
        if at < 0:
            begin = self.document.starts[self.line]
            yield Untold(begin + self.at, begin + len(self.document.lines[self.line]))
            return
        self.at = at + len(content)
        start = self.document.starts[self.line] + at
        end = start + len(content)
        yield Block(start, end, [(start, end)], Kind.TABLE_CELL, self.document.slice, one_line=True)
