"""Where a name leads if links are followed, by what they say, and only within one folder."""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from l10n.system import disk
from l10n.system.folders import Folders

LEADS_OUT = "this link leads out of its folder; nothing there is touched: put the file itself here"
_MOST = 40
"""So many links in a row lead nowhere, as systems have it."""


class LinkError(Exception):
    """A link leads out of the folder, or nowhere; the text says which."""


def below(path: Path, folder: Path) -> PurePosixPath | None:
    """A path from ``folder`` on, by whatever name the user calls that; None if it lies elsewhere.

    Links up to the folder are the user's, and followed; those below it are others', and left as they are.
    ``OSError`` or ``RuntimeError`` where the user's lead nowhere.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - links are not followed
    for part in reversed((path, *path.parents)):
        real = part.resolve()
        if real.is_relative_to(folder):
            return PurePosixPath((real.relative_to(folder) / path.relative_to(part)).as_posix())
    return None


def followed(folders: Folders, base: str, parts: Sequence[str]) -> tuple[str, ...]:
    """The way, without links, to what ``parts`` name below ``folders``, which is at the path ``base``.

    The system is asked for nothing but the links, so no other folder is even looked at.
    """
    left, way, links = deque(parts), list[str](), 0
    while left:
        part = left.popleft()
        if part == "..":
            if not way:
                raise LinkError(LEADS_OUT)
            way.pop()
        elif part not in ("", "."):
            target = _target(folders, way, part)
            links += target is not None
            if links > _MOST:
                raise LinkError("its links lead in a circle; remove one")
            if target is None:
                way.append(part)
            else:
                way = [] if target.startswith("/") else way
                left.extendleft(reversed(_below(base, target).split("/")))
    return tuple(way)


def _target(folders: Folders, way: Sequence[str], part: str) -> str | None:
    """What a link says; None if it is no link."""
    with suppress(FileNotFoundError):
        folder = folders.find(tuple(way))
        if folder is not None and stat.S_ISLNK(disk.status(folder, part).st_mode):
            return disk.target(folder, part).replace(os.sep, "/")
    return None


def _below(base: str, target: str) -> str:
    """A target, from the folder on if it was a whole path."""
    if not target.startswith("/"):
        return target
    if not f"{target}/".startswith(f"{base}/"):
        raise LinkError(LEADS_OUT)
    return target[len(base) :]
