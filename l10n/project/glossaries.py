"""The glossaries of a project: one a locale, from its files and the settings of checks."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.errors import ConfigError, Place
from l10n.language import Glossary, Term, parse_glossary
from l10n.project.folder import Project
from l10n.system import File

_NAMES = ("glossary.toml", "glossary.csv")


class Glossaries:
    """Reads each glossary once."""

    def __init__(self, project: Project) -> None:
        """Nothing is read yet."""
        self.project = project
        self._known: dict[str, Glossary] = {}

    def files(self, locale: str) -> list[File]:
        """Where the terms of a locale stand, if it has some."""
        return [self.project.terms(locale).file(name) for name in _NAMES]

    def of(self, locale: str) -> Glossary:
        """The terms of a locale, and what may be copied there; ``ConfigError`` if they cannot be read."""
        if locale not in self._known:
            terms = tuple(term for file in self.files(locale) for term in self._terms(file))
            copies = frozenset(self.project.config.check.of(locale).copies)
            self._known[locale] = Glossary(terms, copies)
        return self._known[locale]

    def _terms(self, file: File) -> Sequence[Term]:
        data = self.project.files.read(file)
        try:
            return parse_glossary(data.decode("utf-8"), file.shown).terms if data is not None else ()
        except UnicodeDecodeError as error:
            raise ConfigError("this is not UTF-8; save the glossary as UTF-8", Place(file.shown)) from error
