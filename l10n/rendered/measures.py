"""What ``measure.js`` says of the slides of a page, which may have put other words into its mouth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from l10n.checks import Overflow

_LONGEST = 1_000_000
"""Characters: some tens of thousands of slides."""
_FAR = 1_000_000
"""Pixels."""


class Measure(NamedTuple):
    """What is to be seen of a slide."""

    overflow: Overflow
    media: frozenset[str]
    """The addresses of its images and other media."""


def measured(said: object) -> Sequence[Measure]:
    """What was said, slide by slide; ``ValueError`` if that is no measure."""
    if not isinstance(said, str) or len(said) > _LONGEST:
        raise ValueError("this is no measure")
    return [_slide(*one.split(" ")) for one in said.split(";")]


def _slide(high: str = "", wide: str = "", cut: str = "", line: str = "", *media: str) -> Measure:
    found = Overflow(float(high), float(wide), float(cut), float(line))
    sides = (found.high, found.wide, found.cut)
    if not (all(0 <= side < _FAR for side in sides) and 1 <= found.line < _FAR):
        raise ValueError("no slide is so large")
    return Measure(found, frozenset(media))
