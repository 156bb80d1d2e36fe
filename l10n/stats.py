"""How far translations are: what state each message is in, counted in messages and in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from enum import StrEnum

from l10n.catalog import Entry
from l10n.inline import has_prose, prose


class State(StrEnum):
    """What a message is in one locale; each message has one state."""

    TRANSLATED = "translated"
    """It is published."""
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    COPIED = "copied"
    """Its translation is the source text, which has prose and is not listed as the same in all languages."""
    REFUSED = "refused"
    """It is translated, but would break the deck; only a build can tell."""


COPY_RULE = "untranslated-copy"
"""What a translator's ``# l10n-ignore:`` comment names where a copy is meant."""
_IGNORE = re.compile(r"#\s*l10n-ignore:(.*)")
_MARKS = " \t*_~.,:;!?"


def state(entry: Entry, listed: Collection[str] = ()) -> State:
    """The state of an entry that is not obsolete; ``listed`` are texts that are the same in all languages."""
    if not entry.msgstr:
        return State.UNTRANSLATED
    if entry.fuzzy:
        return State.FUZZY
    if entry.msgstr.split() != entry.msgid.split() or not has_prose(entry.msgid):
        return State.TRANSLATED
    return State.TRANSLATED if _is_meant(entry, listed) else State.COPIED


def _is_meant(entry: Entry, listed: Collection[str]) -> bool:
    """Whether somebody said that a copy is right, of this entry or of its text (marks around it left out)."""
    if entry.msgid in listed or prose(entry.msgid).strip(_MARKS) in listed:
        return True
    comments = (_IGNORE.match(line) for line in entry.lines)
    return any(COPY_RULE in re.split(r"[\s,]+", one[1]) for one in comments if one)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of messages, and of the words of their sources."""

    messages: int = 0
    words: int = 0

    def add(self, other: Count) -> Count:
        """Both together."""
        return Count(self.messages + other.messages, self.words + other.words)


_NONE = Count()


@dataclass(frozen=True, slots=True)
class Counts:
    """Messages and words by state; the fields are named as the states are."""

    translated: Count = _NONE
    fuzzy: Count = _NONE
    untranslated: Count = _NONE
    copied: Count = _NONE
    refused: Count = _NONE

    def of(self, state: State) -> Count:
        """What is in that state."""
        found: Count = getattr(self, state.value)
        return found

    def add(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(self.of(State(one.name)).add(other.of(State(one.name))) for one in fields(self)))

    @property
    def total(self) -> Count:
        """What is in any state."""
        return Count(sum(self.of(one).messages for one in State), sum(self.of(one).words for one in State))


def counted(messages: Iterable[tuple[State, int]]) -> Counts:
    """From the state of each message and its words."""
    found = {one: [0, 0] for one in State}
    for state_of_it, words in messages:
        found[state_of_it][0] += 1
        found[state_of_it][1] += words
    return Counts(**{one.value: Count(*numbers) for one, numbers in found.items()})
