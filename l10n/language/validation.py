"""Tables of settings: which keys one may have, and what each value must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from l10n.errors import ConfigError, Place
from l10n.language.toml import shown_value

_NEAR = 0.5
"""How alike a key or a choice must be to what is written, to be meant by it."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value on trial."""

    name: str
    """As messages call it; that of a whole file is empty."""
    content: Any
    place: Place

    def inner(self, key: str, content: Any) -> Value:
        """What a table has at ``key``."""
        return Value(f"{self.name}.{key}" if self.name else key, content, self.place)

    def wrong(self, wanted: str) -> ConfigError:
        """The error that says what it must be."""
        message = f"{shown_value(self.name)} must be {wanted}, not {shown_value(self.content)}"
        return ConfigError(message, self.place)


Check = Callable[[Value], Any]
"""Gives a value as it is used; raises ``ConfigError`` if it is not what it must be."""


def read_table(table: Value, checks: Mapping[str, Check]) -> dict[str, Any]:
    """By key, what its check gives; ``ConfigError`` for what is no table, another key, or a wrong value."""
    if not isinstance(table.content, dict):
        raise table.wrong("a table")
    refuse_unknown(table, table.content, checks)
    return {key: checks[key](table.inner(key, content)) for key, content in table.content.items()}


def refuse_unknown(table: Value, keys: Iterable[str], known: Iterable[str]) -> None:
    """``ConfigError``, with the nearest key that is known, if one is not."""
    for key in keys:
        if key not in known:
            near = _nearest(key.replace("_", "-"), known)
            others = f"known are {', '.join(known)}" if known else "its table has no keys"
            hint = f"did you mean {near!r}?" if near else others
            raise ConfigError(f"unknown key {shown_value(table.inner(key, None).name)}; {hint}", table.place)


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, known, n=1, cutoff=_NEAR)), "")


def string(value: Value) -> str:
    """A string."""
    if not isinstance(value.content, str):
        raise value.wrong("a string")
    return value.content


def boolean(value: Value, wanted: str = "true or false") -> bool:
    """A boolean."""
    if not isinstance(value.content, bool):
        raise value.wrong(wanted)
    return value.content


def strings(value: Value, wanted: str = "a list of strings") -> tuple[str, ...]:
    """A list of strings, which messages may call by what they mean."""
    if not isinstance(value.content, list) or not all(isinstance(one, str) for one in value.content):
        raise value.wrong(wanted)
    return tuple(value.content)


def one_of(*choices: str) -> Callable[[Value], str]:
    """A check for one of these strings."""

    def check(value: Value) -> str:
        if value.content not in choices:
            near = _nearest(str(value.content), choices) if isinstance(value.content, str) else ""
            hint = f" (did you mean {near!r}?)" if near else ""
            raise value.wrong(f"one of {', '.join(map(repr, choices))}{hint}")
        return str(value.content)

    return check
