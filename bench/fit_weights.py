"""Weights of adoption and of checks, estimated anew from pairs aligned by hand, beside those in use.

``python -m bench fit``. The pairs are in the corpus in ../shared, English and French, few, and by one or two
authors: a weight in use that lies within two errors of the fitted one is not contradicted, and one that
hardly occurs is not confirmed. Nothing is changed by this.

What a weight of adoption counts for is asked of ``Likelihood`` itself, with the weight a little higher: a
feature is by how much that changes the ratio of two blocks. A ratio that has no such linear weights is
taken from lengths. What tells of translations cut short is not fitted: it was learnt from nine languages,
of which eight are not in the corpus.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import log
from pathlib import Path
from statistics import pstdev
from typing import Any

from bench.inputs.pairs import CORPUS, Volume, volumes
from bench.logistic import Case, fitted, surprise
from l10n.adopt.alignment import likelihood
from l10n.adopt.alignment.cognates import cognates
from l10n.adopt.alignment.runs import Pair
from l10n.adopt.alignment.traits import Block, Page, Sketch, sketch
from l10n.checks.evidence import fit as fits
from l10n.checks.examine import pairs
from l10n.checks.model import Pairs
from l10n.deck.model import Deck
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS
from l10n.markdown.targets import Localised

_FRENCH = Localised(("//[{locale}.]", "/[{locale}/]"), ("en",), ("fr",))
_OTHERS = 10
"""So many blocks that do not belong together are drawn for each two that do."""
_HEAD = ("weight", "used", "fitted", "±", "cases")
_NO_LIMIT = {"_MOST_SHARED": 1e9, "_MOST_LOST": 1e9}
"""What all traits count for at most is no weight: beneath it they add up."""


@dataclass(frozen=True, slots=True)
class _Weight:
    """A constant of ``likelihood``, or an entry of a table there."""

    table: str
    key: Any = None

    @property
    def name(self) -> str:
        """As one would write it."""
        key = " ".join(sorted(self.key)) if isinstance(self.key, frozenset) else self.key
        return self.table if key is None else f"{self.table} {key}"

    @property
    def used(self) -> float:
        """Its value."""
        value = getattr(likelihood, self.table)
        return float(value if self.key is None else value[self.key])


_TABLES = ("_SHARED", "_LOST", "_OTHER_KIND")
_BLOCKS = [
    *(_Weight(table, key) for table in _TABLES for key in getattr(likelihood, table)),
    *map(
        _Weight,
        ("_LOST_CODE", "_LOST_NAME", "_SAME_TEXT", "_ANOTHER_KIND", "_OTHER_IMAGE", "_NOTES", "_PER_COLUMN"),
    ),
]
_PAGES = [_Weight("_SAME_SHAPE"), _Weight("_PER_BLOCK")]


@contextmanager
def _weights(values: dict[_Weight, float]) -> Iterator[None]:
    """``likelihood`` with these weights, and without a limit to their sum."""
    names = {weight.table for weight in values} | _NO_LIMIT.keys()
    kept = {name: getattr(likelihood, name) for name in names}
    changed = {name: dict(value) if isinstance(value, dict) else value for name, value in kept.items()}
    for weight, value in values.items():
        if weight.key is None:
            changed[weight.table] = value
        else:
            changed[weight.table][weight.key] = value
    try:
        vars(likelihood).update(changed | _NO_LIMIT)
        yield
    finally:
        vars(likelihood).update(kept)


@dataclass(frozen=True, slots=True)
class _Gold:
    """Two decks, and which of their blocks belong together, by index."""

    source: Sketch
    target: Sketch
    pairs: list[tuple[int, int]]

    @property
    def pages(self) -> list[tuple[int, int]]:
        """Slides of which a block belongs to one of the other's, and to no other slide's."""
        there = {(self.source.page_of[one], self.target.page_of[other]) for one, other in self.pairs}
        lefts, rights = [one for one, _ in there], [other for _, other in there]
        return sorted((a, b) for a, b in there if lefts.count(a) == rights.count(b) == 1)


@cache
def _golds() -> list[_Gold]:
    return [_gold(path.parent) for path in sorted(CORPUS.glob("**/gold.json"))]


def _gold(folder: Path) -> _Gold:
    english, french = (_deck(folder / name) for name in ("en.md", "fr.md"))
    known = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["pairs"]
    ours, theirs = _by_line(english), _by_line(french)
    together = [(ours[one], theirs[other]) for one, other in known if one in ours and other in theirs]
    one, other = sketch(english, _FRENCH), sketch(french, _FRENCH)
    return _Gold(one, other.renamed(cognates(one.words, other.words)), together)


def _deck(path: Path) -> Deck:
    return parse(path.read_text(encoding="utf-8"), DIALECTS["remark"])


def _by_line(deck: Deck) -> dict[int, int]:
    """The block that begins on each line; of cells of a table, the first."""
    lines = [deck.line_of(one.span.start) for one in deck.segments]
    return {line: at for at, line in reversed(list(enumerate(lines)))}


_Compared = list[tuple[int, int, bool]]
"""Which to compare, by index, and whether they belong together."""


def _compared(together: Sequence[tuple[int, int]], count: int) -> _Compared:
    """Those that belong together, and each first one with others, drawn by chance."""
    dice = random.Random(0)
    known = set(together)
    drawn = [(one, dice.randrange(count)) for one, _ in together for _ in range(_OTHERS)]
    return [*((*both, True) for both in together), *((*both, False) for both in drawn if both not in known)]


def _ratios(gold: _Gold, compared: _Compared, kind: type[Block | Page]) -> list[float]:
    """What ``likelihood`` says of each two."""
    pair = Pair.of(gold.source, gold.target)
    if kind is Page:
        ours, theirs = pair.source.pages, pair.target.pages
        return [pair.likeness.of_pages(ours[one], theirs[other]) for one, other, _ in compared]
    blocks, others = pair.source.blocks, pair.target.blocks
    return [pair.likeness.of_blocks(blocks[one], others[other]) for one, other, _ in compared]


def _cases(gold: _Gold, weights: Sequence[_Weight], kind: type[Block | Page]) -> list[Case]:
    """Each two, with what would change by one more of each weight; the last one is of all alike."""
    if kind is Page:
        compared = _compared(gold.pages, len(gold.target.pages))
    else:
        compared = _compared(gold.pairs, len(gold.target.blocks))
    nothing = dict.fromkeys(weights, 0.0)
    with _weights(nothing):
        bare = _ratios(gold, compared, kind)
    columns: list[list[float]] = []
    for weight in weights:
        with _weights({**nothing, weight: 1.0}):
            more = _ratios(gold, compared, kind)
        columns.append([one - zero for one, zero in zip(more, bare, strict=True)])
    rows = zip(zip(*columns, strict=True), compared, bare, strict=True)
    return [Case((*features, 1.0), both[2], zero) for features, both, zero in rows]


def _linear(weights: Sequence[_Weight], kind: type[Block | Page]) -> Iterator[tuple[str, ...]]:
    cases = [case for gold in _golds() for case in _cases(gold, weights, kind)]
    yield from _rows([(one.name, one.used) for one in weights], cases) if cases else ()


def _rows(used: Sequence[tuple[str, float]], cases: Sequence[Case]) -> Iterator[tuple[str, ...]]:
    """A row a weight: the value in use, the fitted one, its error, and in how many cases it counts."""
    best = fitted(cases)
    for at, (name, value) in enumerate(used):
        count = sum(1 for case in cases if case.features[at])
        yield name, f"{value:.2f}", f"{best.weights[at]:.2f}", f"{best.errors[at]:.2f}", f"{count:,}"


def blocks() -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: what tells that two blocks belong together."""
    yield _HEAD
    yield from _linear(_BLOCKS, Block)
    yield from _scatter()


