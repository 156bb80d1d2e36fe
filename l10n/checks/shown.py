"""A slide as a browser shows it, in the source and translated."""

from __future__ import annotations

from typing import NamedTuple

LEAST_SEEN = 0.1
"""Of a line: less is the room around its letters, and half of what hangs below in g and p."""


class Overflow(NamedTuple):
    """By how many pixels what a slide shows leaves it, or is cut off in it; 0 where nothing is."""

    high: float = 0.0
    """At the bottom, or at the top."""
    wide: float = 0.0
    """At either side."""
    cut: float = 0.0
    """Of a text, by a box within the slide."""
    line: float = 24.0
    """How high a line of the slide is."""


class ShownSlide(NamedTuple):
    """A slide, or a step of one, as its engine shows it in a browser."""

    source: Overflow
    translation: Overflow
    lost: frozenset[str] = frozenset()
    """The paths of images and other media that are not there, where those of the source all are."""
