"""What the system says of a file, in one sentence with its place."""

from __future__ import annotations

import errno
from types import TracebackType
from typing import TYPE_CHECKING

from l10n.errors import DiskError, FileError, Place
from l10n.system import regular
from l10n.system.file import Changed
from l10n.system.folders import OddFolderError
from l10n.system.links import LinkError

if TYPE_CHECKING:
    from l10n.system.rooms import Room


class Telling:
    """Around what is done with a file of a room: raises a ``FileError``, or ``Changed``, for what went wrong.

    A class, for a room is entered thousands of times in a run that has nothing to do.
    """

    __slots__ = ("name", "room", "what")

    def __init__(self, room: Room, what: str, name: str) -> None:
        """``what`` cannot be done, such as "read"."""
        self.room, self.what, self.name = room, what, name

    def __enter__(self) -> None:
        """Nothing has gone wrong yet."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Say what went wrong, if that is the system's or the file's."""
        if error is None:
            return
        if isinstance(error, regular.SavedMeanwhileError):
            raise Changed(self.room.file(self.name)) from None
        if isinstance(error, OddFolderError):
            raise FileError(str(error), Place(self.room.shown_folder(error.way))) from None
        if isinstance(error, regular.OddFileError | LinkError):
            raise FileError(str(error), self._place) from None
        if isinstance(error, UnicodeEncodeError):
            message = f"its name cannot be written in this system's encoding ({error.encoding}); use UTF-8"
            raise FileError(message, self._place) from error
        if isinstance(error, OSError):
            raise self._refused(error) from error

    @property
    def _place(self) -> Place:
        return Place(self.room.shown(self.name))

    def _refused(self, error: OSError) -> FileError:
        if error.errno == errno.ELOOP:
            return FileError(regular.IS_LINK, self._place)
        of_file = FileError if error.errno == errno.ENAMETOOLONG else DiskError
        return of_file(f"cannot be {self.what}: {error.strerror}", self._place)
