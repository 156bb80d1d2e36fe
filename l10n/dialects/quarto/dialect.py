"""Quarto's decks: one document of Pandoc's, cut into slides at its titles and rules."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from l10n.dialects.base import Plain, Settings
from l10n.dialects.commonmark.cutting import heading_level, with_depths
from l10n.dialects.commonmark.drawn import HEADED
from l10n.dialects.commonmark.letters import SIGN, letters
from l10n.dialects.commonmark.pandoc import pandoc, terms
from l10n.dialects.commonmark.reader import FOOTNOTES, OnSign, Reader, without_lists
from l10n.dialects.cut import Cut, Fact, Slice, SlideMarks
from l10n.dialects.data import Data
from l10n.dialects.front_matter import find_front_matter
from l10n.dialects.grid_table import GridTable, read_grid_table
from l10n.dialects.quarto.cells import code_run, options
from l10n.dialects.quarto.inline import RENDERER, TRAILING_LISTS
from l10n.dialects.quarto.lines import LINES, closes, has_columns, opens, opens_notes, takes_titles
from l10n.markdown import BlockReader
from l10n.regex import regex

_DEFINITIONS = OnSign(regex(r"(?:^|(?<=[ \t>]))[:~][ \t]", re.MULTILINE), terms)
READER = Reader(
    LINES,
    (pandoc,),
    (HEADED, FOOTNOTES, _DEFINITIONS, OnSign(SIGN, letters)),
    (without_lists(TRAILING_LISTS),),
)
_TITLE = regex(r"^title[ \t]*:", re.MULTILINE)
_LEVEL = regex(r"^[ \t]*slide-level[ \t]*:[ \t]*(\d)[ \t]*$", re.MULTILINE)

_LEAD = regex(r"[^|+]*(?:\+ +(?=\+))?")
"""What stands before the line of a table: blanks, the marks of quotes and of an item."""

_DEFAULT_LEVEL = 2
"""Quarto's; Pandoc by itself would take the highest level that has text below."""


@dataclass(slots=True)
class QuartoMarks(SlideMarks):
    """A slide, with what is run within its lines."""

    run: list[str] = field(default_factory=list)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What no translation may change, besides blocks."""
        return (("what is run", sorted(self.run)), *SlideMarks.facts.__get__(self))


class Quarto(Plain):
    """The dialect."""

    name = "quarto"
    renderer = RENDERER
    settings = Settings(
        ("title", "subtitle", "description", "footer", "format.*.footer", "format.*.description")
    )

    def cut(self, text: str) -> Cut:
        """Slides, presenter notes, and options of chunks."""
        return _Deck(text, find_front_matter(text, self.settings.front_matter)).cut()

    def slide_level(self, text: str) -> int:
        """The lowest level of titles that begin slides."""
        return _level(text, find_front_matter(text, ()))

    @property
    def readers(self) -> Sequence[BlockReader]:
        """Pandoc's blocks."""
        return (READER,)

    def has_own_lines(self, source: str) -> bool:  # noqa: ARG002
        """Blocks are others than CommonMark's, whatever stands there."""
        return True


def _level(text: str, front: Data | None) -> int:
    """The lowest level of titles that begin slides: as front matter says it, else Quarto's own."""
    said = _LEVEL.search(text[slice(*front.inner)]) if front else None
    return int(said[1]) if said else _DEFAULT_LEVEL


class _Top(NamedTuple):
    """A block that is in no other, but for divs."""

    line: int
    level: int = 0
    """Of a title."""
    is_rule: bool = False
    begins_div: int = -1
    """The line of the only div that it is in, if it is the first in that."""
    in_div: bool = False


class _Notes(NamedTuple):
    """Presenter notes: where they begin, and what stands between their marks."""

    start: int
    inner: tuple[int, int]


