"""A line of a document at which a rule looks, and what the rule finds there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Found(NamedTuple):
    """What stands on lines of its own."""

    lines: int
    """How many it takes."""
    title: tuple[int, int] | None = None
    """What of its first line is prose, counted from its first sign."""
    body: bool = False
    """What follows, four columns deeper, is part of it, and Markdown."""


class Place:
    """A line at which something may begin, and those that follow it within the same container."""

    def __init__(
        self, line: str, following: Callable[[int], str | None], missing: dict[str, int], number: int
    ) -> None:
        """``following`` gives a line by how far it is below, None if it is the container's no more.

        ``missing`` remembers, for a whole document, from which line on something does not come.
        """
        self.line = line
        self.following = following
        self._missing = missing
        self._number = number

    def gave_up(self, what: str) -> bool:
        """Whether something that was looked for above had no end."""
        return self._missing.get(what, self._number + 1) <= self._number

    def give_up(self, what: str) -> None:
        """Note that something has no end, so that it is not looked for below."""
        self._missing.setdefault(what, self._number)

    def until(self, what: str, closes: Callable[[str], object]) -> int | None:
        """How many lines there are up to the first below that ``closes``; None if there is none."""
        if self.gave_up(what):
            return None
        count = 1
        while (line := self.following(count)) is not None:
            count += 1
            if closes(line):
                return count
        self.give_up(what)
        return None


def range_of(match: re.Match[str], *groups: str) -> tuple[int, int] | None:
    """Where the first of the groups stands that matched; None if none did."""
    return next((match.span(group) for group in groups if match[group]), None)
