"""Settings that an engine's own file says, in the project's folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from l10n.dialects import DIALECTS, ENGINES, Option
from l10n.errors import ConfigError, Place
from l10n.language import Value, shown_value

if TYPE_CHECKING:
    from l10n.project.config import Config

Read = Callable[[Path, str], bytes | None]
"""The content of a file in a folder; None if there is none."""


def with_told_elsewhere(config: Config, read: Read) -> Config:
    """The settings with what engines' own files say and ours do not; ``ConfigError`` if that is wrong."""
    options = dict(config.options)
    used = {config.dialect, *config.dialects.values()} if config.dialect else DIALECTS
    for name in sorted(one for one in used if _has_own_file(config.root, one)):
        if told := _told(config.root, DIALECTS[name].options, read):
            options[name] = {**told, **options.get(name, {})}
    return config._replace(options=options)


def _has_own_file(folder: Path, dialect: str) -> bool:
    """Whether there is a file that is its engine's whatever it says; only such a file holds its settings."""
    files = ENGINES[dialect].files if dialect in ENGINES else None
    own = (name for name, mark in (files or {}).items() if not mark)
    return any(os.path.lexists(folder / name) for name in own)


def _told(folder: Path, rows: Iterable[Option], read: Read) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for option in rows:
        file, key = option.elsewhere or ("", "")
        said = _json(folder, file, read) if file else {}
        if key in said:
            told[option.name] = option.check(Value(key, said[key], Place(file)))
    return told


def _json(folder: Path, name: str, read: Read) -> Mapping[str, Any]:
    """What stands in a file of another tool; nothing, where there is none."""
    content = read(folder, name)
    try:
        table = json.loads(content) if content else {}
    except json.JSONDecodeError as error:
        raise ConfigError(
            f"not JSON: {error.msg} (column {error.colno})", Place(name, error.lineno)
        ) from error
    except (ValueError, RecursionError) as error:  # other bytes, or too deep
        raise ConfigError(f"not JSON that can be read: {shown_value(str(error))}", Place(name)) from error
    return table if isinstance(table, dict) else {}
