"""Front matter: its values that are prose, and what a translation must leave as it is.

A real parser says where a value stands, and says so again when something was written: all else must be the
same, byte for byte, and every value in its place must still be a string.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from l10n.deck.quoting import Quoting, Toml, YamlBlock, YamlFlow
from l10n.dialects import Cut, FrontMatter, Slice
from l10n.errors import L10nError
from l10n.language import parse_toml

_LONGEST = 8_000
"""Characters of front matter in which messages are looked for."""
_PLAIN_KEY = re.compile(r"[\w-]+")


class Field(NamedTuple):
    """A value that is prose."""

    start: int
    end: int
    path: tuple[str, ...]
    quoting: Quoting
    msgid: str


@dataclass(frozen=True, slots=True)
class Front:
    """Front matter, read."""

    end: int
    fields: tuple[Field, ...]
    rest: str
    """All but the fields, and which they are: what a translation must not change."""

    def slide(self, cut: Cut) -> int:
        """The slide that the engine takes it for."""
        starts = [marks.start for marks in cut.slides]
        return bisect_right(starts, self.fields[0].start if self.fields else 0) - 1

    @property
    def keys(self) -> frozenset[str]:
        """The keys at the top that have a message as their value."""
        return frozenset(field.path[0] for field in self.fields if len(field.path) == 1)


def read_front_matter(text: str, front: FrontMatter | None, patterns: tuple[str, ...]) -> Front | None:
    """The front matter of ``text`` with the values whose keys match ``patterns``.

    None if there is none, or it cannot be read, and the engine reads what stands there.
    """
    if front is None:
        return None
    low, high = front.inner
    inner = text[low:high]
    fields = fields_of(inner, front.language, patterns, front.sure)
    if fields is None:
        return None
    placed = tuple(one._replace(start=one.start + low, end=one.end + low) for one in fields)
    ends = [0, *(at for one in placed for at in (one.start, one.end)), front.end]
    gaps = [text[start:end] for start, end in list(pairwise(ends))[::2]]
    return Front(front.end, placed, "\0".join([*gaps, *map(repr, (one.path for one in placed))]))


def without_front_matter(cut: Cut, text: str, patterns: tuple[str, ...]) -> tuple[Cut, Front | None]:
    """The cut without Markdown in front matter, which counts as code, and what was read there."""
    front = read_front_matter(text, cut.front, patterns)
    if front is None:
        return cut, None
    for marks in cut.slides[: front.slide(cut) + 1]:
        marks.prose = front.keys
    within = [one for one in cut.slices if one.end <= front.end]
    shown = [str(field.path) for field in front.fields if any(_shows(one, field, text) for one in within)]
    cut.slides[0].code.extend([front.rest, *shown])
    return replace(cut, slices=tuple(one for one in cut.slices if one.end > front.end)), front


def _shows(part: Slice, field: Field, text: str) -> bool:
    """Whether the engine shows some of a value: what it takes for no property."""
    at = part.start
    for start, end in (*part.masks, (part.end, part.end)):
        if text[max(at, field.start) : min(start, field.end)].strip():
            return True
        at = end
    return False


@lru_cache(64)
def fields_of(inner: str, language: str, patterns: tuple[str, ...], sure: bool) -> tuple[Field, ...] | None:
    """The values in front matter without its fences; None if it may be something else, and cannot be read."""
    if len(inner) > _LONGEST or (sure and not _may_match(inner, patterns)):
        return () if sure else None
    found = _toml(inner) if language == "toml" else _yaml(inner, plain_keys=not sure)
    if found is None:
        return () if sure else None
    split = [pattern.split(".") for pattern in patterns]
    return tuple(sorted(one for one in found if _matches(one.path, split)))


def _may_match(inner: str, patterns: Sequence[str]) -> bool:
    """Whether the last part of some pattern stands there at all; most need no parser."""
    lasts = (pattern.rpartition(".")[2] for pattern in patterns)
    return any(set("*?[").intersection(last) or last in inner for last in lasts)


def _matches(path: tuple[str, ...], patterns: Sequence[Sequence[str]]) -> bool:
    return any(len(path) == len(one) and all(map(fnmatchcase, path, one)) for one in patterns)


def _yaml(inner: str, *, plain_keys: bool) -> list[Field] | None:
    """The strings of a YAML mapping; None if it is none, or has other keys than ``plain_keys`` allow."""
    import yaml

    try:
        node = yaml.compose(inner, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(node, yaml.MappingNode):
        return None
    if plain_keys and not all(_PLAIN_KEY.fullmatch(str(key.value)) for key, _ in node.value):
        return None
    return list(_strings(node, inner))


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


_STRING = "|".join(
    (
        r'"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}',
        r"'''(?:[^']|'{1,2}(?!'))*'{3,5}",
        r'"(?:[^"\\\n]|\\.)*"',
        r"'[^'\n]*+'",
    )
)
_PART = r"(?:[\w-]+|\"[^\"\\\n]*\"|'[^'\n]*')"
_KEY = re.compile(rf"[ \t]*+({_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=[ \t]*")
_TABLE = re.compile(r"[ \t]*\[(\[)?[ \t]*([^\[\]\n]+?)[ \t]*\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)
_VALUE = re.compile(_STRING)
_PIECE = re.compile(rf"{_STRING}|\#[^\n]*|(?P<sign>[\[\]{{}}])|(?P<end>\n)|[^\"'#\[\]{{}}\n]+|.")


def _toml(inner: str) -> list[Field] | None:
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
