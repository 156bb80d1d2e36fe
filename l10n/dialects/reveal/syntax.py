"""Regular expressions of JavaScript, read into a tree; see ``expression`` for what becomes of it."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from l10n.dialects.reveal.characters import ANY, NAMED, Characters
from l10n.regex import regex


class UnsupportedError(ValueError):
    """What is wrong with an expression, in words behind its name."""


class Repeat(NamedTuple):
    """A part that stands there several times."""

    inner: Node
    least: int
    most: int | None
    greedy: bool


class Look(NamedTuple):
    """A part that must follow, or must not, and is not taken."""

    inner: Node
    negated: bool


class Edge(NamedTuple):
    """A place between two characters."""

    sign: str
    """``^``, ``$``, ``b`` or ``B``; ``A`` and ``Z`` are the text's ends."""


class Sequence(NamedTuple):
    """Parts, one behind the other."""

    parts: tuple[Node, ...]


class Choice(NamedTuple):
    """Parts of which one stands there, the first that fits."""

    parts: tuple[Node, ...]


Node: TypeAlias = "Characters | Repeat | Look | Edge | Sequence | Choice"


class Tree(NamedTuple):
    """An expression, read."""

    node: Node
    groups: int
    """How many brackets remember what they match."""


_TOKEN = regex(
    r"(?P<open>\((?:\?(?P<sort>:|=|!|<=|<!|<[^<>]*>)?)?)"
    r"|(?P<count>[*+?]|\{(?P<least>\d+)(?P<more>,(?P<most>\d*))?\})(?P<lazy>\??)"
    r"|(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|c[a-zA-Z]|[\s\S]))"
    r"|(?P<any>[^\\])"
)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "v": "\v", "f": "\f", "0": "\0"}
_LONGEST = 500
_DEEPEST = 20


def read(source: str, *, any_case: bool = False, by_lines: bool = True) -> Tree:
    """The tree of an expression; ``UnsupportedError`` if it is none, or one that may take too long."""
    if len(source) > _LONGEST:
        raise UnsupportedError(f"is longer than {_LONGEST} characters")
    reader = _Reader(source, any_case=any_case, by_lines=by_lines)
    node = reader.choice(0)
    if reader.at < len(source):
        raise UnsupportedError("has a bracket that nothing opens")
    return Tree(node, reader.groups)


class _Reader:
    """An expression, and how far it is read."""

    def __init__(self, source: str, *, any_case: bool, by_lines: bool) -> None:
        self.source = source
        self.edges = "^$" if by_lines else "AZ"
        self.any_case = any_case
        self.at = 0
        self.groups = 0

    def choice(self, depth: int) -> Node:
        if depth > _DEEPEST:
            raise UnsupportedError("has too many brackets within each other")
        parts = [self._sequence(depth)]
        while self.source.startswith("|", self.at):
            self.at += 1
            parts.append(self._sequence(depth))
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def _sequence(self, depth: int) -> Node:
        parts: list[Node] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            match = self._token()
            if match["count"]:
                self._repeat(match, parts)
            elif match["open"]:
                parts.append(self._group(match, depth))
            else:
                parts.append(self._single(match))
        return Sequence(tuple(parts))

    def _token(self) -> re.Match[str]:
        match = _TOKEN.match(self.source, self.at)
        if match is None:  # its last sign is a backslash
            raise UnsupportedError("ends in a backslash")
        return match

    def _repeat(self, match: re.Match[str], parts: list[Node]) -> None:
        if not parts or isinstance(parts[-1], Repeat | Look | Edge):
            raise UnsupportedError(f"has nothing that {match['count']} could repeat")
        self.at = match.end()
        least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(match["count"], _counts(match))
        if most is not None and most < least:
            raise UnsupportedError(f"has numbers out of order in {match['count']}")
        parts[-1] = Repeat(parts[-1], least, most, not match["lazy"])

    def _group(self, match: re.Match[str], depth: int) -> Node:
        sort = match["sort"] or ""
        if sort.startswith("<") or (match["open"].endswith("?") and not sort):
            raise UnsupportedError(f"has {match['open']}, which is not supported; say it without")
        self.groups += not sort
        self.at = match.end()
        inner = self.choice(depth + 1)
        if not self.source.startswith(")", self.at):
            raise UnsupportedError("has a bracket that nothing closes")
        self.at += 1
        return Look(inner, sort == "!") if sort in ("=", "!") and sort else inner

    def _single(self, match: re.Match[str]) -> Node:
        sign = match.group()
        if sign == "[":
            return self._cased(self._set())
        self.at = match.end()
        if sign in ("^", "$"):
            return Edge(self.edges["^$".index(sign)])
        if sign in ("\\b", "\\B"):
            return Edge(sign[1])
        if sign == ".":
            return ANY
        return self._cased(Characters(self._escaped(sign)) if match["escape"] else Characters.one(sign))

    def _cased(self, characters: Characters) -> Characters:
        return characters.in_any_case() if self.any_case else characters

    def _escaped(self, sign: str) -> tuple[tuple[int, int], ...]:
        """What an escape stands for."""
        name = sign[1:2]
        if name in NAMED:
            return NAMED[name]
        if name.isdigit() and name != "0":
            raise UnsupportedError(f"has {sign}, which repeats what was matched; say it without")
        return Characters.one(_meant(sign)).ranges

    def _set(self) -> Characters:
        """A class in brackets."""
        self.at += 1
        negated = self.source.startswith("^", self.at)
        self.at += negated
        ranges: list[tuple[int, int]] = []
        while not self.source.startswith("]", self.at):
            low = self._member()
            if self.source.startswith("-", self.at) and not self.source.startswith("-]", self.at):
                self.at += 1
                high = self._member()
                if len(low) == len(high) == 1 and low[0][0] == low[0][1] and low[0][0] <= high[0][0]:
                    low = ((low[0][0], high[0][1]),)
                else:
                    raise UnsupportedError("has a range of characters that is none")
            ranges += low
        self.at += 1
        return Characters(tuple(ranges), negated)

    def _member(self) -> tuple[tuple[int, int], ...]:
        match = _MEMBER.match(self.source, self.at)
        if match is None:
            raise UnsupportedError("has a bracket that nothing closes")
        self.at = match.end()
        sign = match.group()
        if sign == "\\b":
            return Characters.one("\b").ranges
        return self._escaped(sign) if len(sign) > 1 else Characters.one(sign).ranges


_MEMBER = regex(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|c[a-zA-Z]|[\s\S])|[^\\]")


def _meant(sign: str) -> str:
    """The character that an escape stands for."""
    name = sign[1]
    if name in "xu" and len(sign) > 2:
        return chr(int(sign[2:], 16))
    if name == "c" and len(sign) > 2:
        return chr(ord(sign[2]) % 32)
    return _CONTROLS.get(name, name)


def _counts(match: re.Match[str]) -> tuple[int, int | None]:
    least = int((match["least"] or "0")[:_DIGITS])
    if not match["more"]:
        return least, least
    return least, int(match["most"][:_DIGITS]) if match["most"] else None


_DIGITS = 6
"""Of a number: what is longer is too large, however it goes on."""
