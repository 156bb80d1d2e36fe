"""What is looked for far ahead of where a rule stands: found once for all of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from l10n.dialects.remark.lookups import Ahead
from l10n.dialects.remark.marked.versions import BLANK_LINE
from l10n.regex import regex

_SPECIAL = regex("['\">]")
_CLOSING = regex(r"</(\w++)>", re.ASCII)


class Fences:
    """The runs of marks that end a line of the text."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Each run stands under all lengths that it is long enough for."""
        self._lines: dict[tuple[str, int], list[int]] = {}
        for at, line in enumerate(lines):
            bare = line.rstrip(" ")
            if bare.endswith(("```", "~~~")):
                mark = bare[-1]
                for length in range(3, len(bare) - len(bare.rstrip(mark)) + 1):
                    self._lines.setdefault((mark, length), []).append(at)

    def at_or_after(self, mark: str, length: int, at: int) -> int | None:
        """The first line from ``at`` on that ends in at least so many marks."""
        lines = self._lines.get((mark, length), ())
        index = bisect_left(lines, at)
        return lines[index] if index < len(lines) else None


class Searches:
    """Where labels, comments and tags end in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._comments: dict[str, Sequence[int]] = {}
        self.brackets = Ahead(text, "]")

    def comment(self, position: int, behind: re.Pattern[str]) -> int | None:
        """The end of the first comment end from ``position`` on that has that behind it."""
        if behind.pattern not in self._comments:
            ends = (match.end() for match in re.finditer("-->", self._text))
            self._comments[behind.pattern] = [end for end in ends if behind.match(self._text, end)]
        return first_at_or_after(self._comments[behind.pattern], position)

    def closing(self, name: str, position: int) -> int | None:
        """The end of the first closing tag from ``position`` on that ends a block."""
        return first_at_or_after(self._closings.get(name, ()), position + len(name) + len("</>"))

    def tag(self, position: int) -> int | None:
        """The end of the tag that has begun before ``position``, if it ends a block."""
        index = bisect_left(self._specials[0], position)
        end = self._specials[1][index]
        return end if end is not None and BLANK_LINE.match(self._text, end) else None

    @cached_property
    def _closings(self) -> dict[str, list[int]]:
        ends: dict[str, list[int]] = {}
        for match in _CLOSING.finditer(self._text):
            if BLANK_LINE.match(self._text, match.end()):
                ends.setdefault(match[1], []).append(match.end())
        return ends

    @cached_property
    def _specials(self) -> tuple[Sequence[int], Sequence[int | None]]:
        return tag_ends(self._text)


def tag_ends(text: str) -> tuple[Sequence[int], Sequence[int | None]]:
    """Quotes and ``>``; and for each where a tag ends that comes to it outside of a value."""
    at = [match.start() for match in _SPECIAL.finditer(text)]
    ends: list[int | None] = [None] * (len(at) + 1)
    later = {"'": len(at), '"': len(at)}
    for index in range(len(at) - 1, -1, -1):
        sign = text[at[index]]
        if sign == ">":
            ends[index] = at[index] + 1
        else:
            ends[index] = ends[min(later[sign] + 1, len(at))]
            later[sign] = index
    return at, ends


def first_at_or_after(ends: Sequence[int], position: int) -> int | None:
    """The first of ``ends``, which grow, that is not before ``position``."""
    index = bisect_left(ends, position)
    return ends[index] if index < len(ends) else None
