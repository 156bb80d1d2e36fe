"""A catalog that several owners share: who stands apart in it, and what one of them has of it.

An entry is of all owners that have its message, as in any catalog that gettext makes of several files. Where
one needs another translation, it has an entry of its own, whose context begins with a line that names it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from l10n.catalog.contexts import Key, apart, as_in_source, owner_of
from l10n.catalog.model import Catalog, Entry, files_of
from l10n.catalog.writer import recontexted, refreshed

Item = TypeVar("Item")


def called(entry: Entry, key: Key) -> Entry:
    """The entry under another context, in its lines, too; what it was made for is called as in the source."""
    previous = entry.previous and as_in_source(entry.previous)
    lines = entry.lines
    if lines and entry.msgctxt != key[0]:
        lines = tuple(recontexted(lines, key[0]))
    if lines and previous and previous != entry.previous:
        lines = tuple(recontexted(lines, previous[0], previous=True))
    return entry._replace(msgctxt=key[0], previous=previous, lines=lines)


def standing_apart(catalogs: Iterable[Catalog]) -> dict[str, set[Key]]:
    """By owner: the messages that stand apart in any of the catalogs, live or with a translation kept."""
    found: dict[str, set[Key]] = {}
    for entry in (entry for catalog in catalogs for entry in catalog.entries):
        owner = owner_of(entry.key) if entry.msgctxt else None
        if owner is not None and (entry.msgstr or not entry.obsolete):
            found.setdefault(owner, set()).add(as_in_source(entry.key))
    return found


def set_apart(catalog: Catalog, wanted: Mapping[str, Iterable[Key]], shared: Container[Key]) -> Catalog:
    """The catalog with what owners need apart: they take with them what they had till now.

    What nobody has ``shared`` any more goes, if it was taken along.
    """
    known = {entry.key for entry in catalog.entries}
    pairs = ((apart(owner, key), key) for owner, keys in wanted.items() for key in keys)
    new = [
        called(catalog.by_key[key], own)._replace(references=())
        for own, key in pairs
        if own not in known and key in catalog.by_key and catalog.by_key[key].msgstr
    ]
    taken = {as_in_source(one.key) for one in new}
    stays = (one for one in catalog.entries if one.obsolete or one.key in shared or one.key not in taken)
    return replace(catalog, entries=(*stays, *new))


def renamed(catalog: Catalog, names: Mapping[str, str]) -> Catalog:
    """The catalog with owners that have other names now."""
    known = {entry.key for entry in catalog.entries}

    def now(entry: Entry) -> Entry:
        owner = owner_of(entry.key) or ""
        key = apart(names[owner], as_in_source(entry.key)) if owner in names else entry.key
        return entry if key in known else called(entry, key)

    return replace(catalog, entries=tuple(map(now, catalog.entries))) if names else catalog


def own_messages(
    messages: Mapping[Key, Item], owner: str, call: Callable[[Item, Key], Item]
) -> dict[Key, Item]:
    """Messages as an owner calls them: its own instead of those that it shares; ``call`` names one."""
    found = {key: one for key, one in messages.items() if owner_of(key) is None}
    own = ((as_in_source(key), one) for key, one in messages.items() if owner_of(key) == owner)
    return found | {key: call(one, key) for key, one in own}


@dataclass(frozen=True)
class Share(Catalog):
    """What one owner has of a catalog: read as if that were all, and written with all the rest."""

    whole: Catalog = field(default_factory=Catalog)
    at: tuple[int, ...] = ()
    """Where its entries stand there; their contexts here are those of the source."""

    @classmethod
    def of(cls, whole: Catalog, owner: str, keys: Iterable[Key]) -> Share:
        """That of an owner whose source has these messages."""
        at, own = whole.places_by_key, whole.apart.get(owner, {})
        places = [(key, own.get(key, at.get(key))) for key in keys]
        found = [(key, place) for key, place in places if place is not None]
        entries = tuple(_renamed_in_source(whole.entries[place], key) for key, place in found)
        return cls(whole.header, entries, (), whole, tuple(place for _, place in found))

    @cached_property
    def joined(self) -> Catalog:
        """The whole, with what was changed here."""
        pairs = list(zip(self.at, self.entries, strict=True))
        entries = list(self.whole.entries)
        changed = [(at, one) for at, one in pairs if one.lines is not entries[at].lines]
        if not changed and self.header is self.whole.header:
            return self.whole
        for at, one in changed:
            entries[at] = one._replace(msgctxt=entries[at].msgctxt)
        return replace(self.whole, header=self.header, entries=tuple(entries))

    def render(self) -> str:
        """The text of the whole file."""
        return self.joined.render()

    def places(self) -> Iterator[tuple[Entry, int]]:
        """Each entry of the owner, and its line in the file."""
        lines = self.joined.msgid_lines
        return ((entry, lines[at]) for at, entry in zip(self.at, self.entries, strict=True))

    def lines_of(self, keys: Container[Key]) -> dict[Key, int]:
        """Those of some of its entries."""
        return {entry.key: line for entry, line in self.places() if entry.key in keys}


def _renamed_in_source(entry: Entry, key: Key) -> Entry:
    if entry.msgctxt == key[0] and entry.previous is None:
        return entry
    return entry._replace(msgctxt=key[0], previous=entry.previous and as_in_source(entry.previous))


def detached(whole: Catalog, owner: str, keys: Iterable[Key]) -> Catalog:
    """A catalog with what the owner of these messages has of a shared one, and what it may take up again."""
    gone: dict[Key, Entry] = {}
    for entry in whole.entries:
        if entry.obsolete and owner_of(entry.key) in (None, owner):
            key = as_in_source(entry.key)
            if key not in gone or owner_of(entry.key):
                gone[key] = called(entry, key)
    return Catalog(whole.header, (*Share.of(whole, owner, keys).entries, *gone.values()))


def with_share(whole: Catalog, owner: str, file: str, before: Catalog, after: Catalog) -> Catalog:
    """The whole with what became of an owner's entries, whose source is called ``file`` in references.

    Where others have a translation already that the owner does not want, the owner's stands apart.
    """
    entries = list(whole.entries)
    new: list[Entry] = []
    for entry in after.by_key.values():
        if entry.key in before.by_key and not _says_more(entry, before.by_key[entry.key]):
            continue
        at = whole.apart.get(owner, {}).get(entry.key, whole.places_by_key.get(entry.key))
        lines = entry.lines or tuple(after.formatted(entry))
        if at is None:
            new.append(entry._replace(lines=lines))
        elif _is_of_others(entries[at], file):
            new.append(called(entry._replace(lines=lines), apart(owner, entry.key)))
        else:
            entries[at] = _in_place(entries[at], entry._replace(lines=lines))
    live = [entry for entry in entries if not entry.obsolete]
    taken = {entry.key for entry in (*live, *new)}
    gone = [entry for entry in entries if entry.obsolete and entry.key not in taken]
    return replace(whole, header=after.header, entries=(*live, *new, *gone))


def _says_more(entry: Entry, before: Entry) -> bool:
    now, then = ((one.msgstr, one.fuzzy, one.notes, one.previous) for one in (entry, before))
    return now != then


def _is_of_others(entry: Entry, file: str) -> bool:
    """Whether it has a translation that somebody else has, too."""
    shared = owner_of(entry.key) is None and bool(files_of(entry) - {file})
    return shared and bool(entry.msgstr)


def _in_place(there: Entry, entry: Entry) -> Entry:
    """The owner's entry where one stands already, with all that the sources say of that."""
    comments = tuple(dict.fromkeys((*there.comments, *entry.comments)))
    lines = tuple(refreshed(entry.lines, comments, there.references))
    found = entry._replace(comments=comments, references=there.references, lines=lines)
    return called(found, there.key) if owner_of(there.key) else found
