"""The best way through two sequences at once, and how sure each step of it is.

Nothing here knows decks: a score says how much more likely some items of one sequence belong to some of the
other than not (a log-likelihood ratio), and the path takes each item of both once, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import exp, inf, log1p
from typing import NamedTuple

_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
"""How many items of each sequence a step may take; of equal paths, that with the earlier steps wins."""

NEVER = -inf
"""The score of a step that must not be taken."""
Score = Callable[[int, int, int, int], float]
"""The log-likelihood ratio of a step that takes items ``[i0, i1)`` of one sequence and ``[j0, j1)`` of the
other."""
Window = tuple[int, int]
"""Between which boundaries of the second sequence a boundary of the first may lie, both included."""
_Place = tuple[int, int]
_Edge = tuple[_Place, _Place, float]


class Step(NamedTuple):
    """Items that belong together, as half-open ranges of both sequences."""

    source: tuple[int, int]
    target: tuple[int, int]
    sureness: float
    """The share that ways through this step have among all ways, by likelihood: 0 to 1."""

    @property
    def whole(self) -> bool:
        """Whether it takes something from both sides."""
        return self.source[0] < self.source[1] and self.target[0] < self.target[1]


def best_path(windows: Sequence[Window], score: Score, skipped: float) -> list[Step]:
    """The steps of the best path from ``(0, 0)`` to the last boundary of both sequences.

    There is one window for each boundary of the first sequence; they begin and end in order, and each
    reaches the next one. ``skipped`` is the score of an item that has no counterpart. It takes time and
    memory in proportion to the sum of the windows' widths.
    """
    edges = list(_edges(windows, score, skipped))
    end = len(windows) - 1, windows[-1][1]
    best: dict[_Place, float] = {(0, 0): 0.0}
    ways: dict[_Place, float] = {(0, 0): 0.0}
    last: dict[_Place, _Edge] = {}
    for edge in edges:
        start, place, gain = edge
        before = best[start] + gain
        if place not in best or before > best[place]:
            best[place], last[place] = before, edge
        ways[place] = _either(ways.get(place), ways[start] + gain)
    onward = {end: 0.0}
    for start, place, gain in reversed(edges):
        if place in onward:
            onward[start] = _either(onward.get(start), onward[place] + gain)
    return [_step(edge, ways, onward) for edge in _back(last, end)]


def _edges(windows: Sequence[Window], score: Score, skipped: float) -> Iterator[_Edge]:
    """All steps within the windows that can be reached; those that end in one place stand together."""
    reached = {(0, 0)}
    for i, (low, high) in enumerate(windows):
        for j in range(low, high + 1):
            place = i, j
            for di, dj in _STEPS:
                start = i - di, j - dj
                if start in reached:
                    gain = score(start[0], i, start[1], j) if di and dj else skipped
                    if gain != NEVER:
                        reached.add(place)
                        yield start, place, gain


def _either(one: float | None, other: float) -> float:
    """The logarithm of the sum of two likelihoods."""
    if one is None:
        return other
    high, low = (one, other) if one > other else (other, one)
    return high + log1p(exp(low - high))


def _back(last: Mapping[_Place, _Edge], place: _Place) -> list[_Edge]:
    path: list[_Edge] = []
    while place in last:
        path.append(last[place])
        place = path[-1][0]
    return path[::-1]


def _step(edge: _Edge, ways: Mapping[_Place, float], onward: Mapping[_Place, float]) -> Step:
    (i0, j0), (i1, j1), gain = edge
    share = ways[i0, j0] + gain + onward[i1, j1] - onward[0, 0]
    return Step((i0, i1), (j0, j1), exp(min(0.0, share)))


def half_width(items: int) -> int:
    """How many boundaries to each side may be looked at, so that long sequences take linear time."""
    return max(_LEAST, min(_MOST, _PLACES // (2 * items + 1)))


_LEAST, _MOST = 10, 60
_PLACES = 40_000
"""Places that windows may cover in all, unless the sequence alone is longer."""


def windows_along(guide: Sequence[tuple[int, int]], half: int) -> list[Window]:
    """Windows of ``half`` boundaries to each side of a guide: boundaries that belong together, in order.

    The guide begins with ``(0, 0)``, and ends with the numbers of items of both sequences.
    """
    middles = [0.0]
    for (i0, j0), (i1, j1) in pairwise(guide):
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
