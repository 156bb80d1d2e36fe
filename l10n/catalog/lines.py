"""The lines of one entry, sorted by what they are; the strings in them are left as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile
from typing import NamedTuple

from l10n.catalog.writer import revived

_STRING = re.compile(r'\s*+(?:(msg[a-z_]+(?:\[\d\])?)\s*+)?"(.*)"\s*+\Z', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MEANINGS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


class EntryLines(NamedTuple):
    """An entry as if it were not obsolete: its lines without line ends, in gettext's order."""

    comments: tuple[str, ...] = ()
    """``# ``: what translators say."""
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    """The flags themselves, each once."""
    previous: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    """``msgctxt``, ``msgid`` and ``msgid_plural`` with the lines that continue them."""
    translation: tuple[str, ...] = ()
    """``msgstr``, all of its forms."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What translators say, without the marks, and without empty lines before it."""
        notes = [line.lstrip("#").removeprefix(" ") for line in self.comments]
        return tuple(dropwhile(_is_empty, notes)) if notes else ()

    @property
    def said(self) -> tuple[str, ...]:
        """What was extracted, without the marks, and without empty lines."""
        bare = [line[2:] for line in self.extracted if len(line) > 2]
        return tuple([line[1:] if line[0].isspace() else line for line in bare])

    @property
    def places(self) -> tuple[str, ...]:
        """The references themselves."""
        return tuple([place for line in self.references for place in line[2:].split()])

    @property
    def previous_key(self) -> tuple[str | None, str] | None:
        """``msgctxt`` and ``msgid`` that the translation was made for, if those were others."""
        said = strings(self.previous) if self.previous else {}
        return (said.get("msgctxt"), said["msgid"]) if "msgid" in said else None

    def joined(self) -> list[str]:
        """All lines in order."""
        flags = [f"#, {', '.join(self.flags)}"] if self.flags else []
        before = (*self.comments, *self.extracted, *self.references, *flags, *self.previous)
        return [*before, *self.source, *self.translation]


def _is_empty(line: str) -> bool:
    return not line


def sort_lines(lines: Sequence[str]) -> EntryLines:
    """The lines of an entry, live or obsolete, by what they are."""
    found: dict[str, list[str]] = {}
    name = "source"
    for line in map(str.strip, lines):
        bare = revived([line])[0].strip() if line.startswith("#~") else line
        if bare.startswith("#"):
            found.setdefault(_MARKS.get(bare[:2], "comments"), []).append(bare)
        elif bare:
            name = "translation" if bare.startswith("msgstr") else "source" if bare[0] == "m" else name
            found.setdefault(name, []).append(bare)
    if flags := found.get("flags"):
        every = (flag.strip() for line in flags for flag in line[2:].split(","))
        found["flags"] = list(dict.fromkeys(filter(None, every)))
    return EntryLines(**{name: tuple(lines) for name, lines in found.items()})


_MARKS = {"#.": "extracted", "#:": "references", "#,": "flags", "#|": "previous"}


def strings(lines: Iterable[str]) -> dict[str, str]:
    """The values of strings by their keyword, ``msgid`` for one; lines of previous strings do, too."""
    matches = filter(None, (_STRING.match(line.removeprefix("#|")) for line in lines))
    return values((match[1] or "", match[2]) for match in matches)


def values(pieces: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The same of keywords, each with what stands between quotes; without one, it goes on with the last."""
    found: dict[str, list[str]] = {}
    texts: list[str] = []
    for keyword, text in pieces:
        if keyword:
            texts = found[keyword] = []
        texts.append(text)
    return {keyword: unescaped("".join(texts)) for keyword, texts in found.items()}


def unescaped(text: str) -> str:
    """What stands between quotes in a file, as the text that it means."""
    return _ESCAPE.sub(lambda match: _MEANINGS.get(match[1], match[1]), text) if "\\" in text else text
