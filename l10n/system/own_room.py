"""Where a project keeps what one run leaves for the next."""

from __future__ import annotations

from pathlib import Path

from l10n.system.rooms import Room

FOLDER = ".l10n"


def state(root: Path) -> Room:
    """The room of what is kept between runs."""
    return Room(root, FOLDER, hidden=True)
