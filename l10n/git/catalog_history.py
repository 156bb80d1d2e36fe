"""What git has of the catalogs that decks share, whatever these were called: each revision read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from l10n.catalog import Key, own_messages
from l10n.errors import GitError
from l10n.git.repository import Repository, Revision
from l10n.git.snapshots import Message, Reader, Snapshot
from l10n.project import HOMES, Project, SourceDeck, kept_name
from l10n.system import File, composed

_AT_ONCE = 16
"""How many revisions of a catalog are in memory at one time."""
_Tables = Mapping[str, Mapping[Key, Message]]
"""The messages of a catalog, by the file that its references name."""


def was_shared(project: Project, repository: Repository, locale: str) -> bool:
    """Whether decks share catalogs, or did before these were parted."""
    if project.shares:
        return True
    homes = (home for per, home in HOMES.items() if per != project.config.catalogs_per)
    names = {kept_name(home(deck), ".po") for home in homes for deck in project.decks}
    paths = sorted(repository.path(project.messages(locale).file(name).path) for name in names)
    with suppress(GitError):  # there is no commit yet: that is named with each deck
        return repository.has_had(paths)
    return False


class CatalogHistory:
    """That of one catalog, or of all where decks shared some."""

    def __init__(self, repository: Repository, *, shared: bool) -> None:
        """Nothing is asked yet."""
        self.repository = repository
        self.shared = shared
        self._reader = Reader()
        self._revisions: dict[str, Sequence[Revision]] = {}
        self._tables: dict[tuple[str, str], _Tables] = {}
        self._latest: _Tables = {}
        self._newest: dict[tuple[str, str], bytes | None] = {}

    def of(self, deck: str, file: File) -> list[Revision]:
        """The revisions of a catalog, newest first, and before them those of what it was moved from."""
        path = self.repository.path(file.path)
        history = list(self._of(path))
        if not (self.shared and history):
            return history
        names = (kept_name(home(deck), ".po") for home in HOMES.values())
        others = {self.repository.path(file.room.file(name).path) for name in names} - {path}
        found = [one for one in history if one.path == path]
        for other in sorted(others):
            known = {one.commit for one in found}
            found += [one for one in self._of(other) if one.commit not in known and one.path == other]
        return sorted(found, key=lambda one: one.date, reverse=True)

    def _of(self, path: str) -> Sequence[Revision]:
        if path not in self._revisions:
            self._revisions[path] = self.repository.history(path, mainline=True)
        return self._revisions[path]

    def is_as_in(self, revision: Revision, content: bytes | None) -> bool:
        """Whether a catalog says what it said in a commit."""
        asked = revision.commit, revision.path
        if asked not in self._newest:
            self._newest[asked] = self.repository.read(*asked)
        return self._newest[asked] == content

    def snapshots(self, source: SourceDeck, history: Sequence[Revision]) -> Iterator[Snapshot]:
        """What a deck had in each of the revisions; as many are read as are taken, some at once."""
        for at in range(0, len(history), _AT_ONCE):
            revisions = history[at : at + _AT_ONCE]
            read = self._by_deck if self.shared else self._read
            for revision, messages in zip(revisions, read(source, revisions), strict=True):
                yield Snapshot(revision, messages)

    def _read(self, _: SourceDeck, revisions: Sequence[Revision]) -> Iterator[Mapping[Key, Message]]:
        for data in self.repository.read_all((one.commit, one.path) for one in revisions):
            yield self._reader.read(data or b"")

    def _by_deck(self, source: SourceDeck, revisions: Sequence[Revision]) -> Iterator[Mapping[Key, Message]]:
        unknown = [one for one in revisions if (one.commit, one.path) not in self._tables]
        for revision, messages in zip(unknown, self._read(source, unknown), strict=True):
            self._latest = self._tables[revision.commit, revision.path] = self._by_file(messages)
        for revision in revisions:
            yield _DeckMessages(source, self._tables[revision.commit, revision.path])

    def _by_file(self, messages: Mapping[Key, Message]) -> _Tables:
        """What did not change from one revision to the next is kept once."""
        tables: dict[str, dict[Key, Message]] = {}
        for key, message in messages.items():
            for file in message.files:
                tables.setdefault(file, {})[key] = message
        known = self._latest
        return {file: known[file] if known.get(file) == table else table for file, table in tables.items()}


class _DeckMessages(Mapping[Key, Message]):
    """What one deck had in a catalog: the entries that named it; by name also what only others had."""

    def __init__(self, source: SourceDeck, tables: _Tables) -> None:
        named = tables.get(source.reference, {})
        self._own = own_messages(named, composed(source.path), lambda one, key: replace(one, key=key))
        self._tables = tables

    def __getitem__(self, key: Key) -> Message:
        if key in self._own:
            return self._own[key]
        found = next((table[key] for table in self._tables.values() if key in table), None)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Key]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)
