"""Where files are that a user names, in the project or out of it."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from l10n.errors import FileError, Place
from l10n.system import File, Room, below


def resolved(path: Path) -> Path:
    """Where a path leads; ``FileError`` where its links go in circles."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise _endless(path, error) from error


def below_folder(path: Path, folder: Path) -> PurePosixPath | None:
    """The way from a folder to a path, None if it is elsewhere; ``FileError`` where links go in circles."""
    try:
        return below(path, folder)
    except (OSError, RuntimeError) as error:
        raise _endless(path, error) from error


def outside(path: Path) -> File:
    """A file out of the project: links, and folders that are to be made, are the user's."""
    real = resolved(path)
    there = next((one for one in real.parents if os.path.isdir(one)), real)  # noqa: PTH112
    return Room(there, shown=str(there), hidden=True).file(real.relative_to(there).as_posix())


def _endless(path: Path, error: Exception) -> FileError:
    return FileError(f"its links cannot be followed: {error}", Place(str(path)))
