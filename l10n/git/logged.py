"""What the log tells: by deck and slide, messages and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from l10n.deck import Segment
from l10n.errors import L10nError
from l10n.git.repository import Revision


class Fate(StrEnum):
    """What became of a message since its translation was right."""

    CHANGED = "changed"
    """Its source did."""
    FUZZY = "marked fuzzy"
    """Its source is the same, but the translation was marked as not right, or taken out."""
    NEW = "new"
    """It came after the catalog did, and was never translated."""
    UNTRANSLATED = "never translated"
    """It was there from the beginning."""
    RIGHT = "right"
    """Its translation is right, and its source is what it always was."""


class LoggedMessage(NamedTuple):
    """A message, and what became of it."""

    segment: Segment
    line: int
    """In the deck as it is now."""
    fate: Fate
    right_now: bool
    """Whether its translation is published; ``--all`` shows those, too."""
    before: str | None
    """Its source when the translation was last right."""
    right: Revision | None
    """The last commit in which it was right; None if it never was, or if no commit of the catalog has it."""
    changed: Revision | None
    """The commit that changed the source, or marked it; None if that is not committed."""
    lender: str = ""
    """The locale whose translation is published instead; empty where there is none."""


class LoggedSlide(NamedTuple):
    """A slide on which something is to be told."""

    title: str
    line: int
    new: bool
    """Nothing on it was ever translated, and it came after the catalog did."""
    messages: tuple[LoggedMessage, ...]


class LoggedDeck(NamedTuple):
    """A deck with such slides."""

    path: str
    catalog: str
    slides: tuple[LoggedSlide, ...]


@dataclass(slots=True)
class SourceLog:
    """What there is to tell of a locale."""

    locale: str
    decks: list[LoggedDeck]
    problems: list[L10nError]
    """Decks whose history cannot be told."""
    shallow: bool = False
    """History was cut off, and something in it is missing."""

    def note(self, problem: L10nError) -> None:
        """Add a problem; one of a catalog that decks share is said once."""
        if str(problem) not in map(str, self.problems):
            self.problems.append(problem)
