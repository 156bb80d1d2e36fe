"""Marp decks: one Markdown document, cut into slides at thematic breaks and at headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from l10n.dialects.base import Plain
from l10n.dialects.commonmark.comments import Comment, InComment, comments
from l10n.dialects.commonmark.cutting import heading_level, with_depths
from l10n.dialects.cut import Cut, Slice, SlideMarks
from l10n.dialects.data import Data, Prose
from l10n.dialects.marp.directives import PROSE, directive, heading_levels, is_note, said
from l10n.dialects.marp.front_matter import find_front_matter
from l10n.dialects.marp.markdown import LINES, READER, RENDERER
from l10n.dialects.options import Option
from l10n.dialects.renderer import Renderer
from l10n.language import boolean
from l10n.markdown import BlockReader, BlockToken

BREAKS = Option("breaks", boolean, True, "whether a line end shows: Marp's own setting")


class Marp(Plain):
    """A dialect of slides."""

    name = "marp"
    options: Sequence[Option] = (BREAKS,)

    @property
    def renderer(self) -> Renderer:
        """Marp Core's."""
        return RENDERER._replace(breaks=self.settings.of(BREAKS))

    def cut(self, text: str) -> Cut:
        """Slides, presenter notes, and directives."""
        keys = dict.fromkeys((*self.settings.front_matter, *PROSE))
        return _Deck(text, find_front_matter(text, tuple(map(Prose, keys)))).cut()

    @property
    def readers(self) -> Sequence[BlockReader]:
        """CommonMark's blocks, tables and formulas."""
        return (READER,)

    def has_own_lines(self, source: str) -> bool:
        """Whether there is a formula on lines of its own."""
        return LINES.signs.search(source) is not None


class _Deck:
    """A text, and what is gathered of it while it is cut."""

    def __init__(self, text: str, front: Data | None) -> None:
        self.text = text
        self.masks = ((front.start, front.end),) if front else ()
        self.data = [front] if front else []
        self.lines, self.starts, _ = Slice(0, len(text), self.masks).lines(text)
        self.tokens = READER("\n".join(self.lines))[0]
        self.notes: list[Comment] = []

    def cut(self) -> Cut:
        divider: object = self._of_front().get("headingDivider", "")
        for comment in comments(self.text, self.lines, self.starts, self.tokens):
            if found := directive(self.text, comment):
                self.data.append(found)
                divider = said(self.text[slice(*comment.inner)]).get("headingDivider", divider)
            elif is_note(self.text, comment):
                self.notes.append(comment)
        ranges = list(self._slides(heading_levels(divider)))
        starts = [start for start, _ in ranges]
        of_notes = [bisect_right(starts, note.start) - 1 for note in self.notes]
        slides = [
            SlideMarks(start, end=end, notes=of_notes.count(number))
            for number, (start, end) in enumerate(ranges)
        ]
        return Cut(slides, (*self._documents(ranges), *self._notes(of_notes)), data=tuple(self.data))

    def _of_front(self) -> Mapping[str, Any]:
        return said(self.text[slice(*self.data[0].inner)]) if self.data else {}

    def _slides(self, levels: frozenset[int]) -> Iterator[tuple[int, int]]:
        """Where each slide begins and ends; separators are between them."""
        start, shown = 0, False
        for token, depth in with_depths(self.tokens):
            first, last = token.map or (0, 0)
            if token.type == "hr" and not depth:
                yield start, self.starts[first]
                start, shown = self._line(last), True
            elif heading_level(token) in levels and shown:
                yield start, self.starts[first]
                start = self.starts[first]
            shown = shown or not self._is_comment(token)
        yield start, len(self.text)

    def _line(self, number: int) -> int:
        """Where a line begins, or the text ends."""
        return self.starts[number] if number < len(self.starts) else len(self.text)

    def _is_comment(self, token: BlockToken) -> bool:
        return token.type == "html_block" and token.content.lstrip().startswith("<!--")

    def _documents(self, ranges: Sequence[tuple[int, int]]) -> Iterator[Slice]:
        """The Markdown of each slide, without what is read elsewhere."""
        fillings = sorted(
            [note.between for note in self.notes]
            + [(data.start + len("<!--"), data.end - len("-->")) for data in self.data[len(self.masks) :]]
        )
        for number, (start, end) in enumerate(ranges):
            own = fillings[bisect_left(fillings, (start, 0)) : bisect_left(fillings, (end, 0))]
            yield Slice(start, end, self.masks if number == 0 else (), number, fillings=tuple(own))

    def _notes(self, of_notes: Sequence[int]) -> Iterator[Slice]:
        for note, slide in zip(self.notes, of_notes, strict=True):
            refuses = InComment(is_no_note, note.in_cell)
            yield Slice(*note.inner, slide=slide, in_notes=True, indent=self._indent(note), refuses=refuses)

    def _indent(self, note: Comment) -> int:
        """How deep the lines of a note are behind its first."""
        lines = self.text[slice(*note.inner)].split("\n")[1:]
        return min((len(line) - len(line.lstrip(" >")) for line in lines if line.strip(" >")), default=0)


def is_no_note(msgid: str, text: str) -> str | None:  # noqa: ARG001
    """Why a translation of a note would be none."""
    return "it would be a directive of Marp" if said(text) else None


MARP = Marp()
