"""How many steps a backtracking engine such as ``re`` takes for a pattern on a text, counted and not timed.

The pattern is walked as ``re`` parses it, with the same choices in the same order; a step is a character that
is tried, a branch that is entered, an assertion that is asked. What ``re`` does to skip characters at the
start of a search is one step a character here.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as c  # type: ignore[attr-defined]
from typing import Any

Matcher = Callable[[int], int | None]
"""From where to try to where the whole match ends, if it does."""


class TooManyStepsError(AssertionError):
    """Counting any further would only take time."""


class Steps:
    """A counter that has an end."""

    def __init__(self, most: int = 5_000_000) -> None:
        self.count, self.most = 0, most

    def take(self, steps: int = 1) -> None:
        self.count += steps
        if self.count > self.most:
            raise TooManyStepsError


_parsed = lru_cache(maxsize=None)(_parser.parse)
"""The same patterns are walked again and again, on other texts."""
_taken: dict[tuple[str, int], Callable[[str], bool]] = {}


def taking(node: tuple[Any, Any], flags: int) -> Callable[[str], bool]:
    """What says whether a node takes a character, as ``re`` itself does; each is asked of once."""
    key = repr(node), flags
    if key not in _taken:
        _taken[key] = _asking(node, flags)
    return _taken[key]


def _asking(node: tuple[Any, Any], flags: int) -> Callable[[str], bool]:
    tree = _parser.SubPattern(_parser.State(), [node])
    tree.state.flags, tree.state.str = flags, ""
    compiled = _compiler.compile(tree, flags)
    return lru_cache(maxsize=None)(lambda char: compiled.match(char) is not None)


class Walk:
    """One pattern on one text after another: most of the time would go into making such."""

    def __init__(self, pattern: str, flags: int, steps: Steps) -> None:
        self.steps = steps
        self.begin("", 0)
        tree = _parsed(pattern, flags)
        self.flags = flags | tree.state.flags
        self.whole = self.sequence(list(tree), lambda at: at)

    def begin(self, text: str, end: int) -> None:
        self.text, self.end = text, end
        self.groups: dict[int, tuple[int, int]] = {}

    def sequence(self, nodes: list[Any], then: Matcher) -> Matcher:
        for node in reversed(nodes):
            then = self.one(node, then)
        return then

    def one(self, node: tuple[Any, Any], then: Matcher) -> Matcher:  # noqa: PLR0911 - a case a kind
        kind, value = node
        if kind in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
            return self.single(taking(node, self.flags), then)
        if kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            least, most, body = value
            if len(body) == 1 and body[0][0] in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
                return self.run(kind, least, most, taking(body[0], self.flags), then)
            return self.repeat(kind, least, most, list(body), then)
        if kind is c.SUBPATTERN:
            return self.group(value[0], list(value[3]), then)
        if kind is c.BRANCH:
            return self.branch([self.sequence(list(way), then) for way in value[1]])
        if kind is c.ATOMIC_GROUP:
            return self.atomic(self.sequence(list(value), lambda at: at), then)
        if kind in (c.ASSERT, c.ASSERT_NOT):
            return self.ask(kind is c.ASSERT, value[0], value[1], then)
        if kind is c.AT:
            return self.place(value, then)
        if kind is c.GROUPREF:
            return self.same(value, then)
        raise NotImplementedError(kind)

    def single(self, takes: Callable[[str], bool], then: Matcher) -> Matcher:
        def match(at: int) -> int | None:
            self.steps.take()
            return then(at + 1) if at < self.end and takes(self.text[at]) else None

        return match

    def run(self, kind: Any, least: int, most: Any, takes: Callable[[str], bool], then: Matcher) -> Matcher:
        def longest(at: int, limit: int) -> int:
            stop = at
            while stop < self.end and stop - at < limit and takes(self.text[stop]):
                stop += 1
            self.steps.take(stop - at + 1)
            return stop

        def match(at: int) -> int | None:
            limit = len(self.text) if most is c.MAXREPEAT else int(most)
            if kind is c.MIN_REPEAT:
                stop = longest(at, least)
                while stop - at >= least:
                    found = then(stop)
                    if found is not None or stop - at >= limit or longest(stop, 1) == stop:
                        return found
                    stop += 1
                return None
            stop = longest(at, limit)
            if kind is c.POSSESSIVE_REPEAT:
                return then(stop) if stop - at >= least else None
            for back in range(stop, at + least - 1, -1):
                self.steps.take()
                found = then(back)
                if found is not None:
                    return found
            return None

        return match

    def repeat(self, kind: Any, least: int, most: Any, body: list[Any], then: Matcher) -> Matcher:
        open_: list[tuple[int, int]] = []
        """Where each round began that goes on, and how many were before it."""

        def after(at: int) -> int | None:
            start, rounds = open_.pop()
            found = None if at == start and rounds >= least else again(at, rounds + 1)
            if found is None:
                open_.append((start, rounds))
            return found

        inner = self.sequence(body, after)

        def enter(at: int, rounds: int) -> int | None:
            if most is not c.MAXREPEAT and rounds >= most:
                return None
            open_.append((at, rounds))
            found = inner(at)
            if found is None:
                open_.pop()
            return found

        def again(at: int, rounds: int) -> int | None:
            self.steps.take()
            if rounds < least:
                return enter(at, rounds)
            first, second = (lambda: enter(at, rounds)), (lambda: then(at))
            if kind is c.MIN_REPEAT:
                first, second = second, first
            found = first()
            return second() if found is None else found

        if kind is c.POSSESSIVE_REPEAT:
            return self.atomic(self.repeat(c.MAX_REPEAT, least, most, body, lambda at: at), then)
        return lambda at: again(at, 0)

    def group(self, number: int | None, body: list[Any], then: Matcher) -> Matcher:
        starts: list[int] = []

        def close(at: int) -> int | None:
            before = self.groups.get(number or 0)
            start = starts.pop()
            self.groups[number or 0] = (start, at)
            found = then(at)
            if found is None:
                starts.append(start)
                if before is not None:
                    self.groups[number or 0] = before
            return found

        if number is None:
            return self.sequence(body, then)
        inner = self.sequence(body, close)

        def match(at: int) -> int | None:
            starts.append(at)
            found = inner(at)
            if found is None:
                starts.pop()
            return found

        return match

    def branch(self, ways: list[Matcher]) -> Matcher:
        def match(at: int) -> int | None:
            for way in ways:
                self.steps.take()
                found = way(at)
                if found is not None:
                    return found
            return None

        return match

    def atomic(self, body: Matcher, then: Matcher) -> Matcher:
        def match(at: int) -> int | None:
            end = body(at)
            return None if end is None else then(end)

        return match

    def ask(self, wanted: bool, direction: int, body: Any, then: Matcher) -> Matcher:
        inner = self.sequence(list(body), lambda at: at)
        back = body.getwidth()[0] if direction < 0 else 0

        def match(at: int) -> int | None:
            self.steps.take()
            end, self.end = self.end, len(self.text) if back else self.end
            found = at >= back and inner(at - back) is not None
            self.end = end
            return then(at) if found is wanted else None

        return match

    def place(self, value: Any, then: Matcher) -> Matcher:
        sign = {
            c.AT_BEGINNING: "^", c.AT_BEGINNING_STRING: r"\A", c.AT_END: "$", c.AT_END_STRING: r"\Z",
            c.AT_BOUNDARY: r"\b", c.AT_NON_BOUNDARY: r"\B",
        }[value]  # fmt: skip
        compiled = REAL_COMPILE(sign, self.flags & (re.MULTILINE | re.ASCII | re.UNICODE))

        def match(at: int) -> int | None:
            self.steps.take()
            return then(at) if compiled.match(self.text, at, self.end) else None

        return match

    def same(self, number: int, then: Matcher) -> Matcher:
        def match(at: int) -> int | None:
            self.steps.take()
            if number not in self.groups:
                return None
            start, end = self.groups[number]
            self.steps.take(end - start)
            return then(at + end - start) if self.text.startswith(self.text[start:end], at) else None

        return match


REAL_COMPILE = re._compile  # type: ignore[attr-defined]


class Counted:
    """A pattern that works as ``re``'s does, and counts its steps."""

    def __init__(self, real: re.Pattern[str], steps: Steps) -> None:
        self.real, self.steps = real, steps
        self.pattern, self.flags = real.pattern, real.flags
        self.idle: list[Walk] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    @contextmanager
    def _walk(self, text: str, end: int | None = None) -> Iterator[Walk]:
        walk = self.idle.pop() if self.idle else Walk(self.pattern, self.flags, self.steps)
        walk.begin(text, len(text) if end is None else min(end, len(text)))
        yield walk
        self.idle.append(walk)  # but not where steps ran out amid a match

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> re.Match[str] | None:
        with self._walk(text, endpos) as walk:
            walk.whole(min(pos, len(text)))
        return self.real.match(text, pos, len(text) if endpos is None else endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None) -> re.Match[str] | None:
        with self._walk(text, endpos) as walk:
            walk.whole(min(pos, len(text)))
        return self.real.fullmatch(text, pos, len(text) if endpos is None else endpos)

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> re.Match[str] | None:
        found = self.real.search(text, pos, len(text) if endpos is None else endpos)
        with self._walk(text, endpos) as walk:
            for at in range(pos, (found.start() if found else walk.end) + 1):
                walk.whole(at)
        return found

    def finditer(self, text: str, *limits: int) -> Iterator[re.Match[str]]:
        with self._walk(text, limits[1] if len(limits) > 1 else None) as walk:
            at = limits[0] if limits else 0
            for found in self.real.finditer(text, *limits):
                for start in range(at, found.start() + 1):
                    walk.whole(start)
                at = max(found.end(), found.start() + 1)
                yield found
            for start in range(at, walk.end + 1):
                walk.whole(start)

    def findall(self, text: str, *limits: int) -> list[Any]:
        list(self.finditer(text, *limits))
        return self.real.findall(text, *limits)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        list(self.finditer(text))
        return self.real.split(text, maxsplit)

    def sub(self, instead: Any, text: str, count: int = 0) -> str:
        list(self.finditer(text))
        return self.real.sub(instead, text, count)
