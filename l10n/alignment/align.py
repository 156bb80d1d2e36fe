"""Aligning a translated deck with its source: slides first, then blocks, each as one best path.

The path through the slides says where to look; the path through the blocks decides, and may leave the slides'
where blocks say so. What it left over is then looked for out of order, as moved slides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import exp, log
from typing import Generic, TypeVar

from l10n.alignment.best_path import NEVER, Score, Step, Window, best_path, half_width, joined, windows_along
from l10n.alignment.cognates import cognates
from l10n.alignment.likeness import Likeness
from l10n.alignment.traits import WORD, Block, Page, Sketch, Trait, sketch
from l10n.model import Deck
from l10n.targets import Localised

_SKIPPED_PAGE = -3.0
_JOINED_PAGES = -4.0
_PAGES_AROUND = 12
_SKIPPED_BLOCK = -3.0
_JOINED_BLOCKS = -3.5
_ON_ALIGNED_PAGES = 1.0
_ON_OTHER_PAGES = -3.0
_UNSURE = 0.05
_AROUND = 3
"""How many steps before and after a match bear witness for it."""
_SAME_PLACE = 1.5
"""What the same place counts for on two slides of the same shape."""
_SAME_END = 0.7
"""What being the first, or the last, of its slide on both sides counts for."""
_MOVED = 5.0
"""The ratio from which on slides out of order are taken for moved ones."""
_EVEN = 4.0
"""The ratio at which that is as likely as not."""
_RARE = 6
"""On how many slides something may stand to lead from one slide to another."""


@dataclass(frozen=True, slots=True)
class Match:
    """Blocks that belong together, by their index; several on one side where they were split or joined."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    """How likely it is that they do, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What belongs together in a source deck and a translated deck."""

    source: Deck
    target: Deck
    matches: tuple[Match, ...]
    """In the order of the source."""


def align(source: Deck, target: Deck, localised: Localised) -> Alignment:
    """The two decks' blocks, matched. Takes linear time in their length, but for slides that moved."""
    one, other = sketch(source, localised), sketch(target, localised)
    other = _in_words_of(other, one)
    if not one.blocks or not other.blocks:
        return Alignment(source, target, ())
    aligner = _Aligner(one, other)
    return Alignment(source, target, tuple(aligner.matches()))


def _in_words_of(target: Sketch, source: Sketch) -> Sketch:
    """The target with each word that looks like one of the source's replaced by that."""
    alike = cognates(_vocabulary(source), _vocabulary(target))

    def renamed(traits: Mapping[Trait, int]) -> dict[Trait, int]:
        return {(kind, alike.get(value, value) if kind == WORD else value): n for (kind, value), n in traits.items()}

    blocks = [replace(block, traits=type(block.traits)(renamed(block.traits))) for block in target.blocks]
    pages = [replace(page, traits=type(page.traits)(renamed(page.traits))) for page in target.pages]
    return Sketch(blocks, pages, target.page_of)


def _vocabulary(side: Sketch) -> set[str]:
    return {value for kind, value in side.spread if kind == WORD}


