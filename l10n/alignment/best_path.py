"""The best way through two sequences at once, and how sure each step of it is.

Nothing here knows decks: a score says how much more likely some items of one sequence belong to some of the
other than not (a log-likelihood ratio), and the path takes each item of both once, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
"""How many items of each sequence a step may take; of equal paths, that with the earlier steps wins."""

Score = Callable[[int, int, int, int], float]
"""The log-likelihood ratio of a step that takes items ``[i0, i1)`` of one sequence, ``[j0, j1)`` of the other."""
Window = tuple[int, int]
"""Between which boundaries of the second sequence a boundary of the first may lie, both included."""


@dataclass(frozen=True, slots=True)
class Step:
    """Items that belong together, as half-open ranges of both sequences."""

    source: tuple[int, int]
    target: tuple[int, int]
    sureness: float
    """The share that ways through this step have among all ways, by likelihood: 0 to 1."""

    @property
    def whole(self) -> bool:
        """Whether it takes something from both sides."""
        return self.source[0] < self.source[1] and self.target[0] < self.target[1]


@dataclass(frozen=True, slots=True)
class _Edge:
    source: tuple[int, int]
    target: tuple[int, int]
    score: float

    @property
    def start(self) -> tuple[int, int]:
        return self.source[0], self.target[0]

    @property
    def end(self) -> tuple[int, int]:
        return self.source[1], self.target[1]


def best_path(windows: Sequence[Window], score: Score) -> list[Step]:
    """The steps of the best path from ``(0, 0)`` to the last boundary of both sequences.

    There is one window for each boundary of the first sequence. It takes time in proportion to the sum of
    their widths. Windows must begin and end in order, and each must reach the next one.
    """
    edges = list(_edges(windows, score))
    start, end = (0, 0), (len(windows) - 1, windows[-1][1])
    best: dict[tuple[int, int], float] = {start: 0.0}
    ways: dict[tuple[int, int], float] = {start: 0.0}
    last: dict[tuple[int, int], _Edge] = {}
    for edge in edges:
        before = best[edge.start] + edge.score
        if edge.end not in best or before > best[edge.end]:
            best[edge.end], last[edge.end] = before, edge
        ways[edge.end] = _either(ways.get(edge.end), ways[edge.start] + edge.score)
    onward = {end: 0.0}
    for edge in reversed(edges):
        if edge.end in onward:
            onward[edge.start] = _either(onward.get(edge.start), onward[edge.end] + edge.score)
    return [_step(edge, ways, onward) for edge in _back(last, start, end)]


def _edges(windows: Sequence[Window], score: Score) -> Iterator[_Edge]:
    """All steps that stay within the windows and can be reached; those that end in one place stand together."""
    reached = {(0, 0)}
    for i, (low, high) in enumerate(windows):
        for j in range(low, high + 1):
            for di, dj in STEPS:
                start = (i - di, j - dj)
                if start in reached:
                    reached.add((i, j))
                    yield _Edge((i - di, i), (j - dj, j), score(i - di, i, j - dj, j))


def _either(one: float | None, other: float) -> float:
    """The logarithm of the sum of two likelihoods."""
    if one is None:
        return other
    high, low = (one, other) if one > other else (other, one)
    return high + log(1.0 + exp(low - high))


def _back(
    last: dict[tuple[int, int], _Edge], start: tuple[int, int], end: tuple[int, int]
) -> list[_Edge]:
    path: list[_Edge] = []
    while end != start:
        path.append(last[end])
        end = path[-1].start
    return path[::-1]


def _step(
    edge: _Edge, ways: dict[tuple[int, int], float], onward: dict[tuple[int, int], float]
) -> Step:
    share = ways[edge.start] + edge.score + onward[edge.end] - onward[0, 0]
    return Step(edge.source, edge.target, min(1.0, exp(min(0.0, share))))


def windows_along(guide: Sequence[tuple[int, int]], half: int) -> list[Window]:
    """Windows of ``half`` boundaries to each side of a guide: boundaries that belong together, in order.

    The guide begins with ``(0, 0)``, and ends with the numbers of items of both sequences.
    """
    middles = [0.0]
    for (i0, j0), (i1, j1) in zip(guide, guide[1:], strict=False):
        middles += [j0 + (j1 - j0) * (i - i0) / (i1 - i0) for i in range(i0 + 1, i1 + 1)]
        middles[-1] = max(middles[-1], j1)
    count = guide[-1][1]
    return joined([(max(0, int(m) - half), min(count, int(m) + half + 1)) for m in middles], count)


def joined(windows: Sequence[Window], count: int) -> list[Window]:
    """The windows, made to begin and end in order, to reach the next one, and to end at ``count``."""
    low = count
    ordered: list[Window] = []
    for start, end in reversed(windows):
        ordered.append((min(start, low), max(end, min(start, low))))
        low = ordered[-1][0]
    ordered.reverse()
    reached: list[Window] = []
    for index, (start, end) in enumerate(ordered):
        after = ordered[index + 1][0] if index + 1 < len(ordered) else count
        high = max(end, after, reached[-1][1] if reached else 0)
        reached.append((start if index else 0, high))
    return reached
