"""What state a message is in, and what is complete: the one definition, for all that counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from l10n.catalog.comments import means_copy
from l10n.catalog.count import NOTHING, Count, summed
from l10n.catalog.model import Entry
from l10n.language import Glossary
from l10n.markdown import has_prose, prose


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


_NO_TERMS = Glossary()


def state(
    entry: Entry, glossary: Glossary = _NO_TERMS, *, refused: bool = False, borrowed: bool = False
) -> State:
    """The state of an entry that is not obsolete; what the glossary keeps or lists may be copied.

    What the build ``refused`` is not published; where it ``borrowed``, another locale's translation is.
    """
    if refused:
        return State.REFUSED
    if not entry.msgstr:
        return State.BORROWED if borrowed else State.UNTRANSLATED
    if entry.fuzzy:
        return State.FUZZY
    if entry.msgstr.split() != entry.msgid.split() or not has_prose(entry.msgid):
        return State.TRANSLATED
    meant = means_copy(entry) or not has_prose(glossary.without_kept(prose(entry.msgid)))
    return State.TRANSLATED if meant else State.COPIED


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
        found[state_of_it][0] += 1
        found[state_of_it][1] += words
    return Counts(**{one.value: Count(*numbers) for one, numbers in found.items()})


def complete_percent(counts: Counts) -> int:
    """How much is complete, in percent of words, rounded down: 100 only if every message is."""
    done, total = counts.complete, counts.total
    if done.messages == total.messages:
        return 100
    return min(99, 100 * done.words // total.words) if total.words else 0
