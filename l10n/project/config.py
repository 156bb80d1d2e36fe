"""The user's settings, read from ``l10n.toml`` or from ``[tool.l10n]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from itertools import permutations
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from l10n.errors import ConfigError, FileError, Place
from l10n.language import Value, parse_toml, read_table, shown_value
from l10n.project.check_config import CheckConfig
from l10n.project.elsewhere import with_told_elsewhere
from l10n.project.settings import SETTINGS
from l10n.system import Room, below, is_hidden

OWN_FILE = "l10n.toml"
SHARED_FILE = "pyproject.toml"


class Config(NamedTuple):
    """Settings; the defaults are those of the default layout."""

    root: Path
    """The project's folder; nothing outside it is read or written."""
    file: str = ""
    """The name of the file that the settings come from, if there is one."""
    passed_over: str = ""
    """The name of another file with settings beside it, which do not count."""
    source: str = "source"
    """Folder of the source decks."""
    include: tuple[str, ...] | None = None
    """Patterns, as in ``.gitignore``, of the decks below ``source``; None for the endings of decks."""
    exclude: tuple[str, ...] = ()
    """Patterns of files that are not decks; they are copied as they are."""
    source_locale: str = "en"
    locales: tuple[str, ...] | None = None
    """The locales to work on; None for those that have catalogs."""
    fallback: Mapping[str, tuple[str, ...]] = {}
    """By locale: those that it borrows from, in order; one that is not named borrows from its parents."""
    catalogs: str = "locales"
    """Folder of the catalogs."""
    catalogs_per: str = "deck"
    """Which decks share a catalog: none, those of a folder, or all of the project."""
    output: str = "build"
    """Folder of the built decks."""
    index: bool | str = False  # type: ignore[assignment]  # it hides a method of tuples
    """Whether a page above the built decks lists them; or the template that it is made from."""
    dialect: str | None = None
    """The dialect of decks that ``dialects`` does not name; None for what the marks of each say."""
    dialects: Mapping[str, str] = {}
    """Patterns of decks to their dialect; the last that matches holds."""
    front_matter: tuple[str, ...] | None = None
    """Patterns of the keys of front matter whose values are messages; None for those of the dialect."""
    flavour: str = "commonmark"
    """Of pages: what holds where their tools conflict."""
    breaks: bool = False
    """Of pages: whether a line end shows."""
    options: Mapping[str, Mapping[str, Any]] = {}
    """By dialect: settings that only it has."""
    references: str = "file"
    """Whether ``#:`` names the file, or the line, too."""
    memory: str = "fill"
    """What a new message gets whose very text is translated elsewhere: that, that as fuzzy, or nothing."""
    revision_keys: tuple[str, ...] = ("default_lang_commit", "sourceCommit", "source_commit", "source-commit")
    """Keys of a translation's front matter that name the commit of its source."""
    localised_targets: tuple[str, ...] = ("//[{locale}.]", "/[{locale}/]")
    """What of a link's target may change with the locale; brackets hold what only some locales have."""
    check: CheckConfig = CheckConfig()
    """What ``l10n check`` looks for, and what it asks of each locale."""


def find_config(start: Path) -> Config:
    """The settings that hold in the folder ``start``: from it or the nearest folder above that has some."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for name in (OWN_FILE, SHARED_FILE):
            content = _read(folder, name) if os.path.lexists(folder / name) else None
            if content is None:
                continue
            table = _toml(content, name)
            if name == OWN_FILE or _own_table(table) is not None:
                config = _config(folder, name, table)._replace(passed_over=_passed_over(folder, name))
                return with_told_elsewhere(config, _read)
    return with_told_elsewhere(Config(start), _read)


def _passed_over(folder: Path, name: str) -> str:
    """The shared file, if settings of ours stand in it that do not count beside our own file."""
    content = _read(folder, SHARED_FILE) if name == OWN_FILE else None
    return SHARED_FILE if content and b"[tool.l10n" in content else ""


def load_config(path: Path, start: Path) -> Config:
    """The settings in a file that the user named; ``ConfigError`` names the key that is wrong.

    Its folder is the project's. A link below ``start`` that leads out of that does not make it another.
    """
    folder, name = _folder_of(path, start), path.name
    content = _read(folder, name)
    if content is None:
        raise FileError("there is no such file", Place(str(path)))
    return with_told_elsewhere(_config(folder, name, _toml(content, name)), _read)


def _folder_of(path: Path, start: Path) -> Path:
    try:
        way = below(path.parent, start)
        if way is None or not way.parts:
            return path.parent.resolve()
    except (OSError, RuntimeError) as error:
        raise FileError(f"its links cannot be followed: {error}", Place(str(path))) from error
    hidden = any(map(is_hidden, way.parts))
    return Room(start, shown="", follows=not hidden, hidden=hidden).real(str(way))


def _read(folder: Path, name: str) -> bytes | None:
    """A file of settings; a link to settings elsewhere would make that the project."""
    hidden = is_hidden(name)
    return Room(folder, shown="", follows=not hidden, hidden=hidden).read(name)


def _config(folder: Path, name: str, table: Mapping[str, Any]) -> Config:
    own: Mapping[str, Any] | None = _own_table(table)
    if own is None:
        own = {} if name == SHARED_FILE else table
    place = Place(name)
    values = read_table(Value("", own, place), SETTINGS)
    return _apart(
        Config(folder, name, **{key.replace("-", "_"): value for key, value in values.items()}), place
    )


def _apart(config: Config, place: Place) -> Config:
    """No room may lie in another; only decks may stand in the project's own folder, around the others."""
    rooms = {"source": config.source, "catalogs": config.catalogs, "output": config.output}
    for (inner, low), (outer, high) in permutations(rooms.items(), 2):
        path, around = PurePosixPath(low), PurePosixPath(high)
        if path == around:
            raise ConfigError(f"{inner!r} and {outer!r} must not be one folder, {high!r}; name two", place)
        if around in path.parents and (outer, high) != ("source", "."):
            message = f"{inner!r} ({low!r}) must not lie in {outer!r} ({high!r}); put it beside"
            raise ConfigError(message, place)
    return config


def _toml(content: bytes, name: str) -> dict[str, Any]:
    try:
        return parse_toml(content.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        raise ConfigError(f"not TOML: {error}", Place(name)) from error


def _own_table(table: Mapping[str, Any]) -> dict[str, Any] | None:
    tool = table.get("tool")
    own = tool.get("l10n") if isinstance(tool, dict) else None
    if own is not None and not isinstance(own, dict):
        raise ConfigError(f"'tool.l10n' must be a table, not {shown_value(own)}", Place(SHARED_FILE))
    return own
