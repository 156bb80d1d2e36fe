"""What git knows of a project's files: revisions, files as they were, and settings."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from l10n.errors import GitError
from l10n.git.call import call
from l10n.regex import regex

_COMMIT = "%H%x00%cI%x00%s"
"""What is asked of a commit: a subject may hold any character but the one between these."""
_LOG = ("log", "-z", "--no-color", "--no-ext-diff", "--no-textconv", f"--format={_COMMIT}")
_ENDS_A_NAME = regex(r"[\r\n]")
_NO_OBJECT = "0" * 40
_PARTIAL = (
    "this clone is partial, and what it left out is not fetched: run `git fetch --refetch --no-filter` "
    "if you trust its remote"
)


class Revision(NamedTuple):
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
        """``GitError`` if there is no git, or the folder is in no repository, or in one of other files."""
        self.folder = folder
        shown = self._run("rev-parse", "--show-toplevel", wrong="this is no git repository")
        self.top = Path(os.fsdecode(shown.removesuffix(b"\n")))
        if not folder.resolve().is_relative_to(self._real_top):
            raise GitError("its git repository is one of other files; see `git config core.worktree`")

    def commit(self, revision: str) -> str:
        """The full id of a commit that a user named; ``GitError`` if there is none such."""
        wrong = f"git knows no revision {revision!r}; see `git log`{self._shallow()}"
        name = f"{revision}^{{commit}}"
        return self._text("rev-parse", "--verify", "--quiet", "--end-of-options", name, wrong=wrong).strip()

    def path(self, file: Path) -> str:
        """A file's path from the top of the repository; ``GitError`` if it lies outside.

        The file's path is a real one: links on it are not followed, for git has links as what they are.
        """
        if not file.is_relative_to(self._real_top):
            raise GitError(f"{file.name!r} lies outside the git repository")
        return file.relative_to(self._real_top).as_posix()

    @cached_property
    def _real_top(self) -> Path:
        return self.top.resolve()

    def read(self, commit: str, path: str) -> bytes | None:
        """A file as it was in a commit; None if it was not there."""
        return next(self.read_all([(commit, path)]))

    def read_all(self, wanted: Iterable[tuple[str, str]]) -> Iterator[bytes | None]:
        """Files as they were, one git process for all of them: ``(commit, path)`` each."""
        files = list(wanted)
        names = [self._name(commit, path) for commit, path in files]
        data = self._read("cat-file", "--batch", given=os.fsencode("".join(f"{name}\n" for name in names)))
        at = 0
        for name, file in zip(names, files, strict=True):
            end = data.index(b"\n", at)
            head = data[at:end]
            at = end + 1
            if head == os.fsencode(f"{name} missing"):
                self._refuse_if_left_out(*file)
                yield None
                continue
            size = int(head.rsplit(b" ", 1)[1])
            yield data[at : at + size] if b" blob " in head else None
            at += size + 1

    def _absolute(self, path: str) -> str:
        """A path from the top, for commands that are run in the folder."""
        return str(self.top / path)

    def _name(self, commit: str, path: str) -> str:
        """What to ask for a file by; its id, where a line end in its path would end the name."""
        name = f"{commit}:{path}"
        if not _ENDS_A_NAME.search(path):
            return name
        listed = self._read("ls-tree", "-z", "--full-tree", commit, "--", path)
        return listed.split(b"\t")[0].split(b" ")[-1].decode() or _NO_OBJECT

    def _refuse_if_left_out(self, commit: str, path: str) -> None:
        """``GitError`` if the file was there, but is not in this clone."""
        if self._is_partial and b" blob " in self._read("ls-tree", "--full-tree", commit, "--", path):
            raise GitError(_PARTIAL)

    def files(self, commit: str, folder: str) -> list[str]:
        """The paths of all files below a folder (``""`` for the top) in a commit, from the top."""
        within = ("--", f"{folder}/") if folder else ()
        listed = self._read("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, *within)
        return [os.fsdecode(name) for name in listed.split(b"\0") if name]

    def history(self, path: str, *, mainline: bool = False) -> list[Revision]:
        """The commits that changed a file, newest first, through its renames.

        With ``mainline`` only first parents are followed: each revision is what the one before it became,
        and a merge stands for all that it brought.
        """
        line = ("--first-parent", "-m") if mainline else ()
        wrong = f"git has no history of {path!r}"
        found = self._read(*_LOG, *line, "--follow", "--name-only", "--", self._absolute(path), wrong=wrong)
        return list(_revisions(found))

    def revision(self, commit: str, path: str) -> Revision:
        """A commit, whether it changed the file ``path`` or not."""
        (revision,) = _revisions(self._read(*_LOG, "-1", "--end-of-options", commit, "--"))
        return revision._replace(path=path)

    def attribute(self, name: str, file: Path) -> str:
        """The value of a file's attribute; ``unspecified`` if it has none. The file need not be there."""
        listed = self._text("check-attr", "-z", name, "--", str(file.absolute()))
        return listed.split("\0")[2]

    def setting(self, name: str) -> str | None:
        """The value of a setting of this repository, or None if it has none of its own."""
        return self._settings().get(name)

    def _settings(self) -> dict[str, str]:
        listed = self._text("config", "--local", "-z", "--list")
        values = (record.partition("\n") for record in listed.split("\0"))
        return {key: value for key, _, value in values}

    def set(self, name: str, value: str) -> None:
        """Give a setting of this repository a value: the one thing that is ever changed in it."""
        self._run("config", "--local", "--replace-all", name, value)

    def between(self, older: str, newer: str, path: str) -> list[Revision]:
        """The commits, no merges, that changed a file after one commit and up to another; newest first."""
        listed = self._read(
            *_LOG, "--no-merges", "--end-of-options", f"{older}..{newer}", "--", self._absolute(path)
        )
        return [one._replace(path=path) for one in _revisions(listed)]

    def has_had(self, paths: Iterable[str]) -> bool:
        """Whether any commit has one of these files; ``GitError`` if there is no commit."""
        asked = "\n".join(["HEAD", "--", *map(self._absolute, paths), ""])
        return bool(self._read("rev-list", "-1", "--stdin", given=os.fsencode(asked)))

    def since(self, commit: str) -> frozenset[str]:
        """The ids of all commits that came after that one."""
        listed = self._read("rev-list", "--end-of-options", f"{commit}..HEAD", "--")
        return frozenset(listed.decode().split())

    def is_shallow(self) -> bool:
        """Whether history was cut off when it was cloned."""
        return self._text("rev-parse", "--is-shallow-repository").strip() == "true"

    def _shallow(self) -> str:
        return " (this clone is shallow: try `git fetch --unshallow`)" if self.is_shallow() else ""

    @cached_property
    def _is_partial(self) -> bool:
        """Whether objects were left out when it was cloned."""
        return any(key.endswith(".promisor") or key == "extensions.partialclone" for key in self._settings())

    def _read(self, *arguments: str, given: bytes = b"", wrong: str = "") -> bytes:
        """What git says of objects, some of which a partial clone has not."""
        try:
            return self._run(*arguments, given=given, wrong=wrong)
        except GitError as error:
            if self._is_partial:
                raise GitError(f"{error}; {_PARTIAL}") from error
            raise

    def _text(self, *arguments: str, wrong: str = "") -> str:
        return self._run(*arguments, wrong=wrong).decode("utf-8", "replace")

    def _run(self, *arguments: str, given: bytes = b"", wrong: str = "") -> bytes:
        try:
            return call(self.folder, *arguments, given=given)
        except subprocess.CalledProcessError as error:
            raise GitError(_remedy(error.stderr) or wrong or f"git: {_reason(error.stderr)}") from error


def _lines(said: bytes) -> list[str]:
    return [line.removeprefix("fatal: ") for line in said.decode("utf-8", "replace").strip().split("\n")]


def _remedy(said: bytes) -> str:
    """What git gives, with the reason, where another user owns the files: as in a container."""
    lines = _lines(said)
    reason = next((line for line in lines if "dubious ownership" in line), "")
    return f"git: {reason}; if you trust it, run `{lines[-1].strip()}`" if reason else ""


def _reason(said: bytes) -> str:
    return "; ".join(line for line in _lines(said) if line and not line.startswith(("warning: ", "hint: ")))


def _revisions(listed: bytes) -> Iterator[Revision]:
    """The commits in git's answer to ``_LOG``; behind each, perhaps, a line feed and the file's name."""
    fields = listed.split(b"\0")
    at = 0
    while len(fields) - at > 3:
        commit, date, subject, name = fields[at : at + 4]
        named = name.startswith(b"\n")
        path = os.fsdecode(name[1:]) if named else ""
        yield Revision(commit.decode(), _date(date.decode()), path, subject.decode("utf-8", "replace"))
        at += 3 + named


def _date(text: str) -> datetime:
    """A date that git wrote; as in git, 1970 where it is none: a commit may claim any year and any zone."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
