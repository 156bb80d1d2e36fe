"""Matching a deck that was built with the source that it was built from: block by block, as they stand."""

from __future__ import annotations

from l10n.adopt.alignment.align import Alignment, Match
from l10n.build import difference
from l10n.deck import Deck, Segment


def in_place(source: Deck, built: Deck) -> Alignment | None:
    """Each block with the one in its place; None if the two have not the same structure."""
    if list(map(_place, source.segments)) != list(map(_place, built.segments)):
        return None
    if difference(source.slides, built.slides):
        return None
    places = range(len(source.segments))
    return Alignment(source, built, tuple(Match((i,), (i,), 1.0, 0.0) for i in places))


def _place(segment: Segment) -> tuple[object, ...]:
    return segment.slide, segment.kind, segment.in_notes, segment.in_class
