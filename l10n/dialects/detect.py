"""Which engine a deck is written for: told by certain marks, never guessed.

What a file declares in its front matter comes before what stands in its text, and that before the files
beside it. Where marks of one strength are of several engines, none of them is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from l10n.dialects.engines import ENGINES, Engine, Sign
from l10n.dialects.front_matter import find_front_matter
from l10n.regex import regex


class Mark(NamedTuple):
    """One certain mark, where it stands."""

    engine: Engine
    shown: str
    line: int = 0
    """1-based; 0 where it stands in another file."""
    file: str = ""
    """The name of that file."""
    also: frozenset[str] = frozenset()
    """Engines of which it may be, too."""
    options: tuple[tuple[str, str], ...] = ()
    """Of the engine's dialect, as that file has them."""

    @property
    def what(self) -> str:
        """The mark without its line, so that decks with the same one are told together."""
        named = f"`{self.shown}`" if self.shown else ""
        return " in ".join(part for part in (named, self.file) if part)

    def __str__(self) -> str:
        """The mark with its line, if it stands in the deck."""
        return f"line {self.line}: {self.what}" if self.line else self.what

    def allows(self, dialect: str) -> bool:
        """Whether a deck in that dialect may have it."""
        return dialect == self.engine.name or dialect in self.also


def marks_in(text: str) -> tuple[Mark, ...]:
    """The first mark of each engine: those of front matter, if there are some, else those of the text."""
    text = text.removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    front = find_front_matter(text)
    yaml = text[slice(*front.inner)] if front and front.language == "yaml" else ""
    keys = _top_level(yaml)
    declared = tuple(_declared(keys)) or tuple(_in_page(text, front.end if front else 0))
    return declared or tuple(_written(_without_code(text, front.end if front and keys else 0)))


def marks_beside(path: str, contents: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks in files that stand beside a deck or above it, by their names; see ``NAMES_BESIDE``."""
    ending = PurePosixPath(path).suffix
    return tuple(
        Mark(engine, match.group(), file=name)
        for engine in ENGINES.values()
        if ending in engine.endings
        for name, pattern in (engine.files or {}).items()
        if name in contents and (match := re.search(pattern, contents[name]))
    )


def certain(marks: Sequence[Mark]) -> Mark | None:
    """The mark of the only engine whose decks may have all of them; None if there is no such engine."""
    fitting = [mark for mark in marks if all(other.allows(mark.engine.name) for other in marks)]
    return fitting[0] if len(fitting) == 1 else None


def _declared(keys: Mapping[str, tuple[int, str]]) -> Iterator[Mark]:
    """By engine the first key that tells it."""
    for engine in ENGINES.values():
        for key in engine.keys:
            line, value = keys.get(key.name, (0, ""))
            match = re.search(key.value, value) if line and (not key.beside or key.beside in keys) else None
            if match:
                yield Mark(engine, f"{key.name}: {match[match.lastindex or 0]}".removesuffix(": "), line)
                break


_LIQUID = (
    r"\{%-?\s*comment\b(?:(?!\{%-?\s*(?:end)?comment\b)[\s\S])*\{%[^{}]*%\}"
    r"|\{%(?!-?\s*comment\b)(?:[^{}%]|%(?!\}))*%\}|\{\{[^{}]*\}\}"
)
_PAGE = regex(
    rf"\s*(?:(?:<(?:!--(?:(?!-->)[\s\S])*--|\?[^>]*)>|{_LIQUID})\s*)*"
    r"<(?:(?:!doctype\s+html|html|head|body)\b"
    r"|section\b[^>]*?\sdata-markdown\b|textarea\b[^>]*?\sid=[\"']?source\b)",
    re.IGNORECASE,
)
"""How a page begins, or what stands in one for a generator of pages, which lays the rest around it.

Comments and what such a generator runs (Liquid) may stand before that.
"""


def _in_page(text: str, start: int) -> Iterator[Mark]:
    """By engine the tag that holds a deck, if the text is a page, behind its front matter."""
    for engine in ENGINES.values() if _PAGE.match(text, start) else ():
        places = engine.decks_in(text)
        if found := next((one for one in places if text[one.start : one.end].strip()), None):
            at = found.element[0]
            yield Mark(engine, text[at : text.index(">", at) + 1], text.count("\n", 0, at) + 1)


_COMMENT = regex(r"(?:(?<=[ \t])|^)#.*", re.MULTILINE)
_KEY = regex(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+|$)(.*)")


def _top_level(front: str) -> dict[str, tuple[int, str]]:
    """By key: its line, the fence being the first, and its value with the lines below, without comments."""
    found: dict[str, tuple[int, list[str]]] = {}
    last: list[str] = []
    for number, line in enumerate(_COMMENT.sub("", front).split("\n"), 2):
        match = _KEY.match(line)
        if match:
            last = [match[2]]
            found[match[1]] = number, last
        else:
            last.append(line)
    return {key: (number, "\n".join(lines).strip()) for key, (number, lines) in found.items()}


def _written(text: str) -> Iterator[Mark]:
    """By engine its first sign in a text."""
    for engine in ENGINES.values():
        found = [(match, sign.also) for sign in engine.signs if (match := _search(sign, text))]
        if found:
            match, also = min(found, key=lambda one: one[0].start(1))
            line = text.count("\n", 0, match.start(1)) + 1
            yield Mark(engine, match[1], line, also=frozenset(also))


def _search(sign: Sign, text: str) -> re.Match[str] | None:
    match = re.search(sign.pattern, text, re.MULTILINE) if sign.holds in text else None
    return None if match and sign.unless and re.search(sign.unless, text, re.MULTILINE) else match


_FENCE = regex(r"[ \t]*(`{3,}|~{3,})")
_INLINE = regex(r"(?<!`)(`++)[^`\n]++\1(?!`)")


def _without_code(text: str, start: int) -> str:
    """The text, with nothing of its lines up to ``start``, of code in it, and of what is indented as code."""
    lines = ["" for _ in range(text.count("\n", 0, start))]
    fence = ""
    for line in text[start:].split("\n"):
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence:
            closes = match and match[1].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
            lines.append("")
        elif match:
            fence = match[1]
            lines.append("")
        else:
            bare = _INLINE.sub("", line) if "`" in line else line
            lines.append("" if line.startswith(("    ", "\t")) else bare)
    return "\n".join(lines)
