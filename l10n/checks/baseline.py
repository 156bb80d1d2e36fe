"""Catalogs as they were at a revision: what changed since, and how complete a locale was."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from l10n.catalog import PER, Catalog, Key, load
from l10n.checks.subjects import Job
from l10n.errors import CatalogError, FileError
from l10n.git import Repository
from l10n.project import HOMES, SourceDeck, kept_name
from l10n.system import File


class Baseline:
    """The catalogs of one revision."""

    def __init__(self, folder: Path, name: str) -> None:
        """``name`` as the user wrote it; ``GitError`` if the folder's repository has no such revision."""
        self.name = name
        self.repository = Repository(folder)
        self.commit = self.repository.commit(name)

    def contents(self, files: Iterable[File]) -> Mapping[File, bytes]:
        """The files as they were; those not there are left out."""
        wanted = [(file, self.repository.path(file.path)) for file in files]
        contents = self.repository.read_all((self.commit, path) for _, path in wanted)
        return {file: data for (file, _), data in zip(wanted, contents, strict=True) if data is not None}

    def before(self, job: Job) -> Before:
        """The catalog of one deck as it was, for who tells of changes."""
        return Before(self.contents([job.file, *homes(job).values()]))


def homes(job: Job) -> Mapping[str, File]:
    """By setting: where the catalog of a deck stands, or stood; nowhere, where it is none of a deck's."""
    names = ((per, kept_name(home(job.deck), ".po")) for per, home in HOMES.items() if job.deck)
    return {per: job.file.room.file(name) for per, name in names}


@dataclass(frozen=True, slots=True)
class Before:
    """Files as they were at the revisions that the user named; none, if none was named."""

    since: Mapping[File, bytes] = field(default_factory=dict)
    """At that of which only changes are to be told."""
    below: Mapping[File, bytes] = field(default_factory=dict)
    """At that below which no locale may fall."""

    def is_same(self, file: File) -> bool:
        """Whether a file is now what it was, so that nothing is to be told of it."""
        with suppress(FileError):  # what is odd about a file is named where it is checked
            return file in self.since and file.room.read(file.name) == self.since[file]
        return False

    def unchanged(self, job: Job, now: Catalog, source: SourceDeck | None) -> Collection[Key]:
        """The entries of which nothing is to be told; ``source`` is the deck, if there is one."""
        return _unchanged(now, _catalog(self.since, job, source))

    def catalog_below(self, job: Job, source: SourceDeck | None) -> Catalog:
        """The catalog below which it may not fall; empty if none was named."""
        return _catalog(self.below, job, source)


def _catalog(contents: Mapping[File, bytes], job: Job, source: SourceDeck | None) -> Catalog:
    """What it had then, wherever that stood; what could not be read has nothing that is the same now."""
    stood = {per: file for per, file in homes(job).items() if source and file in contents}
    with suppress(CatalogError):
        for per, file in stood.items():
            catalog = _loaded(contents[file], file.shown)
            if source and catalog.fields.get(PER, "deck") == per:
                now = per == source.project.config.catalogs_per
                return source.own(catalog) if now else source.share(catalog)
        if job.file in contents:
            catalog = _loaded(contents[job.file], job.file.shown)
            return source.own(catalog) if source else catalog
    return Catalog()


@lru_cache(maxsize=2)
def _loaded(content: bytes, shown: str) -> Catalog:
    """Decks that share a catalog ask for it one after the other."""
    return load(content, shown)


def _unchanged(now: Catalog, before: Catalog) -> frozenset[Key]:
    """The entries that had the same translation, and were as fuzzy."""
    known = before.by_key
    return frozenset(
        key
        for key, entry in now.by_key.items()
        if (old := known.get(key)) and (old.msgstr, old.fuzzy) == (entry.msgstr, entry.fuzzy)
    )
