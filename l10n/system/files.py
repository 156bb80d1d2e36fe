"""The files of one project, by room: what is read once, and what was, or would be, written."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from l10n.errors import FileError, Place
from l10n.system.digests import fingerprint
from l10n.system.file import Changed, File
from l10n.system.glance import Glance
from l10n.system.looks import Looks
from l10n.system.names import printable
from l10n.system.rooms import Room

Result = TypeVar("Result")
_LARGE = 100_000
"""Bytes of a content whose digest is worth keeping in mind."""
_PAUSES = (0.01, 0.02, 0.04, 0.08, 0.16)
"""Seconds after each try of a work that found a file saved meanwhile."""


_SAVED_THEN = (
    "somebody saved this in the very moment in which a run of l10n was ended; "
    "put it in the place of the file that it is a version of, or remove it"
)


def _unheard() -> None:
    """Nobody is told."""


class Files:
    """The files of one project."""

    def __init__(self, root: Path, *, dry: bool = False, waits: Callable[[], None] = _unheard) -> None:
        """``root`` is the user's choice; ``dry`` only notes what would be written.

        ``waits`` is called when a run has to wait for another.
        """
        self.root = root.resolve()
        self.dry = dry
        self.waits = waits
        self.changed: list[str] = []
        """Files that were (or would be) written, relative to the root."""
        self.removed: list[str] = []
        self.moved: dict[str, str] = {}
        """Of those that were removed, which have a new name, and of those that were changed, which."""
        self.looks = Looks(self.root, dry=dry)
        """What is known of files without reading them."""
        self._contents: dict[File, bytes | None] = {}
        self._digests: dict[File, tuple[bytes, bytes]] = {}
        self._glance: Glance | None = None

    def shown(self, path: Path) -> str:
        """``path`` as messages name it."""
        try:
            name = path.relative_to(self.root).as_posix()
        except ValueError:
            name = str(path)
        return printable(name)

    def forget(self) -> None:
        """Read files anew; between two calls each is read once, however often it is asked for."""
        self._contents.clear()

    def read(self, file: File) -> bytes | None:
        """The file's content, or None if there is no such file; ``FileError`` if it cannot be read."""
        if file not in self._contents:
            self._contents[file] = file.room.read(file.name)
        return self._contents[file]

    @contextmanager
    def at_a_glance(self) -> Iterator[None]:
        """Within, a file that was not touched counts as it was when the first of its folder was asked for.

        So nothing may be written within; what somebody saves meanwhile is for the next run.
        """
        self._glance = Glance()
        try:
            yield
        finally:
            self._glance = None

    def digest(self, file: File) -> bytes | None:
        """A digest of what is read of a file, or would be; ``FileError`` if it cannot be read.

        It is not read where it was not touched since it was last.
        """
        if file in self._contents:
            return self._hashed(file, self._contents[file])
        seen = self._glance.of(file) if self._glance else None
        if seen is not None and (known := self.looks.known(file, seen)):
            return known
        since, found = time.time(), file.room.status(file.name)
        known = None if found is None else self.looks.known(file, found)
        if found is None or known:
            return known
        digest = self._hashed(file, self.read(file))
        if digest:
            self.looks.keep(file, found, digest, since)
        return digest

    def _hashed(self, file: File, content: bytes | None) -> bytes | None:
        """The digest of a content; a large one is hashed once, for many decks may ask for it."""
        if content is None or len(content) < _LARGE:
            return content if content is None else fingerprint([content]).encode()
        known = self._digests.get(file)
        if known is None or known[0] != content:
            known = self._digests[file] = content, fingerprint([content]).encode()
        return known[1]

    def write(self, file: File, data: bytes, *, listed: bool = True, runs: bool | None = None) -> bool:
        """Make ``data`` the file's content, which ``runs`` or not where that is said; False if it already is.

        Raises ``Changed`` if the file is not what was read of it since ``forget``.
        """
        before = self.read(file)
        if before == data and (runs is None or file.room.runs(file.name) == runs):
            return False
        if not self.dry:
            file.room.put(file.name, data, before, runs=runs)
            self._contents[file] = data
        if listed:
            self.changed.append(file.shown)
        return True

    def move(self, file: File, new: str, before: bytes, data: bytes) -> None:
        """Make ``data`` the content of a file, and give it another name in its room.

        So its content is at each moment the one or the other, under one name or the other. Raises
        ``Changed`` if it is not as ``before``, or something is called so already.
        """
        if not self.dry:
            if data != before:
                file.room.put(file.name, data, before)
            file.room.move(file.name, new)
        heir = file.room.file(new)
        self.changed.append(heir.shown)
        self.removed.append(file.shown)
        self.moved[file.shown] = heir.shown
        self._contents[heir] = data
        self._contents.pop(file, None)

    def remove(self, file: File) -> None:
        """Remove the file, if it is there."""
        there = file.room.status(file.name) is not None if self.dry else file.room.remove(file.name)
        if there:
            self.removed.append(file.shown)
            self._contents.pop(file, None)

    def new_changes(self) -> tuple[list[str], list[str], dict[str, str]]:
        """What was changed, removed and moved since this was asked last."""
        changes = self.changed, self.removed, self.moved
        self.changed, self.removed, self.moved = [], [], {}
        return changes

    def sweep(self, rooms: Iterable[Room]) -> bool:
        """Remove what a killed run left in the making, in the root and these rooms; False if some stays.

        ``FileError`` names what somebody saved in the very moment in which that run was killed.
        """
        done = [_swept(Room(self.root, hidden=True), deep=False), *map(_swept, rooms)]
        for file in (file for saved in done for file in saved or ()):
            raise FileError(_SAVED_THEN, Place(file.shown))
        return None not in done

    def sweep_beside(self, file: File) -> None:
        """The same in the folder of a file, whoever may be writing there: they make theirs again."""
        with suppress(FileError):
            file.room.sweep(file.name.rpartition("/")[0], deep=False)

    def settled(self, work: Callable[[], Result]) -> Result:
        """What comes of a work; it is done anew where a file that it wanted to write was saved meanwhile.

        What is saved meanwhile is so never lost. ``FileError`` names a file that is saved all the time.
        """
        for pause in _PAUSES:
            try:
                return work()
            except Changed as changed:
                last = changed
                self._contents.pop(changed.file, None)
            time.sleep(pause)  # whoever saves gets to the end of it
        raise last.given_up()


def _swept(room: Room, *, deep: bool = True) -> list[File] | None:
    """What somebody saved; None if it cannot be swept, which is named when it is used."""
    with suppress(FileError):
        return room.sweep(deep=deep)
    return None
