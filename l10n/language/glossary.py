"""The terms of a locale: how they are translated, how not, and what stays as it is."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import StringIO
from typing import Any, NamedTuple

from l10n.errors import ConfigError, Place
from l10n.language import term_forms
from l10n.language.term_forms import Index
from l10n.language.toml import parse_toml, shown_value
from l10n.language.validation import (
    Read,
    Value,
    boolean_as,
    read_table,
    refuse_unknown,
    string,
    strings,
)

_REMEMBERED = 1024
"""For how many texts their terms are remembered, so that several rules may ask."""


class Term(NamedTuple):
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


class Match(NamedTuple):
    """Where a term stands in a composed text."""

    start: int
    end: int
    term: Term


class Forbidden(NamedTuple):
    """A word that is forbidden everywhere."""

    term: int
    """The number of its term."""
    place: int
    """Its own within the term."""
    word: str


@dataclass(frozen=True)
class Glossary:
    """All terms of a locale."""

    terms: tuple[Term, ...] = ()
    copies: frozenset[str] = frozenset()
    """Texts, as settings list them, whose translation may be the same."""

    @cached_property
    def _ranked(self) -> dict[str, tuple[int, Term]]:
        """By form: its term, and which comes first of several at one place: the longest."""
        with_source = sorted((term for term in self.terms if term.source), key=lambda term: -len(term.source))
        ranked: dict[str, tuple[int, Term]] = {}
        for rank, term in enumerate(with_source):
            for form in term_forms.forms(term.source):
                ranked.setdefault(form, (rank, term))
        return ranked

    @cached_property
    def _forms(self) -> Index:
        return Index(self._ranked)

    @cached_property
    def _find(self) -> Callable[[str], tuple[Match, ...]]:
        return lru_cache(_REMEMBERED)(lambda prose: tuple(self._matches(term_forms.normal(prose))))

    def _matches(self, text: str) -> Iterator[Match]:
        """Terms in a composed text from left to right, none within another, and none within a name."""
        flat, offsets = term_forms.flat(text)
        last = 0
        for at, start in term_forms.starts(flat, offsets):
            found = self._first(flat, at) if at >= last else None
            if found:
                last, term = found
                if not term_forms.in_name(text, start, offsets[last], term.source):
                    yield Match(start, offsets[last], term)

    def _first(self, flat: str, start: int) -> tuple[int, Term] | None:
        """Where the term ends that begins there, and no word goes on, and which it is."""
        ends = ((start + len(form), *self._ranked[form]) for form in self._forms.at(flat, start))
        whole = [one for one in ends if not term_forms.is_word(flat[one[0] : one[0] + 1])]
        if not whole:
            return None
        end, _, term = min(whole, key=lambda one: one[1])
        return end, term

    def found(self, prose: str) -> list[Term]:
        """The terms whose source stands in ``prose``, each once; of overlapping ones the longest."""
        return list(dict.fromkeys(match.term for match in self._find(prose))) if self._ranked else []

    def without_kept(self, prose: str) -> str:
        """``prose`` without the terms that are not translated; nothing of a text that may be copied."""
        if self.copies and not self.copies.isdisjoint((prose, prose.strip(_AROUND))):
            return ""
        kept = [match for match in self._find(prose) if match.term.keep] if self._ranked else []
        if not kept:
            return prose
        text = term_forms.normal(prose)
        starts = [0, *(match.end for match in kept)]
        ends = [*(match.start for match in kept), len(text)]
        return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))

    @cached_property
    def _forbidden(self) -> dict[str, list[Forbidden]]:
        """By what they begin with: words that are forbidden everywhere."""
        words: dict[str, list[Forbidden]] = {}
        for number, term in enumerate(self.terms):
            for place, word in enumerate(() if term.source else term.forbidden):
                words.setdefault(term_forms.beginning(word), []).append(Forbidden(number, place, word))
        return words

    @cached_property
    def _beginnings(self) -> Index:
        return Index(self._forbidden)

    def forbidden_in(self, text: str, *, spaced: bool) -> Iterator[Forbidden]:
        """What may stand in a composed text of all that is forbidden everywhere, for its words begin there.

        Without blanks between words they begin anywhere.
        """
        if not self._forbidden:
            return
        flat, offsets = term_forms.flat(text)
        places = (at for at, _ in term_forms.starts(flat, offsets)) if spaced else range(len(flat))
        begun = dict.fromkeys(one for at in places for one in self._beginnings.at(flat, at))
        for beginning in begun:
            yield from self._forbidden[beginning]


_AROUND = " \t\n\x00*_~.,:;!?[]()"
"""What may stand around a listed text, and makes no difference."""


def parse_glossary(text: str, path: str) -> Glossary:
    """The glossary in a file's ``text``; ``path`` tells CSV from TOML, and is named in errors.

    Raises ``ConfigError`` with the line of the term if a key is unknown, a value of a wrong type, or a term
    without meaning.
    """
    read = _csv if path.lower().endswith(".csv") else _toml
    return Glossary(tuple(_term(table, Place(path, line)) for line, table in read(text, path)))


def _toml(text: str, path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    whole = Value("", parse_toml(text, path), Place(path))
    found = read_table(whole, {"term": _tables}).get("term", [])
    heads = [
        line for line, head in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*term\s*\]\]", head)
    ]
    return zip(heads if len(heads) == len(found) else [0] * len(found), found, strict=True)


def _tables(value: Value) -> list[Mapping[str, Any]]:
    if not isinstance(value.content, list) or not all(isinstance(term, dict) for term in value.content):
        raise ConfigError(f"{value.name!r} must be written as tables: [[{value.name}]]", value.place)
    return value.content


def _csv(text: str, path: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    reader = csv.DictReader(StringIO(text.removeprefix("\ufeff")), restkey="", strict=True)
    try:
        refuse_unknown(Value("", reader.fieldnames, Place(path, 1)), reader.fieldnames or (), _CHECKS)
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
    term = Term(**read_table(Value("", table, place), _CHECKS))
    if not term.source and (term.preferred or term.keep or not term.forbidden):
        raise ConfigError("a term needs 'source', or else only 'forbidden' (and 'note')", place)
    if term.source and not (term.preferred or term.forbidden or term.keep):
        raise ConfigError(
            f"say of {shown_value(term.source)} what is 'preferred' or 'forbidden', or 'keep' it", place
        )
    if term.keep and term.preferred:
        raise ConfigError(
            f"{shown_value(term.source)} cannot both 'keep' and have 'preferred' translations", place
        )
    return term


_LONGEST, _LONGEST_NOTE, _PREFERRED = 200, 2000, 50


def _word(value: Value) -> str:
    return _short(value, string(value))


def _note(value: Value) -> str:
    return _short(value, string(value), longest=_LONGEST_NOTE)


def _words(value: Value) -> tuple[str, ...]:
    words = strings(value)
    if not all(word.strip() for word in words):
        raise value.wrong("a list of strings")
    for word in words:
        _short(value, word)
    return words


def _preferred(value: Value) -> tuple[str, ...]:
    words = _words(value)
    if len(words) > _PREFERRED:
        message = f"{value.name!r} has more than {_PREFERRED} translations; name those to write"
        raise ConfigError(message, value.place)
    return words


def _short(value: Value, text: str, longest: int = _LONGEST) -> str:
    """A text that is longer is no term, and would cost much wherever it is looked for, or told of."""
    if len(text) > longest:
        message = f"{value.name!r} has more than {longest} characters, {shown_value(text)}; make it shorter"
        raise ConfigError(message, value.place)
    return text


_CHECKS: Mapping[str, Read[Any]] = {
    "source": _word,
    "preferred": _preferred,
    "forbidden": _words,
    "keep": boolean_as("true or false (in CSV also yes or no)"),
    "note": _note,
}
