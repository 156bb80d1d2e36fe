"""remark.js decks: what the lexer finds, put together as the engine's parser does.

Slides, steps and notes are cut as the engine cuts them, also where CommonMark disagrees. A content class
that spans lines is a document of its own; what is structure is masked from the documents around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from l10n.dialects.base import Plain
from l10n.dialects.cut import Cut, Slice
from l10n.dialects.data import Data
from l10n.dialects.front_matter import find_front_matter
from l10n.dialects.remark.harm import goes_on
from l10n.dialects.remark.head import Edit, head
from l10n.dialects.remark.lexer import REMARK as REMARK_15
from l10n.dialects.remark.lexer import REMARK_14, Lexeme, Rules, Token, lex
from l10n.dialects.remark.marks import EarlierMarks, RemarkMarks
from l10n.dialects.remark.properties import properties
from l10n.dialects.remark.readers import readers
from l10n.dialects.remark.regions import Region
from l10n.dialects.remark.renderer import MARKED
from l10n.markdown import BlockReader
from l10n.regex import regex

_OUTLINE_LINE = regex(r"^:([A-Z]{1,2}):[ \t]*+", re.MULTILINE)
_HOLE = regex(r"^[ \t>]*\{\{[ \t]*content[ \t]*\}\}[ \t]*$", re.MULTILINE)
"""Where a layout shows the slides that it is for."""
_BLANK = regex(r"\s*+")
_YIELDED = "![:]"
"""Stands for what a macro yields, which nobody knows: no property, and no part of one's name."""
_QUIZ = frozenset("TQA")
"""Outline lines with prose for the audience: title, question, answer."""


class _Remark(Plain):
    name = "remark"
    dedent = True
    renderer = MARKED

    def cut(self, text: str) -> Cut:
        """Slides, and the documents that remark gives to its Markdown renderer."""
        return self._with_front_matter(cut_slides(text, REMARK_15, RemarkMarks), text)

    @property
    def readers(self) -> Sequence[BlockReader]:
        """Those of the two versions of marked that render remark's decks."""
        return readers()

    def earlier(self, text: str) -> Cut | None:
        """The same by 0.14."""
        cut = self._with_front_matter(cut_slides(text, REMARK_14, EarlierMarks), text)
        return cut._replace(version="remark 0.14")

    def _with_front_matter(self, cut: Cut, text: str) -> Cut:
        """The same with what other tools read before remark does: it makes one slide, of properties only."""
        front = find_front_matter(text, self.settings.front_matter)
        if front is None or not _is_slide(cut, front):
            return cut
        return cut._replace(data=(front._replace(sure=False),))


def _is_slide(cut: Cut, front: Data) -> bool:
    """Whether remark, too, sees the front matter end where its fence does."""
    starts = [slide.start for slide in cut.slides[:3]]
    return (
        all(one.end <= front.end or one.start >= front.end for one in cut.slices)
        and not any(slide.notes or slide.continued for slide in cut.slides[:2])
        and len(starts) > 1
        and starts[1] <= front.inner[0]
        and (len(starts) < 3 or starts[2] >= front.inner[1])
    )


def cut_slides(text: str, rules: Rules, marks: type[RemarkMarks]) -> Cut:
    """Slides and documents by the rules of one version, whatever other tools read before it."""
    cut = _built(text, rules, {}, marks)
    said = {
        number: value == "true"
        for number, slide in enumerate(cut.slides)
        for key, value in slide.properties
        if key == "continued"
    }
    return _built(text, rules, said, marks) if said else cut


def _built(text: str, rules: Rules, said: Mapping[int, bool], marks: type[RemarkMarks]) -> Cut:
    builder = _Builder(text, said, marks)
    for lexeme in lex(text, rules):
        builder.add(lexeme)
    return builder.finish()


REMARK = _Remark()


