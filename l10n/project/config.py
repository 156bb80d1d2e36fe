"""The user's settings, read from ``l10n.toml`` or from ``[tool.l10n]`` in ``pyproject.toml``."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from itertools import permutations
from pathlib import Path, PurePosixPath
from typing import Any

from l10n.dialects import DIALECTS, FLAVOURS, Option
from l10n.errors import ConfigError, FileError, Place
from l10n.language import canonical, parse_toml, shown_value
from l10n.project.check_config import CheckConfig, read_check_table
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
    source: str = "source"
    """Folder of the source decks."""
    include: tuple[str, ...] = ("**/*.md",)
    """Patterns, as in ``.gitignore``, of the decks below ``source``."""
    exclude: tuple[str, ...] = ()
    """Patterns of files that are not decks; they are copied as they are."""
    source_locale: str = "en"
    locales: tuple[str, ...] | None = None
    """The locales to work on; None for those that have catalogs."""
    catalogs: str = "locales"
    """Folder of the catalogs."""
    output: str = "build"
    """Folder of the built decks."""
    dialect: str = "remark"
    """The dialect of decks that ``dialects`` does not name."""
    dialects: Mapping[str, str] = field(default_factory=dict)
    """Patterns of decks to their dialect; the last that matches holds."""
    front_matter: tuple[str, ...] = ("title", "description")
    """Patterns of the keys of front matter whose values are messages."""
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
                return with_told_elsewhere(_config(folder, name, table))
    return Config(start)


def load_config(path: Path, start: Path) -> Config:
    """The settings in a file that the user named; ``ConfigError`` names the key that is wrong.

    Its folder is the project's. A link below ``start`` that leads out of that does not make it another.
    """
    folder, name = _folder_of(path, start), path.name
    content = _read(folder, name)
    if content is None:
        raise FileError("there is no such file", Place(str(path)))
    return with_told_elsewhere(_config(folder, name, _toml(content, name)))


def with_told_elsewhere(config: Config) -> Config:
    """The settings with those that an engine's own file says, in the project's folder, and ours do not."""
    options = dict(config.options)
    for name in sorted({config.dialect, *config.dialects.values()}):
        if told := _told_elsewhere(config.root, DIALECTS[name].options):
            options[name] = {**told, **options.get(name, {})}
    return replace(config, options=options)


def _told_elsewhere(folder: Path, rows: Iterable[Option]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for option in rows:
        file, key = option.elsewhere or ("", "")
        said = _json(folder, file) if file else {}
        if key not in said:
            continue
        if not option.wanted.fits(said[key]):
            raise _Value(key, said[key], Place(file)).wrong(option.wanted.words)
        told[option.name] = said[key]
    return told


def _json(folder: Path, name: str) -> Mapping[str, Any]:
    """What stands in a file of another tool; nothing, where there is none."""
    content = _read(folder, name) if os.path.lexists(folder / name) else None
    try:
        table = json.loads(content) if content else {}
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"not JSON that can be read: {shown_value(str(error))}", Place(name)) from error
    return table if isinstance(table, dict) else {}


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
    values = {_field(key, place): value for key, value in own.items()}
    checked = {key: _CHECKS[key](_Value(key, value, place)) for key, value in values.items()}
    return _apart(Config(folder, name, **checked), place)


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


_KEYS = {
    item.name.replace("_", "-"): item.name for item in fields(Config) if item.name not in ("root", "file")
}


def _field(name: str, place: Place) -> str:
    if name in _KEYS:
        return _KEYS[name]
    raise ConfigError(f"unknown key {shown_value(name)}; {_hint(name, _KEYS)}", place)


def _hint(name: str, known: Collection[str]) -> str:
    """What else may have been meant by a key that nobody knows."""
    near = get_close_matches(name.replace("_", "-"), known, n=1, cutoff=0.5)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known) or 'none'}"


@dataclass(frozen=True, slots=True)
class _Value:
    """A value on trial."""

    name: str
    value: Any
    place: Place

    def wrong(self, wanted: str) -> ConfigError:
        key = self.name.replace("_", "-")
        return ConfigError(f"{shown_value(key)} must be {wanted}, not {shown_value(self.value)}", self.place)


def _text(value: _Value) -> str:
    if not isinstance(value.value, str):
        raise value.wrong("a string")
    return value.value


def _truth(value: _Value) -> bool:
    if not isinstance(value.value, bool):
        raise value.wrong("true or false")
    return value.value


def _texts(value: _Value) -> tuple[str, ...]:
    if not isinstance(value.value, list) or not all(isinstance(one, str) for one in value.value):
        raise value.wrong("a list of strings")
    return tuple(value.value)


def _patterns(value: _Value) -> tuple[str, ...]:
    lines = _texts(value)
    for line in lines:
        try:
            Patterns([line])
        except PatternError as error:
            message = f"{value.name!r} has a pattern that means nothing, {shown_value(line)}: {error}"
            raise ConfigError(message, value.place) from error
    return lines


def _folder(value: _Value) -> str:
    path = PurePosixPath(_text(value))
    if path.is_absolute() or ".." in path.parts or "\\" in str(path) or "\0" in str(path):
        raise value.wrong("a folder within the project")
    if any(map(is_hidden, path.parts)):
        raise value.wrong("a folder that is not hidden")
    return str(path)


def _one_of(*choices: str) -> Callable[[_Value], str]:
    def check(value: _Value) -> str:
        if value.value not in choices:
            near = get_close_matches(str(value.value), choices, n=1)
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            raise value.wrong(f"one of {', '.join(map(repr, choices))}{hint}")
        return str(value.value)

    return check


_LOCALE = re.compile(r"[a-zA-Z]{2,8}(?:[-_@][a-zA-Z0-9]{1,8})*\Z")


def locale_name(name: str) -> bool:
    """Whether ``name`` looks like a locale, and so may name a folder."""
    return _LOCALE.match(name) is not None


def _locale(value: _Value) -> str:
    if not locale_name(_text(value)):
        raise value.wrong("a locale, such as 'en' or 'pt_BR'")
    return canonical(_text(value))


def _locales(value: _Value) -> tuple[str, ...]:
    names = _texts(value)
    if not all(locale_name(name) for name in names):
        raise value.wrong("a list of locales, such as ['fr', 'pt_BR']")
    return tuple(dict.fromkeys(canonical(name) for name in names))


def _dialects(value: _Value) -> dict[str, str]:
    if not isinstance(value.value, dict):
        raise value.wrong("a table of patterns and dialects")
    check = _one_of(*DIALECTS)
    _patterns(replace(value, value=list(value.value)))
    return {
        pattern: check(_Value(f"dialects.{pattern}", dialect, value.place))
        for pattern, dialect in value.value.items()
    }


def _options(value: _Value) -> dict[str, dict[str, Any]]:
    if not isinstance(value.value, dict) or not all(isinstance(one, dict) for one in value.value.values()):
        raise value.wrong("a table with a table for each dialect")
    check = _one_of(*DIALECTS)
    return {
        check(_Value("options", name, value.place)): _options_of(name, table, value.place)
        for name, table in value.value.items()
    }


def _options_of(dialect: str, table: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """The options of one dialect, each as its row says."""
    rows = {option.name: option for option in DIALECTS[dialect].options}
    for key, value in table.items():
        if key not in rows:
            raise ConfigError(f"unknown option {shown_value(key)} of {dialect}; {_hint(key, rows)}", place)
        if not rows[key].wanted.fits(value):
            raise _Value(f"options.{dialect}.{key}", value, place).wrong(rows[key].wanted.words)
    return dict(table)


def _target_patterns(value: _Value) -> tuple[str, ...]:
    patterns = _texts(value)
    found = [re.fullmatch(r"[^\[\]]*\[([^\[\]]*)\][^\[\]]*", one) for one in patterns]
    if not all(one and "{locale}" in one[1] for one in found):
        raise value.wrong("a list of patterns such as '/[{locale}/]'")
    if len(patterns) > _MOST_TARGETS or any(len(one) > _LONGEST_TARGET for one in patterns):
        few = f"at most {_MOST_TARGETS} patterns of at most {_LONGEST_TARGET} characters"
        raise value.wrong(f"{few}, for each is held against each target")
    return patterns


_MOST_TARGETS, _LONGEST_TARGET = 20, 200


_CHECKS: Mapping[str, Callable[[_Value], Any]] = {
    "source": _folder,
    "include": _patterns,
    "exclude": _patterns,
    "source_locale": _locale,
    "locales": _locales,
    "catalogs": _folder,
    "output": _folder,
    "dialect": _one_of(*DIALECTS),
    "dialects": _dialects,
    "front_matter": _texts,
    "flavour": _one_of(*FLAVOURS),
    "breaks": _truth,
    "options": _options,
    "references": _one_of("file", "line"),
    "memory": _one_of("fill", "fuzzy", "off"),
    "localised_targets": _target_patterns,
    "check": lambda value: read_check_table(value.value, value.place),
}
