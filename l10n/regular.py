"""Regular files in an open folder: read whole, replaced whole, never against somebody who saves meanwhile.

Before a file takes the place of another, the two change names, both at once, and only if what was taken off
is what was read before does it go; else it gets its name back. So no save comes between a look and an act.
Where a system cannot exchange names (see ``disk.exchange``), the moment between the look and the renaming
remains.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO

from l10n import disk

TEMPORARY = ".l10n-tmp"
"""Ending of files in the making; what a killed run left behind is swept by the next."""
IS_LINK = "this is a link, and none is followed here; put the file or folder itself in its place"
_SAVES = 10
"""So often a file may be saved while one of ours takes its place."""
_ODD = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class OddFileError(Exception):
    """It is no regular file; the text says what it is."""


class SavedMeanwhileError(Exception):
    """The file is not what it was."""


def status(folder: disk.Folder, name: str) -> os.stat_result | None:
    """What the system knows of it; None if it is not there, ``OddFileError`` if it is no regular file."""
    try:
        return _checked(disk.status(folder, name))
    except FileNotFoundError:
        return None


def _checked(found: os.stat_result) -> os.stat_result:
    if stat.S_ISREG(found.st_mode):
        return found
    if stat.S_ISLNK(found.st_mode):
        raise OddFileError(IS_LINK)
    what = next((what for is_one, what in _ODD if is_one(found.st_mode)), "no regular file")
    raise OddFileError(f"this is {what}, where a file belongs; move it away")


def read(folder: disk.Folder, name: str) -> bytes | None:
    """The content, or None if it is not there; ``OddFileError`` for what is no file, and never opened."""
    try:
        with _opened(folder, name) as file:
            return file.readall()
    except FileNotFoundError:
        return None


@contextmanager
def _opened(folder: disk.Folder, name: str) -> Iterator[FileIO]:
    _checked(disk.status(folder, name))
    descriptor = disk.open_file(folder, name)
    with FileIO(descriptor) as file:
        _checked(os.fstat(descriptor))
        yield file


def open_lock(folder: disk.Folder, name: str) -> int:
    """A descriptor of a file that is nothing but a lock, made if need be; ``OddFileError`` for all else."""
    status(folder, name)
    descriptor = disk.open_lock(folder, name)
    try:
        _checked(os.fstat(descriptor))
    except OddFileError:
        disk.close(descriptor)
        raise
    return descriptor


def put(folder: disk.Folder, name: str, data: bytes, before: bytes | None) -> None:
    """Make ``data`` the content of a file that has the content ``before``, or is not there yet.

    ``SavedMeanwhileError`` if it is not as it was; then it stays. The new file is on the disk before it
    gets the name, and has the permissions of the old.
    """
    found = None if before is None else status(folder, name)
    mode = None if found is None else stat.S_IMODE(found.st_mode)
    with _beside(folder, data, mode) as temporary:
        try:
            if before is None:
                disk.rename_new(folder, temporary, name)
            else:
                _take_place(folder, temporary, name, data, before)
        except (FileExistsError, FileNotFoundError):
            raise SavedMeanwhileError from None


def _take_place(folder: disk.Folder, temporary: str, name: str, data: bytes, before: bytes) -> None:
    if disk.exchange(folder, temporary, name):
        _check_exchanged(folder, temporary, name, data, before)
    elif read(folder, name) == before:
        disk.replace(folder, temporary, name)
    else:
        raise SavedMeanwhileError


def _check_exchanged(folder: disk.Folder, temporary: str, name: str, data: bytes, before: bytes) -> None:
    """What was taken off must be ``before``. If it is not, it gets its name back."""
    ours: tuple[os.stat_result, bytes | None] = disk.status(folder, name), data
    if _is_still(folder, temporary, before):
        disk.unlink(folder, temporary)
        return
    for _ in range(_SAVES):
        theirs = disk.status(folder, temporary), _content(folder, temporary)
        disk.exchange(folder, temporary, name)
        if _is_the_one(folder, temporary, *ours):
            disk.unlink(folder, temporary)
            break
        ours = theirs  # it was saved between the two, and what came last shall stay
    raise SavedMeanwhileError


def _is_the_one(folder: disk.Folder, name: str, known: os.stat_result, content: bytes | None) -> bool:
    """Whether what was taken off its name is what was put there: the same file, and not saved in place."""
    same = os.path.samestat(disk.status(folder, name), known)
    return same and _content(folder, name) in (content, None)


def _is_still(folder: disk.Folder, name: str, before: bytes) -> bool:
    """Whether a file that was taken off its name is what it was, and nobody is still writing to it."""
    try:
        with _opened(folder, name) as file:
            return not disk.is_written_to(file.fileno()) and file.readall() == before
    except (OSError, OddFileError):  # what it is, nobody knows
        return False


def _content(folder: disk.Folder, name: str) -> bytes | None:
    """What stands in it, or None where that cannot be read."""
    try:
        return read(folder, name)
    except (OSError, OddFileError):
        return None


def remove(folder: disk.Folder, name: str, before: bytes | None = None) -> bool:
    """Remove a file, and say if it was there.

    ``SavedMeanwhileError`` if it should be as ``before``, and is not; ``OddFileError`` if it is no file.
    """
    try:
        if status(folder, name) is None:
            return False
        if before is None:
            disk.unlink(folder, name)
        else:
            _remove_unchanged(folder, name, before)
    except FileNotFoundError:
        return False
    return True


def _remove_unchanged(folder: disk.Folder, name: str, before: bytes) -> None:
    """Take a file aside and look at it, so that no save comes between the look and the end."""
    aside = _temporary_name()
    disk.rename_new(folder, name, aside)
    if _is_still(folder, aside, before):
        disk.unlink(folder, aside)
        return
    try:
        disk.rename_new(folder, aside, name)
    except FileExistsError:  # it was saved once more, and what came last shall stay
        disk.unlink(folder, aside)
    raise SavedMeanwhileError


def _temporary_name() -> str:
    """A name that no other file has, and short, however long the name of the file in the making is."""
    return f".{os.urandom(8).hex()}{TEMPORARY}"


@contextmanager
def _beside(folder: disk.Folder, data: bytes, mode: int | None) -> Iterator[str]:
    """A new file with that content, on the disk. At the end it has another name, or goes."""
    temporary = _temporary_name()
    descriptor = disk.create(folder, temporary)
    ours = os.fstat(descriptor)
    try:
        try:
            if mode is not None and mode != stat.S_IMODE(ours.st_mode):
                disk.set_mode(descriptor, mode)
            disk.write(descriptor, data)
            disk.fsync(descriptor)
        finally:
            disk.close(descriptor)
        yield temporary
    finally:
        with suppress(OSError):
            if os.path.samestat(disk.status(folder, temporary), ours):
                disk.unlink(folder, temporary)
