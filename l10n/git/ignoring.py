"""What git ignores: no clone has it, so it is out of date in none."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection
from pathlib import Path

from l10n.errors import GitError
from l10n.git.call import call

_HERE = "./"
"""Before each path: one that begins with a colon would mean something else."""


def ignored(folder: Path, paths: Collection[str]) -> frozenset[str]:
    """Those of the paths, from the folder, that git ignores; it ignores none that is committed.

    None where the folder is in no repository, or git refuses to say: then each counts.
    """
    given = os.fsencode("".join(f"{_HERE}{path}\0" for path in paths))
    try:
        listed = call(folder, "check-ignore", "-z", "--stdin", given=given, literal=False) if paths else b""
    except (GitError, subprocess.CalledProcessError):  # it ends so where it ignores none of them, too
        return frozenset()
    return frozenset(os.fsdecode(name).removeprefix(_HERE) for name in listed.split(b"\0") if name)


def is_new_to(folder: Path, path: str) -> bool:
    """Whether git would offer for a commit what is made there, of which nothing is committed yet.

    Not where the folder is in no repository, or git refuses to say.
    """
    try:
        if call(folder, "ls-files", "-z", "--", path):
            return False
        call(folder, "check-ignore", "-q", f"{_HERE}{path}", literal=False)
    except subprocess.CalledProcessError as error:
        return error.returncode == 1
    except GitError:
        return False
    return False
