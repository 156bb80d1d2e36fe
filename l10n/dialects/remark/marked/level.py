"""One text that the renderer reads by its rules: a document, or what a quote or a list item holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeVar

from l10n.dialects.remark.lookups import WHITE, trimmed
from l10n.dialects.remark.marked.searches import Fences, Searches
from l10n.dialects.remark.marked.tokens import Token
from l10n.dialects.remark.marked.versions import Compared, Version
from l10n.regex import regex

T = TypeVar("T")
_LEAD = regex(f"[{WHITE}]*")
_LINE_END = regex("\r|\u2424")
_SEPARATORS = regex("([\u2028\u2029])")
_BLANKS = str.maketrans({"\t": "    ", "\u00a0": " "})


class Origin(NamedTuple):
    """The document as it is written, and what its definitions are found to say."""

    lines: Sequence[str]
    versions: Compared
    as_written: bool
    """Whether the renderer reads blanks as they are written: no tab, no U+00A0."""
    references: dict[str, str]


class _Context(NamedTuple):
    """What a text knows of the texts around it."""

    top: bool = True
    """Whether there are tables, definitions and paragraphs: not in list items, and in what these hold."""
    quoted: bool = False
    tight: bool = False
    """Whether texts are no paragraphs."""
    depth: int = 0


_AT_TOP = _Context()


class Level:
    """The lines of a text, each with the number that it has in the document."""

    def __init__(
        self, origin: Origin, lines: Sequence[str], numbers: Sequence[int], context: _Context = _AT_TOP
    ) -> None:
        """As the document is written; what the text has of it; and the texts around that."""
        self.origin = origin
        self.lines = lines
        self.numbers = numbers
        self.context = context

    @classmethod
    def of(cls, source: str, versions: Compared) -> Level:
        """The whole document; the engine drops all white space at its start."""
        raw = source.split("\n")
        origin = Origin(
            raw, versions, as_written="\t" not in source and "\u00a0" not in source, references={}
        )
        lead = _LEAD.match(source)
        start = lead.end() if lead else 0
        first = source.count("\n", 0, start)
        text = source[start:]
        lines = text.split("\n")
        numbers: Sequence[int] = range(first, len(raw))
        if _LINE_END.search(text):
            lines, numbers = _split_further(lines, first)
        if not origin.as_written:
            lines = [line.translate(_BLANKS) for line in lines]
        return cls(origin, _emptied(lines), numbers)

    def within(self, start: int, lines: Sequence[str], **context: bool) -> Level:
        """What the container holds that begins at line ``start``: at most one line more than it has."""
        numbers = [*self.numbers[start : start + len(lines)]]
        numbers += [self.numbers[-1]] * (len(lines) - len(numbers))
        inner = self.context._replace(**context, depth=self.context.depth + 1)
        return Level(self.origin, _emptied(lines), numbers, inner)

    def asked(self, of: Callable[[Version], T]) -> T:
        """What the version of the renderer says that reads it; see ``Compared``."""
        return self.origin.versions.asked(of)

    def lines_of(self, start: int, end: int) -> tuple[int, int]:
        """The document's lines of those from ``start`` to before ``end``, but for empty ones at their end."""
        while end > start + 1 and not self.lines[end - 1]:
            end -= 1
        return self.numbers[start], self.numbers[end - 1] + 1

    def inline(self, start: int, end: int) -> Token:
        """The text of the lines, without the blanks around each, but for those that break a line."""
        lines = [self.written(at, 0, len(self.lines[at])) for at in range(start, end)]
        lines[-1] = lines[-1].rstrip(" \t\u00a0")
        return Token("inline", "", self.lines_of(start, end), "\n".join(lines))

    def stretch(self, at: int, start: int, end: int) -> Token:
        """The text of a stretch of one line, without the blanks around it."""
        content = self.written(at, start, end).rstrip(" \t\u00a0")
        return Token("inline", "", self.lines_of(at, at + 1), content)

    def written(self, at: int, start: int, end: int) -> str:
        """A stretch of a line as the document has it, without blanks at its start."""
        line = self.lines[at]
        read = line[start:end].lstrip(" ")
        if self.origin.as_written:
            return read
        raw = self.origin.lines[self.numbers[at]]
        written = raw[_offset(raw, len(line) - end + len(read)) : _offset(raw, len(line) - end)]
        return written if written.translate(_BLANKS) == read else read

    def next_filled(self, at: int) -> int:
        """The first line at or after ``at`` that is not empty; the number of lines if there is none."""
        while at < len(self.lines) and not self.lines[at]:
            at += 1
        return at

    @cached_property
    def white_from(self) -> int:
        """The line from which on there is nothing but white space, as JavaScript has it."""
        end = len(self.lines)
        while end and not trimmed(self.lines[end - 1]):
            end -= 1
        return end

    @cached_property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where in the text each line begins."""
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    def line_at(self, position: int) -> int:
        """The line of that position in the text."""
        return bisect_right(self.starts, position) - 1

    @cached_property
    def fences(self) -> Fences:
        """Where fences end."""
        return Fences(self.lines)

    @cached_property
    def searches(self) -> Searches:
        """What is found far ahead in the text."""
        return Searches(self.text)


def each_piece(line: str, change: Callable[[str], str]) -> str:
    """``line`` with a change made where JavaScript sees a line start: behind U+2028 and U+2029, too."""
    if "\u2028" not in line and "\u2029" not in line:
        return change(line)
    return "".join(map(change, _SEPARATORS.split(line)))


def _emptied(lines: Sequence[str]) -> Sequence[str]:
    """The lines, those of nothing but blanks without them."""
    return [each_piece(line, _unless_blank) if " " in line else line for line in lines]


def _unless_blank(piece: str) -> str:
    return piece if piece.strip(" ") else ""


def _split_further(lines: Sequence[str], first: int) -> tuple[list[str], list[int]]:
    """Lines that end where the renderer, too, sees an end: at CR, and at U+2424."""
    pieces = [
        (piece, number)
        for number, line in enumerate(lines, first)
        for piece in _LINE_END.split(line.removesuffix("\r") if number < first + len(lines) - 1 else line)
    ]
    return [piece for piece, _ in pieces], [number for _, number in pieces]


def _offset(raw: str, size: int) -> int:
    """Where the last ``size`` characters begin, a tab being four of them."""
    if "\t" not in raw:
        return max(0, len(raw) - size)
    at = len(raw)
    while size > 0 and at:
        at -= 1
        size -= 4 if raw[at] == "\t" else 1
    return at
