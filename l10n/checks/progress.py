"""How far the messages of a catalog are, as completeness is held against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from l10n.catalog import Counts, Entry, Key, State, counted, state
from l10n.checks.model import Setting, Subject
from l10n.markdown import words

States = Sequence[tuple[Entry, State]]
"""Messages, each with the state that it is in."""


def messages_of(subject: Subject) -> Iterable[Entry]:
    """The deck's messages as the catalog has them; one that it has not is untranslated."""
    known = subject.catalog.by_key
    if subject.source is None:
        return known.values()
    return [known.get(key) or Entry(segment.msgid) for key, segment in subject.first.items()]


def states_of(entries: Iterable[Entry], subject: Subject, setting: Setting) -> States:
    """What the build refuses or borrows now, it would have refused or borrowed before, too."""
    refused = {(key, subject.catalog.by_key[key].msgstr) for key in subject.refused}

    def is_refused(one: Entry) -> bool:
        return (one.key, one.msgstr) in refused

    return [
        (one, state(one, setting.glossary, refused=is_refused(one), borrowed=one.key in subject.borrowed))
        for one in entries
    ]


def counts_of(states: States) -> Counts:
    """The numbers of messages and words by state."""
    return counted((found, words(entry.msgid)) for entry, found in states)


def left_of(states: States, lines: Mapping[Key, int]) -> Mapping[State, Sequence[int]]:
    """By state, of those that are not complete: their lines, 0 for what is not in the catalog."""
    left: dict[State, list[int]] = {}
    for entry, found in states:
        if not found.is_complete:
            left.setdefault(found, []).append(lines.get(entry.key, 0))
    return left
