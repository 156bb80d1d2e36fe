"""What to say where the folder of decks is not: perhaps they are in another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from l10n.errors import FileError, Place
from l10n.project.config import OWN_FILE, Config
from l10n.project.engines import Engines
from l10n.project.patterns import Patterns
from l10n.system import Room

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
    """The files at the ``top`` itself that are decks by a mark; for ``slides.md`` it may stand beside it.

    Those whose names cannot be shown are left out: no catalog can have them.
    """
    wanted = Patterns(engines.included)
    there = [name for name in top.files_here() if name.isprintable() and wanted.matches(name)]
    return tuple(
        name for name in there if engines.is_marked(name, beside=PurePosixPath(name).stem == "slides")
    )


def without_source(config: Config, top: Room, included: Sequence[str]) -> FileError:
    """That there is no folder ``source`` at the ``top``; names another that has files like decks."""
    found = usual_folder(config, top, included)
    to_do = f'write `source = "{found}"` to {OWN_FILE}' if found else "go to the project or set 'source'"
    looked = f"there is no folder {config.source!r} here to look for decks in ({', '.join(included)})"
    return FileError(f"{looked}; {to_do}", Place(config.source))
