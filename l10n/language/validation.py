"""Tables of settings: which keys one may have, and what each value must be, for us and for editors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from l10n.errors import ConfigError, Place
from l10n.language.toml import shown_value

_NEAR = 0.5
"""How alike a key or a choice must be to what is written, to be meant by it."""


class Value(NamedTuple):
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


T = TypeVar("T")
Read = Callable[[Value], T]
"""Gives a value as it is used; raises ``ConfigError`` if it is not what it must be."""


class Check(Generic[T]):
    """What a value must be."""

    def __init__(self, read: Read[T], schema: Mapping[str, Any]) -> None:
        """``schema`` is the same as JSON Schema says it, as far as it can."""
        self.read = read
        self.schema = schema

    def __call__(self, value: Value) -> T:
        """The value as it is used; ``ConfigError`` if it is not what it must be."""
        return self.read(value)


def accepts(**schema: Any) -> Callable[[Read[T]], Check[T]]:
    """Makes a check of a function, with what JSON Schema says of the values it takes."""
    return lambda read: Check(read, schema)


class Setting:
    """A key of a table of settings."""

    def __init__(self, check: Check[Any], meaning: str, default: Any = None, otherwise: str = "") -> None:
        """``meaning`` is Markdown without links; ``otherwise`` is what holds without it, if no value does."""
        self.check = check
        self.meaning = meaning
        self.default = default
        self.otherwise = otherwise

    def __call__(self, value: Value) -> Any:
        """As its check."""
        return self.check(value)


def table_schema(settings: Mapping[str, Setting]) -> dict[str, Any]:
    """What JSON Schema says of a table with these keys, and no others."""
    properties = {key: _described(setting) for key, setting in settings.items()}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _described(setting: Setting) -> dict[str, Any]:
    default = {} if setting.default is None else {"default": setting.default}
    return {"description": setting.meaning, **setting.check.schema, **default}


def read_table(table: Value, checks: Mapping[str, Read[Any]]) -> dict[str, Any]:
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
    from difflib import get_close_matches  # which only a slip waits for

    return next(iter(get_close_matches(name, known, n=1, cutoff=_NEAR)), "")


@accepts(type="string")
def string(value: Value) -> str:
    """A string."""
    if not isinstance(value.content, str):
        raise value.wrong("a string")
    return value.content


def boolean_as(wanted: str) -> Check[bool]:
    """A check for a boolean, which messages call so."""

    @accepts(type="boolean")
    def check(value: Value) -> bool:
        if not isinstance(value.content, bool):
            raise value.wrong(wanted)
        return value.content

    return check


boolean = boolean_as("true or false")


def strings_as(wanted: str) -> Check[tuple[str, ...]]:
    """A check for a list of strings, which messages call by what they mean."""

    @accepts(type="array", items=string.schema)
    def check(value: Value) -> tuple[str, ...]:
        if not isinstance(value.content, list) or not all(isinstance(one, str) for one in value.content):
            raise value.wrong(wanted)
        return tuple(value.content)

    return check


strings = strings_as("a list of strings")


def one_of(*choices: str) -> Check[str]:
    """A check for one of these strings."""

    @accepts(enum=list(choices))
    def check(value: Value) -> str:
        if value.content not in choices:
            near = _nearest(str(value.content), choices) if isinstance(value.content, str) else ""
            hint = f" (did you mean {near!r}?)" if near else ""
            raise value.wrong(f"one of {', '.join(map(repr, choices))}{hint}")
        return str(value.content)

    return check
