"""Folders of a project, each of which lets nobody out.

A room is opened once, part by part from a folder that the user chose, and so is every name below it; no
link is followed, so what was looked at is what is read or written. Only rooms with what people put there
(decks, assets) follow a link, and only to what is in the same room. Hidden parts of a path, such as
``.git``, are in no room but those made for them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Any

from l10n.errors import FileError, Place
from l10n.regex import regex
from l10n.system import disk, regular
from l10n.system.file import File
from l10n.system.folders import Folders
from l10n.system.links import LEADS_OUT, followed
from l10n.system.names import is_hidden, is_passed_over, printable
from l10n.system.telling import Telling

_PLAIN = regex(r"[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*)*", re.ASCII)
"""Names of which nothing is to be feared, on any system."""
_IS_HIDDEN = "what is hidden is not touched; name another place"


class Room:
    """A folder, and what may be done below it; each act may raise ``FileError``."""

    def __init__(
        self,
        anchor: Path,
        folder: str = "",
        *,
        shown: str | None = None,
        follows: bool = False,
        hidden: bool = False,
        without: Collection[str] = (),
    ) -> None:
        """``anchor`` is the user's, and taken as it is; ``folder`` below it is not, nor is any name.

        ``shown`` is how messages name the room. It ``follows`` links that stay in it; ``hidden`` names are
        in it only if it is made for them; what is below its folders ``without`` is in other rooms.
        """
        self.anchor = anchor
        self.base = anchor / folder
        self.parts = PurePosixPath(folder).parts
        self.label = "/".join(self.parts) if shown is None else shown
        self.follows = follows
        self.hidden = hidden
        self.without = frozenset(without)
        self._folders = Folders(anchor, self.parts)

    def __reduce__(self) -> tuple[Callable[..., Room], tuple[Mapping[str, Any]]]:
        """Another process opens its folders itself."""
        places = {"anchor": self.anchor, "folder": "/".join(self.parts), "shown": self.label}
        rules = {"follows": self.follows, "hidden": self.hidden, "without": self.without}
        return _again, ({**places, **rules},)

    def shown(self, name: str = "") -> str:
        """How messages name what is in the room."""
        return printable("/".join(part for part in (self.label, name) if part) or ".")

    def shown_folder(self, way: tuple[str, ...]) -> str:
        """The same for a folder on the way from the anchor."""
        below = "/".join(way[len(self.parts) :])
        return self.shown(below) if below or not self.label else printable("/".join(way))

    def file(self, name: str) -> File:
        """A file of the room."""
        return File(self, name)

    def real(self, name: str) -> Path:
        """Where a name leads; ``FileError`` if that is out of the room."""
        with self._telling("read", name):
            return self.base.joinpath(*self._way(name))

    def is_there(self) -> bool:
        """Whether the room's folder is; ``FileError`` if it is no folder, or reached by a link."""
        with self._telling("read", ""):
            return self._folders.find(()) is not None

    def read(self, name: str) -> bytes | None:
        """A file's content, or None if there is no such file."""
        with self._telling("read", name):
            *folders, last = self._way(name)
            folder = self._folders.find(tuple(folders))
            return None if folder is None else regular.read(folder, last)

    def status(self, name: str) -> os.stat_result | None:
        """What the system knows of a file, or None if there is no such file."""
        with self._telling("read", name):
            *folders, last = self._way(name)
            folder = self._folders.find(tuple(folders))
            return None if folder is None else regular.status(folder, last)

    def statuses(self, below: str = "") -> dict[str, os.stat_result]:
        """What the system knows of the regular files in one folder, by name; hidden ones left out."""
        with self._telling("read", below):
            way = self._way(below) if below else ()
            folder = self._folders.find(way)
            found = disk.files(folder) if folder is not None else {}
            return {name: one for name, one in found.items() if self._is_own(way, name)}
        return {}

    def runs(self, name: str) -> bool | None:
        """Whether a file may be run; None if it is not there, or the system has no such permission."""
        found = self.status(name) if os.name == "posix" else None
        return None if found is None else regular.may_run(found.st_mode)

    def put(self, name: str, data: bytes, before: bytes | None, *, runs: bool | None = None) -> None:
        """Make ``data`` the content of a file, which had the content ``before``, or was not there.

        Its permissions stay, but for whether it ``runs``, where that is said. Raises ``Changed`` if it is
        not what it was; then it stays as it is.
        """
        with self._telling("written", name):
            *folders, last = self._parts(name)
            regular.put(self._folders.made(tuple(folders)), last, data, before, runs)

    def make_empty(self, name: str) -> None:
        """Make a file without content, which is whole at once; one that is there stays as it is."""
        with self._telling("written", name):
            *folders, last = self._parts(name)
            disk.close(disk.open_lock(self._folders.made(tuple(folders)), last))

    def remove(self, name: str) -> bool:
        """Remove a file, and say if it was there."""
        with self._telling("removed", name):
            *folders, last = self._parts(name)
            folder = self._folders.find(tuple(folders))
            return folder is not None and regular.remove(folder, last)

    def move(self, name: str, new: str) -> None:
        """Give a file another name in the room; ``Changed`` if it is gone, or something is called so."""
        with self._telling("renamed", name):
            (*folders, last), (*others, called) = self._parts(name), self._parts(new)
            there = Folders(self.anchor, self.parts)  # both stay open, however deep they are
            folder = self._folders.find(tuple(folders))
            if folder is None:
                raise regular.SavedMeanwhileError
            regular.move(folder, last, there.made(tuple(others)), called)

    def files(self, suffix: str = "", below: str = "") -> list[str]:
        """The names of all files there, sorted; of all that is no folder, for it is named once read.

        Hidden names and files in the making are left out. ``FileError`` where a folder cannot be read: what
        is in it must not count as gone.
        """
        start = self._parts(below) if below else ()
        return sorted(name for name in self._walk(start) if name.endswith(suffix))

    def folder(self, name: str) -> tuple[int, int] | None:
        """What tells a folder below from all others; None if it is not there."""
        with self._telling("read", name):
            opened = self._folders.find(PurePosixPath(name).parts)
            return None if opened is None else disk.identity(opened)

    def folders(self) -> list[str]:
        """The names of its folders, and of links in their place, which are named once something is read."""
        with self._telling("read", ""):
            folder = self._folders.find(())
            found = disk.entries(folder) if folder is not None else []
            return [one.name for one in found if one.is_symlink() or one.is_dir(follow_symlinks=False)]

    def files_here(self, below: str = "") -> list[str]:
        """The names of the files that are in one folder, and none below, sorted; hidden ones left out."""
        way = PurePosixPath(below).parts
        entries = [one for one in self._entries(way, way) if one.is_file(follow_symlinks=False)]
        return sorted("/".join((*way, one.name)) for one in entries)

    def sweep(self, name: str = "", *, deep: bool = True) -> list[File]:
        """Remove what a killed run left in the making, in one folder of the room or all below.

        Gives what stays: it was saved by somebody in the very moment in which the run was killed.
        """
        left = [PurePosixPath(name).parts]
        saved = []
        while left:
            parts = left.pop()
            with self._telling("removed", "/".join(parts)):
                folder = self._folders.find(parts)
                for entry in disk.entries(folder) if folder is not None else []:
                    if entry.is_dir(follow_symlinks=False):
                        left += [(*parts, entry.name)] if deep and not is_hidden(entry.name) else []
                    elif folder is not None and not regular.sweep(folder, entry.name):
                        saved.append(self.file("/".join((*parts, entry.name))))
        return saved

    @contextmanager
    def held(self, name: str) -> Iterator[bool]:
        """Hold a file that is nothing but a lock; gives False if another process holds it."""
        with self._telling("locked", name):
            descriptor = regular.open_lock(self._folders.made(()), name)
        try:
            with self._telling("locked", name):
                held = disk.lock(descriptor)
            yield held
            if held:
                with suppress(OSError):  # closing it lets go, too, unless others have inherited it
                    disk.unlock(descriptor)
        finally:
            disk.close(descriptor)

    # Names and folders

    def _parts(self, name: str) -> tuple[str, ...]:
        """The parts of a name; ``FileError`` where one of them is not in this room."""
        parts = tuple(name.split("/"))
        if _PLAIN.fullmatch(name) and not self.without:
            return parts
        for part in parts:
            if part in ("", ".", "..") or "\0" in part or (os.sep != "/" and re.search(r"[\\:]", part)):
                raise FileError("it is no name of a file in this folder", Place(self.shown(name)))
        return self._allowed(parts, name)

    def _allowed(self, parts: tuple[str, ...], name: str) -> tuple[str, ...]:
        if not self.hidden and any(map(is_hidden, parts)):
            raise FileError(_IS_HIDDEN, Place(self.shown(name)))
        if self.without and any(
            "/".join(parts[:count]) in self.without for count in range(1, len(parts) + 1)
        ):
            raise FileError(LEADS_OUT, Place(self.shown(name)))
        return parts

    def _way(self, name: str) -> tuple[str, ...]:
        """The parts of a name, with links of the room followed if it follows any."""
        parts = self._parts(name)
        if not self.follows:
            return parts
        with self._telling("read", name):
            return self._allowed(followed(self._folders, self.base.as_posix(), parts), name)
        return parts

    def _walk(self, start: tuple[str, ...]) -> Iterator[str]:
        """The names of what is no folder, each folder and what a link to one leads to once."""
        left: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(start, start)]
        seen: set[tuple[str, ...]] = set()
        while left:
            parts, way = left.pop()
            if way in seen:
                continue
            seen.add(way)
            for entry in self._entries(parts, way):
                name = (*parts, entry.name)
                below = self._folder_behind(entry, name, way)
                if below is None:
                    yield "/".join(name)
                elif entry.is_symlink():
                    left.insert(0, (name, below))  # what is reached without a link has that name
                else:
                    left.append((name, below))

    def _entries(self, parts: tuple[str, ...], way: tuple[str, ...]) -> list[os.DirEntry[str]]:
        """What is in a folder, called ``parts`` and really ``way``; what is none of its own left out."""
        with self._telling("read", "/".join(parts)):
            folder = self._folders.find(way)
            entries = disk.entries(folder) if folder is not None else []
            return [entry for entry in entries if self._is_own(way, entry.name)]
        return []

    def _is_own(self, way: tuple[str, ...], name: str) -> bool:
        """Whether what has that name in a folder of the room belongs to it."""
        if is_passed_over(name):
            return False
        return not self.without or "/".join((*way, name)) not in self.without

    def _folder_behind(
        self, entry: os.DirEntry[str], name: tuple[str, ...], way: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        """The real way to the folder that an entry is, or leads to in the room; None if it is none."""
        if entry.is_dir(follow_symlinks=False):
            return (*way, entry.name)
        if not (self.follows and entry.is_symlink() and self._leads_to_folder((*way, entry.name))):
            return None
        return self._way("/".join(name))

    def _leads_to_folder(self, way: tuple[str, ...]) -> bool:
        """Whether a link leads to a folder, wherever that is; only its kind is asked for."""
        with suppress(OSError):
            folder = self._folders.find(way[:-1])
            return folder is not None and disk.leads_to_folder(folder, way[-1])
        return False

    def _telling(self, what: str, name: str) -> Telling:
        """Turn what the system says into one sentence."""
        return Telling(self, what, name)


def _again(values: Mapping[str, Any]) -> Room:
    return Room(**values)
