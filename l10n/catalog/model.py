"""Catalogs, kept to the byte: an entry that did not change keeps the very lines it had."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from l10n.catalog.contexts import Key, as_in_source, owner_of
from l10n.catalog.fields import header_fields
from l10n.catalog.lines import OBSOLETE, lines_of, sort_lines, string_in, strings
from l10n.catalog.writer import approved, format_entry, retranslated
from l10n.regex import regex


class Entry(NamedTuple):
    """One message and its translation."""

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    fuzzy: bool = False
    obsolete: bool = False
    notes: tuple[str, ...] = ()
    """The translator's own comments (``# ``), one per line."""
    comments: tuple[str, ...] = ()
    """Extracted comments (``#.``), one per line."""
    references: tuple[str, ...] = ()
    """``#:``, as written."""
    previous: Key | None = None
    """``#|``: the message that the translation was made for, if that was another one."""
    lines: tuple[str, ...] = ()
    """As it stands in the file: line ends and the blank lines before it included. Empty if it is new."""

    @property
    def key(self) -> Key:
        """What tells it apart."""
        return self.msgctxt, self.msgid

    @property
    def translated(self) -> bool:
        """Whether its translation may be published."""
        return bool(self.msgstr) and not self.fuzzy and not self.obsolete


_LINE = regex(r":\d+$")
"""What of a reference does not name the file."""


