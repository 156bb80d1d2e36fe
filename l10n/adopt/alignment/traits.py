"""What is known of each block of a deck, so that blocks in two languages can be compared.

What does not change with the language is a trait: code, targets, macros, marks, numbers, names, and the lines
that stand between blocks - fenced code, images, definitions, properties, brackets of content classes.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Self

from l10n.deck import Deck, Kind, Segment
from l10n.markdown import Localised, SpanKind, label, pinned, prose, slug, spans
from l10n.regex import regex

TARGETS = frozenset({SpanKind.LINK, SpanKind.IMAGE, SpanKind.URL, SpanKind.LABEL})
WORD, NUMBER, GAP, TARGET, IMAGE, ANCHOR = "word", "number", "gap", "target", "image", "anchor"
"""Kinds of traits, beside those of spans: their values are the first part of a trait."""

Trait = tuple[str, str]
"""What kind it is, and its value in a form that is the same in both languages."""


class Block(NamedTuple):
    """One block, or several in a row that are taken for one."""

    kind: Kind
    in_notes: bool
    depth: int
    """Columns before its text: how deep it is nested."""
    length: int
    """Characters of prose."""
    traits: Counter[Trait]
    text: str
    places: tuple[int, int]
    """How many blocks of its slide stand before it, and behind it."""
    cost: float = 0.0
    """What its traits count for where the other side lacks them."""

    def joined(self, other: Self) -> Self:
        """Both as one block."""
        return type(self)(
            self.kind,
            self.in_notes,
            self.depth,
            self.length + other.length,
            self.traits + other.traits,
            f"{self.text} {other.text}",
            (self.places[0], other.places[1]),
            self.cost + other.cost,
        )


class Page(NamedTuple):
    """One slide, its steps and notes included."""

    first: int
    """Its blocks: indexes ``[first, last)``."""
    last: int
    traits: Counter[Trait]
    shape: tuple[tuple[Kind, bool], ...]
    length: int
    cost: float = 0.0

    def joined(self, other: Self) -> Self:
        """Both as one slide; the one that follows may repeat the other's heading."""
        return type(self)(
            self.first,
            other.last,
            self.traits + other.traits,
            self.shape + other.shape,
            self.length + other.length,
            self.cost + other.cost,
        )


@dataclass(frozen=True)
class Sketch:
    """A deck's blocks and slides, with their traits."""

    blocks: list[Block]
    pages: list[Page]
    page_of: list[int] = field(default_factory=list)
    """By block: the index of its page."""

    @property
    def words(self) -> set[str]:
        """All words that may say something."""
        return {value for kind, value in self.spread if kind == WORD}

    def renamed(self, alike: Mapping[str, str]) -> Sketch:
        """The same deck with some words replaced by others."""
        blocks = [block._replace(traits=_renamed(block.traits, alike)) for block in self.blocks]
        pages = [page._replace(traits=_renamed(page.traits, alike)) for page in self.pages]
        return Sketch(blocks, pages, self.page_of)

    @cached_property
    def spread(self) -> Counter[Trait]:
        """In how many blocks each trait stands."""
        return Counter(trait for block in self.blocks for trait in block.traits)


def _renamed(traits: Counter[Trait], alike: Mapping[str, str]) -> Counter[Trait]:
    renamed: Counter[Trait] = Counter()
    for (kind, value), count in traits.items():
        renamed[kind, alike.get(value, value) if kind == WORD else value] += count
    return renamed


def total_of(parts: Iterable[Counter[Trait]]) -> Counter[Trait]:
    """All traits of the parts."""
    total: Counter[Trait] = Counter()
    for one in parts:
        total.update(one)
    return total


def sketch(deck: Deck, localised: Localised) -> Sketch:
    """The deck's blocks and slides; targets are given the form that they have in every locale."""
    groups = _by_slide(deck)
    gaps = [_gap(piece) for piece in list(deck.pieces())[::2]]
    blocks: list[Block] = []
    pages: list[Page] = []
    for group in groups:
        first = len(blocks)
        for place, segment in enumerate(group):
            at = len(blocks)
            around = gaps[at] + gaps[at + 1]
            blocks.append(_block(deck, segment, localised, around, (place, len(group) - place - 1)))
        pages.append(_page(blocks[first:], first, gaps[first : len(blocks) + 1]))
    page_of = [number for number, page in enumerate(pages) for _ in range(page.first, page.last)]
    return Sketch(blocks, pages, page_of)


