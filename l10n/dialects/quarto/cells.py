"""Chunks of code that are run: the options of theirs that are prose, and all that is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.dialects.data import Data, Prose
from l10n.dialects.quarto.inline import RUN
from l10n.markdown import BlockToken

_KEYS = ("fig-cap", "fig-alt", "tbl-cap", "lst-cap", "fig-scap", "code-summary")
_PROSE = tuple(map(Prose, _KEYS))
_LINE = re.compile(r"[ \t>]*(?:#|//|%%|--)\|[ \t](?P<option>.*)")
_OPTION = re.compile(rf"(?:{'|'.join(_KEYS)}|fig-subcap|tbl-subcap):[ \t]*(?P<value>.*)")
_IN_HEADER = re.compile(
    r"(?:fig|tbl)[.-](?:s?cap|alt)[ \t]*=[ \t]*(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)')"
)
_NO_STRING = ("|", ">", "[", "!", "&", "*")
_RUN = re.compile(RUN)


class Options(NamedTuple):
    """What of the chunks of a deck is said to people."""

    data: list[Data]
    """Options of one line."""
    untold: list[tuple[int, int]]
    """What can be in no message: options over lines, and those of the header."""


def options(text: str, lines: Sequence[str], starts: Sequence[int], tokens: Sequence[BlockToken]) -> Options:
    """The options that are prose of the chunks in a document, whose ``lines`` begin at ``starts``."""
    found = Options([], [])
    for token in tokens:
        if token.type == "fence" and token.info.strip().startswith("{") and token.map:
            _read_chunk(text, lines, starts, token.map[0], found)
    return found


def _read_chunk(text: str, lines: Sequence[str], starts: Sequence[int], first: int, found: Options) -> None:
    header = _IN_HEADER.finditer(text, starts[first], starts[first] + len(lines[first]))
    found.untold.extend(match.span(match.lastgroup or 0) for match in header)
    goes_on = False
    for number in range(first + 1, len(lines)):
        match = _LINE.match(text, starts[number], starts[number] + len(lines[number]))
        if match is None:
            return
        start, end = match.span("option")
        option = _OPTION.match(text, start, end)
        if option and option["value"] and not option["value"].startswith(_NO_STRING):
            found.data.append(Data(start, end, (start, end), "yaml", prose=_PROSE))
        elif goes_on and text.startswith((" ", "\t", "-"), start):
            found.untold.append((start, end))
            continue
        elif option and option["value"].startswith("["):
            found.untold.append(option.span("value"))
        goes_on = option is not None


def code_run(text: str) -> Iterator[tuple[int, str]]:
    """The code within lines that is run: where it begins, and what it is, on one line."""
    return ((match.start(), " ".join(match.group().split())) for match in _RUN.finditer(text))