def _scatter() -> Iterator[tuple[str, ...]]:
    """How lengths scatter: those of translations, and those of any two texts."""
    for name, wanted in (("_NEAR", True), ("_FAR", False)):
        ratios = [ratio for gold in _golds() for ratio in _length_ratios(gold, wanted)]
        if ratios:
            used, found = getattr(likelihood, name), pstdev(ratios, 0.0)
            error = found / (2 * len(ratios)) ** 0.5
            yield name, f"{used:.2f}", f"{found:.2f}", f"{error:.2f}", f"{len(ratios):,}"


def _length_ratios(gold: _Gold, wanted: bool) -> Iterator[float]:
    stretch = likelihood.Likelihood(gold.source, gold.target).stretch
    for one, other, together in _compared(gold.pairs, len(gold.target.blocks)):
        if together is wanted:
            ours, theirs = gold.source.blocks[one].length, gold.target.blocks[other].length
            yield log((theirs + likelihood._SLACK) / (ours * stretch + likelihood._SLACK))


def pages() -> Iterator[tuple[str, ...]]:
    """The same for two slides."""
    yield _HEAD
    yield from _linear(_PAGES, Page)


_FIT: tuple[tuple[str, float, Callable[[fits.Traits, fits.Traits], float]], ...] = (
    ("a common root", fits._ROOT, lambda one, two: len(one.roots & two.roots)),
    ("other lengths", -1.3, lambda one, two: min(1.5, abs(two.length - one.length))),
    ("copied by both", fits._COPY, lambda one, two: min(fits._COPIES, len(one.copied & two.copied))),
    ("copied by one", -0.28, lambda one, two: min(5, len(one.copied ^ two.copied))),
    ("other signs", -0.28, lambda one, two: fits._unlike(one.signs, two.signs)),
    ("another end", -0.4, lambda one, two: one.end != two.end),
)
"""The terms of ``fit``, with the weights in use."""
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)