def _by_slide(deck: Deck) -> list[list[Segment]]:
    """The blocks of each slide that has any; a step's are its slide's."""
    groups: dict[int, list[Segment]] = {}
    for segment in deck.segments:
        groups.setdefault(segment.slide, []).append(segment)
    return list(groups.values())


_SEPARATOR = regex(r"-{2,3}|\?{3}|[-*+>#\s]*")


def _gap(piece: str) -> Counter[Trait]:
    """The lines between two blocks that say anything; what begins the second one's line does not."""
    lines = (line.strip() for line in piece.split("\n")[:-1])
    return Counter((GAP, line) for line in lines if not _SEPARATOR.fullmatch(line))


def _block(
    deck: Deck, segment: Segment, localised: Localised, around: Counter[Trait], places: tuple[int, int]
) -> Block:
    line_start = deck.text.rfind("\n", 0, segment.span.start) + 1
    shown = segment.msgid if segment.block == segment.span else segment.block.of(deck.text)
    traits = Counter(_span_traits(shown, deck, localised))
    text = prose(segment.msgid)
    traits.update(_words(text))
    traits += around
    if segment.kind is Kind.HEADING and deck.renderer.titles_say_anchors:
        traits[ANCHOR, pinned(deck.text, segment.span.end)[1] or slug(segment.msgid)] += 1
    depth = segment.span.start - line_start if segment.kind is not Kind.TABLE_CELL else 0
    length = len(" ".join(text.split()))
    return Block(segment.kind, segment.in_notes, depth, length, traits, segment.msgid, places)


def _span_traits(text: str, deck: Deck, localised: Localised) -> Iterator[Trait]:
    for span in spans(text):
        if span.kind in TARGETS:
            kind = IMAGE if span.kind is SpanKind.IMAGE else TARGET
            yield kind, target_of(span.value, deck, localised, is_label=span.kind is SpanKind.LABEL)
        elif span.kind is SpanKind.NUMBER:
            yield NUMBER, number_of(span.value)
        elif span.kind is not SpanKind.TITLE:
            yield str(span.kind), " ".join(span.value.split())


def target_of(value: str, deck: Deck, localised: Localised, *, is_label: bool) -> str:
    """Where a target, or the target of a label, leads, in the form that it has in every locale."""
    target = deck.references.get(label(value), value) if is_label else value
    return localised.neutral(target.rstrip("*_~"))


def number_of(text: str) -> str:
    """A number's digits, in whatever script it is written."""
    return "".join(str(unicodedata.digit(char)) for char in text if char.isdigit())


_WORDS = regex(r"[a-zA-Z\u00c0-\u024f]{2,}|[^\W\d_a-zA-Z\u00c0-\u024f]{2,}")
_SHORTEST = 4
"""Letters that a word needs to say something, unless it is an abbreviation."""


def words_of(prose: str) -> Iterator[str]:
    """The words of two letters and more, without case and accents."""
    return (folded(word) for word in _WORDS.findall(prose))


def _words(prose: str) -> Iterator[Trait]:
    for word in _WORDS.findall(prose):
        if len(word) >= _SHORTEST or word.isupper() or not word.isascii():
            yield WORD, folded(word)


def folded(word: str) -> str:
    """The word without case and accents."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))


def _page(blocks: list[Block], first: int, gaps: Iterable[Counter[Trait]]) -> Page:
    own = (Counter({one: n for one, n in block.traits.items() if one[0] != GAP}) for block in blocks)
    traits = total_of((*own, *gaps))
    shape = tuple((block.kind, block.in_notes) for block in blocks)
    return Page(first, first + len(blocks), traits, shape, sum(block.length for block in blocks))
