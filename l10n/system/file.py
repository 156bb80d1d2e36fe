"""A file in its room, and that somebody saved it meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from l10n.errors import FileError, Place

if TYPE_CHECKING:
    from l10n.system.rooms import Room


class Changed(Exception):  # noqa: N818 - no error: the work is done again
    """A file is not what it was when it was read: somebody saved it meanwhile."""

    def __init__(self, file: File) -> None:
        """Name the file."""
        super().__init__(file.shown)
        self.file = file

    def given_up(self) -> FileError:
        """What to say where it goes on like this."""
        message = "it is saved again and again while l10n works on it; run the command again"
        return FileError(message, Place(self.file.shown))


class File(NamedTuple):
    """A file in its room, whether it is there or not."""

    room: Room
    name: str
    """Its path below the room, with ``/``."""

    @property
    def shown(self) -> str:
        """As messages name it."""
        return self.room.shown(self.name)

    @property
    def path(self) -> Path:
        """Where it is, links of the room followed; for other programs, which are asked about it."""
        return self.room.real(self.name)
