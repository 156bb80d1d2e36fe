"""Emphasis as CommonMark reads it: which runs of ``*`` and ``_`` pair up, and which stay as typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from l10n.regex import regex

_RUN = regex(r"([*_])(?:(?<=([\s\S])[*_]))?(\1*)(?=([\s\S]?))")
"""The first sign of a run, what stands before it, its other signs, and what stands after it."""


class Emphasis(NamedTuple):
    """How often a text is emphasised."""

    plain: int
    """``*so*``"""
    strong: int
    """``**so**``"""
    literal: list[tuple[int, int]]
    """The runs of two or more that could have begun or ended emphasis, and show at least in part."""
    idle: Sequence[tuple[int, int]] = ()
    """The runs of two between blanks, where those keep them from anything: they show, too."""
    typed: Sequence[int] = ()
    """Where each sign stands that shows as it is typed; of a run that has paired up in part, the first."""


class _Run(NamedTuple):
    """A delimiter run, wherever it stands."""

    signs: str
    opens: bool
    closes: bool


def emphasised(text: str) -> Emphasis:
    """What is emphasised in ``text``, whose code, targets and tags are blanked."""
    runs = tuple([_run(before, sign + more, after) for sign, before, more, after in _RUN.findall(text)])
    paired = _paired if len(runs) < _FEW else _paired.__wrapped__
    plain, strong, left = paired(runs)
    if not any(left):
        return Emphasis(plain, strong, [])
    starts = (match.start() for match in _RUN.finditer(text))
    typed = [start + at for start, rest in zip(starts, left, strict=True) for at in range(rest)]
    return Emphasis(plain, strong, list(_shown(text, runs, left)), typed=typed)


def _shown(text: str, runs: Sequence[_Run], left: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the runs are that could have done something, and have not paired up whole."""
    for match, run, rest in zip(_RUN.finditer(text), runs, left, strict=True):
        if rest and len(run.signs) > 1 and (run.opens or run.closes):
            yield match.span()


_FEW = 20
"""What is found of so many runs is worth remembering."""


@lru_cache(1000)
def _paired(runs: tuple[_Run, ...]) -> tuple[int, int, tuple[int, ...]]:
    """How often runs make plain and strong emphasis, and how many signs of each have not paired up.

    Most texts have few runs, and the same as many others.
    """
    left = [len(run.signs) for run in runs]
    sizes: list[int] = []
    opened: list[int] = []
    for index, run in enumerate(runs):
        if run.closes:
            sizes += _closed(index, runs, left, opened)
        if run.opens and left[index]:
            opened.append(index)
    return sizes.count(1), sizes.count(2), tuple(left)


def _closed(index: int, runs: Sequence[_Run], left: list[int], opened: list[int]) -> Iterator[int]:
    """Pair a run with what opened before it; what was opened in between stays as typed."""
    while left[index] and (found := _opener(runs[index], runs, opened)) is not None:
        opener = opened[found]
        size = 2 if left[index] > 1 and left[opener] > 1 else 1
        left[index] -= size
        left[opener] -= size
        del opened[found + (left[opener] > 0) :]
        yield size


_DEPTH = 100
"""How many open runs are looked through, so that time stays linear in a text of stars."""


def _opener(run: _Run, runs: Sequence[_Run], opened: Sequence[int]) -> int | None:
    for index in range(len(opened) - 1, max(-1, len(opened) - _DEPTH), -1):
        opener = runs[opened[index]]
        if opener.signs[0] == run.signs[0] and not _odd(opener, run):
            return index
    return None


def _odd(opener: _Run, closer: _Run) -> bool:
    """CommonMark's rule of three."""
    both = opener.closes or closer.opens
    one, other = len(opener.signs), len(closer.signs)
    return both and (one + other) % 3 == 0 and (one % 3 > 0 or other % 3 > 0)


@lru_cache(1000)
def _run(before: str, signs: str, after: str) -> _Run:
    """The run ``signs`` between two characters, of which there may be none."""
    one, other = _sort(before or " "), _sort(after or " ")
    left = other is not _Sort.BLANK and (other is not _Sort.PUNCTUATION or one is not _Sort.LETTER)
    right = one is not _Sort.BLANK and (one is not _Sort.PUNCTUATION or other is not _Sort.LETTER)
    under = signs[0] == "_"
    opens = left and not (under and right and one is not _Sort.PUNCTUATION)
    return _Run(signs, opens, right and not (under and left and other is not _Sort.PUNCTUATION))


class _Sort(Enum):
    """What stands beside a run."""

    BLANK = 0
    PUNCTUATION = 1
    WIDE = 2
    """Of a script without blanks, beside which writers expect emphasis to begin and end."""
    LETTER = 3


def _sort(sign: str) -> _Sort:
    if sign.isspace():
        return _Sort.BLANK
    if not sign.isalnum() and (sign in "\x00\x01" or unicodedata.category(sign)[0] in "PS"):
        return _Sort.PUNCTUATION
    return _Sort.WIDE if ord(sign) > 0x2E7F else _Sort.LETTER
