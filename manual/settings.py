"""The page of settings, from their own tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from l10n.dialects import DIALECTS
from l10n.language import Setting
from l10n.project.check_config import SETTINGS as CHECKS
from l10n.project.settings import SETTINGS

_HEAD = """# Settings

In `l10n.toml`, or in `pyproject.toml` under `[tool.l10n]`; the nearest one above the current folder counts.
This page is made from the tables that settings are read by: `make reference`.

`l10n init` writes the first `l10n.toml`. Its line `#:schema .l10n/schema.json` tells editors that know taplo,
such as Even Better TOML in VS Code, where the schema of settings is: they complete keys, show what each
means, and mark what is wrong. Every command that writes keeps that file up to the version that runs; in a
fresh clone it is there from the first `l10n sync` on.

"""
_CHECK = """
## Checks

A table `[check]` in `l10n.toml`, `[tool.l10n.check]` in `pyproject.toml`: what `l10n check` looks for and
asks for; the command line comes first. A table `[check.locales.fr]` holds the same keys, for that locale
only. [Checks](checks.md) lists the rules.

"""
_OPTIONS = """
## Of one engine

A table each, `[options.reveal]`; [engines](dialects.md) says more of them.

"""
_TABLE = "| key | value | default | meaning |\n| --- | --- | --- | --- |\n"


def page() -> str:
    """``docs/settings.md``."""
    options = "".join(_options())
    return f"{_HEAD}{_table(SETTINGS)}{_CHECK}{_table(CHECKS, 'check.')}{_OPTIONS}{_TABLE}{options}"


def _table(settings: Mapping[str, Setting], before: str = "") -> str:
    return _TABLE + "".join(_row(before + key, one) for key, one in settings.items())


def _options() -> Iterator[str]:
    for name in DIALECTS:
        for one in DIALECTS[name].options:
            yield _row(f"options.{name}.{one.name}", Setting(one.check, one.meaning, one.default))


def _row(key: str, one: Setting) -> str:
    default = one.otherwise or f"`{json.dumps(one.default, ensure_ascii=False)}`"
    cells = (f"`{key}`", _value(one.check.schema), default, one.meaning)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _value(schema: Mapping[str, Any]) -> str:
    """What of a schema a reader needs to write a value."""
    if "enum" in schema:
        return ", ".join(f"`{json.dumps(one)}`" for one in schema["enum"])
    if "anyOf" in schema:
        return ", ".join(map(_value, schema["anyOf"]))
    return _TYPES[schema["type"]]


_TYPES = {
    "array": "list of strings",
    "boolean": "`true`, `false`",
    "number": "number",
    "object": "table",
    "string": "string",
}
