"""How much more likely it is that two blocks, or slides, belong together than that they do not.

All figures are natural logarithms of such ratios: 0 says nothing, 2.3 is ten to one, and what is independent
adds up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import log

from l10n.adopt.alignment.traits import ANCHOR, GAP, IMAGE, NUMBER, WORD, Block, Page, Sketch, Trait
from l10n.deck import Kind

_SHARED = {ANCHOR: 3.0, GAP: 0.6, NUMBER: 0.7, WORD: 0.6, "class": 0.5, "mark": 0.6, "tag": 0.4}
"""What a trait that both sides have counts for, against one that must not change, like code."""
_LOST = {ANCHOR: 0.0, GAP: 0.15, NUMBER: 0.3, WORD: 0.02, "class": 0.3, "mark": 0.3, "tag": 0.1}
"""What a trait that one side lacks counts for: translators translate words, and lose markup.

Anchors are made from titles: that of a translated one is another, unless it is written out as the source's.
"""
_LOST_CODE = 0.6
_MOST_SHARED = 12.0
_MOST_LOST = 5.0
_SAME_TEXT = 4.0
_MOST_SAME = 2.0
"""What the same kind counts for, at most: the rarer it is, the more; being in notes likewise."""
_OTHER_KIND = {
    frozenset({Kind.LIST_ITEM, Kind.PARAGRAPH}): -1.5,
    frozenset({Kind.QUOTE, Kind.PARAGRAPH}): -1.5,
    frozenset({Kind.HEADING, Kind.PARAGRAPH}): -2.5,
}
"""Marks that get lost: of a list, of a quote, of a heading."""
_ANOTHER_KIND = -5.0
_OTHER_IMAGE = -5.0
"""Two descriptions of different images, whatever their texts."""
_NOTES = -4.0
_PER_COLUMN = -0.4
_FURTHEST = 4
_NEAR, _FAR = 0.27, 1.0
"""Standard deviation of the logarithm of the ratio of lengths: of translations, and of any two texts."""
_SLACK = 12
"""Characters added to each length: of short texts the ratio says little."""
_SAME_SHAPE = 2.0
_PER_BLOCK = -0.5


_LOST_NAME = 0.3
"""The same for a word that stands in both decks, so that it has no other form in the other language."""


def _lost(trait: Trait, in_both: bool) -> float:
    if trait[0] == WORD and in_both:
        return _LOST_NAME
    return _LOST.get(trait[0], _LOST_CODE)


def _rarity(number: int, count: int) -> float:
    return min(_MOST_SAME, log((count + 2) / (number + 1)))


class Likelihood:
    """Compares blocks and slides of two decks."""

    def __init__(self, source: Sketch, target: Sketch) -> None:
        """How rare a trait is counts, and how much longer the target's language is."""
        count = 1 + max(len(source.blocks), len(target.blocks))
        spread = source.spread | target.spread
        rarity = {trait: log(count / (number + 0.5)) for trait, number in spread.items()}
        self.shared = {trait: rare * _SHARED.get(trait[0], 1.0) for trait, rare in rarity.items()}
        both = source.spread.keys() & target.spread.keys()
        self.lost = {trait: rare * _lost(trait, trait in both) for trait, rare in rarity.items()}
        kinds = Counter(block.kind for side in (source, target) for block in side.blocks)
        notes = sum(block.in_notes for side in (source, target) for block in side.blocks)
        self.kinds = {kind: _rarity(number, kinds.total()) for kind, number in kinds.items()}
        self.in_notes = _rarity(notes, kinds.total())
        lengths = [sum(block.length for block in side.blocks) + 200 for side in (source, target)]
        self.stretch = lengths[1] / lengths[0]

    def weighed(self, side: Sketch) -> Sketch:
        """One of the sketches, with what its traits count for where the other side lacks them."""
        blocks = [block._replace(cost=self._cost(block.traits)) for block in side.blocks]
        pages = [page._replace(cost=self._cost(page.traits)) for page in side.pages]
        return Sketch(blocks, pages, side.page_of)

    def _cost(self, traits: Mapping[Trait, int]) -> float:
        return sum(self.lost[trait] * count for trait, count in traits.items())

    def of_blocks(self, one: Block, other: Block) -> float:
        """The ratio for two blocks, from what they are themselves."""
        if one.kind is other.kind:
            kind = self.kinds[one.kind] + _PER_COLUMN * min(_FURTHEST, abs(one.depth - other.depth))
            kind += _OTHER_IMAGE if one.kind is Kind.IMAGE and _images(one) != _images(other) else 0.0
        else:
            kind = _OTHER_KIND.get(frozenset({one.kind, other.kind}), _ANOTHER_KIND)
        notes = _NOTES if one.in_notes != other.in_notes else self.in_notes * one.in_notes
        text = _SAME_TEXT if one.text == other.text else 0.0
        return kind + notes + text + self._lengths(one.length, other.length) + self._traits(one, other)

    def of_pages(self, one: Page, other: Page) -> float:
        """The ratio for two slides."""
        more = min(6, abs(len(one.shape) - len(other.shape)))
        shape = _SAME_SHAPE if one.shape == other.shape else _PER_BLOCK * more
        return shape + self._lengths(one.length, other.length) + self._traits(one, other)

    def _lengths(self, one: int, other: int) -> float:
        """Lengths grow together (Gale and Church), and their ratio scatters."""
        ratio = log((other + _SLACK) / (one * self.stretch + _SLACK))
        return max(-5.0, log(_FAR / _NEAR) - ratio * ratio * (1 / _NEAR**2 - 1 / _FAR**2) / 2)

    def _traits(self, one: Block | Page, other: Block | Page) -> float:
        shared, lost = 0.0, one.cost + other.cost
        for trait in one.traits.keys() & other.traits.keys():
            common = min(one.traits[trait], other.traits[trait])
            shared += common * self.shared[trait]
            lost -= 2 * common * self.lost[trait]
        return min(_MOST_SHARED, shared) - min(_MOST_LOST, lost)


def _images(block: Block) -> set[Trait]:
    return {trait for trait in block.traits if trait[0] == IMAGE}
