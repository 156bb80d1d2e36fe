"""Stretches of a deck that become documents of their own, while its structure is read."""

from __future__ import annotations


class Region:
    """A slice in the making."""

    def __init__(self, start: int, slide: int, *, in_notes: bool = False, in_class: bool = False) -> None:
        """It begins there, on the slide of that index."""
        self.start = start
        self.slide = slide
        self.in_notes = in_notes
        self.in_class = in_class
        self.masks: list[tuple[int, int]] = []
        self.joints: set[int] = set()
        """Where those masks begin of which the engine leaves nothing, no line end either."""
        self.code: list[tuple[int, int]] = []
        self.rendered: int | None = None
        """Where the first masked stretch that the engine does render begins."""

    def note_rendered(self, start: int) -> None:
        """Note where a masked stretch begins that the engine does render."""
        self.rendered = start if self.rendered is None else min(start, self.rendered)