class _Aligner:
    """The work on one pair of decks."""

    def __init__(self, source: Sketch, target: Sketch) -> None:
        self.likeness = Likeness(source, target)
        self.source = self.likeness.weighed(source)
        self.target = self.likeness.weighed(target)
        shapes: dict[tuple[object, ...], int] = {}
        self.shapes = [
            [shapes.setdefault(page.shape, len(shapes)) for page in side.pages] for side in (source, target)
        ]

    def matches(self) -> list[Match]:
        """All matches, in the order of the source."""
        pages = self._page_path()
        score = self._block_score(_together(pages))
        steps = best_path(self._block_windows(pages), score, _SKIPPED_BLOCK)
        found = list(self._supported(steps))
        found += self._moved(found)
        return sorted(found, key=lambda match: match.source)

    def _supported(self, steps: list[Step]) -> Iterator[Match]:
        """The matches on the path: what two blocks do not say for themselves, those around them must."""
        sure = [step.sureness if step.whole else 0.0 for step in steps]
        one, other = _Runs(self.source.blocks), _Runs(self.target.blocks)
        for number, step in enumerate(steps):
            if step.whole:
                near = [*sure[max(0, number - _AROUND) : number], *sure[number + 1 : number + 1 + _AROUND]]
                support = (sum(near) + 1) / (len(near) + 1)
                own = exp(-max(0.0, self.likeness.of_blocks(one[step.source], other[step.target])) / 2)
                confidence = step.sureness * (1 - (1 - support) * own)
                yield Match(tuple(range(*step.source)), tuple(range(*step.target)), confidence)

    def _moved(self, found: list[Match]) -> Iterator[Match]:
        """What the path left over on slides that belong together out of order."""
        one = _left(self.source, {index for match in found for index in match.source})
        other = _left(self.target, {index for match in found for index in match.target})
        for score, i, j in sorted(self._alike(one, other), reverse=True):
            if i in one and j in other:
                yield from self._on_moved(one.pop(i), other.pop(j), 1 / (1 + exp(_EVEN - score)))

    def _alike(self, one: _Left, other: _Left) -> Iterator[tuple[float, int, int]]:
        """Slides with blocks left that share something rare, and how much they are alike."""
        holders: dict[Trait, list[int]] = {}
        pages = {j: _page(self.target, indexes) for j, indexes in other.items()}
        for j, page in pages.items():
            for trait in page.traits:
                holders.setdefault(trait, []).append(j)
        for i, indexes in one.items():
            page = _page(self.source, indexes)
            near = {j for trait in page.traits if len(holders.get(trait, ())) <= _RARE for j in holders.get(trait, ())}
            for j in near:
                score = self.likeness.of_pages(page, pages[j])
                if score >= _MOVED:
                    yield score, i, j

    def _on_moved(self, one: list[int], other: list[int], sureness: float) -> Iterator[Match]:
        pages = self.source.page_of[one[0]], self.target.page_of[other[0]]
        score = self._block_score({pages: _ON_ALIGNED_PAGES})

        def of_left(i0: int, i1: int, j0: int, j1: int) -> float:
            if i1 - i0 == j1 - j0 == 1:
                return score(one[i0], one[i0] + 1, other[j0], other[j0] + 1)
            return NEVER

        windows = windows_along([(0, 0), (len(one), len(other))], half_width(len(one)))
        for step in best_path(windows, of_left, _SKIPPED_BLOCK):
            if step.whole:
                (i, _), (j, _) = step.source, step.target
                yield Match((one[i],), (other[j],), step.sureness * sureness)

    def _page_path(self) -> list[Step]:
        one, other = _Runs(self.source.pages), _Runs(self.target.pages)
        rivals = self._rivals()

        def score(i0: int, i1: int, j0: int, j1: int) -> float:
            joined = _JOINED_PAGES if i1 - i0 != j1 - j0 else 0.0
            alike = self.likeness.of_pages(one[i0, i1], other[j0, j1])
            rival = max(rivals[0][i0], rivals[0][i1 - 1], rivals[1][j0], rivals[1][j1 - 1])
            return joined + alike - max(0.0, rival - alike)

        count, other_count = len(self.source.pages), len(self.target.pages)
        guide = [(0, 0), *_chain(self.source, self.target), (count, other_count)]
        return best_path(windows_along(guide, _PAGES_AROUND), score, _SKIPPED_PAGE)

    def _rivals(self) -> tuple[list[float], list[float]]:
        """By slide of either side: how much it is like the one on the other side that it is most like."""
        best = [0.0] * len(self.source.pages), [0.0] * len(self.target.pages)
        one, other = ({i: list(range(page.first, page.last)) for i, page in enumerate(side.pages)} for side in (self.source, self.target))
        for score, i, j in self._alike(one, other):
            best[0][i], best[1][j] = max(best[0][i], score), max(best[1][j], score)
        return best

    def _block_windows(self, pages: list[Step]) -> list[Window]:
        """For each boundary between blocks of the source: the blocks of its slide's step and of its neighbours."""
        ends = [(0, 0)]
        for step in pages:
            ends.append((_boundary(self.source, step.source[1]), _boundary(self.target, step.target[1])))
        windows: list[Window] = [(0, 0)]
        total, half = len(self.target.blocks), half_width(len(self.source.blocks))
        for number, ((i0, j0), (i1, j1)) in enumerate(zip(ends, ends[1:], strict=False), 1):
            low, high = ends[max(0, number - 2)][1], ends[min(len(ends) - 1, number + 1)][1]
            for i in range(i0 + 1, i1 + 1):
                middle = j0 + (j1 - j0) * (i - i0) // (i1 - i0)
                windows.append((max(low, middle - half), min(high, middle + half)))
        return joined(windows, total)

    def _block_score(self, together: dict[tuple[int, int], float]) -> Score:
        one, other = _Runs(self.source.blocks), _Runs(self.target.blocks)
        one_page, other_page = self.source.page_of, self.target.page_of

        def score(i0: int, i1: int, j0: int, j1: int) -> float:
            pages = one_page[i0], other_page[j0]
            if one_page[i1 - 1] != pages[0] or other_page[j1 - 1] != pages[1]:
                return NEVER
            a, b = one[i0, i1], other[j0, j1]
            on_pages = together.get(pages, _ON_OTHER_PAGES)
            whole = 0.0 if i1 - i0 == j1 - j0 else _JOINED_BLOCKS
            return on_pages + whole + self._place(a, b, *pages) + self.likeness.of_blocks(a, b)

        return score

    def _place(self, one: Block, other: Block, page: int, other_page: int) -> float:
        if self.shapes[0][page] == self.shapes[1][other_page]:
            return _SAME_PLACE if one.places == other.places else -_SAME_PLACE
        return sum(_SAME_END for a, b in zip(one.places, other.places, strict=True) if a == b == 0)


