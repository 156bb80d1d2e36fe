"""The one model of a deck: its text, and spans of that text.

A deck is never printed from this model. It is spliced: a localised deck is the source text with the
spans of some segments replaced, so whatever was not translated stays the same, byte for byte.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, Self

from l10n.deck.drawing import Edit, redrawn
from l10n.deck.quoting import MARKDOWN, Quoting
from l10n.dialects import GridTable, Place, Renderer, SlideMarks
from l10n.regex import regex

if TYPE_CHECKING:
    from l10n.deck.blocks import Document

_LINE_END = regex(r"\r\n?|\n")


class Kind(StrEnum):
    """What a segment is, in the words a translator reads."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    TABLE_CELL = "table cell"
    IMAGE = "image description"
    HTML = "text in HTML"
    TITLE = "title"
    """Of what stands on a line of its own: a container, a tab."""
    FRONT_MATTER = "front matter"
    OPTION = "option of a chunk"
    """Of code that is run: a caption."""
    DIRECTIVE = "directive"
    """In a comment that speaks to the engine."""
    ATTRIBUTE = "attribute"
    """Of a tag, a component or an image: its value, which is shown or read aloud."""
    PAGE = "text of the page"
    """Of the page around a deck, or of one without."""
    DRAWING = "text of a drawing"
    VALUE = "value"
    """Of a file of data."""

    @property
    def is_on_slide(self) -> bool:
        """Whether it has a place on some slide."""
        return self not in (Kind.PAGE, Kind.DRAWING, Kind.VALUE)


class Span(NamedTuple):
    """A half-open range of characters of a deck's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` in this range."""
        return text[self.start : self.end]


class InCell(NamedTuple):
    """How a message stands in a cell of a table that is drawn."""

    width: int
    """Columns that its lines may have."""
    more: tuple[Span, ...] = ()
    """Its lines but the first: others of the table stand between them."""


class Segment(NamedTuple):
    """One block of prose that a translator sees, and where it stands."""

    span: Span
    """What a translation replaces."""
    block: Span
    """The whole block's inline content; wider than ``span`` where a wrapper is kept from translators."""
    kind: Kind
    msgid: str
    """The Markdown shown to translators: one line, but for hard breaks."""
    slide: int
    """Index into ``Deck.slides``."""
    in_notes: bool = False
    in_class: bool = False
    """Inside a content class that spans lines, where brackets and line ends are structure."""
    one_line: bool = False
    """A heading, a table cell, or text in a one-line wrapper: a line end would break it."""
    msgctxt: str | None = None
    comments: tuple[str, ...] = ()
    """What the deck's author says to translators."""
    quoting: Quoting = MARKDOWN
    """How its message is written in the text."""
    in_cell: InCell | None = None
    """If it stands in a cell of a table that is drawn: then its span is that of its first line."""

    @property
    def key(self) -> tuple[str | None, str]:
        """What gettext tells messages apart by."""
        return self.msgctxt, self.msgid


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide, or a step of one."""

    span: Span
    """From after its separator to the next separator."""
    continued: bool
    """It is a step: what the slide before it has, and then more."""
    title: str
    """Its first heading, else its first words; a step has its slide's title."""
    marks: SlideMarks = field(repr=False, compare=False)
    """What its engine finds in it."""
    documents: tuple[Document, ...] = field(default=(), repr=False, compare=False)
    """Its Markdown, in the order of the text; none for steps, whose slide has it all."""


def _none() -> None:
    return None


class Earlier(NamedTuple):
    """What an earlier version of the engine, which is still in use, makes of the same text."""

    version: str
    """The engine's name, too."""
    slides: Sequence[SlideMarks]
    strays: tuple[Span, ...]
    """Where inline code goes on over lines, or would if there was another backtick; apart and in order."""
    documents: tuple[Document, ...]
    """Its Markdown that the newest version has otherwise, in the order of the text."""


class Slides(tuple[Slide, ...]):
    """The slides of a text, and what an earlier version of its engine makes of it."""

    _read_earlier: Callable[[], Earlier | None]

    def __new__(
        cls, slides: Iterable[Slide] = (), read_earlier: Callable[[], Earlier | None] = _none
    ) -> Self:
        """The slides in order; the rest is only read when something is built."""
        self = super().__new__(cls, slides)
        self._read_earlier = read_earlier
        return self

    @cached_property
    def earlier(self) -> Earlier | None:
        """None if there is no earlier version that counts."""
        return self._read_earlier()


@dataclass(frozen=True)
class Deck:
    """A deck's text, and what is known about it."""

    text: str
    slides: Slides
    segments: tuple[Segment, ...]
    """In the order of the text, never overlapping."""
    references: Mapping[str, str]
    """Link definitions: normalised label to target."""
    renderer: Renderer
    """What renders its Markdown."""
    bodies: Sequence[Place]
    """Where its slides are: all of it is one, unless it is a page."""
    slips: tuple[tuple[int, str], ...] = ()
    """Comments to this toolkit that do not do what they are meant to: their offsets, and why not."""
    untold: tuple[Span, ...] = ()
    """Text that the engine shows, and that is in no message."""
    tables: tuple[GridTable, ...] = ()
    """Tables that are drawn: with a translation in a cell they are drawn anew."""
    goes_on: bool = False
    """Whether its author has said something of what would come behind it."""

    @property
    def doubt(self) -> tuple[int, str]:
        """The line of the first slide that its author will not have meant so, and why not; none at line 0."""
        doubts = ((self.line_of(one.span.start), one.marks.doubt) for one in self.slides if one.marks.doubt)
        return next(doubts, (0, ""))

    def pieces(self) -> Iterator[str]:
        """The text cut at its segments: gap, segment, gap, ... gap; joined, they are the text again."""
        at = 0
        for segment in self.segments:
            yield self.text[at : segment.span.start]
            yield segment.span.of(self.text)
            at = segment.span.end
        yield self.text[at:]

    def splice(self, replacements: Mapping[int, str]) -> str:
        """The text with some segments, named by their index, replaced."""
        return self.spliced(Span(0, len(self.text)), replacements)

    def spliced(self, part: Span, replacements: Mapping[int, str]) -> str:
        """The same of a part of the text, in which these segments are."""
        pieces: list[str] = []
        at = part.start
        for start, end, new in sorted(self._edits(replacements)):
            pieces += self.text[at:start], new
            at = end
        return "".join([*pieces, self.text[at : part.end]])

    def _edits(self, replacements: Mapping[int, str]) -> Iterator[Edit]:
        """What changes where; tables that are drawn change as a whole, or row by row."""
        drawn: dict[int, list[Edit]] = {}
        for index, new in replacements.items():
            segment = self.segments[index]
            if segment.in_cell is None:
                yield Edit(*segment.span, new)
                continue
            number = bisect_right(self.tables, segment.span.start, key=attrgetter("start")) - 1
            more = (Edit(*line, "") for line in segment.in_cell.more)
            drawn.setdefault(number, []).extend((Edit(*segment.span, new), *more))
        for number, edits in drawn.items():
            yield from redrawn(self.text, self.tables[number], sorted(edits))

    def line_of(self, offset: int) -> int:
        """The 1-based line of a character offset."""
        return bisect_right(self._line_ends, offset) + 1

    @cached_property
    def _line_ends(self) -> list[int]:
        """Where lines end, those of Windows and old ones, too: it is asked for every message."""
        return [match.end() for match in _LINE_END.finditer(self.text)]
