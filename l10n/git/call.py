"""How git is called: it runs nothing but itself, reaches no network, and answers the same whoever asks.

What a repository's settings and attributes name - hooks, monitors, filters, pagers, checks of signatures,
remotes that have the rest of a partial clone - is somebody else's program. None of it is run.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from l10n.errors import GitError

_RUN_NOTHING = {
    "core.fsmonitor": "",  # off for any git; for those before 2.36, "false" was the name of a command
    "core.hooksPath": os.devnull,
    "credential.helper": "",  # forgets those named before
    "log.showSignature": "false",  # else gpg.program is run
    "safe.bareRepository": "explicit",  # a bare repository among a project's files has settings of its own
}
_ANSWER_THE_SAME = {
    "color.ui": "false",
    "color.diff": "false",
    "core.attributesFile": os.devnull,  # what one user has set for all repositories holds in no other clone
    "core.excludesFile": os.devnull,
    "core.quotePath": "false",
    "diff.orderFile": os.devnull,
    "diff.relative": "false",
    "diff.renameLimit": "0",  # none
    "diff.renames": "true",
    "i18n.logOutputEncoding": "UTF-8",
    "log.diffMerges": "separate",
    "log.follow": "false",
    "log.mailmap": "false",
    "log.showRoot": "true",
}
_FLAGS = ("--no-pager", "--no-optional-locks")
_LITERAL = "--literal-pathspecs"
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",  # none; for those before 2.45, which know nothing of the next one
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ASKPASS": "",
    "GIT_TERMINAL_PROMPT": "0",
}
_FORGOTTEN = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_ATTR_SOURCE",
        "GIT_COMMON_DIR",
        "GIT_CONFIG",
        "GIT_EXTERNAL_DIFF",
        "GIT_GLOB_PATHSPECS",
        "GIT_GRAFT_FILE",
        "GIT_ICASE_PATHSPECS",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_SHALLOW_FILE",
    }
)
"""What git tells its hooks of the call that they are part of, and what changes the meaning of paths."""
_PLACE = ("GIT_DIR", "GIT_WORK_TREE")


def call(folder: Path, *arguments: str, given: bytes = b"", literal: bool = True) -> bytes:
    """What git prints when called in a folder; ``literal`` where the command has patterns for paths.

    ``GitError`` if there is no git; ``CalledProcessError``, with what it says, if it refuses.
    """
    settings = (f"{name}={value}" for name, value in (_RUN_NOTHING | _ANSWER_THE_SAME).items())
    set_so = [part for setting in settings for part in ("-c", setting)]
    command = ["git", *_FLAGS, *((_LITERAL,) if literal else ()), *set_so, "-C", str(folder), *arguments]
    try:
        return subprocess.run(  # noqa: S603
            command, input=given, capture_output=True, check=True, env=dict(_environment(os.environ))
        ).stdout
    except FileNotFoundError:
        raise GitError("git cannot be found; install it") from None


def _environment(ours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Ours, without what a hook has of its caller.

    The folder says which repository it is in; but who names both a repository and its work tree means these,
    and from where the command was started.
    """
    place = {name: os.path.abspath(ours[name]) for name in _PLACE if all(map(ours.get, _PLACE))}  # noqa: PTH100
    kept = ((name, value) for name, value in ours.items() if name not in {*_FORGOTTEN, *_PLACE})
    yield from {**dict(kept), **place, **_ENVIRONMENT}.items()
