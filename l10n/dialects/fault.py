"""What a translation would break, as a value: the build refuses by it, and checks show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import zip_longest
from typing import NamedTuple

from l10n.language import excerpt, excerpts


class Kept(Enum):
    """What a translation must keep of its source."""

    BLOCK = auto()
    """One block, or cell, of the kind that it is."""
    TEXT = auto()
    """Text that stands by itself: no control characters, no sign that pairs with one in code."""
    BACKTICKS = auto()
    LINK = auto()
    """Links, images and URLs."""
    TARGET_AT_TEXT = auto()
    """Nothing stands between a link's text and its target."""
    LABEL = auto()
    BRACKET = auto()
    TAG = auto()
    CLASS = auto()
    MARK = auto()
    """The marks of footnotes."""
    MACRO = auto()
    ACTIVE = auto()
    """What an engine would run."""


class Fault(NamedTuple):
    """What is not kept, and where that is seen."""

    kept: Kept
    message: str
    """What was expected and what was found, in words."""
    at: tuple[int, int] | None = None
    """The range of the translation that is meant, if there is one."""


def place(text: str, piece: str) -> tuple[int, int] | None:
    """Where ``piece`` first stands in a translation, if it does as it is."""
    at = text.find(piece)
    return (at, at + len(piece)) if at >= 0 else None


def differences(kept: Kept, what: str, had: Iterable[str], has: Iterable[str], text: str) -> Iterator[Fault]:
    """What ``has`` lacks of ``had``, and what it has without; their order is the translator's."""
    wanted, found = list(had), list(has)
    if wanted == found:  # most translations keep their order, too
        return
    lost = (Counter(wanted) - Counter(found)).elements()
    new = (Counter(found) - Counter(wanted)).elements()
    for one, other in zip_longest(lost, new):
        if other is None:
            yield Fault(kept, f"the {what} {excerpt(one)} is missing")
        elif one is None:
            yield Fault(kept, f"the {what} {excerpt(other)} is not in the source", place(text, other))
        else:
            was, became = excerpts(one, other)
            yield Fault(kept, f"the {what} {was} has become {became}", place(text, other))
