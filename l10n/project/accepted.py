"""The words that a locale accepts although its dictionary has them not."""

from __future__ import annotations

from typing import NamedTuple

from l10n.errors import ConfigError, Place
from l10n.language import parse_words
from l10n.project.folder import Project
from l10n.system import File

_NAME = "words.txt"


class AcceptedWords(NamedTuple):
    """The words, and where more of them belong."""

    words: frozenset[str] = frozenset()
    """Folded."""
    file: str = ""
    """As shown to the user; empty where there is no project."""


def accepted_words(project: Project, locale: str) -> AcceptedWords:
    """Those of a locale; ``ConfigError`` if its file is no text, ``FileError`` if it cannot be read."""
    file = project.terms(locale).file(_NAME)
    return AcceptedWords(_read(project, file), file.shown)


def _read(project: Project, file: File) -> frozenset[str]:
    data = project.files.read(file)
    try:
        return parse_words((data or b"").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ConfigError("this is not UTF-8; save the list of words as UTF-8", Place(file.shown)) from error
