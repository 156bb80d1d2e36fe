"""The settings of checks: ``[tool.l10n.check]``, and a table for each locale in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from l10n.errors import ConfigError, Place
from l10n.language import canonical, shown_value
from l10n.project.severity import Severity

NO_BREAK_SPACES = ("any", "U+00A0", "U+202F", "by-mark")
"""Which no-break spaces are right: both; one of them; or the narrow one before marks where it is usual."""


@dataclass(frozen=True, slots=True)
class CheckConfig:
    """What is checked, and what is asked for."""

    select: tuple[str, ...] = ()
    """Rules, families or severities; none for all rules."""
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    """The least severity of a finding that fails the check."""
    fail_under: float | None = None
    """The percentage of words that must be translated."""
    copies: tuple[str, ...] = ()
    """Texts whose translation may be the same: names, and what is no word."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What single families go by; ``true`` is ``"true"``."""
    locales: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By locale: what differs there."""

    def of(self, locale: str) -> CheckConfig:
        """What holds in a locale."""
        own = dict(self.locales.get(canonical(locale), {}))
        options = {**self.options, **own.pop("options", {})}
        return replace(self, **own, options=options, locales={})


def read_check_table(table: Any, place: Place) -> CheckConfig:
    """The settings in a table of a configuration; ``ConfigError`` names the key that is wrong."""
    values = _values("check", table, place)
    own = values.pop("locales", {})
    if not isinstance(own, dict):
        raise _wrong("check.locales", "a table of locales", own, place)
    locales = {canonical(name): _values(f"check.locales.{name}", one, place) for name, one in own.items()}
    return CheckConfig(**values, locales=locales)


def _values(where: str, table: Any, place: Place) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise _wrong(where, "a table", table, place)
    values: dict[str, Any] = {}
    options: dict[str, str] = {}
    for name, value in table.items():
        if name == "locales" and where == "check":
            values["locales"] = value
            continue
        check, wanted = _known(where, name, place)
        if not check(value):
            raise _wrong(f"{where}.{name}", wanted, value, place)
        if name in _OPTIONS:
            options[name] = str(value).lower() if isinstance(value, bool) else value
        else:
            values[name.replace("-", "_")] = tuple(value) if isinstance(value, list) else value
    return {**values, "options": options} if options else values


Check = tuple[Callable[[Any], bool], str]


def _known(where: str, name: str, place: Place) -> Check:
    known = {**_CHECKS, **_OPTIONS}
    if name in known:
        return known[name]
    near = get_close_matches(name.replace("_", "-"), known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
    raise ConfigError(f"unknown key {shown_value(f'{where}.{name}')}; {hint}", place)


def _wrong(key: str, wanted: str, value: Any, place: Place) -> ConfigError:
    return ConfigError(f"{shown_value(key)} must be {wanted}, not {shown_value(value)}", place)


def _is_percentage(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


_SWITCH: Check = (_is_switch, "true or false")
_NAMES: Check = (_are_texts, "a list of rules, families or severities")
_CHECKS: Mapping[str, Check] = {
    "select": _NAMES,
    "ignore": _NAMES,
    "fail-on": ([*map(str, Severity)].__contains__, f"one of {', '.join(map(repr, map(str, Severity)))}"),
    "fail-under": (_is_percentage, "a percentage from 0 to 100"),
    "copies": (_are_texts, "a list of texts"),
}
_OPTIONS: Mapping[str, Check] = {
    "no-break-space": (NO_BREAK_SPACES.__contains__, f"one of {', '.join(map(repr, NO_BREAK_SPACES))}"),
    "typographic-quotes": _SWITCH,
    "house-style": _SWITCH,
}
"""What families of rules take, each with what it must be."""
KEYS = (*_CHECKS, *_OPTIONS, "locales")
"""All keys, as the configuration writes them."""
