"""The head of a slide: the text in which remark looks for properties, and the way back to the deck.

It is what comes before the first content class and the notes, as the engine has it then: link definitions are
gone with the line ends around them, so that what follows goes on with the line before; a macro has been
replaced by what it yields; and an escaped class has lost its backslash.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Edit(NamedTuple):
    """A range of the deck, and what the engine has there instead."""

    start: int
    end: int
    instead: str = ""


class _Piece(NamedTuple):
    text: str
    at: int
    """Where it begins in the head."""
    start: int
    end: int
    """The range of the deck that it stands for."""


class Head(NamedTuple):
    """The text, and the pieces that it was put together from."""

    text: str
    pieces: tuple[_Piece, ...]

    def ranges(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What a range of the head stands for in the deck, in order; what was replaced is whole."""
        for index in range(bisect_right(self.pieces, start, key=_place) - 1, len(self.pieces)):
            piece = self.pieces[index]
            if piece.at >= end:
                return
            low, high = max(start, piece.at) - piece.at, min(end - piece.at, len(piece.text))
            if piece.end - piece.start == len(piece.text):
                yield piece.start + low, piece.start + high
            else:
                yield piece.start, piece.end


def _place(piece: _Piece) -> int:
    return piece.at


def head(text: str, start: int, limit: int, edits: Iterable[Edit]) -> Head:
    """The head that stands in that range of ``text``; the edits in order."""
    pieces: list[_Piece] = []
    length, at = 0, start
    for edit in (*edits, Edit(limit, limit)):
        first, last = (min(max(offset, at), limit) for offset in (edit.start, edit.end))
        for part, low, high in ((text[at:first], at, first), (edit.instead, first, last)):
            if part:
                pieces.append(_Piece(part, length, low, high))
                length += len(part)
        at = last
    return Head("".join(piece.text for piece in pieces), tuple(pieces))
