"""Bringing a catalog up to its template, at the cost of what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.catalog import Catalog, Entry, Key
from l10n.po_format import obsoleted, refreshed, revived


@dataclass(frozen=True, slots=True)
class Changes:
    """What an update did, in entries."""

    kept: int = 0
    new: int = 0
    revived: int = 0
    gone: int = 0
    """Entries that became obsolete, or had no translation and were dropped."""

    @property
    def any_message(self) -> bool:
        """Whether the set of messages changed."""
        return bool(self.new or self.revived or self.gone)


def update(old: Catalog, template: Sequence[Entry]) -> tuple[Catalog, Changes]:
    """The catalog with the template's messages, in its order, and every translation that it had.

    Entries whose message did not change keep their lines; a message that left becomes obsolete and comes
    back with its translation when its text does.
    """
    live = old.by_key
    waiting = {entry.key: entry for entry in old.entries if entry.obsolete}
    wanted = {message.key for message in template}
    entries = [_current(message, live, waiting) for message in template]
    gone = [entry for key, entry in live.items() if key not in wanted]
    entries += [_obsolete(entry) for entry in gone if entry.msgstr]
    entries += [entry for key, entry in waiting.items() if key not in wanted]
    kept = len(wanted & live.keys())
    back = len((wanted & waiting.keys()) - live.keys())
    changes = Changes(kept, len(wanted) - kept - back, back, len(gone))
    return replace(old, entries=tuple(entries)), changes


def _current(message: Entry, live: Mapping[Key, Entry], waiting: Mapping[Key, Entry]) -> Entry:
    known = live.get(message.key)
    if message.key in waiting and not (known and known.msgstr):
        known = _revived(waiting[message.key])
    if known is None or (known.comments, known.references) == (message.comments, message.references):
        return known or message
    lines = tuple(refreshed(known.lines, message.comments, message.references))
    return replace(known, comments=message.comments, references=message.references, lines=lines)


def _revived(entry: Entry) -> Entry:
    return replace(entry, obsolete=False, lines=tuple(revived(entry.lines)))


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, comments=(), references=(), lines=tuple(obsoleted(entry.lines)))
