"""Regular files in an open folder: read whole, replaced whole, never against somebody who saves meanwhile.

Before a file takes the place of another, the two change names, both at once, and only if what was taken off
is what was read before does it go; else it gets its name back. So no save comes between a look and an act.
Where a system cannot exchange names (see ``disk.exchange``), the moment between the look and the renaming
remains. Where it can, one remains for who reads just while a name is given back, and saves what they read.

What was taken off has a name that says what it may hold, so that whoever sweeps after a run that was killed
in that moment leaves what somebody saved.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b

from l10n.regex import regex
from l10n.system import disk

TEMPORARY = ".l10n-tmp"
"""Ending of files in the making; what a killed run left behind is swept by the next."""
IS_LINK = "this is a link, and none is followed here; put the file or folder itself in its place"
_ASIDE = regex(rf"\.[0-9a-f]+-([0-9a-f]+)-([0-9a-f]+){re.escape(TEMPORARY)}")
"""Names of files that change names with others: digests of what is taken off, and of what takes its place."""
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
        with _opened(folder, name) as descriptor:
            return disk.read(descriptor)
    except FileNotFoundError:
        return None


@contextmanager
def _opened(folder: disk.Folder, name: str) -> Iterator[int]:
    _checked(disk.status(folder, name))
    descriptor = disk.open_file(folder, name)
    try:
        _checked(disk.opened(descriptor))
        yield descriptor
    finally:
        disk.close(descriptor)


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


def put(folder: disk.Folder, name: str, data: bytes, before: bytes | None, runs: bool | None = None) -> None:
    """Make ``data`` the content of a file that has the content ``before``, or is not there yet.

    ``SavedMeanwhileError`` if it is not as it was; then it stays. The new file is on the disk before it
    gets the name, and has the permissions of the old, but ``runs`` or not where that is said.
    """
    found = None if before is None else status(folder, name)
    mode = None if found is None else stat.S_IMODE(found.st_mode)
    with _beside(folder, data, (mode, runs)) as (temporary, ours):
        try:
            if before is None:
                disk.rename_new(folder, temporary, name)
            else:
                aside = _temporary_name(before, data)
                disk.replace(folder, temporary, aside)
                with _dropped(folder, aside, ours):
                    _take_place(folder, aside, name, (ours, data), before)
        except (FileExistsError, FileNotFoundError):
            raise SavedMeanwhileError from None


_Mode = tuple[int | None, bool | None]
"""The permissions of the old file, if there is one, and whether the new one runs, if that is said."""
_RUN = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH
_Known = tuple[os.stat_result, bytes | None]
"""A file, and what stood in it; None where that cannot be read."""


def _take_place(folder: disk.Folder, aside: str, name: str, ours: _Known, before: bytes) -> None:
    if read(folder, name) != before:  # so that names are hardly ever given back
        raise SavedMeanwhileError
    if not disk.exchange(folder, aside, name):
        disk.replace(folder, aside, name)
    elif _is_still(folder, aside, before, unsure=False):
        with suppress(FileNotFoundError):
            disk.unlink(folder, aside)
    else:
        _give_back(folder, aside, name, ours)
        raise SavedMeanwhileError


def _give_back(folder: disk.Folder, aside: str, name: str, ours: _Known) -> None:
    """What was taken off gets its name back, and what was saved between the two stays, for it came last."""
    for _ in range(_SAVES):
        theirs = disk.status(folder, aside), _content(folder, aside)
        disk.exchange(folder, aside, name)
        if _is_the_one(folder, aside, *ours):
            disk.unlink(folder, aside)
            break
        ours = theirs


def _is_the_one(folder: disk.Folder, name: str, known: os.stat_result, content: bytes | None) -> bool:
    """Whether what was taken off its name is what was put there: the same file, and not saved in place."""
    same = os.path.samestat(disk.status(folder, name), known)
    return same and (content is None or _is_still(folder, name, content, unsure=True))


def _is_still(folder: disk.Folder, name: str, before: bytes, *, unsure: bool) -> bool:
    """Whether a file that was taken off its name is what it was, and nobody is still writing to it.

    It is as ``unsure`` says where that cannot be found out.
    """
    try:
        with _opened(folder, name) as descriptor:
            return not disk.is_written_to(descriptor) and disk.read(descriptor) == before
    except FileNotFoundError:  # whoever swept it has looked at it
        return True
    except (OSError, OddFileError):
        return unsure


def _content(folder: disk.Folder, name: str) -> bytes | None:
    """What stands in it, or None where that cannot be read."""
    try:
        return read(folder, name)
    except (OSError, OddFileError):
        return None


def remove(folder: disk.Folder, name: str) -> bool:
    """Remove a file, and say if it was there; ``OddFileError`` if it is no file."""
    try:
        if status(folder, name) is None:
            return False
        disk.unlink(folder, name)
    except FileNotFoundError:
        return False
    return True


def move(folder: disk.Folder, name: str, there: disk.Folder, new: str) -> None:
    """Give a file another name, ``there``; ``SavedMeanwhileError`` if something is called so already."""
    try:
        status(folder, name)
        disk.rename_new(folder, name, new, there)
    except (FileExistsError, FileNotFoundError):
        raise SavedMeanwhileError from None


def sweep(folder: disk.Folder, name: str) -> bool:
    """Remove what a killed run left in the making; False if it stays, for it is what somebody saved then.

    What is not called so is no such thing, and is left alone.
    """
    if not (name.startswith(".") and name.endswith(TEMPORARY)):
        return True
    may_hold = _ASIDE.fullmatch(name)
    with suppress(FileNotFoundError):
        is_file = stat.S_ISREG(disk.status(folder, name).st_mode)
        if may_hold and is_file and _digest(read(folder, name) or b"") not in may_hold.groups():
            return False
        disk.unlink(folder, name)
    return True


def _temporary_name(*contents: bytes) -> str:
    """A name that no other file has, and short, however long the name of the file in the making is.

    It says which ``contents`` the file may have, where it may come to have what somebody saved.
    """
    return f".{'-'.join((os.urandom(8).hex(), *map(_digest, contents)))}{TEMPORARY}"


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


@contextmanager
def _beside(folder: disk.Folder, data: bytes, mode: _Mode) -> Iterator[tuple[str, os.stat_result]]:
    """A new file with that content, on the disk. At the end it has another name, or goes."""
    temporary = _temporary_name()
    descriptor = disk.create(folder, temporary)
    try:
        ours = _filled(descriptor, data, mode)
    except BaseException:
        with suppress(OSError):
            disk.unlink(folder, temporary)
        raise
    finally:
        disk.close(descriptor)
    with _dropped(folder, temporary, ours):
        yield temporary, ours


def _filled(descriptor: int, data: bytes, mode: _Mode) -> os.stat_result:
    ours = disk.opened(descriptor)
    wanted = _permissions(stat.S_IMODE(ours.st_mode), *mode)
    if wanted != stat.S_IMODE(ours.st_mode):
        disk.set_mode(descriptor, wanted)
    disk.write(descriptor, data)
    disk.fsync(descriptor)
    return ours


def _permissions(new: int, old: int | None, runs: bool | None) -> int:
    """Those of the old file, else of a new one; who may read it may run it, if anybody may."""
    mode = new if old is None else old
    if runs is None or runs == may_run(mode):
        return mode
    return mode | (mode & 0o444) >> 2 if runs else mode & ~_RUN


def may_run(mode: int) -> bool:
    """Whether its owner may run a file with these permissions."""
    return bool(mode & stat.S_IXUSR)


@contextmanager
def _dropped(folder: disk.Folder, name: str, ours: os.stat_result) -> Iterator[None]:
    """At the end our file goes, if it still has that name."""
    try:
        yield
    finally:
        with suppress(OSError):
            if os.path.samestat(disk.status(folder, name), ours):
                disk.unlink(folder, name)
