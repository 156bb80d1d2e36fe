"""Bringing a catalog up to its template, at the cost of what changed.

Entries whose message stayed keep their lines. A new message continues an old one where it can: still
translated if the edit was mechanical, else as a fuzzy proposal; either way the old message stands beside it
as the previous one. Whatever had a translation stays in the catalog, obsolete, and comes back with its text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from l10n.catalog import (
    Catalog,
    Count,
    Entry,
    Key,
    are_only_wrapped,
    obsoleted,
    refreshed,
    revived,
    still_said_of,
)
from l10n.update.borrowed import Lenders
from l10n.update.changes import Changes
from l10n.update.proposals import Proposer, said_of
from l10n.update.succession import elsewhere, successors


def update(
    old: Catalog,
    template: Sequence[Entry],
    proposer: Proposer | None = None,
    lenders: Lenders | None = None,
    every: Count | None = None,
) -> tuple[Catalog, Changes]:
    """The catalog with the template's messages, in its order, and every translation that is its own.

    ``proposer`` takes translations over from edited messages; without one, numbers are taken as they are.
    What was only taken from one of the ``lenders`` goes with its message. ``every`` is the count of the
    template's messages, where it is known.
    """
    proposer, lenders = proposer or Proposer(), lenders or Lenders()
    sides = _Sides.of(old, template)
    echoes = set(_echoes(sides.gone, sides.back, proposer))
    origins = _origins(old, template, sides.back, echoes) if sides.gone else {}
    heirs = dict(_heirs(template, origins, proposer))
    continued = {one.key for key in heirs for one in origins.get(key, ())}
    lent = {one.key for one in sides.gone if one.key not in continued and lenders.still_have(one, proposer)}
    rest = [entry for key, entry in sides.waiting.items() if key not in sides.wanted]
    staying = [entry for entry in sides.gone if entry.key not in echoes | lent]
    unused = [entry for entry in (*rest, *staying) if entry.key not in continued]
    heirs |= _found_again(template, unused, sides, heirs, proposer)
    entries = [_current(message, sides.live, sides.waiting, heirs) for message in template]
    leaving = _leaving(staying, [*sides.gone, *rest])
    every = Count.of(sides.wanted) if every is None else every
    return replace(old, entries=(*entries, *leaving, *rest)), _changes(sides, heirs, every)


class _Sides(NamedTuple):
    """What the old catalog has, and what the template wants."""

    live: Mapping[Key, Entry]
    waiting: Mapping[Key, Entry]
    """Obsolete entries."""
    wanted: Set[Key]
    gone: Sequence[Entry]
    """Live ones whose message the template has no more."""
    back: Mapping[Key, Entry]
    """Obsolete ones whose message it has again."""

    @classmethod
    def of(cls, old: Catalog, template: Sequence[Entry]) -> _Sides:
        live = old.by_key
        waiting = {entry.key: entry for entry in old.entries if entry.obsolete}
        wanted = {message.key for message in template}
        gone = [entry for key, entry in live.items() if key not in wanted]
        back = {key: entry for key, entry in waiting.items() if key in wanted and key not in live}
        return cls(live, waiting, wanted, gone, back)


def _changes(sides: _Sides, heirs: Mapping[Key, Entry], every: Count) -> Changes:
    """Most messages stay, and are not counted one by one."""
    carried = Count.of(key for key, entry in heirs.items() if not entry.fuzzy)
    fuzzy = Count.of(key for key, entry in heirs.items() if entry.fuzzy)
    new = Count.of(sides.wanted - sides.live.keys() - sides.back.keys() - heirs.keys())
    revived = Count.of(sides.back)
    return Changes(
        kept=every - carried - fuzzy - new - revived,
        carried=carried,
        fuzzy=fuzzy,
        new=new,
        revived=revived,
        gone=Count.of(entry.key for entry in sides.gone),
    )


def _origins(
    old: Catalog, template: Sequence[Entry], back: Container[Key], echoes: Container[Key]
) -> dict[Key, tuple[Entry, ...]]:
    before = [entry for entry in old.entries if not entry.obsolete and entry.key not in echoes]
    return successors(before, [message for message in template if message.key not in back])


def _found_again(
    template: Sequence[Entry],
    unused: Iterable[Entry],
    sides: _Sides,
    heirs: Mapping[Key, Entry],
    proposer: Proposer,
) -> dict[Key, Entry]:
    """Entries for messages that wait for a translation, and continue what was stranded; with their notes."""
    found = dict(_heirs(template, _stranded(template, unused, sides, heirs), proposer))
    notes = {key: sides.live[key].notes if key in sides.live else () for key in found}
    return {
        key: entry._replace(notes=tuple(dict.fromkeys((*notes[key], *entry.notes))))
        for key, entry in found.items()
    }


def _stranded(
    template: Sequence[Entry], unused: Iterable[Entry], sides: _Sides, heirs: Mapping[Key, Entry]
) -> dict[Key, tuple[Entry, ...]]:
    """By messages that wait for a translation: entries that they continue, and that no message continues yet.

    A merge leaves such, where a message was translated on one branch and edited on the other, or on both.
    """
    waiting = [one for one in template if not sides.live.get(one.key, one).msgstr]
    empty = [one for one in waiting if one.key not in heirs and one.key not in sides.back]
    left = [entry for entry in unused if entry.msgstr and not entry.fuzzy] if empty else []
    if not left:
        return {}
    staying = (entry for key, entry in sides.live.items() if key in sides.wanted)
    used = {entry.previous for entry in (*staying, *heirs.values(), *sides.back.values())}
    return elsewhere(empty, [entry for entry in left if entry.key not in used])


def _heirs(
    template: Sequence[Entry], origins: Mapping[Key, Sequence[Entry]], proposer: Proposer
) -> Iterator[tuple[Key, Entry]]:
    """Entries for new messages that continue old ones."""
    for message in template if origins else ():
        entry = proposer.entry(message, origins[message.key]) if message.key in origins else None
        if entry:
            yield message.key, entry


def _current(
    message: Entry, live: Mapping[Key, Entry], waiting: Mapping[Key, Entry], heirs: Mapping[Key, Entry]
) -> Entry:
    key = message.key
    known = live.get(key)
    if key in waiting and not (known and known.msgstr):
        entry = _revived(waiting[key])
        return _with_comments(message, entry, still_said_of(entry))
    if known and key not in heirs:
        if (known.comments, known.references) == (message.comments, message.references):
            return known  # as most are
        entry = _with_comments(message, known, still_said_of(known))
        return known if entry is not known and _is_only_wrapped(message, known) else entry
    heir = heirs.get(key, message)
    return _with_comments(message, heir, said_of(heir))


def _with_comments(message: Entry, entry: Entry, more: Iterable[str]) -> Entry:
    comments = tuple(dict.fromkeys((*message.comments, *more)))
    if (entry.comments, entry.references) == (comments, message.references):
        return entry
    lines = tuple(refreshed(entry.lines, comments, message.references)) if entry.lines else ()
    return entry._replace(comments=comments, references=message.references, lines=lines)


def _is_only_wrapped(message: Entry, entry: Entry) -> bool:
    return entry.references == message.references and are_only_wrapped(entry, message.comments)


def _revived(entry: Entry) -> Entry:
    return entry._replace(obsolete=False, lines=tuple(revived(entry.lines)))


def _leaving(gone: Iterable[Entry], others: Iterable[Entry]) -> Iterator[Entry]:
    """Obsolete entries for those whose message is gone, but for proposals that only repeat another entry."""
    by_key = {entry.key: entry for entry in others}
    for entry in gone:
        source = by_key.get(entry.previous) if entry.previous and entry.fuzzy else None
        repeats = (
            source and source is not entry and (entry.msgstr, entry.notes) == (source.msgstr, source.notes)
        )
        if entry.msgstr and not repeats:
            comments = tuple(still_said_of(entry))
            lines = tuple(obsoleted(entry.lines, comments))
            yield entry._replace(obsolete=True, comments=comments, references=(), lines=lines)


def _echoes(gone: Iterable[Entry], back: Mapping[Key, Entry], proposer: Proposer) -> Iterator[Key]:
    """Those that were made from entries that are back now, and that nobody has touched since."""
    by_previous = {entry.previous: entry for entry in back.values() if entry.previous}
    lengths = sorted({len(entry.msgid) for entry in back.values() if entry.msgid}, reverse=True)
    for entry in gone if back else ():
        if entry.previous:
            origins = back.get(entry.previous), by_previous.get(entry.previous)
            sources = [[origin] for origin in origins if origin] or [_parts(entry.previous, back, lengths)]
            if any(source and proposer.made(entry, source) for source in sources):
                yield entry.key


def _parts(message: Key, back: Mapping[Key, Entry], lengths: Sequence[int]) -> list[Entry]:
    """Entries whose messages, joined, are the message; none if it was not joined from such.

    ``lengths`` are those of all that may be its parts, the longest first.
    """
    context, text = message
    if not any((context, text[:length]) in back for length in lengths):
        return []
    ways: dict[int, Entry] = {}  # by place: what begins there, on the way to the end
    for at in (0, *(blank.end() for blank in re.finditer(" ", text)))[::-1]:
        for end in (at + length for length in lengths):
            part = back.get((context, text[at:end]))
            if part and (end == len(text) or (text[end : end + 1] == " " and end + 1 in ways)):
                ways[at] = part
                break
    return list(_way(ways, text))


def _way(ways: Mapping[int, Entry], text: str) -> Iterator[Entry]:
    at = 0 if 0 in ways else len(text)
    while at < len(text):
        yield ways[at]
        at += len(ways[at].msgid) + 1
