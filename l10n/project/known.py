"""What a run has found out about decks, which holds as long as they are as it left them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import NamedTuple

from l10n.catalog import Count, Counts
from l10n.errors import FileError
from l10n.project.folder import Project
from l10n.project.glossaries import Glossaries
from l10n.project.lending import lenders
from l10n.system import Cache, File, fingerprint, known_code

KNOWN_COUNTS = "counts"
"""What the cache calls them."""


class Fingerprints:
    """Digests of all that is read for decks in some locales, and of what is written."""

    def __init__(
        self, project: Project, locales: Sequence[str], glossaries: Glossaries, *, dry: bool
    ) -> None:
        """They change with the settings and with the code, too, but not with the place of the project.

        ``dry`` writes nothing.
        """
        self.project = project
        self.locales = tuple(locales)
        self.glossaries = glossaries
        self._chains: dict[str, tuple[str, ...]] = {}
        config = project.config._replace(root=Path())
        self.code = known_code(project.root, dry=dry)
        self.common = repr(config).encode() + self.code
        """Of what all that comes of decks depends on, whatever the locale."""
        self.settings = repr(self.locales).encode() + self.common

    def of(self, decks: Sequence[str], *, template: bool, catalogs: bool, built: bool) -> str:
        """That of decks with one catalog and of the other files that are named.

        ``FileError`` if one cannot be read.
        """
        files = [self.project.deck_file(deck) for deck in decks]
        if template:
            files.append(self.project.template_file(decks[0]))
        glossaries: list[bytes | None] = []
        for locale in self.locales if catalogs or built else ():
            for deck in decks:
                files += self._files(deck, locale, catalogs=catalogs, built=built)
            glossaries += self._glossaries(locale)
        beside = [self._beside(deck) for deck in decks]
        if self.project.shares:
            files = list(dict.fromkeys([*files, *self._of_others(decks[0])]))
        return fingerprint([self.settings, *beside, *glossaries, *map(self.project.files.digest, files)])

    def _beside(self, deck: str) -> bytes:
        engines = self.project.engines
        marks = (*engines.marks_beside(deck), *filter(None, [engines.page_of(deck)]))
        return repr([(mark.engine.name, mark.what, mark.options) for mark in marks]).encode()

    def _of_others(self, deck: str) -> list[File]:
        """The catalogs of all locales, which say together who stands apart in the template."""
        return [self.project.catalog_file(deck, locale) for locale in self.project.locales]

    def _files(self, deck: str, locale: str, *, catalogs: bool, built: bool) -> list[File]:
        files = [self.project.catalog_file(deck, locale)] if catalogs else []
        if built:
            files.append(self.project.output_file(deck, locale))
        return [*files, *(self.project.catalog_file(deck, lender) for lender in self._lenders(locale))]

    def _glossaries(self, locale: str) -> Iterator[bytes | None]:
        for one in (locale, *self._lenders(locale)):
            yield from self.glossaries.contents(one)

    def _lenders(self, locale: str) -> tuple[str, ...]:
        """Those of a locale, found out once."""
        if locale not in self._chains:
            self._chains[locale] = lenders(self.project, locale)
        return self._chains[locale]


class DeckCounts(NamedTuple):
    """How far a deck is translated."""

    not_extracted: int
    """Words that it shows and that are in no message."""
    locales: Mapping[str, Counts]

    def to_json(self) -> str:
        """As the cache keeps it."""
        return json.dumps([self.not_extracted, {name: astuple(one) for name, one in self.locales.items()}])

    @classmethod
    def from_json(cls, text: str) -> DeckCounts:
        """From the cache; ``ValueError`` if that is damaged."""
        try:
            not_extracted, locales = json.loads(text)
            counts = {
                name: Counts(*(Count(*map(int, pair)) for pair in pairs)) for name, pairs in locales.items()
            }
            return cls(int(not_extracted), counts)
        except (AttributeError, TypeError) as error:
            raise ValueError(text) from error


class KnownCounts:
    """How far decks are translated in all locales of the project, where the last sync still knows it."""

    def __init__(self, project: Project) -> None:
        """Nothing is written."""
        self.project = project
        self.cache = Cache(project.root, dry=True)
        self.fingerprints = Fingerprints(project, project.locales, Glossaries(project), dry=True)

    def of(self, decks: Iterable[str]) -> dict[str, DeckCounts]:
        """What is known of decks; nothing of most that were touched since."""
        with self.project.files.at_a_glance():
            return {deck: counts for deck in decks if (counts := self._of(deck))}

    def _of(self, deck: str) -> DeckCounts | None:
        digest, text = self.cache.get(deck, KNOWN_COUNTS) or ("", "")
        self.project.files.forget()
        with suppress(FileError, ValueError):  # what is wrong is named when the deck is read
            if digest and digest == counted_in(self.fingerprints, deck):
                found = DeckCounts.from_json(text)
                return found if found.locales.keys() == set(self.project.locales) else None
        return None


def counted_in(fingerprints: Fingerprints, deck: str) -> str:
    """The digest of all that counts depend on."""
    return fingerprints.of((deck,), template=False, catalogs=True, built=False)
