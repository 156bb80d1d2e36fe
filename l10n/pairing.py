"""Which source deck a translated file belongs to, by its path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec

from l10n.errors import FileError, L10nError, Place
from l10n.locales import spellings
from l10n.project import Project


@dataclass(frozen=True, slots=True)
class Paired:
    """A translated file and its source deck."""

    deck: str
    file: Path


def paired(
    project: Project, locale: str, names: Sequence[Path], source: Path | None
) -> tuple[list[Paired], list[L10nError]]:
    """The translated files with their decks, and what is wrong with the others.

    A file belongs to the deck that shares the longest end of its path, a mark of the locale left out:
    ``x_fr.md``, ``x.fr.md``, ``fr/x.md``. ``source`` names the deck of the only file.
    """
    found: list[Paired] = []
    problems: list[L10nError] = []
    files = [(file, explicit) for name in names for file, explicit in _files(project, name)]
    if source and len(files) != 1:
        raise FileError("--source names the deck of one translated file; name one only")
    for file, explicit in files:
        try:
            deck = _named(project, source) if source else _deck(project, locale, file)
        except FileError as error:
            problems.append(error)
            continue
        twin = next((one for one in found if one.deck == deck), None)
        if deck is None and explicit:
            message = "no source deck has a name like this; name its deck with --source"
            problems.append(FileError(message, _place(project, file)))
        elif twin:
            message = f"{project.files.shown(twin.file)} is a translation of {deck!r}, too; name one of them"
            problems.append(FileError(message, _place(project, file)))
        elif deck:
            found.append(Paired(deck, file))
    if not (found or problems):
        shown = ", ".join(str(name) for name in names)
        problems.append(FileError(f"there is no translation of a source deck in {shown}"))
    return found, problems


def _files(project: Project, name: Path) -> Iterator[tuple[Path, bool]]:
    """Files to look at, and whether the user named each."""
    if not name.is_dir():
        yield name, True
        return
    include = GitIgnoreSpec.from_lines(project.config.include)
    for file in sorted(name.rglob("*")):
        if file.is_file() and include.match_file(file.relative_to(name).as_posix()):
            yield file, False


def _place(project: Project, file: Path) -> Place:
    return Place(project.files.shown(file))


def _named(project: Project, source: Path) -> str:
    """The deck that a user named, by its path or as it is named below the folder of the decks."""
    for deck in project.decks:
        if deck == source.as_posix() or project.deck_file(deck).resolve() == source.resolve():
            return deck
    raise FileError("this is no source deck of the project", _place(project, source))


def _deck(project: Project, locale: str, file: Path) -> str | None:
    """The deck of a file; None if there is none, ``FileError`` if there are several as near."""
    others = [deck for deck in project.decks if project.deck_file(deck).resolve() != file.resolve()]
    is_source = len(others) < len(project.decks)
    marked = list(_unmarked(PurePosixPath(file.as_posix()), locale))
    for name in marked if is_source else [PurePosixPath(file.as_posix()), *marked]:
        near = [(_common_end(name, PurePosixPath(deck)), deck) for deck in others]
        best = max((length for length, _ in near), default=0)
        decks = [deck for length, deck in near if length == best]
        if best and len(decks) > 1:
            message = f"it may be a translation of {' or '.join(decks[:3])}; name its deck with --source"
            raise FileError(message, _place(project, file))
        if best:
            return decks[0]
    return None


def _unmarked(path: PurePosixPath, locale: str) -> Iterator[PurePosixPath]:
    """The path without a mark of the locale: in its name, or as a folder."""
    for spelling in spellings(locale):
        for mark in (f".{spelling}", f"_{spelling}", f"-{spelling}"):
            if path.stem.casefold().endswith(mark.casefold()):
                yield path.with_name(path.stem[: -len(mark)] + path.suffix)
        parts = [part for part in path.parts[:-1] if part != spelling]
        if len(parts) < len(path.parts) - 1:
            yield PurePosixPath(*parts, path.name)


def _common_end(one: PurePosixPath, other: PurePosixPath) -> int:
    """How many parts, from the last, two paths have in common."""
    ends = zip(reversed(one.parts), reversed(other.parts), strict=False)
    return next((n for n, (a, b) in enumerate(ends) if a != b), min(len(one.parts), len(other.parts)))
