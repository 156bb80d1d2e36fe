"""What to say where the folder of decks is not: perhaps they are in another."""

from __future__ import annotations

import json
import posixpath
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from l10n.errors import FileError, Place
from l10n.project.config import OWN_FILE, Config
from l10n.project.engines import Engines
from l10n.project.patterns import Patterns
from l10n.system import Room, composed, is_passed_over

_PAPERS = (
    *("readme", "changelog", "changes", "history", "news", "contributing", "code_of_conduct", "security"),
    *("license", "licence", "copying", "authors", "todo", "agents", "claude"),
)
"""Files of a repository that are no decks, whatever stands beside them."""
_USUAL = ("slides", "decks", "presentations", "talks", "docs", "content", "src")
"""Folders that decks stand in, elsewhere."""


def usual_folder(config: Config, top: Room, included: Sequence[str]) -> str | None:
    """The folder at the ``top`` that is not named in the settings, but has files like decks."""
    wanted = Patterns(included)
    there = (
        name for name in _USUAL if name in top.folders() and name not in {config.catalogs, config.output}
    )
    return next((name for name in there if any(map(wanted.matches, Room(top.anchor, name).files()))), None)


def decks_at(top: Room, engines: Engines) -> tuple[str, ...]:
    """The files at the ``top`` itself that are decks by a mark, or by one beside them.

    Where there is ``slides.md``, only that is by a mark beside it: other files may be anything.
    """
    there = _like_decks(top, engines.included)
    by_name = [name for name in there if PurePosixPath(name).stem == "slides"] or _no_papers(there)
    return tuple(name for name in there if engines.is_marked(name, beside=name in by_name))


def decks_shown_at(top: Room, engines: Engines) -> tuple[str, ...]:
    """The files that pages at the ``top`` show, wherever below it they are."""
    shown = engines.shown_from(PurePosixPath())
    files = {composed(name): name for folder in _folders_of(shown) for name in top.files_here(folder)}
    return tuple(files[name] for name in shown if name in files and files[name].isprintable())


_FOLDERS = 300
"""In so many folders decks are looked for: more are no project, but perhaps all that somebody has."""


def decks_below(config: Config, top: Room, engines: Engines) -> tuple[str, ...]:
    """The files in any folder below the ``top`` that are decks by a mark of their own; none in too many."""
    wanted = Patterns(engines.included)
    left, names = deque([""]), list[str]()
    for _ in range(_FOLDERS):
        if not left:
            return tuple(name for name in sorted(names) if engines.is_marked(name, beside=False))
        folder = left.popleft()
        with suppress(FileError):  # a link, or what cannot be read: no deck is looked for there
            names += [name for name in top.files_here(folder) if name.isprintable() and wanted.matches(name)]
            found = (one for one in Room(top.anchor, folder).folders() if not is_passed_over(one))
            below = (posixpath.join(folder, one) for one in found)
            left += (one for one in below if one not in {config.catalogs, config.output})
    return ()


def _folders_of(paths: Iterable[str]) -> Iterator[str]:
    """The folders that some paths name, those out of the project and of no file of its own left out."""
    for folder in dict.fromkeys(posixpath.dirname(path) for path in paths):
        if not any(part == ".." or is_passed_over(part) for part in folder.split("/")):
            yield folder


def _like_decks(top: Room, included: Sequence[str]) -> list[str]:
    """The files there with the ending of decks; no catalog can have a name that cannot be shown."""
    wanted = Patterns(included)
    return [name for name in top.files_here() if name.isprintable() and wanted.matches(name)]


def _no_papers(names: Iterable[str]) -> list[str]:
    return [name for name in names if PurePosixPath(name).stem.casefold() not in _PAPERS]


def without_source(config: Config, top: Room, included: Sequence[str]) -> FileError:
    """That there is no folder ``source`` at the ``top``, and what to write, if there are files like decks."""
    to_do = f"{_to_write(config, top, included)} to {config.file or OWN_FILE}"
    looked = f"there is no folder {config.source!r} here to look for decks in ({', '.join(included)})"
    return FileError(f"{looked}; {to_do}", Place(config.source))


_NAMED = 3
"""So many files are named one by one."""


def _to_write(config: Config, top: Room, included: Sequence[str]) -> str:
    """What in the settings would find the decks."""
    if found := usual_folder(config, top, included):
        return f'write `source = "{found}"`'
    names = [name for name in _no_papers(_like_decks(top, included)) if name.endswith(".md")]
    if not names:
        return 'go to the project, or write the folder of the decks, as `source = "slides"`,'
    shown = names if len(names) <= _NAMED else ["*.md"]
    include = ", ".join(json.dumps(name, ensure_ascii=False) for name in shown)
    if_so = f"if {names[0]} is a deck" if len(names) == 1 else "if the files here are decks"
    return f'{if_so}, write `source = "."` and `include = [{include}]`'
