"""How a folder spells a name that somebody else spells otherwise, and still means.

macOS gives names decomposed (NFD) that people and git write composed (NFC); Windows and macOS pay no heed to
case. So what a user types, a setting or a page may name a file by other characters than those it is listed
under.
"""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from pathlib import Path, PurePosixPath

from l10n.system import disk
from l10n.system.folders import Folders, OddFolderError


def composed(name: str) -> str:
    """A name as git, references and links have it, in whichever normal form a system lists it."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def folded(name: str) -> str:
    """What two names have in common that mean one file on some system."""
    return composed(name).casefold()


def as_listed(anchor: Path, name: str) -> str:
    """A path below ``anchor`` as its folders list it, part by part; as given from where nothing is like it.

    Only case and normal form may differ: case, only where the system finds the file so, too.
    """
    folders, way = Folders(anchor, ()), list[str]()
    parts = PurePosixPath(name).parts
    with suppress(OSError, OddFolderError, UnicodeEncodeError):  # it is named where it is used
        for part in parts:
            folder = folders.find(tuple(way))
            if folder is None:
                break
            way.append(_listed(folder, part))
    return str(PurePosixPath(*way, *parts[len(way) :]))


def _listed(folder: disk.Folder, part: str) -> str:
    names = [entry.name for entry in disk.entries(folder)]
    if part in names:
        return part
    alike = [name for name in names if folded(name) == folded(part)]
    same = [name for name in alike if composed(name) == composed(part)]
    return next(iter(same or (alike if _finds(folder, part) else ())), part)


def _finds(folder: disk.Folder, part: str) -> bool:
    with suppress(FileNotFoundError):
        return bool(disk.status(folder, part))
    return False
