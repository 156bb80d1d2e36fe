"""A folder that a command fills with files to look at: pictures, prints, pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath

from l10n.errors import FileError, Place
from l10n.system.file import Changed, File

MARKER = ".l10n-made"
"""Has the names of what was made there, each ended by NUL, so that the next run may replace it."""


class Made:
    """The files of such a folder; what l10n did not make there is neither replaced nor removed."""

    def __init__(self, marker: File) -> None:
        """Nothing is written yet; ``FileError`` if the folder cannot be read."""
        self.marker = marker
        known = marker.room.read(marker.name) or b""
        self._before = frozenset(known.decode("utf-8", "replace").split("\0")) - {""}
        self.names: set[str] = set()
        """What was put there."""

    def put(self, name: str, data: bytes) -> None:
        """Make a file; ``FileError`` if one is there that l10n did not make, or it lies elsewhere."""
        file = self._file(name)
        there = file.room.read(file.name)
        if there is not None and name not in self._before | self.names:
            message = "it is there already, and l10n did not make it; name another folder"
            raise FileError(message, Place(file.shown))
        self.names.add(name)
        _write(file, data, there)

    @contextmanager
    def filled(self, problems: Sequence[object] = ()) -> Iterator[None]:
        """Around all that puts files there, which are remembered whatever ends it.

        What an earlier run made besides is removed, unless there are ``problems`` then.
        """
        whole = False
        try:
            yield
            whole = not problems
        finally:
            self._end(whole=whole)

    def _end(self, *, whole: bool) -> None:
        for name in sorted(self._before - self.names) if whole else ():
            file = self._file(name)
            file.room.remove(file.name)
        names = self.names if whole else self.names | self._before
        if names or self._before:
            listed = "".join(f"{name}\0" for name in sorted(names)).encode()
            _write(self.marker, listed, self.marker.room.read(self.marker.name))

    def _file(self, name: str) -> File:
        """A name that leaves the folder is none of its room, which says so."""
        folder = PurePosixPath(self.marker.name).parent.as_posix()
        return self.marker.room.file(name if folder == "." else f"{folder}/{name}")


def _write(file: File, data: bytes, before: bytes | None) -> None:
    try:
        if data != before:
            file.room.put(file.name, data, before)
    except Changed as changed:
        raise changed.given_up() from changed
