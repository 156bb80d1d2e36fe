"""What comes of a translation that is adopted: pairs, what is left over, and what changed in the catalog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from l10n.adopt.alignment.align import Alignment
from l10n.adopt.alignment.judgement import Judged, State
from l10n.catalog import DOUBTFUL, Entry, Key
from l10n.deck import Deck
from l10n.errors import L10nError
from l10n.git import Revision


class Leftover(NamedTuple):
    """A block of the translated deck that no message has taken."""

    line: int
    last_line: int
    text: str
    """As it stands in the deck."""


class Missing(NamedTuple):
    """A message that no block of the translated deck belongs to."""

    line: int
    text: str


class Changed(NamedTuple):
    """An entry whose translation is not that of the deck, or was not."""

    line: int
    """Of its msgid in the catalog."""
    msgid: str
    before: str
    """What the catalog had; empty if it had none."""
    after: str
    """What the deck has."""
    taken: bool
    """The catalog has the deck's now."""


@dataclass(slots=True)
class Adopted:
    """What came of one translated deck."""

    source: str
    translated: str
    catalog: str
    fit: float
    """Which share of the blocks found a counterpart, 0 to 1."""
    revision: Revision | None
    """What it was aligned with; None for the deck as it is today."""
    pairs: list[Judged]
    missing: list[Missing]
    leftovers: list[Leftover]
    changed: list[Changed]
    states: dict[str, int]
    """The catalog's messages, counted by state."""
    built: bool
    """It is what ``l10n build`` made, edited or not."""

    @property
    def added(self) -> int:
        """How many entries had no translation."""
        return sum(not one.before for one in self.changed)


@dataclass(slots=True)
class AdoptReport:
    """What came of the command."""

    locale: str
    decks: list[Adopted] = field(default_factory=list)
    problems: list[L10nError] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    """Files that are the translation of no deck."""
    notes: list[str] = field(default_factory=list)
    """What a user should know of history."""
    changed: list[str] = field(default_factory=list)
    """Files that were (or would be) written."""


def entries(messages: Iterable[Entry], pairs: Sequence[Judged], known: Mapping[Key, str]) -> list[Entry]:
    """The messages with what the pairs have for them.

    Where a message stands several times and its translations differ, one that is new to ``known`` wins, then
    a sure one, then the one that stands most often, then the first. ``known`` is what an edited deck was
    built of; of others nothing is known, so that they give the same again.
    """
    by_key: dict[Key, list[Judged]] = {}
    for pair in pairs:
        if pair.state is not State.LEFT_OUT:
            by_key.setdefault(pair.key, []).append(pair)
    return [_entry(message, by_key.get(message.key, []), known.get(message.key)) for message in messages]


def _entry(message: Entry, pairs: Sequence[Judged], known: str | None) -> Entry:
    if not pairs:
        return message
    counts = Counter(pair.msgstr for pair in pairs)
    best = max(
        pairs,
        key=lambda one: (
            one.msgstr != known,
            one.state is State.TRANSLATED,
            not one.same,
            counts[one.msgstr],
        ),
    )
    comments = (*message.comments, f"{DOUBTFUL}{best.reason}") if best.reason else message.comments
    fuzzy = best.state is State.FUZZY
    return message._replace(msgstr=best.msgstr, fuzzy=fuzzy, comments=comments)


def missing(alignment: Alignment) -> list[Missing]:
    """Blocks of the source that have no counterpart."""
    deck = alignment.source
    found = {index for match in alignment.matches for index in match.source}
    lone = (segment for index, segment in enumerate(deck.segments) if index not in found)
    return [Missing(deck.line_of(segment.span.start), segment.msgid) for segment in lone]


def leftovers(
    alignment: Alignment, pairs: Iterable[Judged], taken: Container[tuple[Key, str]]
) -> list[Leftover]:
    """Blocks of the translated deck that are in no entry, but for those left in the source language.

    ``taken`` has the messages and translations that are.
    """
    deck = alignment.target
    used = {index for one in pairs if one.same or (one.key, one.msgstr) in taken for index in one.target}
    known = {segment.msgid for segment in alignment.source.segments}
    return [
        _leftover(deck, index)
        for index, segment in enumerate(deck.segments)
        if index not in used and segment.msgid not in known
    ]


def _leftover(deck: Deck, index: int) -> Leftover:
    block = deck.segments[index].block
    last = deck.line_of(max(block.start, block.end - 1))
    return Leftover(deck.line_of(block.start), last, block.of(deck.text))
