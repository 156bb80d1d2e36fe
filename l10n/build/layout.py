"""Laying a translation out over lines, where its source stood on several.

A line never begins with something that an engine reads as structure, and never breaks inside a construct
that must stay whole: a link, code, a tag, a macro, a one-line content class.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from l10n.dialects import Renderer, columns
from l10n.markdown import unbreakable
from l10n.regex import regex

_HARD_BREAK = regex(r"((?<! ) {2,}+|\\)\n[ \t]*+")
_ANY_BREAK = regex(r"((?<! ) {2,}+|\\|)\n[ \t]*+")
_SOFT_BREAK = regex(r"(?<![ \t])[ \t]*+\n[ \t\n]*+")
_LINE_END = regex(r"(?:\r\n?|\n)[ \t>]*")
_MARKER = regex(r"[^>\t]")
_SAFE_START = regex(
    r"[^\W\d_]|\d+(?![\d.)])|[*_]{1,2}\w|\((?=\w)|`(?!``)|[\"'$%@&]|[^\x00-\x9f\u2028\u2029]|<br\b"
    r"|\[(?!(?:[^\[\]]|\[[^\[\]]*\])*\]:)"
    r"|\{\{(?!\s*content\s*\}\})"
)
"""What a line may begin with: no list marker, heading, quote, rule, table, definition, or slide's text."""
_BREAK_TAG = regex(r"</?br\s*/?>\Z", re.IGNORECASE)
_MIN_WIDTH = 80


def lay_out(
    source: str,
    text: str,
    *,
    lead: str,
    line_end: str = "\n",
    one_line: bool,
    in_class: bool,
    renderer: Renderer,
) -> str:
    """``text`` in the shape of ``source``, the stretch of the deck that it replaces.

    ``lead`` is what stands before ``source`` on its line; ``line_end`` is how the deck's lines end;
    ``one_line`` forbids line ends; ``in_class`` keeps at least one, since a content class without any would
    be another element. Where line ends show, they are the translator's.
    """
    pieces = _pieces(text, breaks=renderer.breaks)
    if one_line:
        return " ".join(words for words, _ in pieces)
    end = _LINE_END.search(source)
    if not end and len(pieces) == 1:
        return pieces[0][0]
    newline = end.group() if end else line_end + _continuation(lead)
    shape = _shape(source, renderer) if end and not renderer.breaks else None
    lines = [line for words, mark in pieces for line in _lines(words, mark, shape)]
    laid = newline.join(lines)
    return laid + newline.rstrip(" \t>") if end and in_class and len(lines) == 1 else laid


def lay_out_in_cell(text: str, width: int, renderer: Renderer) -> str:
    """``text`` over lines that fit into the cell of a drawn table, so many columns wide, as far as they can.

    The table says how far in they stand.
    """
    column = _Shape(width, False, False, renderer.unsafe_start, renderer.formulas, in_cell=True)
    pieces = _pieces(text, breaks=renderer.breaks)
    return "\n".join(line for words, mark in pieces for line in _lines(words, mark, column))


def _pieces(text: str, *, breaks: bool) -> list[tuple[str, str]]:
    """The text between hard breaks, soft line ends made spaces, and the mark of each break."""
    if "\n" not in text and "\r" not in text:
        return [(text.strip(), "")]
    parts = (_ANY_BREAK if breaks else _HARD_BREAK).split(
        text.replace("\r\n", "\n").replace("\r", "\n").strip()
    )
    words = [_SOFT_BREAK.sub(" ", part).strip(" \t") for part in parts[::2]]
    return list(zip(words, [*parts[1::2], ""], strict=True))


def _continuation(lead: str) -> str:
    """The indent of a line that goes on with a paragraph which began after ``lead``."""
    return _MARKER.sub(" ", lead)


class _Shape(NamedTuple):
    """How the source stands on its lines."""

    width: int
    before: bool
    """A line begins with ``<br/>``."""
    after: bool
    """A line ends with it."""
    unsafe: re.Pattern[str] | None
    """What no line may begin with, beyond CommonMark's marks."""
    formulas: re.Pattern[str] | None
    in_cell: bool = False
    """It is the column of a table that is drawn: no line may be longer, if it can be helped."""

    def length(self, text: str) -> int:
        """How much of the width a text takes."""
        return (columns(text) if self.in_cell else None) or len(text)


def _shape(source: str, renderer: Renderer) -> _Shape:
    lines = _LINE_END.split(source)
    tags = "<" in source
    return _Shape(
        width=max(_MIN_WIDTH, *(len(line) for line in lines)),
        before=tags and any(re.match(r"</?br\b", line) for line in lines[1:]),
        after=tags and any(_ends_in_break(line.rstrip()) for line in lines[:-1]),
        unsafe=renderer.unsafe_start,
        formulas=renderer.formulas,
    )


def _lines(words: str, mark: str, shape: _Shape | None) -> list[str]:
    """The lines of a piece, its break marked in the last; one without a shape."""
    *lines, last = [words] if shape is None else _wrapped(words, shape)
    return [*lines, last + mark]


def _wrapped(text: str, shape: _Shape) -> Iterator[str]:
    """The text over lines no longer than the source's, and broken at ``<br/>`` as the source is."""
    line: list[str] = []
    length = 0
    for chunk in _chunks(text, shape.formulas):
        if length and _is_full(length, line[-1], chunk, shape) and _may_part(line[-1], chunk, shape):
            yield " ".join(line)
            length = 0
        if length:
            line.append(chunk)
            length += 1 + shape.length(chunk)
        else:
            line, length = [chunk], shape.length(chunk)
    yield " ".join(line)


def _may_part(last: str, chunk: str, shape: _Shape) -> bool:
    if shape.unsafe and shape.unsafe.match(chunk):
        return False
    return _SAFE_START.match(chunk) is not None and not last.endswith("\\")


def _is_full(length: int, last: str, chunk: str, shape: _Shape) -> bool:
    """Whether a line of that length, and with that last chunk, is to end before ``chunk``."""
    width, more = shape.width, shape.length(chunk)
    if length + 1 + more > width and (shape.in_cell or more < width or length > width // 2):
        return True
    return (shape.before and chunk.startswith(("<br", "</br"))) or (shape.after and _ends_in_break(last))


def _ends_in_break(line: str) -> bool:
    return _BREAK_TAG.search(line) is not None


def _chunks(text: str, formulas: re.Pattern[str] | None) -> Iterator[str]:
    """Words, where a construct with blanks in it counts as one."""
    constructs = unbreakable(text, formulas)
    if not constructs:
        yield from text.split(" ")
        return
    at = start = 0
    for low, high in [*constructs, (len(text), len(text))]:
        for space in re.finditer(" ", text[at:low]):
            yield text[start : at + space.start()]
            start = at + space.end()
        at = high
    yield text[start:]
