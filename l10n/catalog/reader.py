"""Catalogs, read from their files: values and lines of each entry, or what is wrong and where.

One grammar, which is gettext's, says what a catalog is; what is plain is found sooner, and is the same.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence, Set
from dataclasses import replace

from l10n.catalog.contexts import Key
from l10n.catalog.grammar import Placed, read_entries
from l10n.catalog.lines import lines_of
from l10n.catalog.model import Catalog, Entry, msgid_at
from l10n.catalog.plain import read_keys, read_plain, read_translations
from l10n.errors import CatalogError, DuplicateError, Place
from l10n.regex import regex

_CHARSET = regex(r'"Content-Type:[^"\n]*charset=([^\\"\s]+)', re.IGNORECASE)
_HEADER = 10_000
"""In so many bytes a header has ended."""
_UTF8 = frozenset({"UTF-8", "UTF8", "ASCII", "US-ASCII", "CHARSET"})


def load(content: bytes, shown: str) -> Catalog:
    """The catalog in a file with that content, which messages call ``shown``.

    Raises ``CatalogError`` where it is not UTF-8, not a PO file, or has a message twice.
    """
    text = _decoded(content, shown)
    lines = lines_of(text)
    placed = read_plain(text, lines, shown)
    if placed is None:
        placed = read_entries(lines, shown)
    entries = [entry for _, entry in placed]
    if not entries or (entries[0].key, entries[0].obsolete) != ((None, ""), False):
        raise CatalogError('it does not begin with a header (msgid ""); restore it', Place(shown, 1))
    _refuse_duplicates(placed, shown)
    header, *others = entries
    last, entry = placed[-1]
    return Catalog(header.lines, tuple(others), tuple(lines[last + len(entry.lines) :]))


def load_translations(content: bytes, shown: str) -> Catalog:
    """The same without header, and of plain entries only what tells a translation; raises what it raises."""
    text = _decoded(content, shown)
    entries = read_translations(text, shown) or []
    begins = [(entry.key, entry.obsolete) for entry in entries[:1]] == [((None, ""), False)]
    if begins and len({entry.key for entry in entries}) == len(entries):
        return Catalog(entries=tuple(entries[1:]))
    return load(content, shown)


def load_head(content: bytes, shown: str) -> tuple[Catalog, Set[Key]]:
    """The same without entries, and the keys of those that are not obsolete; raises what ``load`` raises."""
    text = _decoded(content, shown)
    found = read_keys(text)
    if found is None:
        catalog = load(content, shown)
        return replace(catalog, entries=(), tail=()), catalog.by_key.keys()
    end, keys = found
    return Catalog(tuple(lines_of(text[:end]))), keys


def _decoded(data: bytes, shown: str) -> str:
    if data.startswith(codecs.BOM_UTF8):
        raise CatalogError("it begins with a byte order mark; save it as UTF-8 without BOM", Place(shown, 1))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "this is UTF-16; convert the file with `iconv -f UTF-16 -t UTF-8`"
        raise CatalogError(message, Place(shown, 1))
    # Read as Latin-1, any file is a text, and its header is what it is.
    charset = _CHARSET.search(data[:_HEADER].decode("latin-1"))
    if charset and charset[1].upper() not in _UTF8:
        place = Place(shown, data.count(b"\n", 0, charset.start()) + 1)
        message = f"the charset is {charset[1]}; convert the file with `msgconv -t UTF-8`"
        raise CatalogError(message, place)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(shown, data.count(b"\n", 0, error.start) + 1)
        message = (
            f"byte 0x{data[error.start]:02x} is not UTF-8; if an editor saved the file as Latin-1, "
            "convert it with `iconv -f ISO-8859-1 -t UTF-8`"
        )
        raise CatalogError(message, place) from error


def _refuse_duplicates(placed: Sequence[Placed], shown: str) -> None:
    if len({entry.key for _, entry in placed}) == len(placed):
        return
    seen: dict[Key, int] = {}
    for index, (_, entry) in enumerate(placed):
        first = seen.setdefault(entry.key, index)
        if first == index or _harmless_twins(placed[first][1], entry):
            continue
        message = f"this message is already on line {_line(*placed[first])}; remove one of the two"
        if not first:
            message = "this is a second header; remove one of the two"
        raise DuplicateError(message, Place(shown, _line(*placed[index])))


def _line(start: int, entry: Entry) -> int:
    """The number of the line with its ``msgid``."""
    return 1 + start + msgid_at(entry.lines)


def _harmless_twins(one: Entry, other: Entry) -> bool:
    """Whether nothing is lost if only the translation that they have between them stays.

    Merging branches leaves such twins: an obsolete entry, and its text that has come back without it.
    """
    return (one.obsolete or other.obsolete) and (
        one.msgstr == other.msgstr or not (one.msgstr if other.obsolete else other.msgstr)
    )