def translations() -> Iterator[tuple[str, ...]]:
    """The same for what tells a message's translation from that of a neighbour (``evidence/fit``)."""
    yield _HEAD
    cases = [case for volume in volumes() for case in _choices(volume)]
    yield from _rows([(name, used) for name, used, _ in _FIT], cases) if cases else ()


def _choices(volume: Volume) -> Iterator[Case]:
    """A message, its translation and a neighbour's: which of the two it is."""
    every = Pairs(tuple(pairs(volume.subject)))
    scale = fits.ratio(every, volume.setting)
    traits = [fits.of_pair(pair, volume.setting, scale) for pair in every]
    for at, (source, own) in enumerate(traits):
        for near in (at + step for step in _NEIGHBOURS if 0 <= at + step < len(traits)):
            if every.every[near].msgstr != every.every[at].msgstr:
                here, there = _terms(source, own), _terms(source, traits[near][1])
                yield Case([a - b for a, b in zip(here, there, strict=True)], was=True)


def _terms(source: fits.Traits, target: fits.Traits) -> list[float]:
    """The terms, which make up ``fit``: this says so if they no longer do."""
    terms = [float(term(source, target)) for _, _, term in _FIT]
    told = sum(used * value for (_, used, _), value in zip(_FIT, terms, strict=True))
    assert abs(told - fits.fit(source, target)) < 1e-9, "bring the table of this bench up to `fit`"
    return terms


def held_out() -> Iterator[tuple[str, ...]]:
    """How surprised the weights in use are by a pair of decks, and those fitted to the other pairs."""
    yield "pairs aligned by hand", "surprise of those used", "of those fitted to the others"
    both = [(_as_used(gold), _cases(gold, _BLOCKS, Block)) for gold in _golds()]
    for at, decks in enumerate(both):
        others = [one for number, one in enumerate(both) if number != at]
        learnt = (fitted(list(chain.from_iterable(way))).weights for way in zip(*others, strict=True))
        losses = (surprise(cases, weights) for cases, weights in zip(decks, learnt, strict=True))
        yield str(len(_golds()[at].pairs)), *(f"{loss:.4f}" for loss in losses)


def _as_used(gold: _Gold) -> list[Case]:
    """Each two as ``likelihood`` judges them; only how many do not belong together is to be learnt."""
    compared = _compared(gold.pairs, len(gold.target.blocks))
    ratios = _ratios(gold, compared, Block)
    return [Case((1.0,), both[2], ratio) for both, ratio in zip(compared, ratios, strict=True)]
