"""Names that are one on some systems: of decks, and of what belongs to them.

Catalogs and templates are called as git and other systems spell their deck: composed (NFC), so that none is
another deck's on macOS, which may list the deck decomposed. One that is there under another form keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from l10n.errors import DeckError, FileError, Place
from l10n.project.config import Config
from l10n.system import File, Room, as_listed, composed, folded


def as_named_there(config: Config, root: Path) -> Config:
    """The settings with their folders as the project's folder lists them."""
    source, catalogs, output = (
        as_listed(root, one) for one in (config.source, config.catalogs, config.output)
    )
    return config._replace(source=source, catalogs=catalogs, output=output)


def kept_name(deck: str, ending: str) -> str:
    """What is called as a deck, composed: its catalog (``.po``), its template (``.pot``)."""
    return f"{composed(deck).removesuffix('.md')}{ending}"


class Kept:
    """What is called as decks, in whichever form it is there."""

    def __init__(self) -> None:
        """Nothing is looked at before it is needed."""
        self._there: dict[Path, dict[str, str]] = {}

    def file(self, room: Room, deck: str, ending: str) -> File:
        """The file of a deck with that ending."""
        name = kept_name(deck, ending)
        return room.file(name if name.isascii() else self._names(room, ending).get(name, name))

    def _names(self, room: Room, ending: str) -> Mapping[str, str]:
        """By composed name: that of a file which is called otherwise, and no other file so."""
        if room.base not in self._there:
            names: list[str] = []
            with suppress(FileError):  # it is named where it is used
                names = [name for name in room.files(ending) if not name.isascii()]
            there = {composed(name): name for name in names}
            self._there[room.base] = there | {name: name for name in names if name == composed(name)}
        return self._there[room.base]


class Alike:
    """The decks of a project, by what their catalogs are called."""

    def __init__(self, source: Room, decks: Sequence[str], home: Callable[[str], str] = str) -> None:
        """``source`` is the room of the decks, ``home`` says what the catalog of one is called after."""
        self._source = source
        self._decks = decks
        self._home = home

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """By name of a catalog of its own, case left out: whose it is on some system."""
        return self._called(str)

    @cached_property
    def _by_catalog(self) -> dict[str, list[str]]:
        """The same by the catalogs that decks have."""
        return self._by_name if self._home is str else self._called(self._home)

    def _called(self, home: Callable[[str], str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for deck in self._decks:
            found.setdefault(folded(kept_name(home(deck), "")), []).append(deck)
        return found

    def of(self, catalog: str) -> list[str]:
        """The decks whose catalog has that name."""
        name = composed(catalog.removesuffix(".po"))
        decks = self._by_catalog.get(folded(name), ())
        return [deck for deck in decks if kept_name(self._home(deck), "") == name]

    def named(self, path: str) -> str | None:
        """The deck that a path means, in whichever normal form; None if it means none."""
        name = composed(path)
        decks = self._by_name.get(folded(kept_name(path, "")), ())
        return next((deck for deck in decks if composed(deck) == name), None)

    def refuse_shared(self, deck: str) -> None:
        """``DeckError`` for a deck that catalogs would take for another one: each would undo the other."""
        name = kept_name(deck, "")
        for other in self._by_name.get(folded(name), ()):
            alike = self._home is str or composed(other) == composed(deck)
            if other != deck and kept_name(other, "") == name and alike:
                message = f"its catalog would be that of {self._shown(other)}, too; rename one of them"
                raise DeckError(message, Place(self._shown(deck)))

    def warnings(self) -> Iterator[str]:
        """Of decks that have a catalog each here, and would share one on Windows and macOS."""
        for decks in self._by_catalog.values():
            names = {kept_name(self._home(deck), ""): deck for deck in decks}
            first, *others = names.values()
            for other in others:
                what = f"on Windows and macOS its catalog is that of {self._shown(first)}, too"
                yield f"{self._shown(other)}: {what}, for only case tells them apart; rename one of them"

    def _shown(self, deck: str) -> str:
        return self._source.shown(deck)
