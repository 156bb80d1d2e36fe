"""The layout of a project: which files are decks, and where what belongs to them stands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from l10n.config import Config, locale_name
from l10n.dialects import DIALECTS, Dialect
from l10n.errors import FileError, LocaleError, Place
from l10n.files import Files
from l10n.locales import canonical, info, spellings
from l10n.patterns import Patterns
from l10n.targets import Localised

MESSAGES = "LC_MESSAGES"
TEMPLATES = "templates"
ASSETS = "assets"


class Project:
    """A folder with decks, catalogs and built decks."""

    def __init__(self, config: Config, files: Files) -> None:
        """``files`` is how its files are touched."""
        self.config = config
        self.files = files
        self.root = files.root
        self.source = self.root / config.source
        self.catalogs = self.root / config.catalogs
        self.output = self.root / config.output

    @cached_property
    def _paths(self) -> tuple[list[str], list[str]]:
        """Below ``source``, sorted: decks, and all other files."""
        if not self.source.is_dir():
            message = f"there is no folder {self.config.source!r} here; go to the project or set 'source'"
            raise FileError(message, Place(self.files.shown(self.source)))
        include, exclude = Patterns(self.config.include), Patterns(self.config.exclude)
        found = sorted(self._walk(self.source))
        matching = {path for path in found if include.matches(path) and not exclude.matches(path)}
        translations = {path for path in matching if self._is_translation(path, matching)}
        others = [path for path in found if path not in matching]
        return sorted(matching - translations), others

    @property
    def decks(self) -> list[str]:
        """Paths of the source decks below ``source``."""
        return self._paths[0]

    @property
    def others(self) -> list[str]:
        """Paths of all other files below ``source``."""
        return self._paths[1]

    def _walk(self, top: Path) -> Iterator[str]:
        """Files below ``top``, hidden ones and our own output left out; links only within the project.

        ``FileError`` where a folder cannot be read: what is in it must not count as gone.
        """
        ours = {self.output.resolve(), self.catalogs.resolve()}
        seen: set[Path] = set()
        for folder, names, files in os.walk(top, followlinks=True, onerror=self._unreadable):
            real = self.files.inside(Path(folder))
            if real in seen:
                names.clear()
                continue
            seen.add(real)
            names[:] = [name for name in names if name[0] != "." and (real / name).resolve() not in ours]
            for name in files:
                path = Path(folder) / name
                if name[0] != "." and not _is_special(path):
                    yield path.relative_to(top).as_posix()

    def _unreadable(self, error: OSError) -> None:
        place = Place(self.files.shown(Path(error.filename or ".")))
        raise FileError(f"cannot be read: {error.strerror}", place) from error

    def _is_translation(self, path: str, decks: set[str]) -> bool:
        """Whether it is another deck's name with a locale: ``x.fr.md``, ``x_fr.md``, ``fr/x.md``."""
        pure = PurePosixPath(path)
        for locale in self.locales:
            for spelling in spellings(locale):
                for mark in (f".{spelling}", f"_{spelling}", f"-{spelling}"):
                    if pure.stem.endswith(mark):
                        bare = pure.with_name(pure.stem.removesuffix(mark) + pure.suffix)
                        if str(bare) in decks:
                            return True
                parts = [part for part in pure.parts[:-1] if part != spelling]
                if len(parts) < len(pure.parts) - 1 and str(PurePosixPath(*parts, pure.name)) in decks:
                    return True
        return False

    @cached_property
    def locales(self) -> tuple[str, ...]:
        """The locales to work on: as configured, else those that have catalogs."""
        if self.config.locales is not None:
            return self.config.locales
        folders = sorted(self.catalogs.glob(f"*/{MESSAGES}"))
        return tuple(folder.parent.name for folder in folders if locale_name(folder.parent.name))

    def chosen(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The locales that a user named, or all; ``LocaleError`` for one that there is not."""
        for name in names:
            if canonical(name) not in self.locales:
                known = ", ".join(self.locales) or "none"
                message = (
                    f"the project has no locale {name!r} (it has {known}); add it with `l10n init {name}`"
                )
                raise LocaleError(message)
        chosen = tuple(dict.fromkeys(canonical(name) for name in names)) or self.locales
        for locale in chosen:
            if not self.messages(locale).is_dir():
                self._known(locale)
        return chosen

    def _known(self, locale: str) -> None:
        try:
            info(locale)
        except LocaleError as error:
            raise LocaleError(f"'locales': {error.message}", Place(self.config.file)) from None

    def dialect(self, deck: str) -> Dialect:
        """The dialect that a deck is written in."""
        name = self.config.dialect
        for pattern, dialect in self.config.dialects.items():
            if Patterns([pattern]).matches(deck):
                name = dialect
        return DIALECTS[name]

    def localised(self, locale: str) -> Localised:
        """Which link targets may change in that locale."""
        patterns = self.config.localised_targets
        return Localised(patterns, spellings(self.config.source_locale), spellings(locale))

    def deck_file(self, deck: str) -> Path:
        """A source deck."""
        return self.source / deck

    def catalog_file(self, deck: str, locale: str) -> Path:
        """Its catalog."""
        return self.messages(locale) / f"{deck.removesuffix('.md')}.po"

    def template_file(self, deck: str) -> Path:
        """Its template."""
        return self.catalogs / TEMPLATES / f"{deck.removesuffix('.md')}.pot"

    def messages(self, locale: str) -> Path:
        """The folder of a locale's catalogs."""
        return self.catalogs / locale / MESSAGES

    def output_file(self, path: str, locale: str) -> Path:
        """Where a built deck, or a copy of another file, goes."""
        return self.output / locale / path

    def assets(self, locale: str) -> dict[str, Path]:
        """What goes beside a locale's decks: the other files of ``source``, overlaid by the locale's own."""
        found = {path: self.source / path for path in self.others}
        overlay = self.catalogs / locale / ASSETS
        if overlay.is_dir():
            found |= {path: overlay / path for path in sorted(self._walk(overlay))}
        return found

    def orphans(self, locale: str) -> list[Path]:
        """Catalogs whose deck is gone."""
        wanted = {self.catalog_file(deck, locale) for deck in self.decks}
        return [path for path in sorted(self.messages(locale).rglob("*.po")) if path not in wanted]

    def manifest(self, locale: str) -> Path:
        """Where the names of all that was built for a locale are kept, so that it can be taken away."""
        return self.output / f".l10n-{locale}"

    def stale_templates(self) -> list[Path]:
        """Templates whose deck is gone."""
        wanted = {self.template_file(deck) for deck in self.decks}
        folder = self.catalogs / TEMPLATES
        return [path for path in sorted(folder.rglob("*.pot")) if path not in wanted]


def _is_special(path: Path) -> bool:
    """Whether it is a pipe, a socket or a device, which must not be read."""
    return path.exists() and not path.is_file()
