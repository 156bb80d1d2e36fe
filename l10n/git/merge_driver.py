"""What git asks of a merge driver: three versions of a file in, one out in place of ours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from l10n.catalog import PER, Catalog, load, merged
from l10n.errors import CatalogError, FileError, Place
from l10n.system import File, Files, Room


class Conflict(NamedTuple):
    """An entry that both branches translated differently."""

    place: Place
    msgid: str


def merge_files(base: Path, ours: Path, theirs: Path, shown: str) -> list[Conflict]:
    """Merge into ``ours``, and say what a person must look at.

    ``base`` may be empty, or not there. Raises ``CatalogError`` if a version cannot be read, or if git took a
    catalog of one setting for one of another; ``ours`` then stays as it is, as it does until the merged
    catalog is on the disk.
    """
    files = Files(ours.parent)
    versions = [_file(one) for one in (base, ours, theirs)]
    files.sweep_beside(versions[1])
    return files.settled(partial(_merge, files, versions, shown))


def _file(path: Path) -> File:
    """What git names lies in the repository, or in a folder of its own for such files."""
    real = path.resolve()
    return Room(real.parent, shown=str(path.parent), hidden=True).file(real.name)


def _merge(files: Files, versions: Sequence[File], shown: str) -> list[Conflict]:
    base, ours, theirs = (files.read(file) for file in versions)
    if ours is None or theirs is None:
        raise FileError("there is no such file", Place((versions[1] if ours is None else versions[2]).shown))
    old = load(base, f"{shown} (common ancestor)") if base else Catalog()
    mine, other = load(ours, f"{shown} (ours)"), load(theirs, f"{shown} (theirs)")
    _refuse_two_settings(mine, other, shown)
    result = merged(old, mine, other)
    files.write(versions[1], result.catalog.render().encode())
    places = result.catalog.places()
    return [Conflict(Place(shown, line), one.msgid) for one, line in places if one.key in result.conflicts]


def _refuse_two_settings(mine: Catalog, other: Catalog, shown: str) -> None:
    """``CatalogError`` where one is that of other decks: git pairs files that look alike.

    A template is made anew anyway.
    """
    here, there = (_WHOSE.get(one.fields.get(PER, ""), "a deck") for one in (mine, other))
    if here != there and not shown.endswith(".pot"):
        message = (
            f"this is the catalog of {here} here and that of {there} on the other branch, as catalogs-per "
            "was changed: keep it, put the other one beside it under its own name "
            "(`git show BRANCH:its/path.po > its/path.po`), and run `l10n sync`, which joins them"
        )
        raise CatalogError(message, Place(shown))


_WHOSE = {"folder": "a folder", "project": "the project"}
