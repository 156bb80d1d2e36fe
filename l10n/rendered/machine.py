"""Where programs and packages are installed: what is the user's own, and what came with a project."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from l10n.errors import L10nError


class Machine:
    """What is installed for the user, where a project lies in ``root``.

    What is among the files of the project, or of the repository around it, came with them: that is no
    program that is run, also where the ``PATH`` leads there.
    """

    def __init__(self, root: Path) -> None:
        """Nothing is looked for yet."""
        self.root = root.resolve()
        self.repository = _repository(self.root)

    def program(self, *names: str) -> Path | None:
        """The first program of the first of these names on the ``PATH`` that is the user's own."""
        found = (_on_path(name, self.repository) for name in names)
        return next(filter(None, found), None)

    def folders(self) -> Iterator[Path]:
        """The project's folder, and those around it in its repository."""
        for folder in (self.root, *self.root.parents):
            yield folder
            if folder == self.repository:
                return

    def holds(self, path: Path) -> bool:
        """Whether it is a file or folder of the repository, wherever links lead."""
        return path.resolve().is_relative_to(self.repository)


def named_program(*names: str) -> Path | None:
    """The first program of the first of these names on the ``PATH``, wherever it is."""
    return next(filter(None, (_on_path(name, None) for name in names)), None)


def refuse_missing(path: Path) -> None:
    """``L10nError`` if there is nothing of that name."""
    if not os.path.exists(path):  # noqa: PTH110 - no error, whatever the name is
        raise L10nError(f"{path}: there is no such file")


def _on_path(name: str, around: Path | None) -> Path | None:
    for entry in os.environ.get("PATH", "").split(os.pathsep):
        found = shutil.which(name, path=entry) if Path(entry).is_absolute() else None
        if found and not _is_within(Path(found), around):
            return Path(found)
    return None


def _is_within(path: Path, around: Path | None) -> bool:
    """Whether a file, or what it leads to, is in the folder."""
    ways = {path.absolute(), path.parent.resolve() / path.name, path.resolve()}
    return around is not None and any(one.is_relative_to(around) for one in ways)


def _repository(root: Path) -> Path:
    """The folder of the repository that a project is in; its own, if it is in none."""
    return next((one for one in (root, *root.parents) if os.path.lexists(one / ".git")), root)
