"""Where a deck may be taken apart into stretches that its engine reads by themselves as in the whole."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple, Protocol
from zlib import crc32

from l10n.dialects.base import Dialect
from l10n.dialects.cut import SlideMarks


class Ends(NamedTuple):
    """What a stretch between two seams has to do with what stands before and behind it."""

    begins: bool
    """Whether nothing before it goes on in it, but for a bracket."""
    ends: bool
    """Whether nothing goes on behind it, but for a bracket."""
    opened: int = 0
    """How many of its brackets open, and have no partner in it."""
    closed: int = 0
    """How many of them close so."""


class Version(NamedTuple):
    """A stretch as one version of the engine reads it by itself."""

    slides: Sequence[SlideMarks]
    strays: Sequence[tuple[int, int]] = ()
    """See ``Cut``."""


class Seams(Protocol):
    """What a dialect knows of them."""

    def places(self, text: str) -> list[int]:
        """Where stretches may begin, in order; the separator before each is of none."""

    def before(self, place: int) -> int:
        """Where the stretch ends before the one that begins at ``place``."""

    def ends(self, text: str, versions: Sequence[Version], *, first: bool) -> Ends:
        """Those of a stretch, be it of a source or built; ``first`` if the deck begins with it."""


_PLACES = {"remark": "remark.seams"}
"""The files of dialects that have them; decks of all others are read as a whole."""


def seams_of(dialect: Dialect) -> Seams | None:
    """Those of a dialect, if it has any."""
    if dialect.name not in _PLACES:
        return None
    found: Seams = import_module(f"l10n.dialects.{_PLACES[dialect.name]}").SEAMS
    return found


class Stretch(NamedTuple):
    """Some of a text."""

    text: str
    behind: str
    """What stands between it and the next one: a separator."""


_ONE_IN = 16
"""How many places there are for one that is taken, on average."""


def stretches(text: str, seams: Seams) -> list[Stretch]:
    """The text, taken apart at some of the places.

    What follows a place says whether it is taken, so that an edit moves none that is further on.
    """
    places = [0, *seams.places(text), len(text)]
    taken = [0, *(place for place, after in pairwise(places[1:]) if _is_taken(text[place:after])), None]
    ends = (len(text) if place is None else seams.before(place) for place in taken[1:])
    return [
        Stretch(text[start:end], text[end:following])
        for (start, following), end in zip(pairwise(taken), ends, strict=True)
    ]


def joined(pieces: Sequence[Stretch]) -> Stretch:
    """Stretches that follow each other as one."""
    text = "".join(part for one in pieces for part in one)
    return Stretch(text.removesuffix(pieces[-1].behind), pieces[-1].behind)


def _is_taken(text: str) -> bool:
    return crc32(text.encode()) % _ONE_IN == 0
