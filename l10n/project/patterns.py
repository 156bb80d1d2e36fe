"""Patterns of paths, as in ``.gitignore``, matched without going back: git's rules, and linear in the path.

A pattern becomes a row of states, each of which takes some characters and leads to the next; the states that
a path may be in are the bits of one number. So a path takes one step a character, however many ``*`` there
are.
Unlike git, which compares bytes, ``?`` and ``[...]`` take characters, and a name is the same in whichever
normal form a system lists it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from l10n.regex import regex
from l10n.system import composed

Takes = Callable[[str], bool]
"""Whether a state takes a character."""
Range = tuple[str, str]
"""The first and the last of some characters."""

_BEFORE_WILD = regex(r"[^*?\[\\]*+")
_CLASS = regex(r"\[:([^\]]{0,12}):\]")
_DIGIT, _UPPER, _LOWER = ("0", "9"), ("A", "Z"), ("a", "z")
_CLASSES: Mapping[str, tuple[Range, ...]] = {
    "alnum": (_DIGIT, _UPPER, _LOWER),
    "alpha": (_UPPER, _LOWER),
    "blank": ((" ", " "), ("\t", "\t")),
    "cntrl": (("\0", "\x1f"), ("\x7f", "\x7f")),
    "digit": (_DIGIT,),
    "graph": (("!", "~"),),
    "lower": (_LOWER,),
    "print": ((" ", "~"),),
    "punct": (("!", "/"), (":", "@"), ("[", "`"), ("{", "~")),
    "space": ((" ", " "), ("\t", "\r")),
    "upper": (_UPPER,),
    "xdigit": (_DIGIT, ("A", "F"), ("a", "f")),
}


class PatternError(ValueError):
    """A pattern that cannot be meant; it says why."""


class Patterns:
    """Some patterns, of which the last that matches decides."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Blank lines and comments do no harm; ``PatternError`` if a pattern cannot be meant."""
        self._patterns = [pattern for line in lines if (pattern := _pattern(composed(line)))]

    def matches(self, path: str) -> bool:
        """Whether they take in a file, given by its path; a folder that they take in has all below it.

        As in git, ``!`` does not bring back what stands in such a folder.
        """
        path = composed(path)
        last = path.count("/")
        taken = [False] * (last + 1)
        for pattern in self._patterns:
            for depth in pattern.depths(path):
                if depth < last or not pattern.folders_only:
                    taken[depth] = pattern.takes_in
        return any(taken)


def literal(path: str) -> str:
    """The pattern that matches this path, and no other."""
    return "/" + re.sub(r"[*?\[\\]", r"\\\g<0>", path)


def _trimmed(line: str) -> str:
    """Without blanks at its end, if no backslash keeps one."""
    bare = line.rstrip(" ")
    kept = (len(bare) - len(bare.rstrip("\\"))) % 2
    return bare + line[len(bare) : len(bare) + kept]


def _pattern(line: str) -> _Pattern | None:
    """The pattern in a line; None if there is none, or none that could match."""
    bare = _trimmed(line)
    if not bare or bare.startswith("#"):
        return None
    text = bare.removeprefix("!")
    if not text:
        raise PatternError("there is nothing behind its !")
    folders_only = text.endswith("/")
    text = text.removesuffix("/")
    anywhere = "/" not in text
    text = text.removeprefix("/")
    states = _states(text, anywhere=anywhere) if text else None
    return _Pattern(states, bare[0] != "!", folders_only, anywhere) if states else None


@dataclass(slots=True)
class _States:
    """What each state takes, to be left; where it may stay; where it may be skipped."""

    takes: list[str | Takes] = field(default_factory=list)
    stays: set[int] = field(default_factory=set)
    """At ``*``: while characters come that are no slash."""
    stays_always: set[int] = field(default_factory=set)
    """At ``**``."""
    forks: set[int] = field(default_factory=set)
    """Before ``**/``, which is nothing, or some folders: it goes on at the next state, or the one after."""


def _states(text: str, *, anywhere: bool) -> _States | None:
    """The states of a pattern; None if it never matches, for a bracket has no end or names no class."""
    found = _States()
    at = first = 0 if anywhere else _literal_end(text)
    found.takes += text[:first]
    while at < len(text):
        char = text[at]
        if char == "*":
            at = _stars(found, text, at, first, anywhere=anywhere)
        elif char == "[":
            bracket = _bracket(text, at + 1)
            if bracket is None:
                return None
            at, takes = bracket
            found.takes.append(takes)
        else:
            at = _unescaped(text, at)
            found.takes.append(_no_slash if char == "?" else text[at])
            at += 1
    return found


def _literal_end(text: str) -> int:
    """Git compares what comes before the first special character by itself, so ``**`` may follow it."""
    match = _BEFORE_WILD.match(text)
    return match.end() if match else 0


