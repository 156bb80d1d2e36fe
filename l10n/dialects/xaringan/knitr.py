"""What knitr runs in a deck: chunks, and code within lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from l10n.dialects.chunk_options import Options, filled, read_options
from l10n.regex import regex

_HEADER = regex(
    r"^(?P<lead>[\t >]*+)(?P<ticks>```+)[ \t]*+\{(?P<engine>\w++)(?P<options>(?:[ ,].*)?)\}[ \t]*+$",
    re.MULTILINE | re.ASCII,
)
_CLOSING = regex(r"^[\t >]*+(?P<ticks>```+)[ \t]*+$", re.MULTILINE)
_OPTION_LINE = regex(r"\n([\t >]*+#\|.*)")
INLINE = r"(?<!\n``)(?<!\A``)`(?:r[ \#]|\{r\} )[^`]+`"
"""Code within a line; other backticks before it do not hide it from knitr."""
_INLINE = regex(INLINE)
_FALSE = r"(?:FALSE|F|false|no)\b"
_IS_OFF = {name: regex(rf"(?<![\w.]){name}\s*[=:]\s*{_FALSE}") for name in ("include", "echo", "eval")}


class Chunk(NamedTuple):
    """A block of code that knitr runs."""

    start: int
    end: int
    """Where its last line ends, without the line end."""
    lead: str
    """What stands before the backticks: of lists and quotes."""
    engine: str
    options: str
    """As the header and the lines with ``#|`` have them, but for those that are prose."""
    body: tuple[int, int]
    """From the line end of its header up to that before its last line."""
    prose: Options

    @property
    def is_closed(self) -> bool:
        """Whether it ends before the text does."""
        return self.body[1] < self.end

    @property
    def is_text(self) -> bool:
        """Whether what is in it shows as it is."""
        return self.engine == "asis" and self.is_closed and not self.is_off("echo")

    def is_off(self, option: str) -> bool:
        """Whether the chunk itself says so."""
        return _IS_OFF[option].search(self.options) is not None


def find_chunks(text: str) -> Iterator[Chunk]:
    """The chunks of a normalised text, in order; one that nobody closes goes on to its end."""
    closings: dict[int, list[tuple[int, int]]] = {}
    for line in _CLOSING.finditer(text):
        closings.setdefault(len(line["ticks"]), []).append(line.span())
    at = 0
    while header := _HEADER.search(text, at):
        same = closings.get(len(header["ticks"]), [])
        index = bisect_left(same, header.span()[1:])
        last, at = same[index] if index < len(same) else (len(text) + 1, len(text))
        yield _chunk(text, header, last, at)


def _chunk(text: str, header: re.Match[str], last: int, end: int) -> Chunk:
    lines = list(_option_lines(text, header.end(), last))
    prose = read_options(text, header.span("options"), lines)
    options = filled(text, header.start("options"), lines[-1][1] if lines else header.end(), prose.data)
    body = header.end(), last - 1
    return Chunk(header.start(), end, header["lead"], header["engine"], options, body, prose)


def _option_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while line := _OPTION_LINE.match(text, start, end):
        yield line.span(1)
        start = line.end()


def code_run(text: str, chunks: Iterable[Chunk]) -> Iterator[tuple[int, str]]:
    """All that knitr runs in a text: where it begins, and what it is; inline code on one line."""
    at = 0
    for chunk in chunks:
        yield from _inline(text, at, chunk.start)
        end = chunk.body[0] if chunk.is_text else chunk.end
        yield chunk.start, filled(text, chunk.start, end, (one for one in chunk.prose.data if one.end <= end))
        at = chunk.end
    yield from _inline(text, at, len(text))


def _inline(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for match in _INLINE.finditer(text, start, end):
        yield match.start(), " ".join(match.group().split())
