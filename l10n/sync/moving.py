"""Catalogs that stand as another setting had them become those that the settings ask for.

What decks have that share a catalog, or did, moves at once: all new catalogs are written before any old one
goes, and one that is to be overwritten is copied first. So whatever ends a run, all is in one file or
another, and the next run finds it. Where a catalog cannot be read, nothing of these decks is moved or
brought up to date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import cache, partial
from typing import NamedTuple

from l10n.catalog import Catalog, Entry, Key, files_of, joined, load, marked, parted, title_of, with_headers
from l10n.errors import L10nError
from l10n.project import SPARE, Former, Group, Project, SourceDeck, begun_catalog
from l10n.sync.results import GroupResult
from l10n.system import Changed, File, composed
from l10n.update import reference


def moved(
    project: Project, old: Mapping[str, Sequence[Former]], date: str
) -> tuple[GroupResult, frozenset[str]]:
    """Move what is to move, by locale; what came of it, and the names of the groups that still wait for that.

    Where nothing is written, those that would be wait, too: nobody can tell yet what they would have.
    """
    result, waiting = GroupResult(), set[str]()
    for locale, found in old.items():
        for move in _moves(project, locale, found):
            done = False
            with result.noting():
                project.files.forget()
                project.files.settled(partial(move.done, date))
                done = not project.files.dry
            waiting |= set() if done else {group.name for group in move.groups}
    result.changed, result.removed, result.moved = project.files.new_changes()
    return result, frozenset(waiting)


def _moves(project: Project, locale: str, found: Sequence[Former]) -> Iterator[Move]:
    """What can move apart from each other: groups that no old catalog has to do with at once."""
    of = {deck: group for group in project.groups for deck in group.decks}
    called = {project.catalog_file(group.decks[0], locale): group for group in project.groups}
    concerned = {one: _concerned(one, of, called) for one in found}
    having: dict[str, list[Former]] = {}
    for one, names in concerned.items():
        for name in names:
            having.setdefault(name, []).append(one)
    places = {group.name: place for place, group in enumerate(project.groups)}
    moving: set[Former] = set()
    for first in (one for one in found if one not in moving):
        old, names = _together(first, concerned, having)
        moving |= old
        groups = [project.groups[place] for place in sorted(places[name] for name in names)]
        yield Move(project, locale, sorted(old, key=lambda one: one.file.name), groups)


def _concerned(old: Former, of: Mapping[str, Group], called: Mapping[File, Group]) -> set[str]:
    """The names of the groups that have a deck of it, or are to be called as it is."""
    groups = [*(of[deck] for deck in old.decks if deck in of), *filter(None, [called.get(old.file)])]
    return {group.name for group in groups}


def _together(
    first: Former, concerned: Mapping[Former, set[str]], having: Mapping[str, Sequence[Former]]
) -> tuple[set[Former], set[str]]:
    """The old catalogs, and names of groups, that one of them leads to."""
    old, names, left = {first}, set[str](), [first]
    while left:
        for name in concerned[left.pop()] - names:
            names.add(name)
            left += (more := [one for one in having[name] if one not in old])
            old |= {*more}
    return old, names


class _Read(NamedTuple):
    """A catalog that is to move, as it is."""

    former: Former
    content: bytes
    shares: Mapping[str, Catalog]
    """What each of its decks has of it."""


class Move:
    """Some catalogs, and the groups that are to have what these have."""

    def __init__(self, project: Project, locale: str, old: Sequence[Former], groups: Sequence[Group]) -> None:
        """Nothing is read yet."""
        self.project, self.locale, self.old, self.groups = project, locale, old, groups
        self._keys = cache(partial(_keys, project))
        self._written: dict[File, tuple[Catalog | None, bytes]] = {}
        """By catalog: what it was before, and what was written; a save meanwhile has all done again."""

    def done(self, date: str) -> None:
        """Do it; ``CatalogError`` if one cannot be read, ``Changed`` if one was saved meanwhile."""
        files = self.project.files
        old = [one for one in map(self._read, self.old) if one]
        new = {self._file(group): self._content(group, old, date) for group in self.groups}
        overwritten = {one.former.file: one.content for one in old if one.former.file in new}
        spares = {_spare(file): content for file, content in overwritten.items()}
        for file, content in spares.items():
            files.write(file, content, listed=False)
        for file in sorted(new, key=lambda file: file in overwritten):
            files.write(file, new[file])
        for one in old:
            if one.former.file not in overwritten:
                self._remove(one.former.file, one.content)
        for file in () if files.dry else spares:
            file.room.remove(file.name)

    def _file(self, group: Group) -> File:
        return self.project.catalog_file(group.decks[0], self.locale)

    def _read(self, one: Former) -> _Read | None:
        content = self.project.files.read(one.file)
        if content is None:
            return None
        catalog = load(content, one.file.shown)
        owners = [composed(deck) for deck in one.decks]
        if one.per == "deck":
            return _Read(one, content, {owners[0]: catalog})
        return _Read(one, content, parted(catalog, owners, self._having(one.decks)))

    def _having(self, decks: Sequence[str]) -> Callable[[Entry], list[str]]:
        """Says which of the decks have a message, or had it when the catalog was brought up to them."""
        places = {reference(composed(self.project.deck_file(deck).shown)): deck for deck in decks}
        by_key: dict[Key, list[str]] = {}
        for deck in decks:
            for key in self._keys(deck):
                by_key.setdefault(key, []).append(deck)

        def having(entry: Entry) -> list[str]:
            named = (places[file] for file in files_of(entry) if file in places)
            return sorted({composed(deck) for deck in (*by_key.get(entry.key, ()), *named)})

        return having

    def _remove(self, file: File, content: bytes) -> None:
        """Remove what was moved, if it is still that."""
        if not self.project.files.dry and file.room.read(file.name) != content:
            raise Changed(file)
        self.project.files.remove(file)

    def _content(self, group: Group, old: Sequence[_Read], date: str) -> bytes:
        """The catalog of a group: what it has already, with what is moved into it."""
        file = self._file(group)
        known = None if any(one.former.file == file for one in old) else self._known(file)
        base = known or begun_catalog(self.project, group.decks[0], self.locale, date)
        owners = [composed(deck) for deck in group.decks]
        parts = [(owner, one.shares[owner]) for owner in owners for one in old if owner in one.shares]
        titles = [title_of(name) for one in old for name in (*one.former.decks, one.former.name)]
        headed = with_headers(base, [one for _, one in parts], titles, begun=known is None)
        had = self._had(group, known) if known else {}
        fills = self.project.config.memory == "fill"
        catalog = joined(headed, parts, had, fills=fills, alone=len(owners) == 1)
        content = marked(catalog, self.project.config.catalogs_per).render().encode()
        self._written[file] = known, content
        return content

    def _known(self, file: File) -> Catalog | None:
        """The catalog that stands there already, but for what this move has written."""
        before, written = self._written.get(file, (None, None))
        is_ours = written is not None and self.project.files.read(file) == written
        return before if is_ours else self.project.catalogs.of(file)

    def _had(self, group: Group, known: Catalog) -> Mapping[str, Set[Key]]:
        """By deck: the messages that it has in a catalog that stands where the settings want it."""
        if len(group.decks) == 1:
            return {composed(group.decks[0]): known.by_key.keys()}
        by_file: dict[str, set[Key]] = {}
        for key, entry in known.by_key.items():
            for file in files_of(entry):
                by_file.setdefault(file, set()).add(key)
        places = {
            composed(deck): reference(composed(self.project.deck_file(deck).shown)) for deck in group.decks
        }
        return {
            deck: by_file.get(at, set()) | known.apart.get(deck, {}).keys() for deck, at in places.items()
        }


def _spare(file: File) -> File:
    """Where a catalog is copied that is to be overwritten."""
    return file.room.file(f"{file.name.removesuffix('.po')}{SPARE}.po")


def _keys(project: Project, deck: str) -> frozenset[Key]:
    """The messages of a deck; none where it cannot be read, which is named when its turn comes."""
    with suppress(L10nError):
        return frozenset(entry.key for entry in SourceDeck(project, deck).entries)
    return frozenset()