def _no_slash(char: str) -> bool:
    return char != "/"


def _never(_: str) -> bool:
    return False


def _stars(found: _States, text: str, start: int, first: int, *, anywhere: bool) -> int:
    """Take a run of stars, and the slash after ``**``; where to go on."""
    end = start
    while text[end : end + 1] == "*":
        end += 1
    whole = not anywhere and end - start > 1 and (start == first or text[start - 1] == "/")
    if whole and end == len(text):
        found.stays_always.add(len(found.takes))
    elif whole and text[end] == "/":
        if len(found.takes) - 2 not in found.forks:  # ``**/**/`` is ``**/``
            found.forks.add(len(found.takes))
            found.stays_always.add(len(found.takes) + 1)
            found.takes += (_never, "/")
        end += 1
    else:
        found.stays.add(len(found.takes))
    return end


def _unescaped(text: str, at: int) -> int:
    """Where the character stands that is meant at ``at``: behind a backslash, if there is one."""
    if text[at] != "\\":
        return at
    if text[at + 1 : at + 2] in ("", "/"):
        raise PatternError("its backslash stands before nothing; write / between folders")
    return at + 1


def _bracket(text: str, at: int) -> tuple[int, Takes] | None:
    """Where ``[...]`` ends, and what it takes; None if it has no end, or names no class that there is."""
    negated = text.startswith(("!", "^"), at)
    at += negated
    ranges: list[Range] = []
    start, before = at, ""
    while at < len(text) and (at == start or text[at] != "]"):
        named = _CLASS.match(text, at)
        if named and named[1] not in _CLASSES:
            return None
        if named:
            ranges += _CLASSES[named[1]]
            before, at = "", named.end()
            continue
        ranged = bool(before) and text[at] == "-" and text[at + 1 : at + 2] not in ("", "]")
        at = _unescaped(text, at + ranged)
        ranges.append(_range(before if ranged else text[at], text[at]))
        before = "" if ranged else text[at]
        at += 1
    if at >= len(text):
        return None
    return at + 1, lambda char: char != "/" and any(a <= char <= b for a, b in ranges) is not negated


def _range(first: str, last: str) -> Range:
    if first > last:
        raise PatternError(f"its range {first}-{last} goes backwards")
    return first, last


@dataclass(frozen=True)
class _Pattern:
    """One pattern."""

    states: _States
    takes_in: bool
    """It did not begin with ``!``."""
    folders_only: bool
    anywhere: bool
    """It has no slash, and is held against the name of each folder, and of the file."""

    def depths(self, path: str) -> Iterator[int]:
        """Which folders of the path it matches, and whether the file: how many slashes stand before each."""
        if self._tail not in path:
            return
        start = self._closed(1)
        now, depth = start, 0
        for char in path:
            if char == "/":
                if now & self._goal:
                    yield depth
                depth += 1
                if self.anywhere:
                    now = start
                    continue
            stays = self._stays_always if char == "/" else self._stays
            now = self._closed((now & self._leaving(char)) << 1 | now & stays)
        if now & self._goal:
            yield depth

    def _closed(self, states: int) -> int:
        forks = states & self._forks
        return states | forks << 1 | forks << 2

    def _leaving(self, char: str) -> int:
        if char not in self._known:
            takes = self.states.takes
            self._known[char] = _bits([one == char if isinstance(one, str) else one(char) for one in takes])
        return self._known[char]

    @cached_property
    def _known(self) -> dict[str, int]:
        """By character: the states that take it."""
        return {}

    @cached_property
    def _tail(self) -> str:
        """What it ends with that stands for itself: no path without that needs to be gone through."""
        states, tail = self.states, ""
        bends = states.stays | states.stays_always | {fork + 2 for fork in states.forks}
        for at, takes in reversed(list(enumerate(states.takes, 1))):
            if at in bends or not isinstance(takes, str):
                break
            tail = takes + tail
        return tail

    @cached_property
    def _goal(self) -> int:
        return 1 << len(self.states.takes)

    @cached_property
    def _stays_always(self) -> int:
        return self._bits_of(self.states.stays_always)

    @cached_property
    def _stays(self) -> int:
        return self._bits_of(self.states.stays) | self._stays_always

    @cached_property
    def _forks(self) -> int:
        return self._bits_of(self.states.forks)

    def _bits_of(self, states: set[int]) -> int:
        return _bits([number in states for number in range(len(self.states.takes) + 1)])


def _bits(flags: list[bool]) -> int:
    """The number whose bits they are, the first the lowest; in one go, for a long one is slow to change."""
    return int("0" + "".join("1" if flag else "0" for flag in reversed(flags)), 2)
