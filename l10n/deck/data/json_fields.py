"""The strings of JSON, and where they stand."""

from __future__ import annotations

import json
from dataclasses import dataclass

from l10n.deck.data.field import Field
from l10n.deck.data.scalars import Scalar
from l10n.regex import regex

_TOKEN = regex(r'"(?:[^"\\]|\\.)*"|[{}\[\],]|[^\s{}\[\],:"]+')
_SURROGATE = regex("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class JsonString(Scalar):
    """A string of JSON, in its quotes."""

    def read(self, raw: str) -> str | None:
        """The string that ``raw`` is; None if it is none, or has half of a character."""
        try:
            value = json.loads(raw)
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, str) and not _SURROGATE.search(value) else None

    def write(self, text: str, line_end: str = "\n") -> str:  # noqa: ARG002
        """In quotes."""
        return json.dumps(text, ensure_ascii=False)


_JSON = JsonString()


def json_fields(inner: str) -> list[Field] | None:
    """Every value that is a string; None if it is no JSON."""
    try:
        json.loads(inner)
    except (ValueError, RecursionError):
        return None
    fields: list[Field] = []
    path: list[str | int] = []
    for match in _TOKEN.finditer(inner):
        raw = match[0]
        if raw in ("{", "["):
            path.append("" if raw == "{" else 0)
        elif raw in ("}", "]"):
            path.pop()
        elif raw == ",":
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else ""
        elif path and path[-1] == "":
            path[-1] = _JSON.read(raw) or "\0"
        elif raw[0] == '"' and (value := _JSON.read(raw)):
            fields.append(Field(*match.span(), tuple(map(str, path)), _JSON, value))
    return fields
