"""The lines of one entry, sorted by what they are; the strings in them are left as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from l10n.po_format import revived

_STRING = re.compile(r'\s*+(?:(msg[a-z_]+(?:\[\d\])?)\s*+)?"(.*)"\s*+\Z', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MEANINGS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(frozen=True, slots=True)
class EntryLines:
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
        said = (line.lstrip("#").removeprefix(" ") for line in self.comments)
        return tuple(dropwhile(lambda line: not line, said))

    @property
    def previous_key(self) -> tuple[str | None, str] | None:
        """``msgctxt`` and ``msgid`` that the translation was made for, if those were others."""
        values = strings(self.previous)
        return (values.get("msgctxt"), values["msgid"]) if "msgid" in values else None

    def joined(self) -> list[str]:
        """All lines in order."""
        flags = [f"#, {', '.join(self.flags)}"] if self.flags else []
        before = (*self.comments, *self.extracted, *self.references, *flags, *self.previous)
        return [*before, *self.source, *self.translation]


def sort_lines(lines: Sequence[str]) -> EntryLines:
    """The lines of an entry, live or obsolete, by what they are."""
    found: dict[str, list[str]] = {name: [] for name in _NAMES}
    name = "source"
    for line in (line.strip() for line in revived(lines)):
        if line.startswith("#"):
            found[_MARKS.get(line[:2], "comments")].append(line)
        elif line:
            name = "translation" if line.startswith("msgstr") else "source" if line[0] == "m" else name
            found[name].append(line)
    flags = (flag.strip() for line in found.pop("flags") for flag in line[2:].split(","))
    sorted_lines = {name: tuple(lines) for name, lines in found.items()}
    return EntryLines(**sorted_lines, flags=tuple(dict.fromkeys(filter(None, flags))))


_MARKS = {"#.": "extracted", "#:": "references", "#,": "flags", "#|": "previous"}
_NAMES = ("comments", *_MARKS.values(), "source", "translation")


def strings(lines: Iterable[str]) -> dict[str, str]:
    """The values of strings by their keyword, ``msgid`` for one; lines of previous strings do, too."""
    pieces: dict[str, list[str]] = {}
    keyword = ""
    for line in lines:
        match = _STRING.match(line.removeprefix("#|"))
        if match:
            keyword = match[1] or keyword
            pieces.setdefault(keyword, []).append(match[2])
    return {keyword: unescaped("".join(parts)) for keyword, parts in pieces.items()}


def unescaped(text: str) -> str:
    """What stands between quotes in a file, as the text that it means."""
    return _ESCAPE.sub(lambda match: _MEANINGS.get(match[1], match[1]), text) if "\\" in text else text
