"""The settings of checks: ``[tool.l10n.check]``, and a table for each locale in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from l10n.language import (
    Setting,
    Value,
    accepts,
    boolean,
    canonical,
    one_of,
    read_table,
    strings_as,
    table_schema,
)
from l10n.project.severity import Severity

NO_BREAK_SPACES = ("any", "U+00A0", "U+202F", "by-mark")
"""Which no-break spaces are right: both; one of them; or the narrow one before marks where it is usual."""


class CheckConfig(NamedTuple):
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
    options: Mapping[str, str] = {}
    """What single families go by; ``true`` is ``"true"``."""
    locales: Mapping[str, Mapping[str, Any]] = {}
    """By locale: what differs there."""

    def of(self, locale: str) -> CheckConfig:
        """What holds in a locale."""
        own = dict(self.locales.get(canonical(locale), {}))
        options = {**self.options, **own.pop("options", {})}
        return self._replace(**own, options=options, locales={})


def _by_field(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings as ``CheckConfig`` has them: what is no field of it is an option."""
    known = {name.replace("_", "-"): name for name in CheckConfig._fields}
    own = {known[key]: value for key, value in settings.items() if key in known}
    return {**own, "options": {key: value for key, value in settings.items() if key not in known}}


@accepts(type="number", minimum=0, maximum=100)
def _percentage(value: Value) -> float:
    number = value.content
    if not isinstance(number, int | float) or isinstance(number, bool) or not 0 <= number <= 100:
        raise value.wrong("a percentage from 0 to 100")
    return number


@accepts(**boolean.schema)
def _switch(value: Value) -> str:
    return str(boolean(value)).lower()


_names = strings_as("a list of rules, families or severities")
_OF_A_LOCALE: Mapping[str, Setting] = {
    "select": Setting(_names, "list of rules, families or severities to look for", otherwise="all"),
    "ignore": Setting(_names, "list of those to leave out", default=[]),
    "fail-on": Setting(one_of(*map(str, Severity)), "the least severity that fails", default="error"),
    "fail-under": Setting(_percentage, "percentage of words that must be translated", otherwise="none"),
    "copies": Setting(
        strings_as("a list of texts"),
        "list of texts whose translation may be the same: names, and what is no word",
        default=[],
    ),
    "no-break-space": Setting(
        one_of(*NO_BREAK_SPACES),
        "French: which one goes before `: ; ! ?` and inside guillemets: `U+00A0`, `U+202F`, `any` "
        "of both, or "
        "U+202F before `; ! ?` and U+00A0 elsewhere (`by-mark`)",
        default="any",
    ),
    "typographic-quotes": Setting(
        _switch,
        "report straight quotes also where translations have no habit of others: those of CLDR belong there",
        default=False,
    ),
    "house-style": Setting(
        _switch,
        "typography that a catalog disregards throughout counts as its style, and is not reported",
        default=True,
    ),
}


@accepts(type="object", additionalProperties=table_schema(_OF_A_LOCALE))
def _locales(value: Value) -> dict[str, dict[str, Any]]:
    if not isinstance(value.content, dict):
        raise value.wrong("a table of locales")
    return {
        canonical(name): _by_field(read_table(value.inner(name, table), _OF_A_LOCALE))
        for name, table in value.content.items()
    }


SETTINGS: Mapping[str, Setting] = {
    **_OF_A_LOCALE,
    "locales": Setting(_locales, "tables by locale, of the same keys, for that one only", otherwise="none"),
}
"""Each key, as the file writes it."""


@accepts(**table_schema(SETTINGS))
def check_settings(table: Value) -> CheckConfig:
    """The settings in a table of a configuration; ``ConfigError`` names the key that is wrong."""
    return CheckConfig(**_by_field(read_table(table, SETTINGS)))
