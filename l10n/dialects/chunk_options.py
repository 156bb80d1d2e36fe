"""Options of chunks of code that are prose: what stands below a figure, or is said instead of it.

They stand in the header of a chunk, as strings of R, or each on a line behind ``#|``, as YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from l10n.dialects.cut import FILLER
from l10n.dialects.data import Data, Prose

_NAMES = r"(?:fig|tbl)[.-](?:s?cap|alt)|lst-cap|code-summary"
_PATTERNS = ("fig?cap", "fig?scap", "fig?alt", "tbl?cap", "tbl?scap", "tbl?alt", "lst-cap", "code-summary")
"""Of the same names, of which a point may be part."""
_PROSE = tuple(map(Prose, _PATTERNS))
_LINE = re.compile(r"[ \t>]*(?:#|//|%%|--)\|[ \t](?P<option>.*)")
_OPTION = re.compile(rf"(?:{_NAMES}|(?:fig|tbl)[.-]subcap):[ \t]*(?P<value>.*)")
_NO_STRING = ("|", ">", "[", "!", "&", "*")
_STRING = r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'"
_PIECE = re.compile(
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
    told = list(_in_header(text, *header))
    data = [one for one in told if isinstance(one, Data)]
    untold = [one for one in told if not isinstance(one, Data)]
    goes_on = False
    for line in lines:
        match = _LINE.match(text, *line)
        if match is None:
            break
        start, end = match.span("option")
        option = _OPTION.match(text, start, end)
        if option and option["value"] and not option["value"].startswith(_NO_STRING):
            data.append(Data(start, end, (start, end), "yaml", prose=_PROSE, named=_NAMED))
        elif goes_on and text.startswith((" ", "\t", "-"), start):
            untold.append((start, end))
            continue
        elif option and option["value"].startswith("["):
            untold.append(option.span("value"))
        goes_on = option is not None
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


def filled(text: str, start: int, end: int, data: Iterable[Data]) -> str:
    """A stretch of a text in which one sign stands for each of those values, as for any other."""
    pieces: list[str] = []
    for one in data:
        pieces += text[start : one.start], FILLER
        start = one.end
    return "".join([*pieces, text[start:end]])
