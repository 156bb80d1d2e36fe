"""Catalogs that many decks ask for, read once for all of them."""

from __future__ import annotations

from l10n.catalog import Catalog, load
from l10n.system import File


class Loaded:
    """The last reading of each catalog."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._known: dict[File, tuple[bytes, Catalog]] = {}

    def of(self, file: File, content: bytes) -> Catalog:
        """The catalog in a file with that content; ``CatalogError`` if it is none."""
        known = self._known.get(file)
        if known is None or known[0] != content:
            known = self._known[file] = content, load(content, file.shown)
        return known[1]
