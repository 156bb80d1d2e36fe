"""The strings of TOML, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from l10n.deck.data.field import Field
from l10n.deck.data.scalars import Toml
from l10n.errors import L10nError
from l10n.language import parse_toml
from l10n.regex import regex

_STRING = "|".join(
    (
        r'"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}',
        r"'''(?:[^']|'{1,2}(?!'))*'{3,5}",
        r'"(?:[^"\\\n]|\\.)*"',
        r"'[^'\n]*+'",
    )
)
_PART = r"(?:[\w-]+|\"[^\"\\\n]*\"|'[^'\n]*')"
_KEY = regex(rf"[ \t]*+({_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=[ \t]*")
_TABLE = regex(r"[ \t]*\[(\[)?[ \t]*([^\[\]\n]+?)[ \t]*\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
_VALUE = regex(_STRING)
_PIECE = regex(rf"{_STRING}|\#[^\n]*|(?P<sign>[\[\]{{}}])|(?P<end>\n)|[^\"'#\[\]{{}}\n]+|.")


def toml_fields(inner: str) -> list[Field] | None:
    """The strings of a TOML document that stand behind a key of their own; None if it is none."""
    try:
        values = parse_toml(inner, "")
    except L10nError:
        return None
    return [field for path, raw in _assignments(inner) if (field := _toml_field(path, raw, values))]


def _assignments(inner: str) -> Iterator[tuple[tuple[str, ...], re.Match[str]]]:
    """The path of each key that has a string, and that."""
    table: tuple[str, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    at = 0
    while at < len(inner):
        if head := _TABLE.match(inner, at):
            table = _table(_parts(head[2]), head[1] is not None, counts)
            at = head.end()
        elif key := _KEY.match(inner, at):
            if value := _VALUE.match(inner, key.end()):
                yield (*table, *_parts(key[1])), value
            at = _next_statement(inner, key.end())
        else:
            end = inner.find("\n", at)
            at = len(inner) if end < 0 else end + 1


def _table(parts: tuple[str, ...], repeated: bool, counts: dict[tuple[str, ...], int]) -> tuple[str, ...]:
    """The path of a table, with the number of each array's last item in it."""
    path: tuple[str, ...] = ()
    for number, part in enumerate(parts, 1):
        path = (*path, part)
        if repeated and number == len(parts):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, str(counts[path]))
    return path


def _parts(key: str) -> tuple[str, ...]:
    pieces = re.findall(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)", key)
    return tuple("".join(piece) for piece in pieces)


def _toml_field(path: tuple[str, ...], value: re.Match[str], values: Mapping[str, Any]) -> Field | None:
    raw = value.group()
    mark = raw[:3] if raw[:3] in ('"""', "'''") else raw[0]
    opening = mark + ("\n" if raw.startswith("\n", len(mark)) else "")
    quoting = Toml(opening=opening)
    said = quoting.read(raw)
    if said is None or said != _value(values, path) or said != said.strip() or not said:
        return None
    return Field(value.start(), value.end(), path, quoting, said)


def _value(values: Any, path: tuple[str, ...]) -> object:
    for part in path:
        if isinstance(values, list):
            values = values[int(part)] if part.isdigit() and int(part) < len(values) else None
        else:
            values = values.get(part) if isinstance(values, dict) else None
    return values


def _next_statement(inner: str, at: int) -> int:
    """Where the line ends that a value ends on."""
    depth = 0
    for piece in _PIECE.finditer(inner, at):
        if piece["sign"]:
            depth += 1 if piece["sign"] in "[{" else -1
        elif piece["end"] and depth <= 0:
            return piece.end()
    return len(inner)
