"""Outline lines in presenter notes: ``:EN:- text`` beside ``:FR:- texte`` are pairs ready for use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from l10n.catalog import DOUBTFUL, Catalog, Entry
from l10n.language import spellings
from l10n.regex import regex

_LINE = regex(r":([A-Za-z_-]{2,10}):[ \t]*+(?:[-*][ \t]*+)?(.*\S)[ \t]*\Z")


def outline_pairs(text: str, source_locale: str, locale: str) -> dict[str, str]:
    """From text to translation; a block of lines counts if it has as many in one language as in the other."""
    ours, theirs = ({name.casefold() for name in spellings(code)} for code in (source_locale, locale))
    pairs: dict[str, str] = {}
    for block in _blocks(text):
        one = [said for name, said in block if name in ours]
        other = [said for name, said in block if name in theirs]
        if len(one) == len(other):
            pairs.update(zip(one, other, strict=True))
    return pairs


def with_outline(catalog: Catalog, found: Iterable[Mapping[str, str]]) -> Catalog:
    """Messages without a translation take that of an outline line with the same text, to be looked at."""
    known = dict(chain.from_iterable(pairs.items() for pairs in found))

    def offered(entry: Entry) -> Entry:
        if entry.msgstr or entry.obsolete or known.get(entry.msgid, entry.msgid) == entry.msgid:
            return entry
        comments = (*entry.comments, f"{DOUBTFUL}it comes from an outline line in the notes")
        return entry._replace(msgstr=known[entry.msgid], fuzzy=True, comments=comments, lines=())

    return replace(catalog, entries=tuple(map(offered, catalog.entries)))


def _blocks(text: str) -> Iterator[list[tuple[str, str]]]:
    """Neighbouring outline lines: language and text of each."""
    block: list[tuple[str, str]] = []
    for line in re.split(r"\r\n|\n|\r", text):
        match = _LINE.match(line)
        if match:
            block.append((match[1].casefold(), match[2]))
        elif line.strip() and block:
            yield block
            block = []
    yield block
