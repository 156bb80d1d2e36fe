"""Which of some files are meant by no other name, where a system has several names for one file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress

from l10n.errors import FileError
from l10n.system import File, folded


def others(found: Sequence[File], wanted: Sequence[File]) -> list[File]:
    """The files that are found and not wanted, not even under a name that means the same file."""
    names = set(wanted)
    left = [file for file in found if file not in names]
    alike = {folded(file.name): file for file in wanted} if left else {}
    return [file for file in left if not _same_file(file, alike.get(folded(file.name)))]


def _same_file(one: File, other: File | None) -> bool:
    """Whether two names mean one file, as they may where case or the normal form of names does not count."""
    with suppress(FileError):  # it is named where it is read
        first, second = one.room.status(one.name), other.room.status(other.name) if other else None
        return first is not None and second is not None and os.path.samestat(first, second)
    return False
