"""The grammar of lines in catalogs: what is a string, and what the lines of one entry are.

Whoever reads, sorts or writes lines asks here; the strings in them are left as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import dropwhile
from typing import NamedTuple

from l10n.regex import regex

OBSOLETE = "#~"
"""Stands before the strings of an obsolete entry."""
MARK = r"#(?:~|~?\|)"
"""Of an obsolete string, or of a previous one."""
ANY_KEYWORD = r"msg[a-z_]+(?:\[\d\])?"
"""Of gettext, or what a hand made of one."""
TEXT = r'[^"\\\r\n]*+(?:\\[abfnrtv"\\][^"\\\r\n]*+)*'
"""What may stand between quotes."""
_KEYWORD = r"msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?"
SOUND = regex(rf'[ \t]*+(#~[ \t]*+)?({_KEYWORD})?[ \t]*+"({TEXT})"\s*+\Z')
"""A string that is no previous one, as gettext takes it: its mark, keyword and text."""
STRING = regex(
    r"(?:[ \t]*+(?:(?P<obsolete>#~)[ \t]*+)?|\s*+(?P<previous>#~?\|)\s*+)"
    rf'(?:(?P<keyword>{_KEYWORD})?[ \t]*+"(?P<text>{TEXT})"|(?:(?P<word>{ANY_KEYWORD})\s*+)?"(?P<inside>.*)")'
    r"\s*+\Z",
    re.DOTALL,
)
"""A line with a string: gettext takes one with ``text``; one with ``inside`` is broken, as in old files."""
COMMENT = regex(r"\s*+#(?![~|])")
"""How a line begins that is a comment."""
_PIECE = regex(r"(?:[^\\]|\\[^n])*?\\n|(?:[^\\]|\\[^n])+")
_INDENT = " \t"
_ESCAPE = regex(r"\\(.)", re.DOTALL)
_MEANINGS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def lines_of(text: str) -> list[str]:
    """The lines of a text, with their ends: only LF, CRLF and CR are some; ``splitlines`` knows more."""
    lines = text.splitlines(keepends=True)
    if len(lines) == text.count("\n") + (text[-1:] not in ("", "\n")):
        return lines  # each ends with LF or CRLF, as most do
    return StringIO(text, newline="").readlines()


StringLine = tuple[str, str, str]
"""Its mark (``#~``, ``#|``, ``#~|`` or none), its keyword (none where a string goes on), and its text."""


def string_in(line: str) -> StringLine | None:
    """The string in a line, with or without its end, sound or not; None if it has none."""
    if match := SOUND.match(line):
        mark, keyword, text = match.groups("")
        return mark and OBSOLETE, keyword, text
    match = STRING.match(line) if '"' in line and not COMMENT.match(line) else None
    if match is None:
        return None
    obsolete, previous, keyword, text, word, inside = match.groups("")
    return obsolete or previous, keyword or word, text or inside


def pieces(text: str) -> list[str]:
    """What stands between quotes, parted after each line end that it means."""
    return _PIECE.findall(text)


def live(line: str) -> str:
    """A line of an obsolete entry as that of a live one; any other as it is."""
    bare = line.lstrip(_INDENT)
    if bare.startswith("#~|"):
        return "#|" + bare[3:]
    return bare.removeprefix(OBSOLETE).lstrip(_INDENT) if bare.startswith(OBSOLETE) else line


def obsolete(line: str) -> str:
    """A line of a live entry as that of an obsolete one; comments and blank lines as they are."""
    bare = line.lstrip(_INDENT)
    if bare.startswith("#|"):
        return "#~|" + bare[2:]
    return line if bare.startswith("#") or not bare.strip() else f"{OBSOLETE} {bare}"


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
        bare = live(line).strip() if line.startswith(OBSOLETE) else line
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
    return values(one[1:] for one in map(string_in, lines) if one)


def values(written: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The same of keywords, each with what stands between quotes; without one, it goes on with the last."""
    found: dict[str, list[str]] = {}
    texts: list[str] = []
    for keyword, text in written:
        if keyword:
            texts = found[keyword] = []
        texts.append(text)
    return {keyword: unescaped("".join(texts)) for keyword, texts in found.items()}


def unescaped(text: str) -> str:
    """What stands between quotes in a file, as the text that it means."""
    return _ESCAPE.sub(lambda match: _MEANINGS.get(match[1], match[1]), text) if "\\" in text else text