class _Deck:
    """A text, and what is gathered of it while it is cut."""

    def __init__(self, text: str, front: Data | None) -> None:
        self.text = text
        self.front = front
        self.masks = ((front.start, front.end),) if front else ()
        self.lines, self.starts, _ = Slice(0, len(text), self.masks).lines(text)
        self.tokens = READER("\n".join(self.lines))[0]
        self.notes: list[_Notes] = []
        self.tops = list(self._tops())

    def cut(self) -> Cut:
        ranges = list(self._slides())
        said = options(self.text, self.lines, self.starts, self.tokens)
        slides = [QuartoMarks(start, end=end) for start, end in ranges]
        starts = [start for start, _ in ranges]
        for at, code in code_run(self.text):
            slides[bisect_right(starts, at) - 1].run.append(code)
        for note in self.notes:
            slides[bisect_right(starts, note.start) - 1].notes += 1
        fillings = tuple((data.start, data.end) for data in said.data)
        front = (self.front,) if self.front else ()
        return Cut(
            slides,
            tuple(chain(self._documents(ranges, fillings), self._spoken(starts, fillings))),
            data=(*front, *said.data),
            untold=tuple(sorted([*said.untold, *self._drawn()])),
            tables=tuple(self._tables()),
        )

    def _tops(self) -> Iterator[_Top]:
        """The blocks at top level and in divs; the divs that are notes are noted."""
        divs: list[tuple[int, str]] = []
        first = False
        for token, depth in with_depths(self.tokens):
            if depth or token.map is None or token.type == "footnote_reference_open":
                continue  # a note is shown elsewhere
            line = token.map[0]
            source = self.lines[line]
            if token.type == "verbatim" and opens(source):
                if not divs:
                    yield _Top(line, in_div=True)
                divs.append((line, source))
                first = len(divs) == 1 and not takes_titles(source)
                continue
            if token.type == "verbatim" and closes(source):
                if divs:
                    self._end_div(*divs.pop(), line, inner=any(opens_notes(one) for _, one in divs))
                continue
            begins = divs[0][0] if first and divs else -1
            yield _Top(line, heading_level(token), token.type == "hr", begins, bool(divs))
            first = False

    def _end_div(self, line: int, source: str, end: int, *, inner: bool) -> None:
        if opens_notes(source) and not inner:
            self.notes.append(_Notes(self.starts[line], (self._line(line + 1), self.starts[end])))

    def _line(self, number: int) -> int:
        """Where a line begins, or the text ends."""
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def _slides(self) -> Iterator[tuple[int, int]]:
        """Where each slide begins and ends; that of the title is the front matter."""
        level = _level(self.text, self.front)
        start, seen, shown = 0, False, False
        if self.front and _TITLE.search(self.text[slice(*self.front.inner)]):
            yield 0, self.front.end
            start = self.front.end
        for top in self.tops:
            at = self._beginning(top, level)
            if at is not None and (shown or (seen and top.is_rule)):
                yield start, at
                start, shown = at, False
            seen, shown = True, shown or not top.is_rule
        yield start, len(self.text)

    def _beginning(self, top: _Top, level: int) -> int | None:
        """Where a slide begins that a block begins; None if it begins none."""
        if top.is_rule:
            return None if top.in_div else self._line(top.line)
        if not 0 < top.level <= level or (top.in_div and top.begins_div < 0):
            return None
        return self._line(top.begins_div if top.in_div else top.line)

    def _documents(
        self, ranges: Sequence[tuple[int, int]], fillings: Sequence[tuple[int, int]]
    ) -> Iterator[Slice]:
        """The Markdown of each slide, without its notes."""
        notes = [note.inner for note in sorted(self.notes) if note.inner[0] < note.inner[1]]
        masks = sorted([*self.masks, *notes])
        for number, (start, end) in enumerate(ranges):
            yield Slice(start, end, _some(masks, start, end), number, fillings=_some(fillings, start, end))

    def _spoken(self, starts: Sequence[int], fillings: Sequence[tuple[int, int]]) -> Iterator[Slice]:
        for note in self.notes:
            number = bisect_right(starts, note.start) - 1
            yield Slice(*note.inner, slide=number, in_notes=True, fillings=_some(fillings, *note.inner))

    def _tables(self) -> Iterator[GridTable]:
        """The tables that are drawn with ``+---+``."""
        for token in self.tokens:
            if token.type == "verbatim" and token.map and token.content.startswith("+"):
                found = (self._drawn_line(line) for line in range(*token.map))
                if table := read_grid_table(self.text, list(found)):
                    yield table

    def _drawn_line(self, number: int) -> tuple[int, int]:
        """A line of such a table, from its first sign on."""
        line, start = self.lines[number], self.starts[number]
        lead = _LEAD.match(line)
        return start + (lead.end() if lead else 0), start + len(line)

    def _drawn(self) -> Iterator[tuple[int, int]]:
        """The tables that are drawn with dashes alone: in no message."""
        for token in self.tokens:
            if token.type == "verbatim" and token.map and has_columns(token.content):
                first, last = token.map
                yield self.starts[first], self.starts[last - 1] + len(self.lines[last - 1])


def _some(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Of some spans in order those within a range."""
    return tuple(spans[bisect_left(spans, (start, start)) : bisect_left(spans, (end, end))])


QUARTO = Quarto()
