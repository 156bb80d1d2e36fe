"""Names of files: which are hidden, whose, and how they are shown."""

from __future__ import annotations

import re
import unicodedata

from l10n.regex import regex

_GIT_ON_WINDOWS = regex(r"git~\d", re.IGNORECASE)
_RESERVED = (".git", ".l10n")
INSTALLED = "node_modules"
"""The folder that npm puts packages in."""


def is_hidden(part: str) -> bool:
    """Whether a part of a path is hidden, or a system takes it for one that is, as some do for ``.git``."""
    if not part.isascii():  # Apple's file systems pay no heed to characters that do not show
        part = "".join(char for char in part if unicodedata.category(char) != "Cf")
    return part.startswith(".") or _GIT_ON_WINDOWS.match(part) is not None


def is_passed_over(part: str) -> bool:
    """Whether nothing of that name is a project's own: it is hidden, or what npm installs."""
    return is_hidden(part) or part == INSTALLED


def is_reserved(part: str) -> bool:
    """Whether a part of a path is git's, or l10n's own, by any name that a system takes for it."""
    plain = "".join(char for char in part if unicodedata.category(char) != "Cf").casefold().rstrip(". ")
    return plain in _RESERVED or _GIT_ON_WINDOWS.match(plain) is not None


def printable(path: str) -> str:
    """A path as messages name it, on one line and without what a terminal would obey."""
    return path if path.isprintable() else ascii(path)
