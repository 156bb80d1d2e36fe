"""Segments of what was found: where each stands in the file, and how a translation is written there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap

from l10n.deck.author import UNPRINTABLE, Author
from l10n.deck.items import Attribute, Block
from l10n.deck.model import InCell, Kind, Segment, Span
from l10n.deck.quoting import CELL, CELL_WITHOUT_ESCAPES, IMAGE, MARKDOWN, Decoded, Drawn, Placed, Quoting
from l10n.deck.view import View
from l10n.dialects import Renderer, Slice, columns
from l10n.markdown import has_prose


def span_of(start: int, end: int, seen: View) -> Span:
    """Where a range of the view is in the file."""
    return Span(seen.origin(start), seen.origin(end))


def block_segment(
    block: Block, whole: tuple[int, int], msgid: str, seen: View, author: Author, *, renderer: Renderer
) -> Segment:
    """That of a block, or of what of it is left without what translators need not see."""
    span, *more = starmap(Span, seen.ranges(block.start, block.end))
    part = block.slice
    trimmed = whole != (block.start, block.end) and not part.width
    in_cell = block.kind is Kind.PARAGRAPH and part.width
    return Segment(
        span,
        span_of(*whole, seen) if trimmed else span,
        Kind.TABLE_CELL if in_cell else block.kind,
        msgid,
        part.slide,
        part.in_notes,
        part.in_class,
        block.one_line,
        author.context,
        author.comments,
        _placed(_quoting(block, renderer), part),
        _in_cell(block, more, seen.text),
    )


def value_segment(value: Attribute, seen: View, author: Author) -> Segment | Span:
    """That of the value of an attribute; where it stands, if no message can hold it."""
    span = span_of(value.start, value.end, seen)
    msgid = value.quoting.read(seen.text[value.start : value.end]) if value.quoting else ""
    if value.quoting is None or not has_prose(msgid) or UNPRINTABLE.search(msgid):
        return span
    part = value.slice
    return Segment(
        span,
        span,
        Kind.ATTRIBUTE,
        msgid,
        part.slide,
        part.in_notes,
        part.in_class,
        True,
        author.context,
        author.comments,
        _placed(value.quoting, part),
        _in_cell(value, (), seen.text),
    )


def _quoting(block: Block, renderer: Renderer) -> Quoting:
    quoting: Quoting = IMAGE if block.kind is Kind.IMAGE else MARKDOWN
    if block.kind is Kind.TABLE_CELL:
        quoting = CELL if renderer.hides_bars else CELL_WITHOUT_ESCAPES
    return quoting


def _placed(quoting: Quoting, part: Slice) -> Quoting:
    """With what holds in such a document."""
    quoting = Drawn(quoting, part.width) if part.width else quoting
    quoting = Decoded(quoting, part.decoding) if part.decoding else quoting
    return Placed(quoting, part.refuses) if part.refuses else quoting


def _in_cell(item: Block | Attribute, more: Sequence[Span], text: str) -> InCell | None:
    """How a message stands in a cell of a table that is drawn: one column stays blank behind it."""
    if not item.slice.width:
        return None
    lead = text[text.rfind("\n", 0, item.start) + 1 : item.start].removeprefix("\0")
    return InCell(max(1, item.slice.width - (columns(lead) or 0) - 1), tuple(more))
