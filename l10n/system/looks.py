"""What files say, known without reading them: one that looks as it did when it was read says what it said.

As in git's index, a look is what the system knows of a file: its size, its times and its inode. A file that
was changed a moment before it was looked at might be changed again within the same tick of the system's
clock, so it is read again the next time. What leaves no trace in any of these is not seen, as git does not
see it: a write to a mapped page, or, where the system keeps no time of changes (Windows, FAT), another text
of the same size that gets the old time.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from l10n.errors import FileError
from l10n.system.file import Changed, File
from l10n.system.own_room import state

_LOOKS = "looks.json"
_MOMENT = 2.0
"""Seconds within which some file systems give two changes the same time."""


def look(found: os.stat_result) -> str:
    """What the system knows of a file; another one after any change, but for one in the same tick."""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def is_settled(found: os.stat_result, now: float) -> bool:
    """Whether any change after ``now`` gives the file another look."""
    return max(found.st_mtime, found.st_ctime) < now - _MOMENT


class Looks:
    """Digests of files by what they look like. What goes wrong with it only costs time."""

    def __init__(self, root: Path, *, dry: bool) -> None:
        """Nothing is read before it is needed; ``dry`` never writes."""
        self.room, self.dry = state(root), dry
        self._seen: dict[str, str] = {}
        self._is_new = False

    @cached_property
    def _read(self) -> tuple[bytes | None, dict[str, str]]:
        """The file, and what it says: by name a look and a digest."""
        content = None
        with suppress(FileError, ValueError, RecursionError):  # damaged is as good as none
            content = self.room.read(_LOOKS)
            rows = json.loads(content or b"{}")
            if isinstance(rows, dict):
                return content, {name: row for name, row in rows.items() if isinstance(row, str)}
        return content, {}

    def known(self, file: File, found: os.stat_result) -> bytes | None:
        """The digest of what a file of the project says, if it looks as it did when that was kept."""
        row = self._read[1].get(_called(file), "")
        seen, _, digest = row.rpartition(" ")
        if digest and seen == look(found):
            self._seen[_called(file)] = row
            return digest.encode(errors="replace")
        return None

    def keep(self, file: File, found: os.stat_result, digest: bytes, since: float) -> None:
        """Keep the digest of what was read of a file that was ``found`` to look so ``since`` that time."""
        if is_settled(found, since):
            name = _called(file)
            self._seen[name] = self._read[1][name] = f"{look(found)} {digest.decode()}"
            self._is_new = True

    def close(self, *, every: bool) -> None:
        """Leave for the next run what was kept; nothing but what this one asked for, if that was all."""
        content, rows = self._read
        kept = self._seen if every else rows
        if self.dry or not (self._is_new or len(kept) < len(rows)):
            return
        with suppress(FileError, Changed):
            self.room.put(_LOOKS, json.dumps(kept).encode(), content)


def _called(file: File) -> str:
    return "/".join((*file.room.parts, file.name))
