"""Catalogs that stand as another setting had them, and of which decks they are.

The header of a shared catalog says whose it is; one that says nothing is that of the deck it is called after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple

from l10n.catalog import PER
from l10n.errors import FileError, Place
from l10n.project.alike import kept_name
from l10n.project.folder import Project
from l10n.project.groups import HOMES
from l10n.regex import regex
from l10n.system import File, composed

SPARE = ".former"
"""Behind the name of a copy, where a catalog is to be overwritten by another one."""
_PER = regex(rb'"%s: (folder|project)\\n"' % PER.encode())
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

    @cached_property
    def _decks(self) -> Mapping[str, Mapping[str, list[str]]]:
        """By setting, and name of a catalog: whose that is."""
        found: dict[str, dict[str, list[str]]] = {per: {} for per in HOMES}
        for per, home in HOMES.items():
            for deck in self.project.decks:
                found[per].setdefault(kept_name(home(deck), ".po"), []).append(deck)
        return found

    def former(self, locale: str) -> Iterator[Former]:
        """The catalogs of a locale that are to move."""
        for file in self._candidates(locale):
            per = self._per(file)
            found = Former(file, per, ())
            decks = self._decks[per].get(composed(found.name), ()) if per != self.per else ()
            if decks:
                yield found._replace(decks=tuple(decks))

    def _candidates(self, locale: str) -> Sequence[File]:
        """The catalogs that may be those of another setting, of which few are looked at by name."""
        if self.per != "deck":
            return self.project.catalog_files(locale)
        messages = self.project.messages(locale)
        files = [messages.file(f"{name}{ending}.po") for name in self._shared for ending in ("", SPARE)]
        return [file for file in files if _is_there(file)]

    @cached_property
    def _shared(self) -> list[str]:
        """What catalogs that decks share are called, endings apart."""
        homes = {HOMES[per](deck) for per in ("folder", "project") for deck in self.project.decks}
        return sorted({kept_name(home, "") for home in homes})

    def _per(self, file: File) -> str:
        """Whose its header says it is; what cannot be read is named when it is moved."""
        content = None
        with suppress(FileError):
            content = self.project.files.read(file)
        found = _PER.search((content or b"")[:_HEADER])
        return found[1].decode() if found else "deck"


def _is_there(file: File) -> bool:
    with suppress(FileError):  # it is named where it is read
        return file.room.status(file.name) is not None
    return False


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
