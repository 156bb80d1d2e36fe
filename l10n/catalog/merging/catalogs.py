"""Three-way merge of catalogs by ``(msgctxt, msgid)``: what two branches made of one.

An entry that only one side has changed is taken from it, lines and all; ``entry_merging`` has the rules for
the others. Whether the source has a message is settled like anything else: where one side changed that, it
holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from l10n.catalog.contexts import Key
from l10n.catalog.lines import string_in
from l10n.catalog.merging.entries import ABSENT, EntryMerge, Version
from l10n.catalog.merging.headers import (
    POT_DATE,
    interleaved,
    merged_header,
    newer,
    union,
    with_newline,
)
from l10n.catalog.model import Catalog, Entry
from l10n.catalog.writer import refreshed, revived

_Versions = Mapping[Key, Version]


class Merged(NamedTuple):
    """What came of a merge."""

    catalog: Catalog
    conflicts: frozenset[Key]
    """Entries that both sides translated differently: fuzzy, with one text in a comment."""


def merged(base: Catalog, ours: Catalog, theirs: Catalog) -> Merged:
    """The catalog of both branches; all three as they were read, the base empty if there is none."""
    newline = theirs.newline if ours.newline == base.newline else ours.newline
    theirs_newer = newer(ours, theirs, POT_DATE)
    old, mine, other = (_versions(catalog) for catalog in (base, ours, theirs))
    entries: list[Entry] = []
    conflicts: set[Key] = set()
    for key in mine.keys() | other.keys():
        old_one, my_one, other_one = (side.get(key, ABSENT) for side in (old, mine, other))
        entry, conflict = EntryMerge(old_one, my_one, other_one, theirs_newer, newline).result()
        if entry:
            entries.append(entry)
        if conflict:
            conflicts.add(key)
    leads = _theirs_leads(old, mine, other, theirs_newer=theirs_newer)
    places = _places(*((other, mine) if leads else (mine, other)))
    entries.sort(key=lambda entry: places[entry.obsolete, entry.key])
    header = merged_header(base, ours, theirs, newline)
    tail = with_newline(_tail(base, ours, theirs), newline)
    return Merged(Catalog(header, tuple(entries), tail), frozenset(conflicts))


def _tail(base: Catalog, ours: Catalog, theirs: Catalog) -> tuple[str, ...]:
    """The comments behind the last entry; previous strings of no message only where both have the same."""
    if ours.tail == theirs.tail:
        return ours.tail
    sides = (base.tail, ours.tail, theirs.tail)
    return union(*([line for line in tail if not string_in(line)] for tail in sides))


def _versions(catalog: Catalog) -> dict[Key, Version]:
    return {entry.key: Version(entry) for entry in untwinned(catalog)}


def untwinned(catalog: Catalog) -> list[Entry]:
    """The entries, each message once."""
    entries: dict[Key, Entry] = {}
    for entry in catalog.entries:
        twin = entries.get(entry.key)
        entries[entry.key] = one_of(twin, entry) if twin else entry
    return list(entries.values())


def one_of(one: Entry, other: Entry) -> Entry:
    """One entry for a live and an obsolete twin, or two obsolete ones, with the text that one of them has."""
    live, spare = (other, one) if one.obsolete else (one, other)
    if live.msgstr or not spare.msgstr or live.obsolete:
        return live if live.msgstr else spare
    lines = refreshed(revived(spare.lines), live.comments, live.references)
    return live._replace(msgstr=spare.msgstr, fuzzy=spare.fuzzy, lines=tuple(lines))


def _places(lead: _Versions, other: _Versions) -> dict[tuple[bool, Key], int]:
    """Where an entry stands in the result, live or obsolete, whichever it came to be."""
    live = interleaved(_live(lead), _live(other))
    obsolete = interleaved(*([key for key, one in side.items() if not one.live] for side in (lead, other)))
    known = set(obsolete)
    gone = [key for key in live if key not in known]
    states = [*((False, key) for key in live), *((True, key) for key in (*gone, *obsolete))]
    return {state: place for place, state in enumerate(states)}


def _theirs_leads(old: _Versions, mine: _Versions, other: _Versions, *, theirs_newer: bool) -> bool:
    """Whether only theirs has other messages, or has moved those that it had, or has the newer template."""
    changed = [_live(side) != _live(old) for side in (mine, other)]
    moved = [_common(old, side) != _common(side, old) for side in (mine, other)]
    for ours, theirs in (changed, moved):
        if ours is not theirs:
            return theirs
    return theirs_newer


def _live(side: _Versions) -> list[Key]:
    return [key for key, one in side.items() if one.live]


def _common(side: _Versions, other: _Versions) -> list[Key]:
    """The live messages of a side that are live on the other, too."""
    return [key for key in _live(side) if key in other and other[key].live]
