"""The layout of a project: which files are decks, and where what belongs to them stands."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from l10n.errors import FileError, LocaleError, Place
from l10n.language import canonical, info, spellings, unmarked
from l10n.project.alike import Alike, Kept, as_named_there, kept_name
from l10n.project.config import OWN_FILE, Config
from l10n.project.engines import Engines
from l10n.project.finding import Found, files_found
from l10n.project.groups import HOMES, Group, groups
from l10n.project.leftover import others
from l10n.project.locales import MESSAGES, locale_folders
from l10n.project.memo import Memo
from l10n.project.settings import locale_name
from l10n.project.ways import below_folder, outside, resolved
from l10n.system import File, Files, Room, as_listed, is_hidden, is_reserved, state

if TYPE_CHECKING:
    from l10n.markdown import Localised
    from l10n.project.catalogs import Catalogs

TEMPLATES = "templates"
ASSETS = "assets"


class Project:
    """A folder with decks, catalogs and built decks, each kind in a room of its own."""

    def __init__(self, config: Config, files: Files) -> None:
        """``files`` is how its files are touched."""
        self.files = files
        self.root = files.root
        self.config = config = as_named_there(config, self.root)
        made = (config.catalogs, config.output) if config.source == "." else ()
        self.source = Room(self.root, config.source, follows=True, without=made)
        self.templates = Room(self.root, f"{config.catalogs}/{TEMPLATES}")
        self.top = Room(self.root, hidden=True)
        self._output = Room(self.root, config.output, hidden=True)
        self._rooms: dict[tuple[str, bool], Room] = {}
        self._kept = Kept()
        self._home = HOMES[config.catalogs_per]
        self.memo = Memo()
        self.engines = Engines(config, self.root, self.source)

    def _room(self, folder: str, *, follows: bool = False) -> Room:
        """A room below the project's folder, the same each time."""
        if (folder, follows) not in self._rooms:
            self._rooms[folder, follows] = Room(self.root, folder, follows=follows)
        return self._rooms[folder, follows]

    def messages(self, locale: str) -> Room:
        """The room of a locale's catalogs."""
        return self._room(f"{self.config.catalogs}/{locale}/{MESSAGES}")

    def built(self, locale: str) -> Room:
        """The room of what is built for a locale."""
        return self._room(f"{self.config.output}/{locale}")

    def terms(self, locale: str) -> Room:
        """The room of a locale's glossary, which stands beside its catalogs."""
        return self._room(f"{self.config.catalogs}/{locale}")

    @property
    def made(self) -> list[Room]:
        """The rooms that are written to."""
        return [*map(self.messages, self.locales), self.templates, self._output, state(self.root)]

    @cached_property
    def _found(self) -> Found:
        return files_found(self)

    @cached_property
    def alike(self) -> Alike:
        """The decks by what they are called on any system."""
        return Alike(self.source, self.decks, self._home)

    @cached_property
    def groups(self) -> list[Group]:
        """The decks by what catalog they have."""
        return groups(self.decks, self.config.catalogs_per)

    @property
    def shares(self) -> bool:
        """Whether a catalog may be that of several decks."""
        return self.config.catalogs_per != "deck"

    def look_anew(self) -> None:
        """Forget which decks and locales there are: another command was at work meanwhile."""
        for name in ("_found", "alike", "groups", "locales", "_folders", "_names"):
            self.__dict__.pop(name, None)
        self._kept = Kept()
        self.engines = Engines(self.config, self.root, self.source)
        self.files.forget()

    @property
    def decks(self) -> list[str]:
        """Paths of the source decks below ``source``."""
        return self._found.decks

    def some_decks(self) -> list[str]:
        """The decks; ``FileError`` where there is none, as a command that looks at nothing must not pass."""
        if not self.decks:
            raise self._without_decks()
        return self.decks

    def _without_decks(self) -> FileError:
        """What to say where there is no deck: what was looked for, and what is none only to us."""
        to_do = 'write where they are, as `source = "slides"` or `include = ["talks/*.md"]`, to '
        to_do += self.config.file or OWN_FILE
        looked = f"there is no deck here ({', '.join(self.engines.included)}); {to_do}"
        return FileError("; ".join([looked, *self.engines.unread(self.others)]), Place(self.config.source))

    @property
    def others(self) -> list[str]:
        """Paths of the files below ``source`` that go beside built decks."""
        return self._found.others

    @property
    def copies(self) -> Mapping[str, str]:
        """Paths below ``source`` that are decks in one of the locales by their names, and in which."""
        return self._found.copies

    def names(self, deck: str) -> tuple[str, ...]:
        """What a deck's translations have for its name: that, and that without a mark of its own language."""
        path = PurePosixPath(deck)
        return (deck, *map(str, unmarked(path, self.config.source_locale)))

    @cached_property
    def locales(self) -> tuple[str, ...]:
        """The locales to work on: as configured, else those that have catalogs; called as their folders."""
        if self.config.locales is None:
            return tuple(self._folders.values())
        return tuple(map(self.spelt, self.config.locales))

    def spelt(self, locale: str) -> str:
        """What a locale is called here: as the folder that exists, in any spelling, else as by gettext."""
        return self._folders.get(canonical(locale), canonical(locale))

    @cached_property
    def _folders(self) -> dict[str, str]:
        """The names of folders with catalogs, by their locale; ``ConfigError`` if two are for one."""
        return locale_folders(self.config, Room(self.root, self.config.catalogs))

    def chosen(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The locales that a user named, or all; ``LocaleError`` for one that there is not."""
        chosen = tuple(dict.fromkeys(map(self._chosen, names))) or self.locales
        for locale in chosen:
            if not self.messages(locale).is_there():
                self._known(locale)
        return chosen

    def _chosen(self, name: str) -> str:
        known = f"it has {', '.join(self.locales) or 'none'}"
        if not locale_name(name):
            raise LocaleError(f"{name!r} is no locale; name one of the project ({known})")
        if (locale := self.spelt(name)) not in self.locales:
            add = f"add it with `l10n init {name}`"
            raise LocaleError(f"the project has no locale {name!r} ({known}); {add}")
        return locale

    def _known(self, locale: str) -> None:
        try:
            info(locale)
        except LocaleError as error:
            raise LocaleError(f"'locales': {error.message}", Place(self.config.file)) from None

    def localised(self, locale: str) -> Localised:
        """Which link targets may change in that locale."""
        from l10n.markdown import Localised

        patterns = self.config.localised_targets
        return Localised(patterns, spellings(self.config.source_locale), spellings(locale))

    def deck_file(self, deck: str) -> File:
        """A source deck."""
        return self.source.file(deck)

    def catalog_file(self, deck: str, locale: str) -> File:
        """The catalog that has its messages."""
        return self._kept.file(self.messages(locale), self._home(deck), ".po")

    def template_file(self, deck: str) -> File:
        """The template that has them."""
        return self._kept.file(self.templates, self._home(deck), ".pot")

    def output_file(self, path: str, locale: str) -> File:
        """Where a built deck, or a copy of another file, goes."""
        return self.built(locale).file(path)

    @cached_property
    def catalogs(self) -> Catalogs:
        """What reads its catalogs: no run with nothing to do waits for that."""
        from l10n.project.catalogs import Catalogs

        return Catalogs(self.files, shared=self.shares)

    def way_up(self, catalog: File) -> str:
        """From a catalog's folder to the project, for editors that show the source."""
        return "/".join([".."] * len(PurePosixPath(catalog.shown).parent.parts))

    def catalog_files(self, locale: str) -> list[File]:
        """All catalogs of a locale."""
        messages = self.messages(locale)
        return [messages.file(name) for name in messages.files(".po")]

    def assets(self, locale: str) -> dict[str, File]:
        """What goes beside a locale's decks: the other files of ``source``, overlaid by the locale's own."""
        own = self._room(f"{self.config.catalogs}/{locale}/{ASSETS}", follows=True)
        found = {path: self.source.file(path) for path in self.others}
        return found | {path: own.file(path) for path in own.files()}

    def orphans(self, locale: str) -> list[File]:
        """Catalogs whose deck is gone."""
        found = self.catalog_files(locale)
        if all(file.name in self._names for file in found):
            return []
        return others(found, [self.catalog_file(one.decks[0], locale) for one in self.groups])

    @cached_property
    def _names(self) -> frozenset[str]:
        """What catalogs are called."""
        return frozenset(kept_name(self._home(one.decks[0]), ".po") for one in self.groups)

    def above_built(self, name: str) -> File:
        """A file above what is built for the locales."""
        return self._output.file(name)

    def stale_templates(self) -> list[File]:
        """Templates whose deck is gone."""
        found = [self.templates.file(name) for name in self.templates.files(".pot")]
        return others(found, [self.template_file(one.decks[0]) for one in self.groups])

    def named(self, path: Path, *, follows: bool = False) -> File:
        """A file that the user named, in its room; in the project links are only followed if it ``follows``.

        What is no file's name, git's or l10n's own, or behind a link out of the project is named when it is
        to be read or written.
        """
        way = self._way_to(path)
        if way is None:
            return outside(path)
        if any(map(is_hidden, way.parts)) and not any(map(is_reserved, way.parts)):
            return Room(self.root, str(way.parent), hidden=True).file(way.name)
        if follows or not way.parts:
            return self._room("", follows=follows).file(str(way))
        rooms = (self._room(""), self.source, *map(self.messages, self.locales))
        around = [one for one in rooms if one.base in (self.root / way).parents]
        room = max(around, key=lambda one: len(one.parts))
        return room.file((self.root / way).relative_to(room.base).as_posix())

    def _way_to(self, path: Path) -> PurePosixPath | None:
        """The way from the project's folder to a file that the user named, as its folders list it."""
        way = below_folder(path, self.root)
        return way and PurePosixPath(as_listed(self.root, str(way)))

    def holds(self, file: File) -> bool:
        """Whether a file that the user named is in the project."""
        return file.room.anchor == self.root

    def named_folder(self, path: Path) -> Room | None:
        """A folder that the user named, to look for files in; None if it is none.

        ``FileError`` if it is hidden in the project, or links in the project lead out to it.
        """
        way = self._way_to(path)
        shown = self.files.shown(Path(os.path.abspath(path)))  # noqa: PTH100 - as the user calls it
        if way is None:
            real = resolved(path)
            return Room(real, shown=shown, follows=True) if os.path.isdir(real) else None  # noqa: PTH112
        real = self._room("", follows=True).real(str(way)) if way.parts else self.root
        folder = real.relative_to(self.root).as_posix()
        room = Room(self.root, folder, shown="" if shown == "." else shown, follows=True)
        return room if os.path.isdir(real) else None  # noqa: PTH112 - no error, whatever the name is
