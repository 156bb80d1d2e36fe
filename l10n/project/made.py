"""Folders that a user names for what is made to be looked at."""

from __future__ import annotations

from pathlib import Path

from l10n.errors import FileError, Place
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.system import MARKER, Made, below


def made_folder(project: Project, folder: Path) -> Made:
    """The folder, there or not; ``FileError`` if it lies where decks or catalogs are, or cannot be read.

    None that holds these is one either: its list of what was made may come from somebody else, and what it
    names is replaced and removed.
    """
    marker = project.named(folder / MARKER)
    way = below(folder, project.root)
    above = way is None and project.root.is_relative_to(folder.resolve())
    if above or (way is not None and _is_among(Path(way), project.config)):
        shown = Path(project.config.output) / "shown"
        message = f"what is made does not go among decks and catalogs; name {shown}"
        raise FileError(message, Place(str(folder)))
    return Made(marker)


def _is_among(way: Path, config: Config) -> bool:
    """Whether a folder of the project lies in decks or catalogs, or holds them."""
    built = way.is_relative_to(config.output)
    kept = (config.source, config.catalogs)
    return any(Path(one).is_relative_to(way) or (way.is_relative_to(one) and not built) for one in kept)
