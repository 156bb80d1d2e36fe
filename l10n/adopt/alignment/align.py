"""Aligning a translated deck with its source: slides first, then blocks, each as one best path.

The path through the slides says where to look; the path through the blocks decides, and may leave the slides'
where blocks say so. What it left over is then looked for out of order, on slides that moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from l10n.adopt.alignment.best_path import (
    NEVER,
    Score,
    Step,
    Window,
    best_path,
    half_width,
    joined,
    windows_along,
)
from l10n.adopt.alignment.cognates import cognates
from l10n.adopt.alignment.runs import Pair, Runs
from l10n.adopt.alignment.slides import alike, page_path, part
from l10n.adopt.alignment.traits import Block, Sketch, sketch
from l10n.deck import Deck
from l10n.markdown import Localised

_SKIPPED = -3.0
_JOINED = -3.5
_ON_SAME_STEP = 1.0
"""What it counts for, at most, that the slides of two blocks belong together."""
_ON_OTHER_SLIDES = -3.0
_UNSURE = 0.05
"""No slides are surer to belong together than this leaves room for."""
_SAME_PLACE = 1.5
"""What the same place counts for on two slides of the same shape."""
_SAME_END = 0.7
"""What being the first, or the last, of its slide on both sides counts for."""
_WITNESSES = 3
"""How many steps before and after a match bear witness for it."""
_EVEN = 4.0
"""The ratio at which slides, or blocks, out of order are as likely as not to belong together."""


class Match(NamedTuple):
    """Blocks that belong together, by their index; several on one side where they were split or joined."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
    """How likely it is that they do, 0 to 1."""
    evidence: float
    """The log-likelihood ratio of their content alone, wherever they stand."""


class Alignment(NamedTuple):
    """What belongs together in a source deck and a translated deck."""

    source: Deck
    target: Deck
    matches: tuple[Match, ...]
    """In the order of the source."""

    @property
    def fit(self) -> float:
        """The share of blocks that found a counterpart, of the deck where that is larger: 0 to 1.

        A translation may have only a part of its source, or more than its source.
        """
        shares = (
            (sum(one.confidence * len(one.source) for one in self.matches), len(self.source.segments)),
            (sum(one.confidence * len(one.target) for one in self.matches), len(self.target.segments)),
        )
        return max(found / max(1, count) for found, count in shares)

    @property
    def evidence(self) -> float:
        """The log-likelihood ratio of the whole; of two sources, the one with more is the likelier."""
        alone = len(self.source.segments) + len(self.target.segments)
        alone -= sum(len(one.source) + len(one.target) for one in self.matches)
        return sum(one.confidence * one.evidence for one in self.matches) + _SKIPPED * alone


def align(source: Deck, target: Deck, localised: Localised) -> Alignment:
    """The two decks' blocks, matched, in a time about linear in their length."""
    one, other = sketch(source, localised), sketch(target, localised)
    if not one.blocks or not other.blocks:
        return Alignment(source, target, ())
    pair = Pair.of(one, other.renamed(cognates(one.words, other.words)))
    pages = page_path(pair)
    steps = best_path(_windows(pair, pages), _score(pair, _together(pages)), _SKIPPED)
    found = list(_in_either_order(pair, list(_supported(pair, steps))))
    found += _moved(pair, found)
    return Alignment(source, target, tuple(sorted(found, key=lambda match: match.source)))


def _supported(pair: Pair, steps: Sequence[Step]) -> Iterator[Match]:
    """The matches on the path: what two blocks do not say for themselves, those around them must."""
    sure = [step.sureness if step.whole else 0.0 for step in steps]
    one, other = Runs(pair.source.blocks), Runs(pair.target.blocks)
    for number, step in enumerate(steps):
        if step.whole:
            near = sure[max(0, number - _WITNESSES) : number] + sure[number + 1 : number + 1 + _WITNESSES]
            support = (sum(near) + 1) / (len(near) + 1)
            evidence = pair.likeness.of_blocks(one[step.source], other[step.target])
            doubt = (1 - support) * exp(-max(0.0, evidence) / 2)
            ends = tuple(range(*step.source)), tuple(range(*step.target))
            yield Match(*ends, step.sureness * (1 - doubt), evidence)


def _in_either_order(pair: Pair, found: Sequence[Match]) -> Iterator[Match]:
    """The matches, but for neighbours that belong together crosswise: those the path cannot take."""
    waiting: Match | None = None
    for match in found:
        if waiting is None:
            waiting = match
            continue
        crossed = _crossed(pair, waiting, match)
        if crossed > 1 / 2:
            sureness = crossed * min(waiting.confidence, match.confidence)
            for one, other in ((waiting, match), (match, waiting)):
                evidence = _evidence(pair, one.source[0], other.target[0])
                yield Match(one.source, other.target, sureness, evidence)
            waiting = None
        else:
            yield waiting._replace(confidence=waiting.confidence * (1 - crossed))
            waiting = match._replace(confidence=match.confidence * (1 - crossed))
    if waiting:
        yield waiting


