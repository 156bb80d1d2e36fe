"""Options of chunks of code that are prose: what stands below a figure, or is said instead of it.

They stand in the header of a chunk, as strings of R, or each on a line behind ``#|``, as YAML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile, zip_longest
from typing import NamedTuple

from l10n.dialects.cut import FILLER
from l10n.dialects.data import Data, Prose
from l10n.regex import regex

_NAMES = r"(?:fig|tbl)[.-](?:s?cap|alt)|lst-cap|code-summary"
_PATTERNS = ("fig?cap", "fig?scap", "fig?alt", "tbl?cap", "tbl?scap", "tbl?alt", "lst-cap", "code-summary")
"""Of the same names, of which a point may be part."""
_PROSE = (*map(Prose, _PATTERNS), *(Prose(f"{name}.*") for name in (*_PATTERNS, "fig?subcap", "tbl?subcap")))
_LINE = regex(r"[ \t>]*(?:#|//|%%|--)\|[ \t](?P<option>.*)")
_OPTION = regex(rf"(?:{_NAMES}|(?:fig|tbl)[.-]subcap):[ \t]*(?P<value>.*)")
_STRING = r"\"[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*\"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*'"
_PIECE = regex(
    rf"(?<![\w.-])(?P<r>(?:fig|tbl)\.(?:s?cap|alt))[ \t]*=[ \t]*(?P<value>{_STRING})(?=[ \t]*(?:[,}}]|\Z))"
    rf"|(?<![\w.-])(?P<other>(?:fig|tbl)-(?:s?cap|alt)|lst-cap|code-summary)[ \t]*="
    rf"[ \t]*(?P<text>{_STRING})|{_STRING}|\\.|."
)
"""Of a header; what stands in another string is no option, and an escaped quote begins none."""


class Options(NamedTuple):
    """What of a chunk is said to people."""

    data: tuple[Data, ...]
    """Options that are one string."""
    untold: tuple[tuple[int, int], ...]
    """What can be in no message: options over lines, and those of a header that is not R's."""


def read_options(text: str, header: tuple[int, int], lines: Iterable[tuple[int, int]]) -> Options:
    """The options that are prose of the chunk with that header, and those lines below."""
    told = [*_in_header(text, *header), *_on_lines(text, lines)]
    data = (one for one in told if isinstance(one, Data))
    untold = (one for one in told if not isinstance(one, Data))
    return Options(tuple(data), tuple(untold))


_NAMED = "option of a chunk"


def _in_header(text: str, start: int, end: int) -> Iterator[Data | tuple[int, int]]:
    """What it says: strings of R, and others without their quotes."""
    for match in _PIECE.finditer(text, start, end):
        if match["r"]:
            low, high = match.span("value")
            yield Data(low, high, (low, high), "r", prose=(Prose(match["r"]),), named=_NAMED)
        elif match["other"]:
            low, high = match.span("text")
            yield low + 1, high - 1


def _on_lines(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[Data | tuple[int, int]]:
    """What the lines below it say; what goes on over lines is no string of one."""
    found = takewhile(bool, (_LINE.match(text, *line) for line in lines))
    spans = [match.span("option") for match in found if match]
    within = in_list = False
    for span, below in zip_longest(spans, spans[1:]):
        option = _OPTION.match(text, *span)
        item = _ITEM.match(text, *span) if in_list and not option else None
        goes_on = below is not None and _GOES_ON.match(text, *below) is not None
        within = option is not None or (within and text.startswith((" ", "\t", "-"), span[0]))
        in_list = not option["value"] if option else in_list and within
        is_string = bool(option and _STRING_OR_LIST.match(option["value"]))
        if not goes_on and (item or is_string):
            yield _data(item.span("item") if item else span, _ITEMS if item else _PROSE)
        elif option is None and within:
            yield span
        elif option and is_string:
            yield option.span("value")


def _data(span: tuple[int, int], prose: tuple[Prose, ...]) -> Data:
    return Data(*span, span, "yaml", prose=prose, named=_NAMED)


_ITEMS = (Prose("*"),)
_ITEM = regex(r"[ \t]*(?P<item>-[ \t]+[^\s|>\[{!&*-].*)")
_GOES_ON = regex(r"[ \t]+(?!-[ \t])\S")
_STRING_OR_LIST = regex(r"[^|>!&*]")


def filled(text: str, start: int, end: int, data: Iterable[Data]) -> str:
    """A stretch of a text in which one sign stands for each of those values, as for any other."""
    pieces: list[str] = []
    for one in data:
        pieces += text[start : one.start], FILLER
        start = one.end
    return "".join([*pieces, text[start:end]])
