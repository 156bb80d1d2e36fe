"""Catalogs whose deck is gone: perhaps it only has another name now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from l10n.catalog import Catalog, Entry, load
from l10n.project import Project

_SAME_DECK = 0.5
"""What part of a catalog's messages a deck must have to be the catalog's deck under another name."""


class Orphans:
    """The orphans of one locale."""

    def __init__(self, project: Project, locale: str) -> None:
        """Nothing is read before it is needed."""
        self.project = project
        self.locale = locale

    @cached_property
    def catalogs(self) -> dict[Path, Catalog]:
        """All that can be read; the others are reported when their deck is looked for."""
        shown = self.project.files.shown
        return {path: load(path, shown(path)) for path in self.project.orphans(self.locale)}

    def best_for(self, messages: Sequence[Entry]) -> Catalog | None:
        """The orphan that has most of its messages in common with the deck, if that is at least half."""
        keys = {message.key for message in messages}
        shares = [
            (len(keys & catalog.by_key.keys()) / len(catalog.by_key), catalog)
            for catalog in self.catalogs.values()
            if catalog.by_key
        ]
        share, best = max(shares, key=lambda one: one[0], default=(0.0, None))
        return best if share >= _SAME_DECK else None

    def remove(self, adopted: Catalog) -> None:
        """Once it is written under the deck's new name, the old file goes."""
        for path, catalog in list(self.catalogs.items()) if "catalogs" in self.__dict__ else ():
            if catalog is adopted:
                self.project.files.remove(path)
                del self.catalogs[path]
