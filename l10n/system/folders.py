"""Folders below one that a user chose, opened part by part, and no link followed."""

from __future__ import annotations

import errno
import stat
import weakref
from contextlib import suppress
from pathlib import Path

from l10n.system import disk, regular

_OPEN = 8
"""So many folders stay open: decks are gone through folder by folder."""


class OddFolderError(Exception):
    """Where a folder belongs is a link, or no folder; the text says which."""

    def __init__(self, message: str, way: tuple[str, ...]) -> None:
        """``way`` leads there from the anchor."""
        super().__init__(message)
        self.way = way


class Folders:
    """A folder, and the folders below it."""

    def __init__(self, anchor: Path, parts: tuple[str, ...]) -> None:
        """``anchor`` is the user's, and taken as it is; the ``parts`` of the way from there are not."""
        self.anchor = anchor
        self.parts = parts
        self._opened: dict[tuple[str, ...], disk.Folder] = {}
        weakref.finalize(self, _close_all, self._opened)

    def find(self, way: tuple[str, ...]) -> disk.Folder | None:
        """A folder; None if it is not there, ``OddFolderError`` or ``OSError`` if it cannot be opened."""
        depth = len(way)
        while depth and way[:depth] not in self._opened:
            depth -= 1
        try:
            folder = self._kept(way[:depth], self._opened.pop(way[:depth], None))
            for at in range(depth, len(way)):
                folder = self._kept(way[: at + 1], _step(folder, (*self.parts, *way[: at + 1])))
        except FileNotFoundError:
            return None
        return folder

    def made(self, way: tuple[str, ...]) -> disk.Folder:
        """The same, with all that is missing on the way made."""
        found = self.find(way)
        return self._kept(way, self._entered(way, make=True)) if found is None else found

    def _kept(self, way: tuple[str, ...], folder: disk.Folder | None) -> disk.Folder:
        """The same folder, opened if need be, as the newest that is kept open; the oldest is closed."""
        if folder is not None and disk.is_gone(folder):
            disk.close(folder)
            folder = None
        if folder is None:
            folder = self._entered(way)
        if isinstance(folder, int):  # a path is looked at anew each time
            self._opened[way] = folder
        if len(self._opened) > _OPEN:
            disk.close(self._opened.pop(next(iter(self._opened))))
        return folder

    def _entered(self, way: tuple[str, ...], *, make: bool = False) -> disk.Folder:
        """A folder, opened anew from the anchor on."""
        parts = (*self.parts, *way)
        folder = disk.open_anchor(str(self.anchor))
        for at, part in enumerate(parts):
            above = folder
            try:
                if make:
                    with suppress(FileExistsError):
                        disk.make_folder(above, part)
                folder = _step(above, parts[: at + 1])
            finally:
                disk.close(above)
        return folder


def _step(folder: disk.Folder, way: tuple[str, ...]) -> disk.Folder:
    """The folder that the last part of a way names in the one before."""
    try:
        return disk.open_folder(folder, way[-1])
    except OSError as error:
        if error.errno not in (errno.ENOTDIR, errno.ELOOP):
            raise
        is_link = stat.S_ISLNK(disk.status(folder, way[-1]).st_mode)
        message = regular.IS_LINK if is_link else "this is no folder, where one belongs; move it away"
        raise OddFolderError(message, way) from error


def _close_all(opened: dict[tuple[str, ...], disk.Folder]) -> None:
    for folder in opened.values():
        with suppress(OSError):
            disk.close(folder)
    opened.clear()
