"""Decks that stand in pages: where, and what a browser makes of their text before an engine gets it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from l10n.markdown import Decoding


class Place(NamedTuple):
    """Where a file has a deck, or a part of one."""

    start: int
    end: int
    element: tuple[int, int]
    """What of the file holds it: by itself a page with nothing else."""
    decoding: Decoding | None = None
    """What the browser decodes; None if the engine gets the text as it is written."""
    gone: Sequence[tuple[int, int]] = ()
    """What in it the engine does not get, in order, and apart."""


class Embedding(NamedTuple):
    """How the decks of an engine stand in pages."""

    find: Callable[[str], Sequence[Place]]
    """Where those of a page stand, in order, and apart."""
    lead: Callable[[str], str] | None = None
    """What the engine takes off a part where it stands first in a line, and ends a line by; if it does."""
