"""What the operating system is asked to do with files: each call by one name, so that tests can break it.

A folder is its descriptor, and what is named in it is found there, wherever a path may lead meanwhile.
Where the system opens no folders (Windows) it is a path, and each of its parts is looked at before it is
used. No link is followed.
"""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import cache
from io import FileIO

from l10n.system import windows

Folder = int | str
"""An open folder, or the path of one where the system has no descriptors of folders."""
BY_DESCRIPTOR = os.open in os.supports_dir_fd and os.scandir in os.supports_fd and hasattr(os, "O_NOFOLLOW")
_LINKLESS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_READ = os.O_RDONLY | _LINKLESS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _LINKLESS | getattr(os, "O_BINARY", 0)
_LOCK = os.O_RDWR | os.O_CREAT | _LINKLESS | getattr(os, "O_NONBLOCK", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_ABSENT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
"""What a system, or a file system, says of a call that it does not have."""


def _at(folder: Folder, name: str) -> tuple[str, int | None]:
    return (name, folder) if isinstance(folder, int) else (os.path.join(folder, name), None)  # noqa: PTH118


def open_anchor(path: str) -> Folder:
    """The folder at a path that the user chose, and that may hold links."""
    if BY_DESCRIPTOR:
        return os.open(path, _FOLDER)
    if not os.path.isdir(path):  # noqa: PTH112
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
    return windows.verbatim(path) if os.name == "nt" else path


def open_folder(folder: Folder, name: str) -> Folder:
    """The folder ``name`` in another; ``OSError`` if it is none, or a link."""
    path, within = _at(folder, name)
    if within is not None:
        return os.open(path, _FOLDER | _LINKLESS, dir_fd=within)
    if not stat.S_ISDIR(os.lstat(path).st_mode) or windows.leads_elsewhere(os.lstat(path)):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
    return path


def close(descriptor: Folder) -> None:
    """Let go of what was opened; what is to be on the disk is there by then, so no error matters."""
    if isinstance(descriptor, int):
        with suppress(OSError):
            os.close(descriptor)


def is_gone(folder: Folder) -> bool:
    """Whether an open folder was removed."""
    return isinstance(folder, int) and os.fstat(folder).st_nlink == 0


def identity(folder: Folder) -> tuple[int, int]:
    """What tells an open folder from all others."""
    found = os.fstat(folder) if isinstance(folder, int) else os.lstat(folder)
    return found.st_dev, found.st_ino


def make_folder(folder: Folder, name: str) -> None:
    """Make a folder; ``FileExistsError`` if something of that name is there."""
    path, within = _at(folder, name)
    os.mkdir(path, dir_fd=within)


@contextmanager
def _listed(folder: Folder) -> Iterator[Iterator[os.DirEntry[str]]]:
    """Opened anew, for a descriptor that was inherited shares its place in the listing with others."""
    opened = os.open(".", _FOLDER, dir_fd=folder) if isinstance(folder, int) else folder
    try:
        with os.scandir(opened) as found:
            yield found
    finally:
        close(opened)


def entries(folder: Folder) -> list[os.DirEntry[str]]:
    """What stands in a folder, sorted by name."""
    with _listed(folder) as found:
        return sorted(found, key=lambda entry: entry.name)


def files(folder: Folder) -> dict[str, os.stat_result]:
    """The regular files in a folder by name, each with what ``status`` says of it.

    None where the system opens no folders: there a listing may tell what a file was like before.
    """
    found: dict[str, os.stat_result] = {}
    with _listed(folder) if isinstance(folder, int) else nullcontext(()) as listed:
        for entry in listed:
            if entry.is_file(follow_symlinks=False):
                with suppress(FileNotFoundError):  # it was removed meanwhile
                    found[entry.name] = entry.stat(follow_symlinks=False)
    return found


def status(folder: Folder, name: str) -> os.stat_result:
    """Of the thing itself, be it a link."""
    path, within = _at(folder, name)
    return os.stat(path, dir_fd=within, follow_symlinks=False)


def target(folder: Folder, name: str) -> str:
    """Where a link leads."""
    path, within = _at(folder, name)
    return os.readlink(path, dir_fd=within)


def leads_to_folder(folder: Folder, name: str) -> bool:
    """Whether a link leads to a folder. Windows has that in the link itself, which may name a server."""
    attributes = getattr(status(folder, name), "st_file_attributes", None)
    if attributes is not None:
        return bool(attributes & stat.FILE_ATTRIBUTE_DIRECTORY)
    path, within = _at(folder, name)
    return stat.S_ISDIR(os.stat(path, dir_fd=within).st_mode)


def open_file(folder: Folder, name: str) -> int:
    """A descriptor to read from; of a pipe, it does not wait for somebody to write."""
    path, within = _at(folder, name)
    return os.open(path, _READ, dir_fd=within)


def create(folder: Folder, name: str) -> int:
    """A descriptor to write to a new file; ``FileExistsError`` if there is one."""
    path, within = _at(folder, name)
    return os.open(path, _CREATE, 0o666, dir_fd=within)


def open_lock(folder: Folder, name: str) -> int:
    """A descriptor of a file that is held, and has no content."""
    path, within = _at(folder, name)
    return os.open(path, _LOCK, 0o666, dir_fd=within)


def opened(descriptor: int) -> os.stat_result:
    """The status of an open file, whatever has its name by now."""
    return os.fstat(descriptor)


def read(descriptor: int) -> bytes:
    """All that is left to read."""
    with FileIO(descriptor, closefd=False) as file:
        return file.readall()


def write(descriptor: int, data: bytes) -> None:
    """All of the data."""
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def fsync(descriptor: int) -> None:
    """Have what was written on the disk."""
    os.fsync(descriptor)


def set_mode(descriptor: int, mode: int) -> None:
    """Give an open file its permissions, where the system has such."""
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, mode)


