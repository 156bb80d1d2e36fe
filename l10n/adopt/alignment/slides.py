"""Which slides belong together: the best path through the slides of both decks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from l10n.adopt.alignment.best_path import Step, best_path, windows_along
from l10n.adopt.alignment.runs import Pair, Runs
from l10n.adopt.alignment.traits import WORD, Page, Sketch, Trait, total_of

_SKIPPED = -3.0
_JOINED = -4.0
_AROUND = 12
"""How many slides to each side of its place a counterpart is looked for."""
_RARE = 6
"""On how many slides something may stand to lead from one slide to another."""
_ALIKE = 5.0
"""The ratio from which on slides are alike wherever they stand."""


def page_path(pair: Pair) -> list[Step]:
    """The steps through the slides of both decks.

    A slide that is more like another one elsewhere does not take the place where it would fit in.
    """
    one, other = Runs(pair.source.pages), Runs(pair.target.pages)
    rivals, other_rivals = _rivals(pair)

    def score(i0: int, i1: int, j0: int, j1: int) -> float:
        joined = _JOINED if i1 - i0 != j1 - j0 else 0.0
        alike = pair.likeness.of_pages(one[i0, i1], other[j0, j1])
        rival = max(rivals[i0], rivals[i1 - 1], other_rivals[j0], other_rivals[j1 - 1])
        return joined + alike - max(0.0, rival - alike)

    ends = len(pair.source.pages), len(pair.target.pages)
    guide = [(0, 0), *_chain(pair.source, pair.target), ends]
    return best_path(windows_along(guide, _AROUND), score, _SKIPPED)


def _rivals(pair: Pair) -> tuple[list[float], list[float]]:
    """By slide of either side: how much it is like the one on the other side that it is most like."""
    best = [0.0] * len(pair.source.pages), [0.0] * len(pair.target.pages)
    for score, i, j in alike(pair, dict(enumerate(pair.source.pages)), dict(enumerate(pair.target.pages))):
        best[0][i], best[1][j] = max(best[0][i], score), max(best[1][j], score)
    return best


def alike(pair: Pair, one: Mapping[int, Page], other: Mapping[int, Page]) -> Iterator[tuple[float, int, int]]:
    """Slides that share something rare and are alike, wherever they stand: how much, and their numbers."""
    holders: dict[Trait, list[int]] = {}
    for j, page in other.items():
        for trait in page.traits:
            holders.setdefault(trait, []).append(j)
    for i, page in one.items():
        shared = (holders.get(trait, []) for trait in page.traits)
        for j in {j for found in shared if len(found) <= _RARE for j in found}:
            score = pair.likeness.of_pages(page, other[j])
            if score >= _ALIKE:
                yield score, i, j


def part(side: Sketch, indexes: Sequence[int]) -> Page:
    """Some blocks of a slide as if they were all that it has."""
    blocks = [side.blocks[index] for index in indexes]
    return Page(
        indexes[0],
        indexes[-1] + 1,
        total_of(block.traits for block in blocks),
        tuple((block.kind, block.in_notes) for block in blocks),
        sum(block.length for block in blocks),
        sum(block.cost for block in blocks),
    )


def _chain(source: Sketch, target: Sketch) -> list[tuple[int, int]]:
    """Boundaries before slides that share what no other slides have: the longest chain in one order."""
    one, other = _lone(source), _lone(target)
    pairs = sorted({(one[trait], other[trait]) for trait in one.keys() & other.keys()})
    ends: list[int] = []
    """By length: the least last target of a chain so long."""
    at: list[int] = []
    """By length: the pair that chain ends with."""
    before: list[int] = []
    """By pair: the one before it in its chain."""
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        ends[length : length + 1] = [j]
        at[length : length + 1] = [number]
        before.append(at[length - 1] if length else -1)
    chain: list[tuple[int, int]] = []
    number = at[-1] if at else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return _rising(reversed(chain))


def _rising(chain: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs with the same source the first, and none at the very start."""
    rising: list[tuple[int, int]] = []
    for pair in chain:
        if pair[0] > (rising[-1][0] if rising else 0):
            rising.append(pair)
    return rising


def _lone(side: Sketch) -> dict[Trait, int]:
    """Traits, other than words, that one slide alone has, and its number."""
    spread = Counter(trait for page in side.pages for trait in page.traits)
    return {
        trait: number
        for number, page in enumerate(side.pages)
        for trait in page.traits
        if spread[trait] == 1 and trait[0] != WORD
    }
