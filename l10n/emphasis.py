"""Emphasis as CommonMark reads it: which runs of ``*`` and ``_`` pair up, and which stay as typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

_RUN = re.compile(r"\*+|_+")


@dataclass(slots=True)
class Emphasis:
    """How often a text is emphasised."""

    plain: int = 0
    """``*so*``"""
    strong: int = 0
    """``**so**``"""
    literal: list[tuple[int, int]] = field(default_factory=list)
    """The runs of two or more that could have begun or ended emphasis, and show at least in part."""


@dataclass(slots=True)
class _Run:
    """A delimiter run."""

    sign: str
    start: int
    length: int
    left: int
    """How many of its signs have not paired up."""
    opens: bool
    closes: bool

    @property
    def range(self) -> tuple[int, int]:
        return self.start, self.start + self.length


def emphasis(text: str) -> Emphasis:
    """What is emphasised in ``text``, whose code, targets and tags are blanked."""
    runs = [_run(text, match) for match in _RUN.finditer(text)]
    found = Emphasis()
    opened: list[_Run] = []
    for run in runs:
        if run.closes:
            _close(run, opened, found)
        if run.opens and run.left:
            opened.append(run)
    found.literal = [one.range for one in runs if one.length > 1 and one.left and (one.opens or one.closes)]
    return found


def _close(run: _Run, opened: list[_Run], found: Emphasis) -> None:
    """Pair ``run`` with what opened before it; what was opened in between stays as typed."""
    while run.left and (index := _opener(run, opened)) is not None:
        opener = opened[index]
        size = 2 if run.left > 1 and opener.left > 1 else 1
        found.strong += size == 2
        found.plain += size == 1
        run.left -= size
        opener.left -= size
        del opened[index + (opener.left > 0) :]


_DEPTH = 100
"""How many open runs are looked through, so that time stays linear in a text of stars."""


def _opener(run: _Run, opened: list[_Run]) -> int | None:
    for index in range(len(opened) - 1, max(-1, len(opened) - _DEPTH), -1):
        if opened[index].sign == run.sign and not _odd(opened[index], run):
            return index
    return None


def _odd(opener: _Run, closer: _Run) -> bool:
    """CommonMark's rule of three."""
    both = opener.closes or closer.opens
    return (
        both and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 > 0 or closer.length % 3 > 0)
    )


def _run(text: str, match: re.Match[str]) -> _Run:
    start, end = match.span()
    before, after = _sort(text[start - 1 : start] or " "), _sort(text[end : end + 1] or " ")
    left = after is not _Sort.BLANK and (after is not _Sort.PUNCTUATION or before is not _Sort.LETTER)
    right = before is not _Sort.BLANK and (before is not _Sort.PUNCTUATION or after is not _Sort.LETTER)
    under = text[start] == "_"
    return _Run(
        text[start],
        start,
        end - start,
        end - start,
        opens=left and not (under and right and before is not _Sort.PUNCTUATION),
        closes=right and not (under and left and after is not _Sort.PUNCTUATION),
    )


class _Sort(Enum):
    """What stands beside a run."""

    BLANK = 0
    PUNCTUATION = 1
    WIDE = 2
    """Of a script without blanks, beside which writers expect emphasis to begin and end."""
    LETTER = 3


@lru_cache
def _sort(sign: str) -> _Sort:
    if sign.isspace():
        return _Sort.BLANK
    if not sign.isalnum() and (sign in "\x00\x01" or unicodedata.category(sign)[0] in "PS"):
        return _Sort.PUNCTUATION
    return _Sort.WIDE if ord(sign) > 0x2E7F else _Sort.LETTER
