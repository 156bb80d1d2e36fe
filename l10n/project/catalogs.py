"""The catalogs of a project, as its decks have them: each its own, or a share of one."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.catalog import Catalog, Key, Share, Translated, load, load_translations
from l10n.project.loaded import Loaded
from l10n.system import File, Files, composed


class Catalogs:
    """Reads them, one that many decks share once for all of these."""

    def __init__(self, files: Files, *, shared: bool) -> None:
        """Nothing is read yet; ``shared`` if a catalog may be that of several decks."""
        self._files = files
        self._shared = shared
        self._loaded = Loaded()

    def of(self, file: File) -> Catalog | None:
        """The catalog in a file, or None if there is no such file; ``CatalogError`` if it is none."""
        content = self._files.read(file)
        if content is None:
            return None
        return self._loaded.of(file, content) if self._shared else load(content, file.shown)

    def translations(self, file: File) -> Translated | None:
        """What it says in translation; None and raises as ``of``."""
        content = None if self._shared else self._files.read(file)
        catalog = self.of(file) if content is None else load_translations(content, file.shown)
        return Translated.of(catalog.entries) if catalog else None

    def own(self, catalog: Catalog, deck: str, keys: Iterable[Key]) -> Catalog:
        """What a deck with these messages has of its catalog: all of it, unless it shares that."""
        return Share.of(catalog, composed(deck), keys) if self._shared else catalog
