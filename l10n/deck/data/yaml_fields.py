"""The strings of YAML, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from l10n.deck.data.field import Field
from l10n.deck.data.scalars import LOOSE, YamlBlock, YamlFlow
from l10n.regex import regex

_PLAIN_KEY = regex(r"[\w-]+")


def yaml_fields(inner: str, *, plain_keys: bool, loose: re.Pattern[str] | None = None) -> list[Field] | None:
    """The strings of a YAML mapping, or of a list; None if it is none, or lacks ``plain_keys`` it must have.

    Of keys that ``loose`` matches the rest of the line is the value.
    """
    import yaml

    taken = {one.start: one for one in _loose_fields(inner, loose)} if loose else {}
    for one in taken.values():
        inner = f"{inner[: one.start]}{'x' * (one.end - one.start)}{inner[one.end :]}"

    try:
        node = yaml.compose(inner, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(node, yaml.MappingNode):
        is_list = isinstance(node, yaml.SequenceNode) and not plain_keys
        return list(_strings(node, inner)) if is_list else None
    if plain_keys and not all(_PLAIN_KEY.fullmatch(str(key.value)) for key, _ in node.value):
        return None
    return [
        taken[one.start]._replace(path=one.path) if one.start in taken else one
        for one in _strings(node, inner)
    ]


def wrong_line(text: str) -> int:
    """The 1-based line from which on a text is no YAML of one document; the first, if that says nothing."""
    import yaml

    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line + 1 if error.problem_mark else 1
    except (yaml.YAMLError, ValueError, RecursionError):
        return 1
    return 1


def _loose_fields(inner: str, loose: re.Pattern[str]) -> Iterator[Field]:
    """The values that are no YAML, or none of that meaning, and the rest of a line."""
    for match in loose.finditer(inner):
        end = inner.find("\n", match.end())
        raw = inner[match.end() : len(inner) if end < 0 else end].rstrip()
        value = LOOSE.read(raw) if raw and raw[0] not in LOOSE.signs else None
        if value is not None and value == value.strip():
            yield Field(match.end(), match.end() + len(raw), (), LOOSE, value)


def _strings(top: Any, inner: str) -> Iterator[Field]:
    waiting: list[tuple[tuple[str, ...], Any]] = [((), top)]
    met: set[int] = set()
    while waiting:
        path, node = waiting.pop()
        if id(node) in met or len(path) > _DEEPEST:  # it is an alias, or too deep for any pattern
            continue
        met.add(id(node))
        if node.id == "scalar":
            if field := _string(path, node, inner):
                yield field
        elif node.id == "mapping":
            waiting += [((*path, str(key.value)), value) for key, value in node.value if key.id == "scalar"]
        else:
            waiting += [((*path, str(index)), value) for index, value in enumerate(node.value)]


_DEEPEST = 20


def _string(path: tuple[str, ...], node: Any, inner: str) -> Field | None:
    start, end = node.start_mark.index, node.end_mark.index
    if node.tag != "tag:yaml.org,2002:str" or inner[start : start + 1] in ("&", "!"):
        return None  # what has a name is said elsewhere, too
    if node.style in ("|", ">"):
        return _block(path, node, inner)
    quoting = YamlFlow(mark=node.style or "")
    value = str(node.value)
    fits = value == value.strip() and ("\n" not in value or node.style == '"')
    if not fits or quoting.read(inner[start:end]) != value:
        return None
    return Field(start, end, path, quoting, value)


def _block(path: tuple[str, ...], node: Any, inner: str) -> Field | None:
    header = inner.find("\n", node.start_mark.index) + 1
    lines = inner[header : node.end_mark.index].rstrip(" \n")
    start = header + len(lines) - len(lines.lstrip(" \n"))
    indent = inner[inner.rfind("\n", 0, start) + 1 : start]
    quoting = YamlBlock(indent=indent, folded=node.style == ">")
    raw, value = inner[start : header + len(lines)], str(node.value).strip("\n")
    if quoting.read(raw) != value or quoting.read(quoting.write(value)) != value or not value:
        return None
    return Field(start, header + len(lines), path, quoting, value)
