"""What Windows does otherwise with files: paths to the letter, files that others have open, links, locks."""

from __future__ import annotations

import importlib
import os
import time
from collections.abc import Callable

_IN_USE = (5, 32)
"""``ERROR_ACCESS_DENIED``, ``ERROR_SHARING_VIOLATION``."""
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds after each try."""
_SURROGATE = 0x2000_0000
"""The bit of a reparse tag that says that it leads elsewhere (``IsReparseTagNameSurrogate``)."""


def verbatim(path: str) -> str:
    """A whole path that is taken to the letter.

    So it may have more than 260 characters, ``aux.md`` is a file and no device, and ``".. "`` is no ``..``.
    """
    if path.startswith("\\\\?\\"):
        return path
    return f"\\\\?\\UNC{path[1:]}" if path.startswith("\\\\") else f"\\\\?\\{path}"


def leads_elsewhere(found: os.stat_result) -> bool:
    """Whether what looks like a folder is a link; what OneDrive keeps has tags, too, and is none."""
    return bool(getattr(found, "st_reparse_tag", 0) & _SURROGATE)


def once_free(act: Callable[[], None]) -> None:
    """Do it once nobody has the file open: who scans for viruses, or indexes, has it for a moment.

    On other systems, which do not mind, it is done at once.
    """
    for pause in _PAUSES:
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
        time.sleep(pause)
    return act()


def lock(descriptor: int) -> bool:
    """Hold an open file until it is closed; False if somebody else holds it."""
    msvcrt = importlib.import_module("msvcrt")
    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True
