"""A slide as a browser shows it, in the source and translated."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overflow:
    """By how many pixels what a slide shows leaves it; 0 where nothing does."""

    high: float = 0.0
    """At the bottom, or at the top."""
    wide: float = 0.0
    """At either side."""
    line: float = 24.0
    """How high a line of the slide is."""


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """A slide, or a step of one, as its engine shows it in a browser."""

    source: Overflow
    translation: Overflow
