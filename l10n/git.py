"""What git knows of a project's files: revisions, files as they were, and settings."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from l10n.errors import GitError

_SEPARATOR = "\x1e"
_RECORD = re.compile(rf"{_SEPARATOR}(?=[0-9a-f]{{40,64}}\x1f)")
"""Where a commit begins; a subject may hold any character."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit that changed a file, and the file's name in it."""

    commit: str
    """40 hex digits."""
    date: datetime
    path: str
    """The file's path in that commit, from the top of the repository."""
    subject: str

    @property
    def short(self) -> str:
        """As much of the commit as people read."""
        return self.commit[:10]


class Repository:
    """The git repository that a folder belongs to."""

    def __init__(self, folder: Path) -> None:
        """``GitError`` if there is no git, or the folder is in no repository."""
        self.folder = folder
        self.top = Path(self._text("rev-parse", "--show-toplevel", wrong="this is no git repository").strip())

    def commit(self, revision: str) -> str:
        """The full id of a commit that a user named; ``GitError`` if there is none such."""
        wrong = f"git knows no revision {revision!r}; see `git log`{self._shallow()}"
        name = f"{revision}^{{commit}}"
        return self._text("rev-parse", "--verify", "--quiet", "--end-of-options", name, wrong=wrong).strip()

    def path(self, file: Path) -> str:
        """A file's path from the top of the repository; ``GitError`` if it lies outside."""
        resolved = file.resolve()
        if not resolved.is_relative_to(self.top.resolve()):
            raise GitError(f"{file.name!r} lies outside the git repository")
        return resolved.relative_to(self.top.resolve()).as_posix()

    def read(self, commit: str, path: str) -> bytes | None:
        """A file as it was in a commit; None if it was not there."""
        return next(self.read_all([(commit, path)]))

    def read_all(self, wanted: Iterable[tuple[str, str]]) -> Iterator[bytes | None]:
        """Files as they were, one git process for all of them: ``(commit, path)`` each."""
        names = [f"{commit}:{path}" for commit, path in wanted]
        odd = [name for name in names if "\n" in name]
        if odd:
            raise GitError(f"git cannot be asked for {odd[0]!r}: its name has a line end")
        data = self._run("cat-file", "--batch", given=os.fsencode("".join(f"{name}\n" for name in names)))
        at = 0
        for name in names:
            end = data.index(b"\n", at)
            head = data[at:end]
            at = end + 1
            if head == os.fsencode(f"{name} missing"):
                yield None
                continue
            size = int(head.rsplit(b" ", 1)[1])
            yield data[at : at + size] if b" blob " in head else None
            at += size + 1

    def files(self, commit: str, folder: str) -> list[str]:
        """The paths of all files below a folder (``""`` for the top) in a commit, from the top."""
        within = ("--", f"{folder}/") if folder else ()
        listed = self._run("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, *within)
        return [name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name]

    def history(self, path: str, *, mainline: bool = False) -> list[Revision]:
        """The commits that changed a file, newest first, through its renames.

        With ``mainline`` only first parents are followed: each revision is what the one before it became,
        and a merge stands for all that it brought.
        """
        form = f"--format={_SEPARATOR}%H%x1f%cI%x1f%s"
        line = ("--first-parent", "-m") if mainline else ()
        listed = self._text(
            "-c", "core.quotepath=off", "-c", "diff.renameLimit=0",
            "log", *line, "--follow", "--name-only", "-z", form, "--", f":(top,literal){path}",
            wrong=f"git has no history of {path!r}",
        )  # fmt: skip
        return [_revision(record) for record in _RECORD.split(listed)[1:]]

    def revision(self, commit: str, path: str) -> Revision:
        """A commit, whether it changed the file ``path`` or not."""
        record = self._text("log", "-1", "--format=%H%x1f%cI%x1f%s", commit, "--")
        return _revision(f"{record}\0{path}")

    def attribute(self, name: str, file: Path) -> str:
        """The value of a file's attribute; ``unspecified`` if it has none. The file need not be there."""
        listed = self._text("check-attr", "-z", name, "--", str(file))
        return listed.split("\0")[2]

    def setting(self, name: str) -> str | None:
        """The value of a setting of this repository, or None if it has none of its own."""
        listed = self._text("config", "--local", "-z", "--list")
        values = (record.partition("\n") for record in listed.split("\0"))
        return {key: value for key, _, value in values}.get(name)

    def set(self, name: str, value: str) -> None:
        """Give a setting of this repository a value: the one thing that is ever changed in it."""
        self._run("config", "--local", "--replace-all", name, value)

    def between(self, older: str, newer: str, path: str) -> list[Revision]:
        """The commits, no merges, that changed a file after one commit and up to another; newest first."""
        form = f"--format={_SEPARATOR}%H%x1f%cI%x1f%s"
        listed = self._text(
            "log", "--no-merges", "-z", form, f"{older}..{newer}", "--", f":(top,literal){path}"
        )
        return [replace(_revision(record), path=path) for record in _RECORD.split(listed)[1:]]

    def since(self, commit: str) -> frozenset[str]:
        """The ids of all commits that came after that one."""
        return frozenset(self._text("rev-list", f"{commit}..HEAD").split())

    def is_shallow(self) -> bool:
        """Whether history was cut off when it was cloned."""
        return self._text("rev-parse", "--is-shallow-repository").strip() == "true"

    def _shallow(self) -> str:
        return " (this clone is shallow: try `git fetch --unshallow`)" if self.is_shallow() else ""

    def _text(self, *arguments: str, wrong: str = "") -> str:
        return self._run(*arguments, wrong=wrong).decode("utf-8", "replace")

    def _run(self, *arguments: str, given: bytes = b"", wrong: str = "") -> bytes:
        command = ["git", "-C", str(self.folder), *arguments]
        try:
            return subprocess.run(  # noqa: S603
                command, input=given, capture_output=True, check=True, env={**os.environ, "LC_ALL": "C"}
            ).stdout
        except FileNotFoundError:
            raise GitError("git cannot be found; install it") from None
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            if "dubious ownership" in said:  # as in a container, whose files another user has checked out
                reason, *_, remedy = said.splitlines()
                raise GitError(f"git: {reason}; if you trust it, run `{remedy.strip()}`") from error
            raise GitError(wrong or f"git: {said}") from error


def _revision(record: str) -> Revision:
    head, _, names = record.partition("\0")
    commit, date, subject = head.split("\x1f", 2)
    path = names.strip("\0\n").split("\0")[-1]
    return Revision(commit, datetime.fromisoformat(date), path, subject)