@dataclass(slots=True)
class _Builder:
    """The engine's parser, over lexemes."""

    text: str
    said: Mapping[int, bool]
    """Of slides with a property about it: whether they are steps, whatever their separator."""
    marks: type[RemarkMarks]
    slides: list[RemarkMarks] = field(default_factory=list)
    slices: list[Slice] = field(default_factory=list)
    wrappers: dict[int, int] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    regions: list[Region] = field(default_factory=lambda: [Region(0, 0)])
    """Innermost last: the slide, its notes, content classes that span lines."""
    classes: list[int] = field(default_factory=list)
    """Where the open content classes begin."""
    head: int | None = None
    """Where the text that may hold properties ends: at a class or at notes; None while unknown."""
    strays: list[tuple[int, int]] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    """What the engine has instead of the text before ``head``."""

    def __post_init__(self) -> None:
        self.slides.append(self.marks(0))

    def add(self, lexeme: Lexeme) -> None:
        """Take the next lexeme."""
        match lexeme.token:
            case Token.SLIDE | Token.STEP:
                self._separator(lexeme)
            case Token.NOTES:
                self._notes(lexeme)
            case Token.CLASS_START:
                self._class_start(lexeme)
            case Token.CLASS_END:
                self._class_end(lexeme)
            case Token.DEFINITION:
                self._definition(lexeme)
            case Token.FENCE:
                self.slides[-1].code.append(self.text[lexeme.start : lexeme.end])
                self.regions[-1].code.append((lexeme.start, lexeme.end))
            case Token.MACRO:
                self.slides[-1].macros.append(self.text[lexeme.start : lexeme.end])
                self._edit(lexeme.start, lexeme.end, _YIELDED)
            case Token.ESCAPE:
                self._edit(lexeme.start, lexeme.end)
            case Token.STRAY:
                self.strays.append((lexeme.start, lexeme.end))

    def finish(self) -> Cut:
        """Close what is open at the end of the text."""
        self._close_slide(len(self.text))
        self._close_region(len(self.text))
        found = tuple(self.slides), tuple(self.slices), self.wrappers, self.references
        return Cut(*found, strays=tuple(self.strays))

    def _mask(self, start: int, end: int) -> None:
        self.regions[-1].masks.append((start, end))

    def _drop(self, start: int, end: int) -> None:
        """Mask what the engine leaves nothing of."""
        self._mask(start, end)
        self.regions[-1].joints.add(start)

    def _mask_rendered(self, start: int, end: int) -> None:
        self.regions[-1].note_rendered(start)
        self._mask(start, end)

    def _separator(self, lexeme: Lexeme) -> None:
        self._close_slide(lexeme.start)
        step = self.said.get(len(self.slides), lexeme.token is Token.STEP)
        if step:
            start, end = lexeme.swallowed
            # 0.14 drops the line end behind it, 0.15 does not: here so that no line is glued, no list parted.
            self._drop(start, end + self.text.startswith("\n\n", end))
        else:
            self._close_region(lexeme.start)
            self.regions.append(Region(lexeme.end, len(self.slides)))
        self.slides.append(self.marks(lexeme.end, step, glued=[lexeme.is_glued] if step else []))
        self.head, self.edits = None, []

    def _close_slide(self, end: int) -> None:
        if len(self.regions) > 1:
            notes = self.regions[-1].start
            self._close_region(end)
            self._mask(notes - len("???"), end)
        slide = self.slides[-1]
        slide.end = end
        limit = end if self.head is None else self.head
        seen = head(self.text, slide.start, limit, self.edits)
        for found in properties(seen.text):
            slide.properties.append((found.key, found.value))
            for gone in seen.ranges(found.start, found.end):
                self._drop(*gone)

    def _close_region(self, end: int) -> None:
        region = self.regions.pop()
        if region.in_notes and not region.in_class:
            self._outline_lines(region, end)
        start, masks = self._without_lead(region, end)
        if start < end:
            where = (region.slide, region.in_notes, region.in_class)
            holes = self._holes(start, end)
            part = Slice(start, end, masks, *where, frozenset(region.joints), holes, tuple(region.code))
            self.slices.append(part._replace(shows_mask=bool(masks) and masks[0][0] == start))

    def _holes(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        if self.text.find("{{", start, end) < 0:
            return ()
        return tuple(match.span() for match in _HOLE.finditer(self.text, start, end))

    def _without_lead(self, region: Region, end: int) -> tuple[int, tuple[tuple[int, int], ...]]:
        """The engine strips leading blanks from a document, once properties and definitions are out."""
        masks = sorted(region.masks)
        at, skipped = region.start, 0
        for start, stop in masks:
            blank = _BLANK.match(self.text, at, start)
            if start == region.rendered or (blank and blank.end() < start):
                break
            at, skipped = max(at, stop), skipped + 1
        limit = masks[skipped][0] if skipped < len(masks) else end
        blank = _BLANK.match(self.text, at, limit)
        return blank.end() if blank else at, tuple(masks[skipped:])

    def _notes(self, lexeme: Lexeme) -> None:
        self.slides[-1].notes += 1
        self.head = lexeme.start if self.head is None else self.head
        if len(self.regions) == 1:
            self.regions.append(Region(lexeme.end, self.regions[0].slide, in_notes=True))
        else:
            self._mask(lexeme.start, lexeme.end)

    def _class_start(self, lexeme: Lexeme) -> None:
        self.head = lexeme.start if self.head is None else self.head
        self.slides[-1].spans.append((lexeme.names, lexeme.block, len(self.classes)))
        self.classes.append(lexeme.start)
        if lexeme.block:
            outer = self.regions[-1]
            self.regions.append(Region(lexeme.end, outer.slide, in_notes=outer.in_notes, in_class=True))

    def _class_end(self, lexeme: Lexeme) -> None:
        start = self.classes.pop()
        if lexeme.block:
            self._close_region(lexeme.start)
            self._mask_rendered(start, lexeme.end)
        else:
            self.wrappers[start] = lexeme.end

    def _definition(self, lexeme: Lexeme) -> None:
        self.slides[-1].definitions.append(self.text[lexeme.start : lexeme.end].strip())
        self.slides[-1].glued.append(lexeme.is_glued)
        self.references[lexeme.names] = lexeme.value
        self._drop(*lexeme.swallowed)
        self._edit(*lexeme.swallowed)

    def _edit(self, start: int, end: int, instead: str = "") -> None:
        if self.head is None:
            self.edits.append(Edit(start, end, instead))

    def _outline_lines(self, region: Region, end: int) -> None:
        """Lines like ``:EN:- text`` are kept; of ``:Q: text`` the text is a document of its own."""
        taken = sorted(region.masks + region.code)
        for match in _OUTLINE_LINE.finditer(self.text, region.start, end):
            before = bisect_right(taken, (match.start(), end)) - 1
            if before >= 0 and match.start() < taken[before][1]:
                continue
            stop = self.text.find("\n", match.end(), end)
            stop = end if stop < 0 else stop
            region.masks.append((match.start(), stop))
            region.note_rendered(match.start())
            if match[1] in _QUIZ and match.end() < stop:
                self.slices.append(Slice(match.end(), stop, (), region.slide, in_notes=True, refuses=goes_on))