def _crossed(pair: Pair, one: Match, other: Match) -> float:
    """How likely it is that of two neighbours on one slide each belongs to the other's counterpart."""
    if one.source[1:] or one.target[1:] or other.source[1:] or other.target[1:]:
        return 0.0
    (i,), (j,), (k,), (m,) = one.source, one.target, other.source, other.target
    pages = pair.source.page_of, pair.target.page_of
    if k != i + 1 or m != j + 1 or pages[0][i] != pages[0][k] or pages[1][j] != pages[1][m]:
        return 0.0
    more = _evidence(pair, i, m) + _evidence(pair, k, j) - one.evidence - other.evidence
    return 1 / (1 + exp(_EVEN - more)) if more > 0 else 0.0


def _evidence(pair: Pair, i: int, j: int) -> float:
    return pair.likeness.of_blocks(pair.source.blocks[i], pair.target.blocks[j])


def _together(pages: Sequence[Step]) -> dict[tuple[int, int], float]:
    """Slides on one step of their path, and what that counts for their blocks."""
    return {
        (i, j): min(_ON_SAME_STEP, log((step.sureness + _UNSURE) / (1 - step.sureness + _UNSURE)))
        for step in pages
        for i in range(*step.source)
        for j in range(*step.target)
    }


def _score(pair: Pair, together: Mapping[tuple[int, int], float]) -> Score:
    one, other = Runs(pair.source.blocks), Runs(pair.target.blocks)
    one_page, other_page = pair.source.page_of, pair.target.page_of

    def score(i0: int, i1: int, j0: int, j1: int) -> float:
        pages = one_page[i0], other_page[j0]
        if one_page[i1 - 1] != pages[0] or other_page[j1 - 1] != pages[1]:
            return NEVER
        a, b = one[i0, i1], other[j0, j1]
        whole = 0.0 if i1 - i0 == j1 - j0 else _JOINED
        on_pages = together.get(pages, _ON_OTHER_SLIDES)
        return whole + on_pages + _place(pair, a, b, *pages) + pair.likeness.of_blocks(a, b)

    return score


def _place(pair: Pair, one: Block, other: Block, page: int, other_page: int) -> float:
    if pair.shapes[0][page] == pair.shapes[1][other_page]:
        return _SAME_PLACE if one.places == other.places else -_SAME_PLACE
    return sum(_SAME_END for a, b in zip(one.places, other.places, strict=True) if a == b == 0)


def _windows(pair: Pair, pages: Sequence[Step]) -> list[Window]:
    """By boundary between blocks of the source: where to look for its blocks' counterparts.

    That is on the slides of its own step, and on those of the nearest whole steps around it.
    """
    ends = [(_boundary(pair.source, one.source[1]), _boundary(pair.target, one.target[1])) for one in pages]
    starts = [(0, 0), *ends]
    lows, highs = [0], [len(pair.target.blocks)]
    for number, step in enumerate(pages[:-1]):
        lows.append(starts[number][1] if step.whole else lows[-1])
    for number in range(len(pages) - 1, 0, -1):
        highs.append(ends[number][1] if pages[number].whole else highs[-1])
    half = half_width(len(pair.source.blocks))
    windows: list[Window] = [(0, min(highs[-1], half))]
    for (i0, j0), (i1, j1), low, high in zip(starts, ends, lows, reversed(highs), strict=False):
        for i in range(i0 + 1, i1 + 1):
            middle = j0 + (j1 - j0) * (i - i0) // (i1 - i0)
            windows.append((max(low, middle - half), min(high, middle + half)))
    return joined(windows, len(pair.target.blocks))


def _boundary(side: Sketch, page: int) -> int:
    """The block that the page begins with."""
    return side.pages[page].first if page < len(side.pages) else len(side.blocks)


def _moved(pair: Pair, found: Sequence[Match]) -> Iterator[Match]:
    """What the path left over on slides that belong together out of order."""
    one = _left(pair.source, {index for match in found for index in match.source})
    other = _left(pair.target, {index for match in found for index in match.target})
    parts = {i: part(pair.source, left) for i, left in one.items()}
    other_parts = {j: part(pair.target, left) for j, left in other.items()}
    for score, i, j in sorted(alike(pair, parts, other_parts), reverse=True):
        if i in one and j in other:
            yield from _on_moved(pair, one.pop(i), other.pop(j), 1 / (1 + exp(_EVEN - score)))


def _left(side: Sketch, matched: set[int]) -> dict[int, list[int]]:
    """By slide: its blocks that have no counterpart."""
    left: dict[int, list[int]] = {}
    for index, page in enumerate(side.page_of):
        if index not in matched:
            left.setdefault(page, []).append(index)
    return left


def _on_moved(pair: Pair, one: Sequence[int], other: Sequence[int], sureness: float) -> Iterator[Match]:
    pages = pair.source.page_of[one[0]], pair.target.page_of[other[0]]
    whole = _score(pair, {pages: _ON_SAME_STEP})

    def score(i0: int, i1: int, j0: int, j1: int) -> float:
        if i1 - i0 == j1 - j0:
            return whole(one[i0], one[i0] + 1, other[j0], other[j0] + 1)
        return NEVER

    windows = windows_along([(0, 0), (len(one), len(other))], half_width(len(one)))
    for step in best_path(windows, score, _SKIPPED):
        if step.whole:
            i, j = one[step.source[0]], other[step.target[0]]
            yield Match((i,), (j,), step.sureness * sureness, _evidence(pair, i, j))
