"""What locales are called in a project: as the folders of their catalogs, in any spelling."""

from __future__ import annotations

from collections.abc import Collection

from l10n.errors import ConfigError, FileError, Place
from l10n.language import canonical
from l10n.project.config import Config
from l10n.project.settings import locale_name
from l10n.system import Room

MESSAGES = "LC_MESSAGES"


def locale_folders(config: Config, catalogs: Room) -> dict[str, str]:
    """By locale, as gettext spells it: the folder with its catalogs; ``ConfigError`` if there are two."""
    wanted = None if config.locales is None else {*map(canonical, config.locales)}
    found: dict[str, str] = {}
    for name in filter(locale_name, catalogs.folders()):
        code = canonical(name)
        if _has_catalogs(catalogs, name, wanted) and found.setdefault(code, name) != name:
            message = f"this and {found[code]!r} are one locale; bring its catalogs together in one folder"
            raise ConfigError(message, Place(catalogs.shown(name)))
    return found


def _has_catalogs(catalogs: Room, name: str, wanted: Collection[str] | None) -> bool:
    """``FileError`` for what is odd about a folder that is worked on; any other is nobody's business."""
    try:
        return catalogs.folder(f"{name}/{MESSAGES}") is not None
    except FileError:
        if wanted is None or canonical(name) in wanted:
            raise
        return False
