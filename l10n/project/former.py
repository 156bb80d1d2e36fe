"""Catalogs that stand as another setting had them, and of which decks they are.

The header of a shared catalog says whose it is; one that says nothing is that of the deck it is called after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from l10n.catalog import PER
from l10n.errors import FileError, Place
from l10n.project.alike import kept_name
from l10n.project.folder import Project
from l10n.project.groups import HOMES
from l10n.system import File, composed

SPARE = ".former"
"""Behind the name of a copy, where a catalog is to be overwritten by another one."""
_PER = re.compile(rb'"%s: (folder|project)\\n"' % PER.encode())
_HEADER = 10_000
"""In so many bytes a header has ended."""


class Former(NamedTuple):
    """A catalog of another setting."""

    file: File
    per: str
    decks: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called, or was before it was copied."""
        return self.file.name.removesuffix(".po").removesuffix(SPARE) + ".po"


class Homes:
    """What catalogs were called under any setting."""

    def __init__(self, project: Project) -> None:
        """Of the project as it is."""
        self.project = project
        self.per = project.config.catalogs_per
        self.by_name: dict[str, dict[str, list[str]]] = {per: {} for per in HOMES}
        for per, home in HOMES.items():
            for deck in project.decks:
                self.by_name[per].setdefault(kept_name(home(deck), ".po"), []).append(deck)

    def former(self, locale: str) -> Iterator[Former]:
        """The catalogs of a locale that are to move."""
        for file in self._candidates(locale):
            per = self._per(file)
            found = Former(file, per, ())
            decks = self.by_name[per].get(composed(found.name), ()) if per != self.per else ()
            if decks:
                yield found._replace(decks=tuple(decks))

    def _candidates(self, locale: str) -> Sequence[File]:
        """Those that no group has, and those whose name is one under another setting, too."""
        others = [per for per in HOMES if per != self.per]
        names = {name for name in self.by_name[self.per] if any(name in self.by_name[one] for one in others)}
        orphans = self.project.orphans(locale)
        own = [
            file for file in self.project.catalog_files(locale) if names and kept_name(file.name, "") in names
        ]
        return [*orphans, *(file for file in own if file not in orphans)]

    def _per(self, file: File) -> str:
        """Whose its header says it is; what cannot be read is named when it is moved."""
        content = None
        with suppress(FileError):
            content = self.project.files.read(file)
        found = _PER.search((content or b"")[:_HEADER])
        return found[1].decode() if found else "deck"


def refuse_former(project: Project, locales: Sequence[str]) -> None:
    """``FileError`` where catalogs are to move first: without them all would seem to be untranslated."""
    homes = Homes(project)
    for locale in locales:
        for one in homes.former(locale):
            message = (
                f"it is the catalog of a {one.per}, and the setting catalogs-per says {homes.per!r}; "
                "run `l10n sync`, which moves what it has"
            ).replace("of a project", "of the project")
            raise FileError(message, Place(one.file.shown))


def formers(project: Project) -> Mapping[str, Sequence[Former]]:
    """By locale: the catalogs that are to move."""
    homes = Homes(project)
    return {locale: list(homes.former(locale)) for locale in project.locales}


def formers_of(project: Project, locale: str) -> list[Former]:
    """Those of one."""
    return list(Homes(project).former(locale))
