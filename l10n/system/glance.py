"""What the system knows of many files, asked for folder by folder: a fifth of the time where it has many."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from l10n.errors import FileError
from l10n.system.file import File
from l10n.system.rooms import Room


class Glance:
    """Files as they were when the first one of their folder was asked for."""

    def __init__(self) -> None:
        """Nothing is looked at yet."""
        self._folders: dict[tuple[Room, str], Mapping[str, os.stat_result]] = {}

    def of(self, file: File) -> os.stat_result | None:
        """What is known of a file; None where it must be asked for by itself, as what is none must."""
        folder, _, name = file.name.rpartition("/")
        seen = self._folders.get((file.room, folder))
        if seen is None:
            seen = self._folders[file.room, folder] = _statuses(file.room, folder)
        return seen.get(name)


def _statuses(room: Room, folder: str) -> Mapping[str, os.stat_result]:
    with suppress(FileError):  # it is named once a file in it is asked for by itself
        return room.statuses(folder)
    return {}
