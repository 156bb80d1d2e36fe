"""Reading and writing within the project, and nowhere else; what is written is whole, or as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

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
        self._folders: dict[Path, Path] = {}
        self._contents: dict[Path, bytes | None] = {}

    def shown(self, path: Path) -> str:
        """``path`` as messages name it."""
        try:
            name = path.relative_to(self.root).as_posix()
        except ValueError:
            name = str(path)
        return name if name.isprintable() else ascii(name)

    def inside(self, path: Path) -> Path:
        """Where ``path`` really is; ``FileError`` if links lead it out of the project."""
        if path in (self.root, self.root / ".."):
            return self._resolved(path)
        folder = self._folders.get(path.parent)
        if folder is None:
            folder = self._folders[path.parent] = self._resolved(path.parent)
        real = folder / path.name
        return self._resolved(real) if real.is_symlink() else real

    def _resolved(self, path: Path) -> Path:
        try:
            real = path.resolve()
        except (OSError, RuntimeError) as error:
            raise FileError(f"its links cannot be followed: {error}", Place(self.shown(path))) from error
        if real != self.root and self.root not in real.parents:
            raise FileError("it leads out of the project; nothing there is touched", Place(self.shown(path)))
        return real

    def forget(self) -> None:
        """Read files anew; between two calls each is read once, however often it is asked for."""
        self._contents.clear()

    def read(self, path: Path) -> bytes | None:
        """The file's content, or None if there is no such file."""
        if path not in self._contents:
            try:
                self._contents[path] = self.inside(path).read_bytes()
            except FileNotFoundError:
                self._contents[path] = None
            except OSError as error:
                raise _refused("read", self.shown(path), error) from error
        return self._contents[path]

    def write(self, path: Path, data: bytes, *, listed: bool = True) -> bool:
        """Make ``data`` the file's content; False if it already is."""
        if self.read(path) == data:
            return False
        if not self.dry:
            try:
                _replace(self.inside(path), data)
            except OSError as error:
                raise _refused("written", self.shown(path), error) from error
            self._contents[path] = data
        if listed:
            self.changed.append(self.shown(path))
        return True

    def remove(self, path: Path) -> None:
        """Remove the file, if it is there."""
        real = self._resolved(path.parent) / path.name
        if not os.path.lexists(real):
            return
        if not self.dry:
            try:
                real.unlink(missing_ok=True)
            except OSError as error:
                raise _refused("removed", self.shown(path), error) from error
        self.removed.append(self.shown(path))

    def new_changes(self) -> tuple[list[str], list[str]]:
        """What was changed and removed since this was asked last."""
        changes = self.changed, self.removed
        self.changed, self.removed = [], []
        return changes

    def sweep(self, folders: Iterable[Path]) -> None:
        """Remove what a killed run left behind in the making."""
        for folder in folders:
            for path in folder.rglob(f".*{TEMPORARY}"):
                self.inside(path).unlink(missing_ok=True)


def _refused(what: str, shown: str, error: OSError) -> FileError:
    return FileError(f"cannot be {what}: {error.strerror or error}", Place(shown))


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, and put that in its place once it is on the disk."""
    temporary = path.with_name(f".{path.name[:200]}{TEMPORARY}")
    try:
        with _created(temporary) as file:
            with suppress(FileNotFoundError):
                temporary.chmod(path.stat().st_mode & 0o7777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _created(path: Path) -> BinaryIO:
    """A new file, in a new folder if need be, in place of what a killed run left there."""
    try:
        return path.open("xb")
    except FileExistsError:
        path.unlink()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("xb")
