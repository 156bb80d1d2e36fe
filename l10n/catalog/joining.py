"""Catalogs of several owners become one, and one becomes theirs again; no line of a translator gets lost.

Owners agree about a message where they have the same translation, which is one entry then. Where they do
not, the translation that most of them have is that of all, and each of the others stands apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from l10n.catalog.comments import ANOTHER_TRANSLATION, still_said_of
from l10n.catalog.contexts import Key, apart, as_in_source, owner_of
from l10n.catalog.lines import EntryLines, sort_lines, string_in, strings
from l10n.catalog.merging.catalogs import one_of, untwinned
from l10n.catalog.merging.entries import ABSENT, EntryMerge, Version
from l10n.catalog.merging.headers import with_newline
from l10n.catalog.model import Catalog, Entry
from l10n.catalog.shared import called
from l10n.catalog.writer import escaped, obsoleted, referring

Part = tuple[str, Catalog]
"""An owner, and its own catalog: messages are called there as in the source."""
Had = Mapping[str, Container[Key]]
"""By owner: the messages that it has in the base already, called as in the source."""


def joined(base: Catalog, parts: Sequence[Part], had: Had, *, fills: bool, alone: bool) -> Catalog:
    """The ``base`` with all that the parts have; the header is that of the base.

    What owners ``had`` there is merged with what their parts have, as what two branches made. Where it
    ``fills``, a message without a translation takes that of the others. Where the base is that of an owner
    ``alone``, nobody stands apart.
    """
    return _Joining(base, parts, had, fills=fills, alone=alone).result()


class _Joining:
    """The entries found so far, by what they are called."""

    def __init__(self, base: Catalog, parts: Sequence[Part], had: Had, *, fills: bool, alone: bool) -> None:
        self.base, self.had, self.fills, self.alone = base, had, fills, alone
        self.parts = [(owner, untwinned(catalog)) for owner, catalog in parts]
        self.tails = [base.tail, *(catalog.tail for _, catalog in parts)]
        self.found = {entry.key: entry for entry in untwinned(base)}
        self.common = dict(self._common())

    def result(self) -> Catalog:
        for obsolete in (False, True):
            for owner, every in self.parts:
                for entry in every:
                    if entry.obsolete == obsolete:
                        self._take(owner, entry)
        newline = self.base.newline
        entries = (one._replace(lines=with_newline(one.lines, newline)) for one in self.found.values())
        ordered = tuple(sorted(entries, key=lambda one: one.obsolete))
        return replace(self.base, entries=ordered, tail=with_newline(self._tail(), newline))

    def _tail(self) -> tuple[str, ...]:
        """What stands behind the last entry; previous strings of no message only where all have the same."""
        tails = list(dict.fromkeys(tail for tail in self.tails if tail))
        if len(tails) < 2:
            return tails[0] if tails else ()
        return tuple(dict.fromkeys(line for tail in tails for line in tail if not string_in(line)))

    def _common(self) -> Iterator[tuple[Key, Entry]]:
        """By message: the entry that all owners get, but those that need another."""
        versions: dict[Key, list[Entry]] = {}
        for _, entries in self.parts:
            for entry in (one for one in entries if not one.obsolete):
                versions.setdefault(entry.key, []).append(entry)
        for key, every in versions.items():
            settled = self.found.get(key)
            keeps = settled and not settled.obsolete and (settled.msgstr or not self.fills)
            yield key, settled if settled and keeps else _usual(every)

    def _take(self, owner: str, entry: Entry) -> None:
        if not entry.obsolete and entry.key in self.had.get(owner, ()):
            self._merge(owner, entry)
            return
        agrees = self._agrees(entry)
        place = entry.key if agrees or self.alone else apart(owner, entry.key)
        if agrees and not entry.obsolete and entry.key in self.common:
            self._put(place, self.common[entry.key])
        self._put(place, entry)

    def _merge(self, owner: str, entry: Entry) -> None:
        """As branches are; where two translations are to choose from, no other owner waits for that."""
        own = apart(owner, entry.key)
        place = own if own in self.found else entry.key
        known = self.found[place]
        merged, is_conflict = self._merged(known, entry, place)
        if is_conflict and place != own and self._have_others(owner, entry.key):
            merged, place = self._merged(known, entry, own)[0], own
        self.found[place] = merged or known

    def _have_others(self, owner: str, key: Key) -> bool:
        return any(key in keys for other, keys in self.had.items() if other != owner)

    def _merged(self, known: Entry, entry: Entry, place: Key) -> tuple[Entry | None, bool]:
        mine, other = (Version(called(one, place)) for one in (known, entry))
        return EntryMerge(ABSENT, mine, other, theirs_newer=False, newline=self.base.newline).result()

    def _agrees(self, entry: Entry) -> bool:
        """Whether its owner may have what all have."""
        if owner_of(entry.key) is not None:  # of an owner that is gone
            return True
        if entry.obsolete:
            known = self.found.get(entry.key)
            return known is None or _are_one(entry, known)
        return _are_one(entry, self.common[entry.key]) or (self.fills and not entry.msgstr)

    def _put(self, place: Key, entry: Entry) -> None:
        entry, known = called(entry, place), self.found.get(place)
        if known is None:
            self.found[place] = entry
        elif not entry.msgstr or _are_one(entry, known):
            live, other = (entry, known) if known.obsolete and not entry.obsolete else (known, entry)
            revives = other.obsolete and not live.msgstr
            self.found[place] = _with_all(one_of(live, other) if revives else live, other)
        elif not known.msgstr:
            self.found[place] = _with_all(one_of(known, entry) if entry.obsolete else entry, known)
        elif (known.obsolete and not entry.obsolete) or (known.fuzzy and entry.translated):
            self.found[place] = _noting(entry, known)
        else:
            self.found[place] = _noting(known, entry)


def _usual(every: Sequence[Entry]) -> Entry:
    """The entry with the translation that most have."""
    texts = Counter((_text(one), one.fuzzy) for one in every if one.msgstr)
    usual = texts.most_common(1)[0][0] if texts else None
    return next((one for one in every if (_text(one), one.fuzzy) == usual), every[0])


def _are_one(one: Entry, other: Entry) -> bool:
    """Whether nothing of either is lost in one entry of both."""
    if one is other:
        return True
    if one.obsolete or other.obsolete:
        return _text(one) == _text(other)
    same = (_text(one), one.fuzzy) == (_text(other), other.fuzzy)
    made_for = {as_in_source(entry.previous) for entry in (one, other) if entry.previous}
    return same and len(made_for) < 2


def _text(entry: Entry) -> tuple[str, ...]:
    """All forms of the translation, and of the message if it has a plural; empty if there is none."""
    found = sort_lines(entry.lines)
    texts = tuple(strings(found.translation).values())
    plural = strings(found.source).get("msgid_plural")
    return (*texts, *([plural] if plural is not None else ())) if any(texts) else ()


def _with_all(one: Entry, other: Entry) -> Entry:
    """The entry with what another one says beside its translation."""
    if one.lines == other.lines:
        return one
    mine, more = sort_lines(one.lines), sort_lines(other.lines)
    if other.obsolete or one.obsolete:
        more = more._replace(extracted=(), references=(), flags=(), previous=())
    flags = (flag for flag in more.flags if flag != "fuzzy")
    return _rewritten(
        one,
        mine._replace(
            comments=_union(mine.comments, more.comments),
            extracted=_union(mine.extracted, more.extracted),
            references=_references(mine, more),
            flags=_union(mine.flags, tuple(flags)),
            previous=mine.previous or (more.previous if one.fuzzy == other.fuzzy else ()),
        ),
    )


def _noting(one: Entry, other: Entry) -> Entry:
    """The entry with comments that say what another one has, which has another translation."""
    mine, more = sort_lines(one.lines), sort_lines(other.lines)
    texts = strings(more.translation).values()
    noted = tuple(f'# {ANOTHER_TRANSLATION} "{escaped(text)}"' for text in texts if text)
    return _rewritten(one, mine._replace(comments=_union(mine.comments, (*more.comments, *noted))))


def _references(mine: EntryLines, more: EntryLines) -> tuple[str, ...]:
    """The lines with the places of both; those of the first, if it names all."""
    places = _union(mine.places, more.places)
    return mine.references if places == mine.places else tuple(referring(places))


def _union(mine: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*mine, *more)))


def _rewritten(entry: Entry, parts: EntryLines) -> Entry:
    """The entry with these lines; the same, if it has them."""
    if parts == sort_lines(entry.lines):
        return entry
    newline = "\r\n" if any(line.endswith("\r\n") for line in entry.lines) else "\n"
    blanks = list(takewhile(lambda line: not line.strip(), entry.lines))
    lines = [*blanks, *(line + newline for line in parts.joined())]
    if entry.obsolete:
        lines = obsoleted(lines, tuple(still_said_of(entry)))
    return entry._replace(
        notes=parts.notes,
        comments=entry.comments if entry.obsolete else parts.said,
        references=() if entry.obsolete else parts.places,
        previous=parts.previous_key,
        lines=tuple(lines),
    )


def parted(
    catalog: Catalog, owners: Sequence[str], having: Callable[[Entry], Sequence[str]]
) -> dict[str, Catalog]:
    """What each owner has of a catalog, called as in the source, each with the whole header.

    ``having`` says which owners have the message of a live entry. What is of none goes, obsolete, to the
    first that has no such message: memory finds it there.
    """
    shares: dict[str, dict[Key, Entry]] = {owner: {} for owner in owners}
    own = {(owner_of(one.key), as_in_source(one.key)) for one in catalog.entries if not one.obsolete}
    strays = []
    for entry in untwinned(catalog):
        owner = owner_of(entry.key)
        if owner is None:
            takers = [] if entry.obsolete else [one for one in having(entry) if (one, entry.key) not in own]
        else:
            takers = [owner] if owner in shares else []
        for taker in takers:
            _give(shares[taker], called(entry, as_in_source(entry.key)))
        strays += [] if takers or not entry.msgstr else [_gone(entry)]
    for entry in strays:
        others = [share[entry.key] for share in shares.values() if entry.key in share]
        if not any(_text(one) == _text(entry) for one in others):
            first = next((one for one in shares.values() if entry.key not in one), shares[owners[0]])
            _give(first, entry)
    tails = {owners[0]: catalog.tail}
    return {
        owner: replace(catalog, entries=tuple(share.values()), tail=tails.get(owner, ()))
        for owner, share in shares.items()
    }


def _give(share: dict[Key, Entry], entry: Entry) -> None:
    """Let an owner have an entry, too; where it has one of that message, the live one stays as it is."""
    known = share.get(entry.key)
    if known is None:
        share[entry.key] = entry
        return
    live, other = (entry, known) if known.obsolete and not entry.obsolete else (known, entry)
    same = not other.msgstr or _text(live) == _text(other)
    share[entry.key] = _with_all(live, other) if same else _noting(live, other)


def _gone(entry: Entry) -> Entry:
    if entry.obsolete:
        return entry
    said = tuple(still_said_of(entry))
    lines = tuple(obsoleted(entry.lines, said))
    return entry._replace(obsolete=True, comments=said, references=(), lines=lines)
