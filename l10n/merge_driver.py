"""What git asks of a merge driver: three versions of a file in, one out in place of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalog import Catalog, Key, msgid_at
from l10n.errors import FileError, Place
from l10n.loading import load
from l10n.merging import merged


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that both branches translated differently."""

    place: Place
    msgid: str


def merge_files(base: Path, ours: Path, theirs: Path, shown: str) -> list[Conflict]:
    """Merge into ``ours``, and say what a person must look at.

    ``base`` may be empty, or not there. Raises ``CatalogError`` if a version cannot be read; ``ours`` then
    stays as it is.
    """
    old = load(base, f"{shown} (common ancestor)") if _has_content(base) else Catalog()
    result = merged(old, load(ours, f"{shown} (ours)"), load(theirs, f"{shown} (theirs)"))
    try:
        ours.write_bytes(result.catalog.render().encode())
    except OSError as error:
        raise FileError(f"cannot be written: {error.strerror}", Place(shown)) from error
    places = _lines(result.catalog)
    return [Conflict(Place(shown, line), key[1]) for key, line in places if key in result.conflicts]


def _has_content(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0


def _lines(catalog: Catalog) -> Iterator[tuple[Key, int]]:
    """The line of each entry's ``msgid``."""
    at = 1 + len(catalog.header)
    for entry in catalog.entries:
        yield entry.key, at + msgid_at(entry.lines)
        at += len(entry.lines)
