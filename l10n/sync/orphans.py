"""Catalogs whose deck is gone: perhaps it only has another name now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from l10n.errors import DiskError, L10nError
from l10n.project import Project
from l10n.system import File

if TYPE_CHECKING:
    from l10n.catalog import Catalog, Entry

_SAME_DECK = 0.5
"""What part of a catalog's messages a deck must have to be the catalog's deck under another name."""


class Orphans:
    """The orphans of one locale."""

    def __init__(self, project: Project, locale: str) -> None:
        """Nothing is read before it is needed."""
        self.unreadable: list[L10nError] = []
        """What cannot be read is no deck's, and is left alone."""
        self.refused: DiskError | None = None
        """Why one cannot be read now that may be any deck's when it can."""
        self.project = project
        self.locale = locale

    @cached_property
    def catalogs(self) -> dict[File, tuple[bytes, Catalog]]:
        """All that can be read, and what stands in their files."""
        from l10n.catalog import load  # there is hardly ever one

        found: dict[File, tuple[bytes, Catalog]] = {}
        for file in self.project.orphans(self.locale):
            try:
                content = file.room.read(file.name)
                if content is not None:
                    found[file] = content, load(content, file.shown)
            except L10nError as error:
                self.unreadable.append(error)
                self.refused = error if isinstance(error, DiskError) else self.refused
        return found

    def best_for(self, messages: Sequence[Entry]) -> Catalog | None:
        """The orphan that has most of its messages in common with the deck, if that is at least half.

        ``DiskError`` if there is none, but the system refuses to let one be read that might be it.
        """
        keys = {message.key for message in messages}
        shares = [
            (len(keys & catalog.by_key.keys()) / len(catalog.by_key), catalog)
            for _, catalog in self.catalogs.values()
            if catalog.by_key
        ]
        share, best = max(shares, key=lambda one: one[0], default=(0.0, None))
        if share < _SAME_DECK and self.refused:
            raise self.refused
        return best if share >= _SAME_DECK else None

    def holds(self, catalog: Catalog) -> bool:
        """Whether that catalog is one of them."""
        return "catalogs" in self.__dict__ and any(one is catalog for _, one in self.catalogs.values())

    def move(self, adopted: Catalog, heir: File, data: bytes) -> None:
        """Give its file the deck's name, with that content; ``Changed`` if it was saved since it was read."""
        file, content = next((file, one[0]) for file, one in self.catalogs.items() if one[1] is adopted)
        try:
            self.project.files.move(file, heir.name, content, data)
        except Exception:
            del self.catalogs  # what is there now is read anew
            raise
        del self.catalogs[file]