def unlink(folder: Folder, name: str) -> None:
    """Remove a file, or a link."""
    path, within = _at(folder, name)
    windows.once_free(lambda: os.unlink(path, dir_fd=within))


def replace(folder: Folder, old: str, new: str) -> None:
    """Rename a file; what was called ``new`` is gone."""
    (old, within), (new, _) = _at(folder, old), _at(folder, new)
    windows.once_free(lambda: os.replace(old, new, src_dir_fd=within, dst_dir_fd=within))


def rename_new(folder: Folder, old: str, new: str, there: Folder | None = None) -> None:
    """Rename a file, to be ``there`` if so wished; ``FileExistsError`` if ``new`` is something already."""
    there = folder if there is None else there
    if not _renamed(folder, old, there, new, _NEW):
        _linked(folder, old, there, new)


def exchange(folder: Folder, one: str, other: str) -> bool:
    """Have two files change names, both at once; False where the system cannot."""
    return _renamed(folder, one, folder, other, _EXCHANGE)


def _linked(folder: Folder, old: str, there: Folder, new: str) -> None:
    """The same by a second name, which is never given to what has one already."""
    (old_path, within), (new_path, into) = _at(folder, old), _at(there, new)
    if os.link in os.supports_dir_fd or within is None:
        try:
            os.link(old_path, new_path, src_dir_fd=within, dst_dir_fd=into)
        except OSError as error:
            if error.errno not in _ABSENT:
                raise
        else:
            unlink(folder, old)
            return
    _renamed_unless_there(folder, old, there, new)


def _renamed_unless_there(folder: Folder, old: str, there: Folder, new: str) -> None:
    """Looks first: the nearest that a file system without links and without ``renameat2`` has."""
    try:
        status(there, new)
    except FileNotFoundError:
        (old_path, within), (new_path, into) = _at(folder, old), _at(there, new)
        windows.once_free(lambda: os.replace(old_path, new_path, src_dir_fd=within, dst_dir_fd=into))
    else:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new)


_NAMES = {"linux": ("renameat2", 1, 2), "darwin": ("renameatx_np", 4, 2)}
"""By system: its call, and its flags for a name that must be new and for an exchange."""
_CALL, _NEW, _EXCHANGE = _NAMES.get(sys.platform, ("", 0, 0))


@cache
def _rename() -> Callable[[int, bytes, int, bytes, int], int] | None:
    """The system's call, if it has one and folders are descriptors; looked up when it is first needed."""
    if not (BY_DESCRIPTOR and _CALL):
        return None
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), _CALL, None)
    if call is None:
        return None

    def rename(old_folder: int, old: bytes, new_folder: int, new: bytes, flags: int) -> int:
        done = call(old_folder, old, new_folder, new, ctypes.c_uint(flags))
        return ctypes.get_errno() if done else 0

    return rename


def _renamed(folder: Folder, old: str, there: Folder, new: str, flag: int) -> bool:
    """Whether the system did it; False if it has no such call, ``OSError`` if it refused."""
    call = _rename()
    if call is None or not (isinstance(folder, int) and isinstance(there, int)):
        return False
    number = call(folder, os.fsencode(old), there, os.fsencode(new), flag)
    if number and number not in _ABSENT:
        raise OSError(number, os.strerror(number), new)
    return not number


def is_written_to(descriptor: int) -> bool:
    """Whether another process has the file open to write to it, as far as the system tells: Linux does."""
    try:
        import fcntl

        lease, read, none, notice = fcntl.F_SETLEASE, fcntl.F_RDLCK, fcntl.F_UNLCK, fcntl.F_SETSIG
    except (ImportError, AttributeError):
        return False
    try:
        fcntl.fcntl(descriptor, notice, signal.SIGURG)  # the usual notice would end this process
        fcntl.fcntl(descriptor, lease, read)
        fcntl.fcntl(descriptor, lease, none)
    except OSError as error:
        return error.errno == errno.EAGAIN
    return False


def lock(descriptor: int) -> bool:
    """Hold an open file until it is let go or this process ends; False if another process holds it."""
    try:
        import fcntl
    except ImportError:
        return windows.lock(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def unlock(descriptor: int) -> None:
    """Let go, also for the processes that inherited it."""
    try:
        import fcntl
    except ImportError:
        return  # Windows lets go when it is closed
    fcntl.flock(descriptor, fcntl.LOCK_UN)
