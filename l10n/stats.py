"""What state each message is in, counted in messages and in words."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from enum import StrEnum

from l10n.catalog import Entry
from l10n.inline import has_prose, words
from l10n.remarks import ignored_rules


class State(StrEnum):
    """How far a message is translated."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    COPIED = "copied"
    """The translation is the source text, prose and all, and nobody said that this is meant."""


_MEANT = frozenset({"untranslated-copy", "content"})
"""Rules that a translator tells to ignore an entry, if its text is the same in both languages."""


def state(entry: Entry, kept: Container[str] = ()) -> State:
    """The state of an entry that is not obsolete; ``kept`` are texts that are the same in both languages."""
    if not entry.msgstr:
        return State.UNTRANSLATED
    if entry.fuzzy:
        return State.FUZZY
    copied = entry.msgstr == entry.msgid and entry.msgid not in kept and has_prose(entry.msgid)
    return State.COPIED if copied and not _MEANT & ignored_rules(entry) else State.TRANSLATED


@dataclass(slots=True)
class Counts:
    """Messages and words by state."""

    messages: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))
    words: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))

    def count(self, entry: Entry, kept: Container[str] = ()) -> None:
        """Count one entry in."""
        found = state(entry, kept)
        self.messages[found] += 1
        self.words[found] += words(entry.msgid)

    def add(self, other: Counts) -> None:
        """Count another catalog in."""
        for one in State:
            self.messages[one] += other.messages[one]
            self.words[one] += other.words[one]