_Item = TypeVar("_Item", Block, Page)


class _Runs(Generic[_Item]):
    """Items of a sequence, or some in a row taken for one, each put together once."""

    def __init__(self, items: list[_Item]) -> None:
        self.items = items
        self.sums: dict[tuple[int, int], _Item] = {}

    def __getitem__(self, ends: tuple[int, int]) -> _Item:
        start, end = ends
        if end == start + 1:
            return self.items[start]
        if ends not in self.sums:
            self.sums[ends] = self.items[start] + self.items[start + 1]
        return self.sums[ends]


_Left = dict[int, list[int]]
"""By slide: its blocks that have no counterpart."""


def _left(side: Sketch, matched: set[int]) -> _Left:
    left: _Left = {}
    for index, page in enumerate(side.page_of):
        if index not in matched:
            left.setdefault(page, []).append(index)
    return left


def _page(side: Sketch, indexes: list[int]) -> Page:
    """Some blocks of a slide as if they were all that it has."""
    blocks = [side.blocks[index] for index in indexes]
    traits: Counter[Trait] = Counter()
    for block in blocks:
        traits.update(block.traits)
    shape = tuple((block.kind, block.in_notes) for block in blocks)
    length = sum(block.length for block in blocks)
    return Page(indexes[0], indexes[-1] + 1, traits, shape, length, sum(block.cost for block in blocks))


def _boundary(side: Sketch, page: int) -> int:
    """The block that the page begins with."""
    return side.pages[page].first if page < len(side.pages) else len(side.blocks)


def _together(pages: list[Step]) -> dict[tuple[int, int], float]:
    """Slides on one step of the path, and what that counts for their blocks."""
    return {
        (i, j): min(_ON_ALIGNED_PAGES, log((step.sureness + _UNSURE) / (1 - step.sureness + _UNSURE)))
        for step in pages
        for i in range(*step.source)
        for j in range(*step.target)
    }


def _chain(source: Sketch, target: Sketch) -> list[tuple[int, int]]:
    """Boundaries before slides that share a trait which no other slides have: the longest chain in one order."""
    one, other = _lone(source), _lone(target)
    pairs = sorted({(one[trait], other[trait]) for trait in one.keys() & other.keys()})
    ends: list[int] = []
    """The least last target of a chain of each length, and how each pair goes on from another."""
    at: list[int] = []
    before: list[int] = []
    for number, (i, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        ends[length : length + 1] = [j]
        at[length : length + 1] = [number]
        before.append(at[length - 1] if length else -1)
    chain: list[tuple[int, int]] = []
    number = at[-1] if at else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return _strictly(chain[::-1])


def _strictly(chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs with the same source, the first; none at the very start."""
    rising: list[tuple[int, int]] = []
    for pair in chain:
        if pair[0] > (rising[-1][0] if rising else 0):
            rising.append(pair)
    return rising


def _lone(side: Sketch) -> dict[Trait, int]:
    """Traits that one slide has, and its index."""
    spread = Counter(trait for page in side.pages for trait in page.traits)
    return {
        trait: number
        for number, page in enumerate(side.pages)
        for trait in page.traits
        if spread[trait] == 1 and trait[0] != WORD
    }
