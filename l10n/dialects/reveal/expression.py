"""Regular expressions of JavaScript that a deck or a project brings along, matched in linear time.

JavaScript's engine and Python's try one way after the other, and some expressions have so many that a short
text takes them years. Such an expression may stand in anybody's front matter. Here all ways are tried at once
(Pike's machine): time grows with the text and with the expression, and with nothing else. What cannot be
matched so, references to what was matched before, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from l10n.dialects.reveal.characters import LINE_ENDS, Characters
from l10n.dialects.reveal.syntax import (
    Choice,
    Edge,
    Look,
    Node,
    Repeat,
    Sequence,
    Tree,
    UnsupportedError,
    read,
)
from l10n.regex import regex


class _Split(NamedTuple):
    """Two ways to go on, the better first."""

    first: int
    second: int


class _Single(NamedTuple):
    """A character, and on."""

    matches: re.Pattern[str]


class _Ahead(NamedTuple):
    """What must follow, or must not."""

    program: tuple[_Step, ...]
    negated: bool


class _Done(NamedTuple):
    """All has been matched."""


_Step: TypeAlias = "_Split | _Single | _Ahead | _Done | Edge"
_MOST = 120
"""Steps of an expression, and so of the time that a character of a text takes."""
_MOST_AHEAD = 20
"""Steps of what must follow: they are taken for each character."""


class Expression:
    """An expression of JavaScript."""

    def __init__(self, source: str, *, any_case: bool = False, by_lines: bool = True) -> None:
        """``UnsupportedError`` says why ``source`` is none that can be matched.

        ``any_case`` and ``by_lines`` are JavaScript's flags ``i`` and ``m``.
        """
        tree = read(source, any_case=any_case, by_lines=by_lines)
        self.groups = tree.groups
        """How many brackets remember what they match."""
        self._program = _compiled(tree)
        if _may_be_empty(tree.node):
            raise UnsupportedError("matches nothing at all, too, so it would part a deck everywhere")
        self._first = re.compile("|".join(sorted(_first(self._program))) or "[^\\s\\S]")

    def finditer(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it matches in ``text``, from left to right and apart."""
        at = 0
        while found := self._search(text, at):
            yield found
            at = found[1]

    def matches_in(self, text: str) -> bool:
        """Whether it matches anywhere in ``text``."""
        return self._search(text, 0) is not None

    def _search(self, text: str, at: int) -> tuple[int, int] | None:
        """The leftmost match, and of those the one that JavaScript prefers."""
        waiting: list[tuple[int, int]] = []
        best: tuple[int, int] | None = None
        while waiting or best is None:
            if not waiting:
                first = self._first.search(text, at)
                if first is None:
                    return None
                at = first.start()
            if best is None:
                waiting.append((0, at))
            waiting, found = self._advanced(waiting, text, at)
            best = found or best
            at += 1
            if at > len(text):
                break
        return best

    def _advanced(
        self, waiting: list[tuple[int, int]], text: str, at: int
    ) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
        """Those that go on behind the character, in their order, up to the first that has matched."""
        following: list[tuple[int, int]] = []
        for place, start in _opened(self._program, waiting, text, at):
            step = self._program[place]
            if isinstance(step, _Done):
                return following, (start, at)
            if _takes(step, text, at):
                following.append((place + 1, start))
        return following, None


def _takes(step: _Step, text: str, at: int) -> bool:
    return isinstance(step, _Single) and step.matches.match(text, at) is not None


def _opened(
    program: tuple[_Step, ...], waiting: list[tuple[int, int]], text: str, at: int
) -> Iterator[tuple[int, int]]:
    """Where each stands that waits for a character, or has matched; each place once."""
    met: set[int] = set()
    stack = waiting[::-1]
    while stack:
        place, start = stack.pop()
        if place in met:
            continue
        met.add(place)
        step = program[place]
        if isinstance(step, _Split):
            stack += [(step.second, start), (step.first, start)]
        elif isinstance(step, Edge):
            stack += [(place + 1, start)] if _holds(step.sign, text, at) else []
        elif isinstance(step, _Ahead):
            stack += [(place + 1, start)] if _follows(step.program, text, at) != step.negated else []
        else:
            yield place, start


def _follows(program: tuple[_Step, ...], text: str, at: int) -> bool:
    """Whether ``program`` matches from a place on."""
    waiting = [(0, at)]
    while waiting and at <= len(text):
        opened = list(_opened(program, waiting, text, at))
        if any(isinstance(program[place], _Done) for place, _ in opened):
            return True
        waiting = [(place + 1, at) for place, _ in opened if _takes(program[place], text, at)]
        at += 1
    return False


