"""The user's settings, read from ``l10n.toml`` or from ``[tool.l10n]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import permutations
from pathlib import Path, PurePosixPath
from typing import Any

from l10n.dialects import DIALECTS, FLAVOURS
from l10n.errors import ConfigError, FileError, Place
from l10n.language import (
    Check,
    Value,
    boolean,
    canonical,
    one_of,
    parse_toml,
    read_table,
    shown_value,
    string,
    strings,
)
from l10n.project.check_config import CheckConfig, check_settings
from l10n.project.elsewhere import with_told_elsewhere
from l10n.project.patterns import PatternError, Patterns
from l10n.system import Room, below, is_hidden

OWN_FILE = "l10n.toml"
SHARED_FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """Settings; the defaults are those of the default layout."""

    root: Path
    """The project's folder; nothing outside it is read or written."""
    file: str = field(default="", compare=False)
    """The name of the file that the settings come from, if there is one."""
    passed_over: str = field(default="", compare=False)
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
    catalogs: str = "locales"
    """Folder of the catalogs."""
    output: str = "build"
    """Folder of the built decks."""
    dialect: str | None = None
    """The dialect of decks that ``dialects`` does not name; None for what the marks of each say."""
    dialects: Mapping[str, str] = field(default_factory=dict)
    """Patterns of decks to their dialect; the last that matches holds."""
    front_matter: tuple[str, ...] | None = None
    """Patterns of the keys of front matter whose values are messages; None for those of the dialect."""
    flavour: str = "commonmark"
    """Of pages: what holds where their tools conflict."""
    breaks: bool = False
    """Of pages: whether a line end shows."""
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By dialect: settings that only it has."""
    references: str = "file"
    """Whether ``#:`` names the file, or the line, too."""
    memory: str = "fill"
    """What a new message gets whose very text is translated elsewhere: that, that as fuzzy, or nothing."""
    revision_keys: tuple[str, ...] = ("default_lang_commit", "sourceCommit", "source_commit", "source-commit")
    """Keys of a translation's front matter that name the commit of its source."""
    localised_targets: tuple[str, ...] = ("//[{locale}.]", "/[{locale}/]")
    """What of a link's target may change with the locale; brackets hold what only some locales have."""
    check: CheckConfig = field(default_factory=CheckConfig)
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
                config = replace(_config(folder, name, table), passed_over=_passed_over(folder, name))
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


def _patterns(value: Value) -> tuple[str, ...]:
    lines = strings(value)
    for line in lines:
        try:
            Patterns([line])
        except PatternError as error:
            message = f"{value.name!r} has a pattern that means nothing, {shown_value(line)}: {error}"
            raise ConfigError(message, value.place) from error
    return lines


def _folder(value: Value) -> str:
    path = PurePosixPath(string(value))
    if path.is_absolute() or ".." in path.parts or "\\" in str(path) or "\0" in str(path):
        raise value.wrong("a folder within the project")
    if any(map(is_hidden, path.parts)):
        raise value.wrong("a folder that is not hidden")
    return str(path)


_LOCALE = re.compile(r"[a-zA-Z]{2,8}(?:[-_@][a-zA-Z0-9]{1,8})*\Z")


def locale_name(name: str) -> bool:
    """Whether ``name`` looks like a locale, and so may name a folder."""
    return _LOCALE.match(name) is not None


def _locale(value: Value) -> str:
    if not locale_name(string(value)):
        raise value.wrong("a locale, such as 'en' or 'pt_BR'")
    return canonical(string(value))


def _locales(value: Value) -> tuple[str, ...]:
    names = strings(value)
    if not all(locale_name(name) for name in names):
        raise value.wrong("a list of locales, such as ['fr', 'pt_BR']")
    return tuple(dict.fromkeys(canonical(name) for name in names))


def _dialects(value: Value) -> dict[str, str]:
    if not isinstance(value.content, dict):
        raise value.wrong("a table of patterns and dialects")
    _patterns(replace(value, content=list(value.content)))
    check = one_of(*DIALECTS)
    return {pattern: check(value.inner(pattern, dialect)) for pattern, dialect in value.content.items()}


def _options(value: Value) -> dict[str, dict[str, Any]]:
    return read_table(value, {name: partial(_options_of, name) for name in DIALECTS})


def _options_of(dialect: str, value: Value) -> dict[str, Any]:
    return read_table(value, {option.name: option.check for option in DIALECTS[dialect].options})


def _target_patterns(value: Value) -> tuple[str, ...]:
    patterns = strings(value)
    found = [re.fullmatch(r"[^\[\]]*\[([^\[\]]*)\][^\[\]]*", one) for one in patterns]
    if not all(one and "{locale}" in one[1] for one in found):
        raise value.wrong("a list of patterns such as '/[{locale}/]'")
    if len(patterns) > _MOST_TARGETS or any(len(one) > _LONGEST_TARGET for one in patterns):
        few = f"at most {_MOST_TARGETS} patterns of at most {_LONGEST_TARGET} characters"
        raise value.wrong(f"{few}, for each is held against each target")
    return patterns


_MOST_TARGETS, _LONGEST_TARGET = 20, 200


SETTINGS: Mapping[str, Check] = {
    "source": _folder,
    "include": _patterns,
    "exclude": _patterns,
    "source-locale": _locale,
    "locales": _locales,
    "catalogs": _folder,
    "output": _folder,
    "dialect": one_of(*DIALECTS),
    "dialects": _dialects,
    "front-matter": strings,
    "flavour": one_of(*FLAVOURS),
    "breaks": boolean,
    "options": _options,
    "references": one_of("file", "line"),
    "memory": one_of("fill", "fuzzy", "off"),
    "revision-keys": strings,
    "localised-targets": _target_patterns,
    "check": check_settings,
}
"""Each key, as the file writes it, and what its value must be; ``Config`` has a field for each."""
