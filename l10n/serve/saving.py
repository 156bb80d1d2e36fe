"""One message is written to its catalog, unless somebody else wrote it meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from l10n.catalog import Catalog, Entry, Key
from l10n.errors import CatalogError, Place
from l10n.project import Project, SourceDeck, held


class Edit(NamedTuple):
    """What a translator did to one message."""

    deck: str
    key: Key
    seen: str
    """The translation that the editor showed when the translator began."""
    msgstr: str
    approve: bool = False
    """Whether it is fuzzy no more."""


class Saved(NamedTuple):
    """An entry before and after it was written."""

    deck: str
    before: Entry
    after: Entry


class ConflictError(Exception):
    """The entry has another translation by now than the editor showed."""

    def __init__(self, theirs: str) -> None:
        """``theirs`` stands in the catalog."""
        super().__init__(theirs)
        self.theirs = theirs


class GoneError(CatalogError):
    """The catalog has not this message."""


def save(project: Project, locale: str, edit: Edit) -> Saved:
    """Write the edit; ``ConflictError`` if it would overwrite what its translator has not seen."""

    def changed(catalog: Catalog) -> Catalog:
        entry = catalog.by_key[edit.key]
        if entry.msgstr not in {edit.seen, edit.msgstr}:
            raise ConflictError(entry.msgstr)
        new = catalog.with_translations({edit.key: edit.msgstr})
        return new.approving(edit.key) if edit.approve else new

    return _written(project, locale, edit, changed)


def undo(project: Project, locale: str, saved: Saved) -> Saved:
    """Give an entry the lines back that it had; ``ConflictError`` if they were changed since it was saved."""

    def changed(catalog: Catalog) -> Catalog:
        entry = catalog.by_key[saved.after.key]
        if entry != saved.after:
            raise ConflictError(entry.msgstr)
        return catalog.with_entry(saved.before)

    edit = Edit(saved.deck, saved.after.key, saved.after.msgstr, saved.before.msgstr)
    return _written(project, locale, edit, changed)


def _written(project: Project, locale: str, edit: Edit, change: Callable[[Catalog], Catalog]) -> Saved:
    file = project.catalog_file(edit.deck, locale)
    source = SourceDeck(project, edit.deck) if project.shares else None

    def write() -> Saved:
        old = source.catalog(locale) if source else project.catalogs.of(file)
        if old is None or edit.key not in old.by_key:
            raise GoneError("it has not this message; run `l10n sync`", Place(file.shown))
        new = change(old)
        project.files.write(file, new.render().encode())
        return Saved(edit.deck, old.by_key[edit.key], new.by_key[edit.key])

    with held(project):
        project.files.forget()
        return project.files.settled(write)
