"""What every dialect hands to the parser: slides, and the Markdown documents they are made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from l10n.dialects.data import Data

Refuses = Callable[[str, str], str | None]
"""Given a message and its translation: why that cannot stand there; None if it can."""


class Lines(NamedTuple):
    """The lines of a document, and where each begins in the view.

    A line that the engine puts together of several stretches begins behind the view: these follow there.
    """

    lines: list[str]
    starts: list[int]
    stretches: list[tuple[int, int]]
    """Ranges of the view; one behind the other, they are what such lines hold."""


class Slice(NamedTuple):
    """A stretch of the view that the engine gives to its Markdown renderer as one document."""

    start: int
    end: int
    masks: tuple[tuple[int, int], ...] = ()
    """Ranges within that are not Markdown; they are left out, and separate what is around them."""
    slide: int = 0
    """Index of the slide it belongs to (steps belong to the slide that they continue)."""
    in_notes: bool = False
    in_class: bool = False
    joints: frozenset[int] = frozenset()
    """Where those masks begin of which nothing is left at all: what stands around one is one line."""
    holes: tuple[tuple[int, int], ...] = ()
    """Lines within where the engine puts the text of another slide: they stay by themselves; in order."""
    code: tuple[tuple[int, int], ...] = ()
    """Ranges within that are code to the engine, whatever its renderer makes of them; in order."""
    fillings: tuple[tuple[int, int], ...] = ()
    """Ranges within that are read elsewhere, such as the text of a comment; in order.

    They stay within their lines, and whatever stands there the document is the same.
    """
    indent: int = 0
    """Columns that its lines are deeper than the document is, marks of quotes among them."""
    refuses: Refuses | None = None
    """Why a text cannot stand there that could in a document of its own."""
    shows_mask: bool = False
    """Whether the engine shows what is masked first: then it drops no blanks behind that."""

    def lines(self, text: str) -> Lines:
        """The document's lines; a masked range is one blank line, or a part of one."""
        found = self._masked(text) if self.masks else self._lines(text, self.start, self.end)
        if not self.indent:
            return found
        lines, starts, stretches = found
        depths = [min(self.indent, len(line) - len(line.lstrip(" >"))) for line in lines]
        lines = [line[depth:] for line, depth in zip(lines, depths, strict=True)]
        return Lines(lines, [start + depth for start, depth in zip(starts, depths, strict=True)], stretches)

    def _masked(self, text: str) -> Lines:
        found = self._lines(text, self.start, self.masks[0][0])
        lines, starts, _ = found
        for (start, end), (following, _) in pairwise((*self.masks, (self.end, self.end))):
            more, where, _ = self._lines(text, end, following)
            if start in self.joints:
                _join(found, len(text), more, where)
            else:
                lines.append("")
                starts.append(start)
            lines += more
            starts += where
        if self.shows_mask:
            lines[0] = FILLER
        return found

    def _lines(self, text: str, start: int, end: int) -> Lines:
        lines = "".join(self._filled(text, start, end)).split("\n")
        return Lines(lines, list(accumulate([start, *(len(line) + 1 for line in lines[:-1])])), [])

    def _filled(self, text: str, start: int, end: int) -> Iterator[str]:
        """A stretch with fillers, one a character, so that all else stands where it did."""
        at = start
        for low, high in self.fillings[bisect_left(self.fillings, (start, start)) :]:
            if low >= end:
                break
            yield text[at:low]
            yield _FILLED.sub(lambda match: match[1] or FILLER * len(match[0]), text[low:high])
            at = high
        yield text[at:end]


def _join(found: Lines, behind: int, more: list[str], where: list[int]) -> None:
    """Make the last line found and the first of more one line; ``behind`` is where the view ends."""
    lines, starts, stretches = found
    head, tail = lines.pop(), more.pop(0)
    start, following = starts.pop(), where.pop(0)
    if head and tail:
        if start < behind:
            stretches.append((start, start + len(head)))
            start = behind + sum(end - begin for begin, end in stretches) - len(head)
        stretches.append((following, following + len(tail)))
    lines.append(head + tail)
    starts.append(start if head else following)


FILLER = "\x1a"
"""Stands for a character that says nothing of its document: the substitute of ASCII."""
_FILLED = re.compile(r"(\n[ \t>]*)|[^\n]+")
"""The marks of containers stay, at the start of lines."""
_FILLERS = re.compile(rf"{FILLER}(?:[\s>]*{FILLER})*")


def without_fillings(source: str) -> str:
    """A document, or some of one, in which the length of what is read elsewhere is not seen."""
    return _FILLERS.sub(FILLER, source) if FILLER in source else source


Fact = tuple[str, object]
"""What no translation may change on a slide: in a word for people, and as a value to compare."""


@dataclass(slots=True)
class SlideMarks:
    """The engine's own structure of one slide or step, gathered while scanning; dialects add to it."""

    start: int
    continued: bool = False
    end: int = 0
    properties: list[tuple[str, str]] = field(default_factory=list)
    prose: frozenset[str] = frozenset()
    """Keys of properties whose values are messages."""
    notes: int = 0
    """How many times presenter notes begin."""
    code: list[str] = field(default_factory=list)
    """What the engine takes for code, or for settings, verbatim."""

    @property
    def classes(self) -> list[str]:
        """The names that the author gives to parts of the slide."""
        return []

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What no translation may change, besides blocks."""
        return (
            ("the slide's properties (write a no-break space before a colon)", self.kept_properties),
            ("the presenter notes", self.notes),
            ("the code blocks or the front matter", self.code),
        )

    @property
    def kept_properties(self) -> list[tuple[str, str]]:
        """Properties, with only the keys of those whose values are messages."""
        return [(key, "" if key in self.prose else value) for key, value in self.properties]


@dataclass(frozen=True, slots=True)
class Cut:
    """A view, cut where its engine cuts it."""

    slides: Sequence[SlideMarks]
    slices: tuple[Slice, ...]
    wrappers: Mapping[int, int] = field(default_factory=dict)
    """One-line wrappers by the offset of their first character: where they end."""
    references: Mapping[str, str] = field(default_factory=dict)
    """Link definitions that the dialect itself reads: label to target."""
    version: str = ""
    """The engine and its version, where it is an earlier one."""
    strays: tuple[tuple[int, int], ...] = ()
    """Where inline code goes on over lines, or would if there was a backtick; apart and in order."""
    data: tuple[Data, ...] = ()
    """What stands there for tools to read, in YAML or TOML; in order, and apart."""
    handed: str = ""
    """What the engine is handed, as long as the view, where another program reads the deck first."""
    untold: tuple[tuple[int, int], ...] = ()
    """Text that the engine shows, and that stands outside of its documents."""
