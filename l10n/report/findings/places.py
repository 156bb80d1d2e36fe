"""Where findings are, as code hosts name places: by paths from the top of the repository."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.checks import Finding
from l10n.errors import GitError
from l10n.git import Repository


def in_repository(findings: Sequence[Finding], root: Path) -> list[Finding]:
    """The findings with their files named from the top of the git repository that ``root`` is in.

    Without a repository, or outside of it, files are named as they were.
    """
    try:
        top = Repository(root).top.resolve()
    except GitError:
        return list(findings)
    names = {one.file: _named(root.resolve() / one.file, top, one.file) for one in findings}
    return [one._replace(file=names[one.file]) for one in findings]


def _named(path: Path, top: Path, name: str) -> str:
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else name
