"""Which engine the decks of a project are for, and what the project says of its dialect."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from l10n.dialects import (
    DIALECTS,
    ENGINES,
    NAMES_BESIDE,
    Dialect,
    Mark,
    Settings,
    certain,
    marks_beside,
    marks_in,
)
from l10n.errors import FileError, Place
from l10n.language import Value
from l10n.project.choice import Choice, choose
from l10n.project.config import Config
from l10n.project.named import HTML
from l10n.system import Room, composed

if TYPE_CHECKING:
    from l10n.dialects import Shown


class Engines:
    """Tells the engines of decks below ``source`` by their marks, and by what stands beside them."""

    def __init__(self, config: Config, root: Path, source: Room) -> None:
        """``root`` is the project's folder, and ``source`` that of the decks."""
        self._config = config
        self._source = source
        self._top = Room(root, hidden=True)
        self._here: dict[PurePosixPath, list[str]] = {}
        self._around: dict[PurePosixPath, dict[str, str]] = {}
        self._beside: dict[tuple[str, str], tuple[Mark, ...]] = {}
        self._shown: dict[PurePosixPath, dict[str, Mark]] = {}
        self._above: dict[str, Mapping[str, Mark]] = {}

    def is_deck(self, path: str) -> bool:
        """Whether a file with the ending of a dialect is one of its decks, by the settings or its marks."""
        if path.endswith(".md"):
            return True
        engine = ENGINES.get(self.choice(path, _text(self._source, path) or "").dialect)
        return engine is not None and PurePosixPath(path).suffix in engine.endings

    def is_marked(self, path: str, *, beside: bool) -> bool:
        """Whether marks say of which engine a file is a deck: its own, else those ``beside`` it, if asked."""
        marks = marks_in(_text(self._source, path) or "") or (self.marks_beside(path) if beside else ())
        mark = certain(marks)
        if mark is None or mark.engine.name not in DIALECTS or not mark.engine.has_slides:
            return False
        return path.endswith((".md", *mark.engine.endings))

    def has_slides(self, deck: str, text: str) -> bool:
        """Whether a deck with that text is of a dialect that has slides."""
        engine = ENGINES.get(self.choice(deck, text).dialect)
        return engine is None or engine.has_slides

    @property
    def included(self) -> tuple[str, ...]:
        """Patterns of decks: as configured, else the endings of all dialects.

        Those of files without slides are among them only if the settings name their dialect.
        """
        if self._config.include is not None:
            return self._config.include
        named = {self._config.dialect, *self._config.dialects.values()}
        known = [ENGINES[name] for name in DIALECTS if name in ENGINES]
        engines = [engine for engine in known if engine.has_slides or engine.name in named]
        endings = dict.fromkeys(ending for engine in engines for ending in engine.endings)
        return tuple(f"**/*{ending}" for ending in endings)

    def choice(self, deck: str, text: str, *, beside: bool = True) -> Choice:
        """Which dialect a deck with that text is read in, and why; ``beside`` if it stands in ``source``."""
        if not beside:
            return choose(self._config, deck, text, ())
        return choose(self._config, deck, text, self.marks_beside(deck), self.page_of(deck))

    def page_of(self, deck: str) -> Mark | None:
        """The mark of a page beside a deck, or above it in the project, that shows it; of the nearest."""
        folder = posixpath.dirname(deck)
        if folder not in self._above:
            around = PurePosixPath(self._config.source, deck).parents
            shown = [one for above in reversed(around) for one in self.shown_from(above).items()]
            self._above[folder] = dict(shown)  # of two, the nearer one, which comes last
        if not self._above[folder]:  # as of most
            return None
        return self._above[folder].get(
            composed(posixpath.normpath(posixpath.join(self._config.source, deck)))
        )

    def shown_from(self, folder: PurePosixPath) -> Mapping[str, Mark]:
        """What pages in a folder of the project show, by composed path from the project; read once a run."""
        if folder not in self._shown:
            pages = [name for name in self._files(folder) if name.lower().endswith(HTML)]
            found = ((name, one) for name in pages for one in _shown_by(self._said(folder, name)))
            self._shown[folder] = {}
            for name, one in found:
                path = composed(posixpath.normpath(posixpath.join(folder, one.path)))
                mark = Mark(ENGINES[one.engine], one.by, file=name, options=one.options)
                if path.endswith(mark.engine.endings):
                    self._shown[folder].setdefault(path, mark)
        return self._shown[folder]

    def _files(self, folder: PurePosixPath) -> list[str]:
        """The names of the files in a folder of the project, none below; listed once a run."""
        if folder not in self._here:
            self._here[folder] = []
            with suppress(FileError):
                found = self._top.files_here("/".join(folder.parts))
                self._here[folder] = [name.rpartition("/")[2] for name in found]
        return self._here[folder]

    def _said(self, folder: PurePosixPath, name: str) -> str | None:
        return _text(self._top, str(folder / name))

    def marks_beside(self, deck: str) -> tuple[Mark, ...]:
        """What files beside a deck, or above it in the project, say of its engine; the nearest of a name."""
        folder, name = posixpath.split(deck)
        alike = folder, posixpath.splitext(name)[1]
        if alike not in self._beside:
            contents: dict[str, str] = {}
            for around in reversed(PurePosixPath(self._config.source, deck).parents):
                contents |= self._telling(around)
            self._beside[alike] = marks_beside(deck, contents)
        return self._beside[alike]

    def _telling(self, folder: PurePosixPath) -> dict[str, str]:
        """The files in a folder that may say for which engine decks are, by name; read once a run."""
        if folder not in self._around:
            there = {name.casefold() for name in self._files(folder)}
            texts = ((name, self._said(folder, name)) for name in NAMES_BESIDE if name.casefold() in there)
            self._around[folder] = {name: text for name, text in texts if text is not None}
        return self._around[folder]

    def dialect(self, choice: Choice) -> Dialect:
        """The dialect that was chosen for a deck, as the settings want it, else the page that shows it.

        ``ConfigError`` if that page has what cannot be used.
        """
        config, found = self._config, DIALECTS[choice.dialect]
        patterns = found.settings.front_matter if config.front_matter is None else config.front_matter
        options = {**_told(found, choice.told_by), **config.options.get(choice.dialect, {})}
        return found.with_settings(Settings(patterns, config.flavour, config.breaks, options))

    def unread(self, others: Iterable[str]) -> Iterator[str]:
        """Of other files than decks the first of each engine that is no dialect here, in words."""
        unread = {name: engine for name, engine in ENGINES.items() if name not in DIALECTS}
        endings = tuple(ending for engine in unread.values() for ending in engine.endings)
        for path in others:
            told = path.endswith(endings) and certain(marks_in(_text(self._source, path) or ""))
            if told and unread.pop(told.engine.name, None):
                yield f"{path} looks like a deck of {told.engine.title} ({told}), which l10n does not read"


_SHOWING = ("sourceUrl", "data-markdown")
"""Without these a page shows no other file, and need not be read."""


def _shown_by(page: str | None) -> Iterator[Shown]:
    if page and any(word in page for word in _SHOWING):
        from l10n.dialects import files_shown

        yield from files_shown(page)


def _told(dialect: Dialect, page: Mark | None) -> dict[str, Any]:
    """The options of a dialect that a page says."""
    said = dict(page.options) if page else {}
    rows = {row.name: row for row in dialect.options if row.name in said}
    place = Place(page.file if page else "")
    return {name: row.check(Value(name, said[name], place)) for name, row in rows.items()}


def _text(room: Room, name: str) -> str | None:
    """A file that may say something of decks; one that cannot be read says nothing."""
    with suppress(FileError, UnicodeDecodeError):
        content = room.read(name)
        return None if content is None else content.decode("utf-8")
    return None
