"""The terms of a locale: how they are translated, how not, and what stays as it is."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from io import StringIO
from typing import Any

from l10n import terms, toml
from l10n.errors import ConfigError, Place

_REMEMBERED = 1024
"""For how many texts their terms are remembered, so that several rules may ask."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the source language, and what to do with it."""

    source: str = ""
    """As it stands in the source; empty if ``forbidden`` holds everywhere."""
    preferred: tuple[str, ...] = ()
    """One of them must be in the translation."""
    forbidden: tuple[str, ...] = ()
    """None of them may be in the translation."""
    keep: bool = False
    """The term is not translated."""
    note: str = ""
    """For readers, added to what is reported."""


@dataclass(frozen=True)
class Glossary:
    """All terms of a locale."""

    terms: tuple[Term, ...] = ()
    copies: frozenset[str] = frozenset()
    """Texts, as settings list them, whose translation may be the same."""

    @cached_property
    def _with_source(self) -> list[Term]:
        """The longest first, so that what holds for a part of one does not count within it."""
        return sorted((term for term in self.terms if term.source), key=lambda term: -len(term.source))

    @cached_property
    def _sources(self) -> re.Pattern[str]:
        each = "|".join(f"({terms.in_source(term.source)})" for term in self._with_source)
        return re.compile(f"{terms.START}(?:{each}){terms.END}", re.IGNORECASE)

    @cached_property
    def _beginnings(self) -> re.Pattern[str]:
        """Finds quickly that no term is there."""
        first = {re.escape(terms.normal(term.source)[:2].lower()) for term in self._with_source}
        return re.compile(f"{terms.START}(?:{'|'.join(sorted(first))})")

    @cached_property
    def _find(self) -> Callable[[str], list[Term]]:
        return lru_cache(_REMEMBERED)(self._found)

    def _found(self, prose: str) -> list[Term]:
        text = terms.normal(prose)
        if not self._with_source or not self._beginnings.search(text.lower()):
            return []
        pairs = (
            (match, self._with_source[(match.lastindex or 1) - 1]) for match in self._sources.finditer(text)
        )
        return list(dict.fromkeys(term for match, term in pairs if not terms.in_name(match, term.source)))

    def found(self, prose: str) -> list[Term]:
        """The terms whose source stands in ``prose``, each once; of overlapping ones the longest."""
        return self._find(prose) if self._with_source else []

    def without_kept(self, prose: str) -> str:
        """``prose`` without the terms that are not translated; nothing of a text that may be copied."""
        if self.copies and not self.copies.isdisjoint((prose, prose.strip(_AROUND))):
            return ""
        for term in self.found(prose):
            if term.keep:
                whole = f"{terms.START}{terms.in_source(term.source)}{terms.END}"
                prose = re.sub(whole, " ", prose, flags=re.IGNORECASE)
        return prose

    @cached_property
    def forbidden(self) -> tuple[Term, ...]:
        """The terms that are forbidden everywhere."""
        return tuple(term for term in self.terms if not term.source)


_AROUND = " \t\n\x00*_~.,:;!?[]()"
"""What may stand around a listed text, and makes no difference."""


def parse(text: str, path: str) -> Glossary:
    """The glossary in a file's ``text``; ``path`` tells CSV from TOML, and is named in errors.

    Raises ``ConfigError`` with the line of the term if a key is unknown, a value of a wrong type, or a term
    without meaning.
    """
    read = _csv if path.lower().endswith(".csv") else _toml
    return Glossary(tuple(_term(table, Place(path, line)) for line, table in read(text, path)))


def _toml(text: str, path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    tables = toml.parse(text, path)
    _known(tables, ("term",), Place(path))
    found = tables.get("term", [])
    if not isinstance(found, list) or not all(isinstance(term, dict) for term in found):
        raise ConfigError("'term' must be written as tables: [[term]]", Place(path))
    heads = [
        line for line, head in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*term\s*\]\]", head)
    ]
    return zip(heads if len(heads) == len(found) else [0] * len(found), found, strict=True)


def _csv(text: str, path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    reader = csv.DictReader(StringIO(text.removeprefix("\ufeff")), restkey="", strict=True)
    try:
        _known(reader.fieldnames or (), tuple(_CHECKS), Place(path, 1))
        for row in reader:
            if "" in row:
                raise ConfigError("more cells than columns", Place(path, reader.line_num))
            yield reader.line_num, {name: _cell(name, row[name] or "") for name in row}
    except csv.Error as error:
        raise ConfigError(f"not CSV: {error}", Place(path, reader.line_num)) from error


def _cell(name: str, text: str) -> Any:
    if name == "keep":
        return {"": False, "no": False, "false": False, "yes": True, "true": True}.get(
            text.strip().lower(), text
        )
    if name in ("preferred", "forbidden"):
        return [part.strip() for part in text.split("|") if part.strip()]
    return text.strip()


def _term(table: Mapping[str, Any], place: Place) -> Term:
    _known(table, tuple(_CHECKS), place)
    values: dict[str, Any] = {}
    for name, value in table.items():
        if not _CHECKS[name](value):
            raise ConfigError(f"{name!r} must be {_WANTED[name]}, not {toml.shown(value)}", place)
        values[name] = tuple(value) if isinstance(value, list) else value
    term = Term(**values)
    if not term.source and (term.preferred or term.keep or not term.forbidden):
        raise ConfigError("a term needs 'source', or else only 'forbidden' (and 'note')", place)
    if term.source and not (term.preferred or term.forbidden or term.keep):
        raise ConfigError(
            f"say of {toml.shown(term.source)} what is 'preferred' or 'forbidden', or 'keep' it", place
        )
    if term.keep and term.preferred:
        raise ConfigError(
            f"{toml.shown(term.source)} cannot both 'keep' and have 'preferred' translations", place
        )
    return term


def _known(names: Iterable[str], known: tuple[str, ...], place: Place) -> None:
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            raise ConfigError(f"unknown key {toml.shown(name)}; {hint}", place)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


_CHECKS = {
    "source": _is_text,
    "preferred": _is_texts,
    "forbidden": _is_texts,
    "keep": _is_bool,
    "note": _is_text,
}
_WANTED = {
    "source": "a string",
    "preferred": "a list of strings",
    "forbidden": "a list of strings",
    "keep": "true or false (in CSV also yes or no)",
    "note": "a string",
}
