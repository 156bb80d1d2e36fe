"""The states of messages, and what is complete: the one definition, for all that counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from l10n.catalog.count import NOTHING, Count, summed


class State(StrEnum):
    """What a message is in one locale; each message has one state."""

    TRANSLATED = "translated"
    """It is published."""
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    COPIED = "copied"
    """Its translation is the source text, which has prose, and nobody said that this is meant."""
    BORROWED = "borrowed"
    """It has no translation, and that of the locale that lends to this one is published."""
    REFUSED = "refused"
    """It is translated, but would break the deck; only a build can tell."""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to do: readers see a translation."""
        return self in (State.TRANSLATED, State.BORROWED)


@dataclass(frozen=True, slots=True)
class Counts:
    """Messages and words by state; the fields are named as the states are."""

    translated: Count = NOTHING
    fuzzy: Count = NOTHING
    untranslated: Count = NOTHING
    copied: Count = NOTHING
    borrowed: Count = NOTHING
    refused: Count = NOTHING

    def of(self, state: State) -> Count:
        """What is in that state."""
        found: Count = getattr(self, state.value)
        return found

    def __add__(self, other: Counts) -> Counts:
        return summed(self, other)

    @property
    def complete(self) -> Count:
        """What readers see in translation."""
        return sum((self.of(state) for state in State if state.is_complete), NOTHING)

    @property
    def total(self) -> Count:
        """What is in any state."""
        return sum(map(self.of, State), NOTHING)


def counted(messages: Iterable[tuple[State, int]]) -> Counts:
    """From the state of each message and its words."""
    found = {one: [0, 0] for one in State}
    for state_of_it, words in messages:
        numbers = found[state_of_it]
        numbers[0] += 1
        numbers[1] += words
    return Counts(**{one.value: Count(*numbers) for one, numbers in found.items()})


def complete_percent(counts: Counts) -> int:
    """How much is complete, in percent of words, rounded down: 100 only if every message is."""
    done, total = counts.complete, counts.total
    if done.messages == total.messages:
        return 100
    return min(99, 100 * done.words // total.words) if total.words else 0
