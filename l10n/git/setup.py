"""How git comes to merge catalogs by the merge driver: attributes in the project, settings in the clone."""

from __future__ import annotations

import re
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from l10n.errors import GitError, Place
from l10n.git.repository import Repository
from l10n.project import MESSAGES, TEMPLATES, Project, held

NAME = "l10n"
ATTRIBUTES = ".gitattributes"
SETTINGS = {
    f"merge.{NAME}.name": "gettext catalogs, by message",
    f"merge.{NAME}.driver": "l10n merge-driver %O %A %B %L %P",
}
"""git quotes the path that it puts in place of ``%P``."""


class Setup(NamedTuple):
    """What was missing, and is there now."""

    patterns: tuple[str, ...]
    """Lines for ``.gitattributes``."""
    settings: tuple[str, ...]
    """Names of git settings."""


def install(project: Project) -> Setup:
    """Set up what is missing, or only say what that is if the project's files are dry.

    Raises ``GitError`` where the project is in no repository, or other attributes are in the way.
    """
    _refuse_odd_attributes(project)
    repository = Repository(project.root)
    patterns = _missing_patterns(project, repository)
    if patterns:
        with held(project):
            project.files.settled(partial(_append, project, patterns))
    settings = {name: value for name, value in SETTINGS.items() if repository.setting(name) != value}
    if project.files.dry:
        return Setup(patterns, tuple(settings))
    for name, value in settings.items():
        repository.set(name, value)
    overridden = _missing_patterns(project, repository)
    if overridden:
        message = f"another attribute line is in the way of {overridden[0]!r}; see `git check-attr merge`"
        raise GitError(message, Place(ATTRIBUTES))
    return Setup(patterns, tuple(settings))


def _refuse_odd_attributes(project: Project) -> None:
    """``FileError`` for what is no file where git reads attributes: it would wait for a pipe for ever."""
    folders = PurePosixPath(project.config.catalogs, TEMPLATES)
    for folder in (folders, *folders.parents):
        project.top.status(str(folder / ATTRIBUTES))


def _missing_patterns(project: Project, repository: Repository) -> tuple[str, ...]:
    """The lines for catalogs and for templates, each unless git knows already; any name will do to ask."""
    catalogs = project.root / project.config.catalogs
    samples = {
        "*.po": catalogs / "xx" / MESSAGES / "sample.po",
        "*.pot": catalogs / TEMPLATES / "sample.pot",
    }
    return tuple(
        f"{_pattern(project.config.catalogs, names)} merge={NAME}"
        for names, sample in samples.items()
        if repository.attribute("merge", sample) != NAME
    )


def _pattern(folder: str, names: str) -> str:
    """The pattern of all files of such names below a folder, quoted if need be."""
    literal = re.sub(r"[\\*?\[]|\A[!#]", r"\\\g<0>", folder)
    pattern = f"{literal}/**/{names}"
    if not re.search(r'[\s"]', pattern):
        return pattern
    escaped = re.sub(r'[\\"]', r"\\\g<0>", pattern)
    return f'"{escaped}"'


def _append(project: Project, lines: tuple[str, ...]) -> None:
    file = project.top.file(ATTRIBUTES)
    old = project.files.read(file) or b""
    newline = b"\r\n" if b"\r\n" in old else b"\n"
    joint = newline if old and not old.endswith(b"\n") else b""
    project.files.write(file, old + joint + b"".join(line.encode() + newline for line in lines))
