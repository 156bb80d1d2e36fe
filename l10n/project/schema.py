"""The settings as JSON Schema, for editors; made from their own tables."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from l10n.dialects import DIALECTS, Option
from l10n.language import Setting, table_schema
from l10n.project.config import OWN_FILE
from l10n.project.settings import SETTINGS
from l10n.system import Changed, Room

_NAME = "schema.json"
SHIPPED = Path(__file__).with_name(_NAME)
"""What ``as_json`` gives, as it comes with the package: no run waits for all dialects to be loaded."""
LINE = f"#:schema .l10n/{_NAME}"
"""What tells editors that know taplo, such as Even Better TOML, where it is."""


def as_json() -> str:
    """The schema of ``l10n.toml``, as draft 7, which is what editors of TOML read."""
    table = table_schema(SETTINGS)
    table["properties"]["options"] |= _options()
    told = {"title": OWN_FILE, "description": "How l10n finds, translates and checks the decks of a project"}
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **told, **table}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _options() -> dict[str, Any]:
    rows = {name: DIALECTS[name].options for name in DIALECTS}
    tables = {name: _table(options) for name, options in rows.items() if options}
    return {"additionalProperties": False, "properties": tables}


def _table(options: Iterable[Option]) -> dict[str, Any]:
    return table_schema({one.name: Setting(one.check, one.meaning, one.default) for one in options})


def lay_out(room: Room) -> None:
    """Put the schema where the line in the settings says that it is."""
    content, before = SHIPPED.read_bytes(), room.read(_NAME)
    if before != content:
        with suppress(Changed):  # by an editor, or by hand: it is written again by the next run
            room.put(_NAME, content, before)
