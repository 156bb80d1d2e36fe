"""Stretches of a deck that become documents of their own, while its structure is read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Region:
    """A slice in the making."""

    start: int
    slide: int
    in_notes: bool = False
    in_class: bool = False
    masks: list[tuple[int, int]] = field(default_factory=list)
    joints: set[int] = field(default_factory=set)
    """Where those masks begin of which the engine leaves nothing, no line end either."""
    code: list[tuple[int, int]] = field(default_factory=list)
    rendered: int | None = None
    """Where the first masked stretch that the engine does render begins."""

    def note_rendered(self, start: int) -> None:
        """Note where a masked stretch begins that the engine does render."""
        self.rendered = start if self.rendered is None else min(start, self.rendered)
