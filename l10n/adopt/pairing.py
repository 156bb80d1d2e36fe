"""Which source deck a translated file belongs to, by its path."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from l10n.errors import FileError, L10nError, Place
from l10n.language import unmarked
from l10n.project import Patterns, Project
from l10n.system import File, composed


class Paired(NamedTuple):
    """A translated file and its source deck."""

    deck: str
    file: File


@dataclass(slots=True)
class Pairing:
    """What belongs to which deck."""

    found: dict[str, Paired] = field(default_factory=dict)
    """By deck."""
    problems: list[L10nError] = field(default_factory=list)
    """What is wrong with the others."""
    strays: list[File] = field(default_factory=list)
    """Files in folders that are the translation of no deck."""


def paired(project: Project, locale: str, names: Sequence[Path], source: Path | None) -> Pairing:
    """The translated files with their decks.

    A file belongs to the deck that shares the longest end of its path, a mark of the locale left out:
    ``x_fr.md``, ``x.fr.md``, ``fr/x.md``; and one of the deck's own language, too: ``x_en.md``.
    ``source`` names the deck of the only file; ``FileError`` if there are more. A link in a folder is
    followed within that folder only.
    """
    endings = {PurePosixPath(deck).suffix for deck in project.decks}
    found = [one for name in names for one in _files(project, name, endings)]
    files = {_place(file) or Path(file.shown): (file, explicit) for file, explicit in found}
    if source and len(files) != 1:
        raise FileError("--source names the deck of one translated file; name one only")
    pairing = Pairing()
    decks = _Decks(project, locale)
    for file, explicit in files.values():
        try:
            deck = _named(project, source) if source else decks.of(file)
            _add(pairing, project, file, deck, explicit=explicit)
        except FileError as error:
            pairing.problems.append(error)
    if not (pairing.found or pairing.problems):
        shown = ", ".join(str(name) for name in names)
        pairing.problems.append(FileError(f"there is no translation of a source deck in {shown}"))
    return pairing


def _add(pairing: Pairing, project: Project, file: File, deck: str | None, *, explicit: bool) -> None:
    if deck in pairing.found:
        message = f"{pairing.found[deck].file.shown} is a translation of {deck!r}, too; name one of them"
        raise FileError(message, Place(file.shown))
    if deck:
        pairing.found[deck] = Paired(deck, file)
    elif explicit:
        unpaired = "no source deck has a name like this; name its deck with --source"
        there = file.room.status(file.name) is not None
        raise FileError(unpaired if there else "there is no such file", Place(file.shown))
    elif not file.path.is_relative_to(project.source.base):
        pairing.strays.append(file)


def _files(project: Project, name: Path, endings: Collection[str]) -> Iterator[tuple[File, bool]]:
    """Files to look at, and whether the user named each: in folders those that end as decks do, none hidden.

    What is a deck below ``source`` by ``include`` says nothing of a folder of translations.
    """
    room = project.named_folder(name)
    if room is None:
        yield project.named(name, follows=True), True
        return
    exclude = Patterns(project.config.exclude)
    for path in room.files():
        if PurePosixPath(path).suffix in endings and not exclude.matches(path):
            yield room.file(path), False


def _named(project: Project, source: Path) -> str:
    real = project.named(source, follows=True).path
    for deck in project.decks:
        if _place(project.deck_file(deck)) == real:
            return deck
    raise FileError("this is no source deck of the project", Place(project.files.shown(source)))


def _place(file: File) -> Path | None:
    """Where it is; None for what leads nowhere that may be touched, which is named when its turn comes."""
    with suppress(FileError):
        return file.path
    return None


class _Decks:
    """The decks of a project that are not translations themselves, by name."""

    def __init__(self, project: Project, locale: str) -> None:
        self.project = project
        self.locale = locale
        names = {deck: project.names(deck) for deck in project.decks}
        known = set(map(composed, chain(*names.values())))
        self.files = {_place(project.deck_file(deck)) for deck in project.decks}
        self.by_name: dict[str, list[tuple[PurePosixPath, str]]] = {}
        for deck in project.decks:
            if any(str(bare) in known for bare in unmarked(PurePosixPath(composed(deck)), locale)):
                continue
            for name in map(PurePosixPath, map(composed, names[deck])):
                self.by_name.setdefault(name.name, []).append((name, deck))

    def of(self, file: File) -> str | None:
        """The deck of a file; None if there is none, ``FileError`` if there are several as near."""
        path = PurePosixPath(composed(file.shown))
        names = [] if file.path in self.files else [path]
        near = [
            (_common_end(name, like), deck)
            for name in (*names, *unmarked(path, self.locale))
            for like, deck in self.by_name.get(name.name, ())
        ]
        longest = max((length for length, _ in near), default=0)
        decks = list(dict.fromkeys(deck for length, deck in near if length == longest))
        if len(decks) > 1:
            message = f"it may be a translation of {' or '.join(decks[:3])}; name its deck with --source"
            raise FileError(message, Place(file.shown))
        return decks[0] if decks else None


def _common_end(one: PurePosixPath, other: PurePosixPath) -> int:
    """How many parts, from the last, two paths have in common."""
    ends = zip(reversed(one.parts), reversed(other.parts), strict=False)
    return next((n for n, (a, b) in enumerate(ends) if a != b), min(len(one.parts), len(other.parts)))
