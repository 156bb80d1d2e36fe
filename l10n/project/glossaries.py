"""The glossaries of a project: one a locale, from its files and the settings of checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from l10n.errors import ConfigError, Place
from l10n.project.folder import Project
from l10n.system import File

if TYPE_CHECKING:
    from l10n.language import Glossary, Term

_NAMES = ("glossary.toml", "glossary.csv")


class Glossaries:
    """Reads each glossary once."""

    def __init__(self, project: Project) -> None:
        """Nothing is read yet."""
        self.project = project
        self._known: dict[str, Glossary] = {}
        self._contents: dict[str, list[bytes | None]] = {}

    def files(self, locale: str) -> list[File]:
        """Where the terms of a locale stand, if it has some."""
        return [self.project.terms(locale).file(name) for name in _NAMES]

    def contents(self, locale: str) -> list[bytes | None]:
        """What stands in these files, as it is gone by; ``FileError`` if one cannot be read."""
        if locale not in self._contents:
            self._contents[locale] = [*map(self.project.files.read, self.files(locale))]
        return self._contents[locale]

    def of(self, locale: str) -> Glossary:
        """The terms of a locale, and what may be copied there; ``ConfigError`` if they cannot be read."""
        if locale not in self._known:
            from l10n.language import Glossary  # which a run with nothing to do does not wait for

            said = zip(self.files(locale), self.contents(locale), strict=True)
            terms = tuple(term for file, content in said for term in _terms(file, content))
            copies = frozenset(self.project.config.check.of(locale).copies)
            self._known[locale] = Glossary(terms, copies)
        return self._known[locale]


def _terms(file: File, content: bytes | None) -> Sequence[Term]:
    from l10n.language import parse_glossary

    try:
        return parse_glossary(content.decode("utf-8"), file.shown).terms if content is not None else ()
    except UnicodeDecodeError as error:
        raise ConfigError("this is not UTF-8; save the glossary as UTF-8", Place(file.shown)) from error
