"""What a locale borrows: where it has no translation of its own, ``fr_CA`` shows that of ``fr``.

Nothing of it is written to a catalog. Only what a lender's own catalog has is lent: nothing goes in circles.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from l10n.catalog import State
from l10n.errors import ConfigError, Place
from l10n.language import canonical, parents
from l10n.project.folder import Project
from l10n.project.glossaries import Glossaries
from l10n.system import File

if TYPE_CHECKING:
    from l10n.catalog import Catalog, Key


class Loan(NamedTuple):
    """A translation of another locale."""

    lender: str
    msgstr: str


def lenders(project: Project, locale: str) -> tuple[str, ...]:
    """The locales that lend to one, the first to be asked first; called as their folders.

    ``ConfigError`` if the settings name one that the project has not.
    """
    own = canonical(locale)
    there = {canonical(one): one for one in project.locales}
    named = project.config.fallback.get(own)
    if named is None:
        return _by_default(own, there)
    for one in named:
        if one not in there:
            message = f"'fallback.{own}' names {one!r}, which is not here; add it with `l10n init {one}`"
            raise ConfigError(message, Place(project.config.file))
    return tuple(there[one] for one in named if one != own)


def _by_default(own: str, there: Mapping[str, str]) -> tuple[str, ...]:
    language = own.partition("_")[0].partition("@")[0]
    if not any(one != own and one.startswith(language) for one in there):  # and so babel is not loaded
        return ()
    return tuple(there[one] for one in parents(own) if one in there)


class Lending:
    """What lenders have for one deck."""

    def __init__(self, project: Project, deck: str) -> None:
        """Nothing is read yet."""
        self.project = project
        self.deck = deck
        self.glossaries = Glossaries(project)

    def files(self, locale: str) -> list[File]:
        """All that says what is lent to a locale."""
        chain = lenders(self.project, locale)
        catalogs = [self.project.catalog_file(self.deck, lender) for lender in chain]
        return [*catalogs, *(file for lender in chain for file in self.glossaries.files(lender))]

    def loans(self, keys: Sequence[Key], catalog: Catalog, locale: str) -> dict[Key, Loan]:
        """For each message that the catalog does not translate: the first translation that a lender has."""
        chain = lenders(self.project, locale)
        own = catalog.by_key if chain else {}
        lacking = {key for key in keys if not (key in own and own[key].translated)} if chain else set()
        found: dict[Key, Loan] = {}
        for lender in chain if lacking else ():
            found = self._lent(lender, lacking) | found
        return found

    def _lent(self, lender: str, keys: Collection[Key]) -> dict[Key, Loan]:
        """What counts as translated there; ``CatalogError`` if its catalog cannot be read."""
        from l10n.catalog import state

        theirs = self.project.catalogs.of(self.project.catalog_file(self.deck, lender))
        if theirs is None:
            return {}
        theirs = self.project.catalogs.own(theirs, self.deck, keys)
        glossary = self.glossaries.of(lender)
        entries = [entry for key, entry in theirs.by_key.items() if key in keys]
        return {
            one.key: Loan(lender, one.msgstr) for one in entries if state(one, glossary) is State.TRANSLATED
        }
