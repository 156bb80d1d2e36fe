"""Folders that a user names for what is made to be looked at."""

from __future__ import annotations

from pathlib import Path

from l10n.errors import FileError, Place
from l10n.project.folder import Project
from l10n.system import MARKER, Made, below


def made_folder(project: Project, folder: Path) -> Made:
    """The folder, there or not; ``FileError`` if it lies where decks or catalogs are, or cannot be read."""
    marker = project.named(folder / MARKER)
    way = below(folder, project.root)
    output = Path(project.config.output)
    if way is not None and not Path(way).is_relative_to(output):
        for among in (project.config.source, project.config.catalogs):
            if Path(way).is_relative_to(among):
                message = f"what is made does not go among decks and catalogs; name {output / 'shown'}"
                raise FileError(message, Place(str(folder)))
    return Made(marker)