def _holds(sign: str, text: str, at: int) -> bool:
    """Whether a place between two characters is of that sort."""
    if sign in "^A":
        return at == 0 or (sign == "^" and text[at - 1] in LINE_ENDS)
    if sign in "$Z":
        return at == len(text) or (sign == "$" and text[at] in LINE_ENDS)
    edge = _WORD.match(text[at - 1 : at]) is not None if at else False
    return (edge != (_WORD.match(text, at) is not None)) == (sign == "b")


_WORD = regex(r"[a-zA-Z0-9_]")


def _compiled(tree: Tree) -> tuple[_Step, ...]:
    program = [*_steps(tree.node, 0), _Done()]
    return tuple(program)


def _steps(node: Node, at: int) -> list[_Step]:
    """The steps of a part that begins at ``at``."""
    if isinstance(node, Characters):
        return [_Single(re.compile(node.source))]
    if isinstance(node, Edge):
        return [node]
    if isinstance(node, Look):
        return [_ahead(node)]
    if isinstance(node, Repeat):
        return _repeated(node, at)
    if isinstance(node, Choice):
        return _chosen(node.parts, at)
    steps: list[_Step] = []
    for part in node.parts:
        steps += _bounded(_steps(part, at + len(steps)))
    return _bounded(steps)


def _bounded(steps: list[_Step]) -> list[_Step]:
    if len(steps) > _MOST:
        raise UnsupportedError("is too large; say it with fewer or smaller numbers")
    return steps


def _chosen(parts: tuple[Node, ...], at: int) -> list[_Step]:
    if len(parts) == 1:
        return _steps(parts[0], at)
    first = _steps(parts[0], at + 1)
    behind = at + len(first) + 2
    others = _chosen(parts[1:], behind)
    # Both ways of the second split lead behind the others.
    end = behind + len(others)
    return _bounded([_Split(at + 1, behind), *first, _Split(end, end), *others])


def _repeated(node: Repeat, at: int) -> list[_Step]:
    """The part as often as it must stand there, then as often as it may."""
    if _may_be_empty(node.inner):
        raise UnsupportedError("repeats what may be nothing at all; say it with one `*` or `+` less")
    if node.least > _MOST or (node.most or 0) > _MOST:
        raise UnsupportedError("is too large; say it with fewer or smaller numbers")
    steps: list[_Step] = []
    for _ in range(node.least):
        steps += _bounded(_steps(node.inner, at + len(steps)))
    if node.most is None:
        here = at + len(steps)
        inner = _steps(node.inner, here + 1)
        end = here + len(inner) + 2
        return _bounded([*steps, _split(here + 1, end, node), *inner, _Split(here, here)])
    for _ in range(node.most - node.least):
        here = at + len(steps)
        inner = _steps(node.inner, here + 1)
        steps = _bounded([*steps, _split(here + 1, here + len(inner) + 1, node), *inner])
    return steps


def _split(inner: int, end: int, node: Repeat) -> _Split:
    return _Split(inner, end) if node.greedy else _Split(end, inner)


def _ahead(node: Look) -> _Ahead:
    program = (*_steps(node.inner, 0), _Done())
    loops = any(isinstance(step, _Split) and min(step) <= place for place, step in enumerate(program))
    if len(program) > _MOST_AHEAD or loops:
        raise UnsupportedError("looks ahead without a bound; say it without `*` and `+` behind `(?=`")
    return _Ahead(program, node.negated)


def _may_be_empty(node: Node) -> bool:
    """Whether a part matches where nothing is."""
    if isinstance(node, Characters):
        return False
    if isinstance(node, Repeat):
        return node.least == 0 or _may_be_empty(node.inner)
    if isinstance(node, Choice):
        return any(map(_may_be_empty, node.parts))
    return all(map(_may_be_empty, node.parts)) if isinstance(node, Sequence) else True


def _first(program: tuple[_Step, ...]) -> set[str]:
    """The characters with which a match may begin."""
    found: set[str] = set()
    met: set[int] = set()
    stack = [0]
    while stack:
        place = stack.pop()
        if place in met:
            continue
        met.add(place)
        step = program[place]
        if isinstance(step, _Single):
            found.add(step.matches.pattern)
        elif isinstance(step, _Split):
            stack += step
        elif not isinstance(step, _Done):
            stack.append(place + 1)
    return found


@lru_cache(64)
def expression(source: str, *, any_case: bool = False, by_lines: bool = True) -> Expression:
    """The expression, which most decks of a project share; see ``Expression``."""
    return Expression(source, any_case=any_case, by_lines=by_lines)
