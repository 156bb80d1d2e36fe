"""Catalogs as they were at a revision: what changed since, and how complete a locale was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from l10n.catalog import Catalog, Key
from l10n.errors import CatalogError
from l10n.git import Repository
from l10n.loading import load


class Revision:
    """The catalogs of one revision."""

    def __init__(self, folder: Path, name: str) -> None:
        """``name`` as the user wrote it; ``GitError`` if the folder's repository has no such revision."""
        self.name = name
        self.repository = Repository(folder)
        self.commit = self.repository.commit(name)

    def catalogs(self, files: Iterable[Path]) -> Mapping[Path, Catalog]:
        """The catalogs in these files as they were; those not there, or not readable, are left out."""
        wanted = [(file, self.repository.path(file)) for file in files]
        found: dict[Path, Catalog] = {}
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "catalog.po"
            contents = self.repository.read_all((self.commit, path) for _, path in wanted)
            for (file, path), data in zip(wanted, contents, strict=True):
                if data is not None:
                    copy.write_bytes(data)
                    _add(found, file, copy, path)
        return found


def _add(found: dict[Path, Catalog], file: Path, copy: Path, path: str) -> None:
    try:
        found[file] = load(copy, path)
    except CatalogError:
        return  # what could not be read then has nothing that is the same now


def unchanged(now: Catalog, before: Catalog) -> frozenset[Key]:
    """The entries that had the same translation, and were as fuzzy."""
    known = before.by_key
    return frozenset(
        key
        for key, entry in now.by_key.items()
        if (old := known.get(key)) and (old.msgstr, old.fuzzy) == (entry.msgstr, entry.fuzzy)
    )
