"""A stretch of YAML or TOML, read: what of it is for translators, and what must stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from l10n.deck.data.field import Field
from l10n.deck.data.json_fields import json_fields
from l10n.deck.data.page_texts import page_texts
from l10n.deck.data.r_strings import r_fields
from l10n.deck.data.scalars import YamlBlock
from l10n.deck.data.skeleton import skeleton
from l10n.deck.data.svg_texts import svg_texts
from l10n.deck.data.toml_fields import toml_fields
from l10n.deck.data.yaml_fields import wrong_line, yaml_fields
from l10n.deck.model import Kind
from l10n.dialects import Data
from l10n.regex import regex

_LONGEST = 8_000
"""Characters of a stretch in which messages are looked for."""


_LONGEST_FILE = 100_000
_NO_DATA = (
    "it is neither JSON nor YAML of one document, a mapping or a list; mend it, or name it in no pattern"
)
_EMPTY = regex(r"(?:[ \t]*(?:#.*)?\n)*[ \t]*(?:#.*)?")
"""Of YAML: nothing but comments."""


class Fault(NamedTuple):
    """Why a file cannot be read, and in which line."""

    message: str
    line: int


class ReadData(NamedTuple):
    """A stretch of data, read."""

    start: int
    end: int
    fields: tuple[Field, ...]
    """Values that are one message."""
    documents: tuple[Field, ...]
    """Values that are Markdown of several."""
    rest: str
    """All but those, and which they are: what a translation must not change."""
    untold: tuple[tuple[int, int], ...] = ()
    """Text that people read, and that no message can hold."""
    fault: Fault | None = None
    """Why a file cannot be read that is nothing else."""

    @property
    def is_page(self) -> bool:
        """Whether it is the page around a deck."""
        return any(field.kind is Kind.PAGE for field in self.fields)

    @property
    def keys(self) -> frozenset[str]:
        """The keys at the top that have a message as their value."""
        return frozenset(field.path[0] for field in self.fields if len(field.path) == 1)


def read_data(text: str, data: Data) -> ReadData | None:
    """A stretch of ``text`` with its values that are prose.

    None if it cannot be read, and the engine reads what stands there.
    """
    low, high = data.inner
    found = values_of(text[low:high], data._replace(start=0, end=0, inner=(0, 0)))
    if found is None:
        return None
    fields, documents = ([one.moved(low) for one in some] for some in (found.fields, found.documents))
    placed = sorted((*fields, *documents))
    ends = [data.start, *(at for one in placed for at in (one.start, one.end)), data.end]
    gaps = [text[start:end] for start, end in list(pairwise(ends))[::2]]
    rest = found.kept or "\0".join([*gaps, *(repr(one.path) for one in placed)])
    untold = tuple((low + start, low + end) for start, end in found.untold)
    return ReadData(data.start, data.end, tuple(fields), tuple(documents), rest, untold, found.fault)


class _Found(NamedTuple):
    fields: tuple[Field, ...]
    documents: tuple[Field, ...]
    untold: tuple[tuple[int, int], ...] = ()
    kept: str = ""
    """What a translation must not change, if that is not all around the values."""
    fault: Fault | None = None


@lru_cache(64)
def values_of(inner: str, data: Data) -> _Found | None:
    """The values in a stretch without its fences; None if it may be something else, and cannot be read."""
    if read := _BY_LANGUAGE.get(data.language):
        return read(inner, data)
    patterns = [one.keys for one in data.prose]
    if len(inner) > _LONGEST or (data.sure and not _may_match(inner, patterns)):
        return _Found((), ()) if data.sure else None
    found = _strings(inner, data)
    if found is None:
        return _Found((), ()) if data.sure else None
    documents = {
        one for one in _matching(found, (one.keys for one in data.prose if one.document)) if _is_document(one)
    }
    fields = _matching(found, patterns)
    return _Found(tuple(one for one in fields if one not in documents), tuple(sorted(documents)))


def _of_page(inner: str, data: Data) -> _Found:  # noqa: ARG001
    texts, others = page_texts(inner)
    return _Found(texts, (), others, skeleton(inner))


def _of_drawing(inner: str, data: Data) -> _Found:  # noqa: ARG001
    texts, others, kept = svg_texts(inner)
    return _Found(texts, (), others, kept)


def _of_file(inner: str, data: Data) -> _Found:
    """The values of a file of YAML or JSON; one that is neither is a fault, whatever it holds."""
    if len(inner) > _LONGEST_FILE:
        too_long = f"it has more than {_LONGEST_FILE:,} characters; name it in no pattern, and it is copied"
        return _Found((), (), fault=Fault(too_long, 1))
    found = json_fields(inner)
    found = yaml_fields(inner, plain_keys=False) if found is None else found
    if found is None and _EMPTY.fullmatch(inner):
        return _Found((), ())
    if found is None:
        return _Found((), (), kept="\0", fault=Fault(_NO_DATA, wrong_line(inner)))
    named = [one._replace(kind=Kind(data.named)) for one in found]
    return _Found(tuple(_matching(named, [one.keys for one in data.prose])), ())


def _of_r(raw: str, data: Data) -> _Found:
    """One string, which is in a message, or in none."""
    fields = r_fields(raw, data.prose[0].keys)
    told = tuple(one._replace(kind=Kind(data.named)) for one in fields)
    return _Found(told, (), () if told else ((1, len(raw) - 1),))


_BY_LANGUAGE: Mapping[str, Callable[[str, Data], _Found]] = {
    "html": _of_page,
    "svg": _of_drawing,
    "data": _of_file,
    "r": _of_r,
}
"""What is read in a way of its own; all else is front matter, or is like it."""


def _strings(inner: str, data: Data) -> list[Field] | None:
    """Every value that is a string; None if the stretch cannot be read."""
    if data.language == "toml":
        found = toml_fields(inner)
    else:
        found = yaml_fields(inner, plain_keys=not data.sure, loose=data.loose)
    return [one._replace(kind=Kind(data.named)) for one in found] if found is not None else None


def _is_document(field: Field) -> bool:
    return isinstance(field.quoting, YamlBlock) and not field.quoting.folded


def _may_match(inner: str, patterns: Sequence[str]) -> bool:
    """Whether the last part of some pattern stands there at all; most need no parser."""
    lasts = (pattern.rpartition(".")[2] for pattern in patterns)
    return any(set("*?[").intersection(last) or last in inner for last in lasts)


def _matching(found: Iterable[Field], patterns: Iterable[str]) -> list[Field]:
    split = [pattern.split(".") for pattern in patterns]
    return sorted(one for one in found if any(_matches(one.path, pattern) for pattern in split))


def _matches(path: tuple[str, ...], pattern: Sequence[str]) -> bool:
    return len(path) == len(pattern) and all(map(fnmatchcase, path, pattern))
