"""What every dialect hands to the parser: slides, and the Markdown documents they are made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import NamedTuple

from l10n.dialects.data import Data
from l10n.dialects.grid_table import GridTable
from l10n.markdown import Decoding
from l10n.regex import regex

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
    """Which of ``Cut.slides`` it belongs to, counted from 0: of a step, the slide that it continues."""
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
    width: int = 0
    """Columns that there are for it, if it is a cell of a table that is drawn."""
    decoding: Decoding | None = None
    """What a browser decodes in it before the engine gets it, if it stands in a page."""

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
        lines, starts, _ = self._lines(text, self.start, self.masks[0][0])
        found = _Joined(len(text), lines, starts)
        for (start, end), (following, _) in pairwise((*self.masks, (self.end, self.end))):
            lines, starts, _ = self._lines(text, end, following)
            if start in self.joints:
                found.join(lines, starts)
            else:
                found.add(["", *lines], [start, *starts])
        if self.shows_mask:
            found.lines[0] = FILLER
        return found.all()

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


@dataclass(slots=True)
class _Joined:
    """Lines in the making, of which the last may be put together of several stretches."""

    behind: int
    """Where the next such line begins: behind the view, and behind those before it."""
    lines: list[str]
    starts: list[int]
    stretches: list[tuple[int, int]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    """What the last line consists of, if of more than one stretch."""

    def add(self, lines: Sequence[str], starts: Sequence[int]) -> None:
        """Lines below the last."""
        if self.parts:
            self.lines[-1], self.parts = "".join(self.parts), []
        self.lines += lines
        self.starts += starts

    def join(self, lines: Sequence[str], starts: Sequence[int]) -> None:
        """Lines of which the first goes on with the last."""
        if not self.lines[-1]:
            self.lines[-1], self.starts[-1] = lines[0], starts[0]
        elif lines[0]:
            if not self.parts:
                start, self.starts[-1] = self.starts[-1], self.behind
                self._take(self.lines[-1], start)
            self._take(lines[0], starts[0])
        if len(lines) > 1:
            self.add(lines[1:], starts[1:])

    def _take(self, part: str, start: int) -> None:
        self.parts.append(part)
        self.stretches.append((start, start + len(part)))
        self.behind += len(part)

    def all(self) -> Lines:
        """What was found."""
        self.add((), ())
        return Lines(self.lines, self.starts, self.stretches)


FILLER = "\x1a"
"""Stands for a character that says nothing of its document: the substitute of ASCII."""
_FILLED = regex(r"(\n[ \t>]*)|[^\n]+")
"""The marks of containers stay, at the start of lines."""
_FILLERS = regex(rf"{FILLER}(?:[\s>]*{FILLER})*")


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
    def is_shown(self) -> bool:
        """Whether the engine shows it, and counts it: a slide may be there for others, or be left out."""
        return True

    @property
    def doubt(self) -> str:
        """Why its author will not have meant what the engine makes of it; nothing if that may be."""
        return ""

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


class Cut(NamedTuple):
    """A view, cut where its engine cuts it."""

    slides: Sequence[SlideMarks]
    slices: tuple[Slice, ...]
    wrappers: Mapping[int, int] = {}
    """One-line wrappers by the offset of their first character: where they end."""
    references: Mapping[str, str] = {}
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
    tables: tuple[GridTable, ...] = ()
    """Tables that are drawn, and whose cells are documents; in order, and apart."""