@dataclass(frozen=True)
class Catalog:
    """A PO file: its header as it stands, and its entries."""

    header: tuple[str, ...] = ()
    """The lines of the header entry and the comments before it, line ends included."""
    entries: tuple[Entry, ...] = ()
    tail: tuple[str, ...] = ()
    """What follows the last entry."""

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """The header's fields."""
        return header_fields(strings(sort_lines(self.header).translation).get("msgstr", ""))

    @cached_property
    def by_key(self) -> dict[Key, Entry]:
        """Entries that are not obsolete."""
        return {entry.key: entry for entry in self.entries if not entry.obsolete}

    @cached_property
    def places_by_key(self) -> dict[Key, int]:
        """Which of the entries each live one is."""
        return {entry.key: at for at, entry in enumerate(self.entries) if not entry.obsolete}

    @cached_property
    def apart(self) -> dict[str, dict[Key, int]]:
        """By owner: which entries are its messages that stand apart, as these are called in the source."""
        found: dict[str, dict[Key, int]] = {}
        for key, at in self.places_by_key.items():
            owner = owner_of(key) if key[0] else None
            if owner is not None:
                found.setdefault(owner, {})[as_in_source(key)] = at
        return found

    @cached_property
    def only_in(self) -> dict[str, list[Key]]:
        """By file: the live entries whose references name that one only, as they are called in the source."""
        found: dict[str, list[Key]] = {}
        for key, entry in self.by_key.items():
            names = files_of(entry)
            if len(names) == 1:
                found.setdefault(names.pop(), []).append(as_in_source(key))
        return found

    @cached_property
    def msgid_lines(self) -> tuple[int, ...]:
        """For each entry, the 1-based line of its ``msgid`` in ``render()``."""
        return tuple(line for _, line in self.places())

    @cached_property
    def newline(self) -> str:
        """The line end that the file uses."""
        return "\r\n" if self.header and self.header[0].endswith("\r\n") else "\n"

    def render(self) -> str:
        """The file's text."""
        parts: list[str] = []
        chunks = (entry.lines or (self._written(entry),) for entry in self.entries)
        for lines in (self.header, *chunks, self.tail):
            if lines and parts and not parts[-1].endswith(("\n", "\r")):
                parts.append(self.newline)  # the file's last line had no end, and is no longer last
            parts += lines
        return "".join(parts)

    def lines_by_key(self) -> dict[Key, int]:
        """For each live entry, the 1-based line of its ``msgid`` in ``render()``."""
        return {entry.key: line for entry, line in self.places() if not entry.obsolete}

    def lines_of(self, keys: Container[Key]) -> dict[Key, int]:
        """The same for those of ``keys`` only."""
        found: dict[Key, int] = {}
        at = 1 + len(self.header)
        for entry, lines in zip(self.entries, self._chunks(), strict=True):
            if not entry.obsolete and entry.key in keys:
                found[entry.key] = at + msgid_at(lines)
            at += len(lines)
        return found

    def places(self) -> Iterator[tuple[Entry, int]]:
        """Each entry, obsolete ones too, with the 1-based line of its ``msgid`` in ``render()``."""
        at = 1 + len(self.header)
        for entry, lines in zip(self.entries, self._chunks(), strict=True):
            yield entry, at + msgid_at(lines)
            at += len(lines)

    def _chunks(self) -> Iterator[Sequence[str]]:
        for entry in self.entries:
            yield entry.lines or self.formatted(entry)

    def formatted(self, entry: Entry) -> list[str]:
        """The lines of a new entry, line ends and the blank line before it included."""
        return lines_of(self._written(entry))

    def _written(self, entry: Entry) -> str:
        lines = format_entry(
            msgctxt=entry.msgctxt,
            msgid=entry.msgid,
            msgstr=entry.msgstr,
            notes=entry.notes,
            comments=entry.comments,
            references=entry.references,
            fuzzy=entry.fuzzy,
            previous=entry.previous,
        )
        return self.newline.join(("", *lines, ""))

    def with_translations(self, translations: Mapping[Key, str]) -> Catalog:
        """The catalog with other translations of live entries; every other byte of it stays."""
        entries = tuple(
            one._replace(msgstr=new, lines=tuple(retranslated(one.lines, new)))
            if not one.obsolete and (new := translations.get(one.key, one.msgstr)) != one.msgstr
            else one
            for one in self.entries
        )
        return replace(self, entries=entries)

    def approving(self, key: Key) -> Catalog:
        """The catalog with a live entry that is fuzzy no more; every other byte of it stays."""
        entry = self.by_key[key]
        lines = tuple(approved(entry.lines))
        return self.with_entry(entry._replace(fuzzy=False, previous=None, lines=lines))

    def with_approved(self, translations: Mapping[Key, str]) -> Catalog:
        """The catalog with translations of live entries, fuzzy no more; every other byte of it stays."""
        catalog = self.with_translations(translations)
        for key in translations.keys() & self.by_key.keys():
            catalog = catalog.approving(key)
        return catalog

    def with_entry(self, entry: Entry) -> Catalog:
        """The catalog with this entry, to the byte, instead of the live one of its key."""
        entries = (entry if not one.obsolete and one.key == entry.key else one for one in self.entries)
        return replace(self, entries=tuple(entries))

    def with_field(self, name: str, value: str) -> Catalog:
        """The catalog with another value of a header field; every other byte of the header stays."""
        pattern = re.compile(rf'(?<="{re.escape(name)}: )[^"\\]*')
        header = tuple(pattern.sub(lambda _: value, line) for line in self.header)
        return replace(self, header=header)


def file_of(place: str) -> str:
    """The file that a reference names."""
    return _LINE.sub("", place)


def files_of(entry: Entry) -> set[str]:
    """The files that its references name."""
    return set(map(file_of, entry.references))


_MSGID = (("", "msgid"), (OBSOLETE, "msgid"))


def msgid_at(lines: Sequence[str]) -> int:
    """Which of an entry's lines is that of its ``msgid``, live or obsolete."""
    for number, line in enumerate(lines):
        string = string_in(line) if "msgid" in line else None
        if string and string[:2] in _MSGID:
            return number
    return 0


def has_translation(data: bytes) -> bool:
    """Whether a catalog's bytes hold more than empty entries; true, too, for what is no catalog."""
    return b'msgstr ""' not in data or bool(_FILLED.search(data, data.index(b'msgstr ""') + 1))


_FILLED = regex(rb'msgstr(?:\[\d\])? *"(?:[^"\n]|"\r?\n(?:#~ *)?")')
