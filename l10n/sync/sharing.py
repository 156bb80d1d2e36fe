"""Who stands apart in a catalog that decks share, and how catalogs are made ready for that.

A message that any locale needs apart stands apart in the template, and so in all locales: tools that go by
the template keep it then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from l10n.catalog import (
    Catalog,
    Entry,
    Key,
    apart,
    as_in_source,
    files_of,
    renamed,
    set_apart,
    standing_apart,
)
from l10n.errors import CatalogError
from l10n.project import Project, SourceDeck
from l10n.system import composed
from l10n.update import reference

_SAME_DECK = 0.5
"""What part of the messages that a deck had another must have, to be that deck under another name."""


class Sharing:
    """The decks of a group."""

    def __init__(
        self, project: Project, decks: Sequence[SourceDeck], adopted: Callable[[str], Catalog | None]
    ) -> None:
        """No catalog is read before it is needed, and none at all where each deck has its own.

        ``adopted`` is the catalog that they take over in a locale, if they do.
        """
        self.project = project
        self.decks = decks
        self.adopted = adopted
        self.owners = {composed(deck.path) for deck in decks}

    @property
    def any(self) -> bool:
        """Whether any message stands apart."""
        return bool(self.project.shares and self.apart)

    @cached_property
    def apart(self) -> Mapping[str, set[Key]]:
        """By deck, as catalogs name it: the messages that are not those of all."""
        found = standing_apart(map(self._renamed, self._catalogs()))
        decks = ((composed(deck.path), deck) for deck in self.decks)
        return {
            owner: found[owner] & {entry.key for entry in deck.entries}
            for owner, deck in decks
            if owner in found
        }

    def _catalogs(self) -> Iterator[Catalog]:
        """Those of all locales; the template knows for one that cannot be read now."""
        for locale in self.project.locales:
            try:
                file = self.project.catalog_file(self.decks[0].path, locale)
                catalog = self.project.catalogs.of(file) or self.adopted(locale)
            except CatalogError:  # it is named when its turn comes
                catalog = self.project.catalogs.of(self.project.template_file(self.decks[0].path))
            if catalog:
                yield catalog

    def entries(self, deck: SourceDeck) -> list[Entry]:
        """The messages of a deck, as the template has them."""
        owner = composed(deck.path)
        own = self.apart.get(owner, ())
        return [
            entry._replace(msgctxt=apart(owner, entry.key)[0]) if entry.key in own else entry
            for entry in deck.entries
        ]

    def ready(self, catalog: Catalog) -> Catalog:
        """The catalog with all that stand apart, under the names that decks have now."""
        if not self.any:
            return catalog
        shared = {entry.key for deck in self.decks for entry in self.entries(deck)}
        return set_apart(self._renamed(catalog), self.apart, shared)

    def _renamed(self, catalog: Catalog) -> Catalog:
        """The same where decks were renamed of which messages stand apart."""
        gone = catalog.apart.keys() - self.owners
        if not gone:
            return catalog
        return renamed(catalog, {old: new for old in gone if (new := self._heir(catalog, old))})

    def _heir(self, catalog: Catalog, old: str) -> str | None:
        """The new deck that has most of what a deck had that is gone, if that is at least half."""
        entries = [entry for entry in catalog.entries if not entry.obsolete]
        named = {file for entry in entries for file in files_of(entry)}
        place = reference(composed(self.project.source.shown(old)))
        had = {entry.key for entry in entries if place in files_of(entry)}
        had = {as_in_source(key) for key in had} | catalog.apart[old].keys()
        new = [deck for deck in self.decks if deck.reference not in named]
        shares = [
            (len(had & {one.key for one in deck.entries}) / len(had), composed(deck.path)) for deck in new
        ]
        share, best = max(shares, default=(0.0, None))
        return best if share >= _SAME_DECK else None
