"""What shows decks of one engine, where that is installed: what it is asked, and how it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from threading import Lock
from typing import Generic, NamedTuple, Protocol, TypeVar

from l10n.dialects import Dialect
from l10n.errors import L10nError

Made = TypeVar("Made")
ENGINE = "engine"
"""The folder, beside those of the source and of what is built, of files that pages of viewers load."""
_REMEMBERED = 8
"""Decks: a source and its translation, of those that were shown last."""


class Showing(NamedTuple):
    """A deck that is to be shown, of the source or built."""

    path: str
    text: str
    lang: str
    dialect: Dialect
    styles: Callable[[], Mapping[str, bytes]]
    """The style sheets of the project, by path from the source; they are read when they are asked for."""

    @property
    def engine(self) -> str:
        """Where files of the engine are, from the deck."""
        return "../" * (self.path.count("/") + 1) + f"{ENGINE}/"


class Viewer(Protocol):
    """Makes pages of decks. It may be asked from several threads."""

    name: str
    """As in addresses, and in the option that names it."""
    dialect: str
    """What it shows."""
    passes_pages: bool
    """Whether pages of a project show its decks, where they name them, and it only the others."""
    is_engine: bool
    """Whether it shows a deck as its engine does: only then what overflows there does so in truth."""

    @property
    def loads(self) -> bool:
        """Whether it can be started."""

    def page(self, showing: Showing) -> bytes:
        """A page that shows the slide of the number that its address ends in (``#2``), and holds all of them.

        ``L10nError`` where it makes nothing of the deck.
        """

    def close(self) -> None:
        """End it; it is not asked any more."""


class Remembered(Generic[Made]):
    """What was made of the last few questions, and what failed: what hangs is not tried again and again.

    Who asks the same meanwhile, from another thread, gets the same.
    """

    def __init__(self, make: Callable[..., Made]) -> None:
        """``make`` may raise ``L10nError``."""
        self._make = make
        self._lock = Lock()
        self._known = lru_cache(_REMEMBERED)(self._tried)

    def __call__(self, *question: object) -> Made:
        """What comes of it."""
        with self._lock:
            made = self._known(*question)
        if isinstance(made, L10nError):
            raise L10nError(made.message)
        return made

    def _tried(self, *question: object) -> Made | L10nError:
        try:
            return self._make(*question)
        except L10nError as error:
            return error
