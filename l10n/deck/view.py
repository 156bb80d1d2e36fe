"""The text as a slide engine sees it, and the way back to the bytes of the file.

An engine reads a deck from a ``<textarea>`` or over HTTP: without a byte order mark, with LF line ends,
and (remark) without the indent that all lines share. Parsing works on that view; spans are mapped back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from l10n.errors import DeckError, Place

_LINE = re.compile(r"[^\r\n\u2028\u2029]*(\r\n?|[\n\u2028\u2029]|\Z)")
"""A line as JavaScript's ``^`` has it: the engine's way to tell where indent may be."""
_START = r"(?<![^\n\u2028\u2029])"
_FLUSH_LEFT = re.compile(rf"{_START}[^ \t\n]")
_INDENT = re.compile(rf"{_START}([ \t]*+)[^ \t\n]")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class View:
    """A normalised text and, line by line, where it came from."""

    text: str
    starts: tuple[int, ...] = ()
    """Offsets in ``text`` where lines begin; empty when view and file are the same."""
    origins: tuple[int, ...] = ()
    """The offsets in the file that ``starts`` correspond to."""

    def origin(self, offset: int) -> int:
        """The offset in the file of an offset in the view."""
        if not self.starts:
            return offset
        line = bisect_right(self.starts, offset) - 1
        return self.origins[line] + offset - self.starts[line]


def view(text: str, *, dedent: bool) -> View:
    """See ``text`` as an engine does; with ``dedent``, without the indent that all lines share."""
    indent = _common_indent(text) if dedent else 0
    if not indent and "\r" not in text and not text.startswith(_BOM):
        return View(text)
    lines: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    at = length = 0
    for match in _LINE.finditer(text):
        line, end = match.group(), match.group(1)
        lead = at == 0 and line.startswith(_BOM)
        body = line[lead : len(line) - len(end)]
        cut = min(indent, len(body) - len(body.lstrip(" \t")))
        starts.append(length)
        origins.append(at + lead + cut)
        lines.append(body[cut:] + ("\n" if end.startswith("\r") else end))
        length += len(lines[-1])
        at += len(line)
        if not end:
            break
    return View("".join(lines), tuple(starts), tuple(origins))


def _common_indent(text: str) -> int:
    """How many blanks every line with text begins with (remark's ``cleanInput``)."""
    plain = text.removeprefix(_BOM)
    if "\r" in plain:
        plain = plain.replace("\r\n", "\n").replace("\r", "\n")
    if _FLUSH_LEFT.search(plain):
        return 0
    return min((len(match.group(1)) for match in _INDENT.finditer(plain)), default=0)


def decoded(data: bytes, shown: str) -> str:
    """The text of a deck; ``DeckError`` if it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(shown, data.count(b"\n", 0, error.start) + 1)
        message = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8; save the deck as UTF-8"
        raise DeckError(message, place) from error
