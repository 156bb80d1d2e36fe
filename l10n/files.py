"""Reading and writing within the project, and nowhere else; what is written is whole, or as it was."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from l10n.errors import FileError, Place

TEMPORARY = ".l10n-tmp"
"""Ending of files in the making; one that a killed run left behind is overwritten by the next."""


class Files:
    """The files of one project."""

    def __init__(self, root: Path, *, dry: bool = False) -> None:
        """``dry`` only notes what would be written."""
        self.root = root.resolve()
        self.dry = dry
        self.changed: list[str] = []
        """Files that were (or would be) written, relative to the root."""
        self.removed: list[str] = []

    def shown(self, path: Path) -> str:
        """``path`` as messages name it."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return str(path)

    def inside(self, path: Path) -> Path:
        """Where ``path`` really is; ``FileError`` if links lead it out of the project."""
        try:
            real = path.resolve()
        except (OSError, RuntimeError) as error:
            raise FileError(f"its links cannot be followed: {error}", Place(self.shown(path))) from error
        if real != self.root and self.root not in real.parents:
            raise FileError("it leads out of the project; nothing there is touched", Place(self.shown(path)))
        return real

    def read(self, path: Path) -> bytes | None:
        """The file's content, or None if there is no such file."""
        try:
            return self.inside(path).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _refused("read", self.shown(path), error) from error

    def write(self, path: Path, data: bytes) -> bool:
        """Make ``data`` the file's content; False if it already is."""
        if self.read(path) == data:
            return False
        self.changed.append(self.shown(path))
        if not self.dry:
            try:
                _replace(self.inside(path), data)
            except OSError as error:
                raise _refused("written", self.shown(path), error) from error
        return True

    def remove(self, path: Path) -> None:
        """Remove the file, if it is there."""
        real = self.inside(path.parent) / path.name
        if not os.path.lexists(real):
            return
        self.removed.append(self.shown(path))
        if not self.dry:
            try:
                real.unlink()
            except OSError as error:
                raise _refused("removed", self.shown(path), error) from error


def _refused(what: str, shown: str, error: OSError) -> FileError:
    return FileError(f"cannot be {what}: {error.strerror or error}", Place(shown))


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, and put that in its place once it is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:200]}{TEMPORARY}")
    with suppress(FileNotFoundError):
        temporary.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o666), "wb") as file:
            _keep_mode(path, temporary)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _keep_mode(path: Path, temporary: Path) -> None:
    with suppress(FileNotFoundError):
        temporary.chmod(path.stat().st_mode & 0o7777)
