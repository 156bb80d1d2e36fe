"""What can go wrong with a user's input, drawn as one tree.

::

    L10nError            one sentence, with the place where it holds
    |- ConfigError       the configuration cannot be used
    |- LocaleError       no such locale
    |- DeckError         a deck cannot be read
    |- CatalogError      a catalog cannot be read
    |  `- DuplicateError   it has a message twice
    |- FileError         a file cannot be read or written, or lies outside the project
    |  `- DiskError        the system refuses it, now
    `- GitError          git, or what is asked of it, is not there

Each of them ends the command with exit code 2; anything else that escapes is a bug of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """Where something is wrong."""

    path: str
    """As shown to the user: relative to the project where possible."""
    line: int = 0
    """1-based; 0 where the whole file is meant."""

    def __str__(self) -> str:
        """``path:line``, or the bare path."""
        return f"{self.path}:{self.line}" if self.line else self.path


class L10nError(Exception):
    """Bad input: what is wrong, where, and what to do about it."""

    def __init__(self, message: str, place: Place | None = None) -> None:
        """Keep the sentence and its place apart, so that reports may use both."""
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        """``path:line: message``."""
        return f"{self.place}: {self.message}" if self.place else self.message


class ConfigError(L10nError):
    """The configuration has an unknown key, a wrong type or an impossible value."""


class LocaleError(L10nError):
    """The name of a locale that babel does not know, or that the project does not have."""


class DeckError(L10nError):
    """A deck cannot be read as text."""


class CatalogError(L10nError):
    """A catalog cannot be read; it is left alone."""


class DuplicateError(CatalogError):
    """A catalog has a message twice."""


class FileError(L10nError):
    """The file system refuses, or a path leaves the project."""


class DiskError(FileError):
    """The file system refuses what it should allow: what was to be done is still to be done."""


class GitError(L10nError):
    """Git, a repository or a revision is not there."""


def distinct(problems: Iterable[L10nError]) -> list[L10nError]:
    """Each of them once, in order: what several decks share is named for each of them."""
    return list({str(problem): problem for problem in problems}.values())
