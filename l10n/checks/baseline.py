"""Catalogs as they were at a revision: what changed since, and how complete a locale was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from l10n.catalog import Catalog, Key, load
from l10n.errors import CatalogError
from l10n.git import Repository
from l10n.system import File


class Baseline:
    """The catalogs of one revision."""

    def __init__(self, folder: Path, name: str) -> None:
        """``name`` as the user wrote it; ``GitError`` if the folder's repository has no such revision."""
        self.name = name
        self.repository = Repository(folder)
        self.commit = self.repository.commit(name)

    def catalogs(self, files: Iterable[File]) -> Mapping[File, Catalog]:
        """The catalogs in these files as they were; those not there, or not readable, are left out."""
        wanted = [(file, self.repository.path(file.path)) for file in files]
        found: dict[File, Catalog] = {}
        contents = self.repository.read_all((self.commit, path) for _, path in wanted)
        for (file, path), data in zip(wanted, contents, strict=True):
            if data is not None:
                with suppress(CatalogError):  # what could not be read then has nothing that is the same now
                    found[file] = load(data, path)
        return found


def unchanged(now: Catalog, before: Catalog) -> frozenset[Key]:
    """The entries that had the same translation, and were as fuzzy."""
    known = before.by_key
    return frozenset(
        key
        for key, entry in now.by_key.items()
        if (old := known.get(key)) and (old.msgstr, old.fuzzy) == (entry.msgstr, entry.fuzzy)
    )
