"""Building a localised deck: splicing translations into the source, and refusing those that would break it.

Each translation is checked where it would stand; then the slides of the built deck must have the outlines of
the source's. Where they have not, the culprits are found slide by slide and left out: only those, as far as a
slide tells by itself, unless there are so many that finding each would take too long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from l10n.build.culprits import Skim, culprits
from l10n.build.law import broken
from l10n.build.stand import stands
from l10n.build.structure import difference
from l10n.catalog import Key
from l10n.deck import Deck, Segment
from l10n.markdown import Localised


class Refusal(NamedTuple):
    """A translation that was not published, for it would break the deck."""

    segment: Segment
    reason: str


class Built(NamedTuple):
    """A localised deck."""

    text: str
    published: int
    """How many segments stand in translation."""
    refused: tuple[Refusal, ...]

    @property
    def reasons(self) -> dict[Key, str]:
        """Why a message is not published everywhere: what is said of the first place where it is not."""
        return {refusal.segment.key: refusal.reason for refusal in reversed(self.refused)}


def build(deck: Deck, translations: Mapping[Key, str], skim: Skim, localised: Localised) -> Built:
    """The deck with its translations, which must be fit to publish: neither empty nor fuzzy."""
    found = [translations.get(segment.key, "") for segment in deck.segments]
    wanted, refused = _fitting(deck, found, localised)
    text = deck.splice(wanted)
    if wanted and difference(deck.slides, skim(text)):
        for index, reason in culprits(deck, wanted, skim).items():
            refused[index] = reason
            del wanted[index]
        text = deck.splice(wanted)
    same = sum(one == segment.msgid for segment, one in zip(deck.segments, found, strict=True))
    refusals = tuple(Refusal(deck.segments[index], refused[index]) for index in sorted(refused))
    return Built(text, len(wanted) + same, refusals)


def _fitting(
    deck: Deck, translations: Sequence[str], localised: Localised
) -> tuple[dict[int, str], dict[int, str]]:
    """By segment: what would replace it, and why the others may not; empty translations replace nothing."""
    wanted: dict[int, str] = {}
    refused: dict[int, str] = {}
    for index, (stand, translation) in enumerate(zip(stands(deck), translations, strict=True)):
        if translation in ("", stand.segment.msgid):
            continue
        change = stand.change(translation)
        fault = next(broken(change, deck.references, localised), None)
        if fault:
            refused[index] = fault.message
        else:
            wanted[index] = change.replacement
    return wanted, refused
