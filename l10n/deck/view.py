"""The text as a slide engine sees it, and the way back to the bytes of the file.

An engine reads a deck from a ``<textarea>`` or over HTTP: without a byte order mark, with LF line ends,
and (remark) without the indent that all lines share. Parsing works on that view; spans are mapped back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, chain
from typing import NamedTuple

from l10n import errors
from l10n.dialects import Place
from l10n.errors import DeckError
from l10n.regex import regex

_LINE = regex(r"[^\r\n\u2028\u2029]*(\r\n?|[\n\u2028\u2029]|\Z)")
"""A line as JavaScript's ``^`` has it: the engine's way to tell where indent may be."""
_START = r"(?<![^\n\u2028\u2029])"
_FLUSH_LEFT = regex(rf"{_START}[^ \t\n]")
_INDENT = regex(rf"{_START}([ \t]*+)[^ \t\n]")
_BOM = "\ufeff"
Lead = Callable[[str], str]
"""What an engine takes off a deck, wherever it stands first in a line."""


class View(NamedTuple):
    """A normalised text and, line by line, where it came from."""

    text: str
    starts: tuple[int, ...] = ()
    """Offsets in ``text`` where lines begin; empty when view and file are the same."""
    origins: tuple[int, ...] = ()
    """The offsets in the file that ``starts`` correspond to."""
    within: View | None = None
    """What ``origins`` are offsets of, if that is no file but a view of one."""
    apart: int = 0
    """From where on lines that follow each other do not do so in the file; 0 if all do."""

    def origin(self, offset: int) -> int:
        """The offset in the file of an offset in the view."""
        if self.starts:
            line = bisect_right(self.starts, offset) - 1
            offset = self.origins[line] + offset - self.starts[line]
        return self.within.origin(offset) if self.within else offset

    def ranges(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where a range of the view is in the file: line by line, where lines stand apart."""
        if self.apart and start >= self.apart:
            while (stop := self.text.find("\n", start, end)) >= 0:
                yield self.origin(start), self.origin(stop)
                start = stop + 1
        yield self.origin(start), self.origin(end)


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


def page_view(text: str, places: Sequence[Place], lead: Lead | None, *, dedent: bool) -> View:
    """See the decks in a page as an engine does that gets them from a browser.

    Behind each stands NUL, which no browser hands out, and behind all of them the page. ``lead`` says what an
    engine takes off of one.
    """
    decks = _by_deck(_with_decks_first(text.replace("\0", "\ufffd"), places), partial(view, dedent=dedent))
    return _by_deck(decks, partial(_unindented, lead=lead)) if lead else decks


def _with_decks_first(text: str, places: Sequence[Place]) -> View:
    """A page with its decks in front, decoded."""
    pieces = [*chain.from_iterable(_decoded(text, place) for place in places)]
    at = 0
    for place in places:
        pieces.append((at, text[at : place.start]))
        at = place.end
    return _view_of([*pieces, (at, text[at:])])


def _decoded(text: str, place: Place) -> Iterator[_Piece]:
    """A deck, and NUL behind it."""
    at = place.start
    for low, high, said in _otherwise(text, place):
        yield at, text[at:low]
        for sign in said:
            yield low, sign
        at = high
    yield at, text[at : place.end]
    yield place.end, "\0"


def _otherwise(text: str, place: Place) -> Iterator[tuple[int, int, str]]:
    """Where an engine gets something else than is written, and what."""
    at = place.start
    for start, end in (*place.gone, (place.end, place.end)):
        if place.decoding:
            yield from place.decoding.characters(text, at, start)
        if at < start < end and text[start - 1] == "\r":
            yield start - 1, start, "\n"  # by itself, whatever follows
        if start < end:
            yield start, end, ""
        at = end


def _unindented(text: str, lead: Lead) -> View:
    """A deck of which each line ends where its lead stands first, for that becomes a line end."""
    indent = lead(text)
    if not indent or indent not in text:
        return View(text)
    pieces: list[_Piece] = []
    at = 0
    for match in re.finditer(rf"\n?{re.escape(indent)}([^\n\u2028\u2029]*)", text):
        pieces += (at, text[at : match.start()]), (match.start(), "\n"), (match.start(1), match[1])
        at = match.end()
    return _view_of([*pieces, (at, text[at:])])


_Piece = tuple[int, str]
"""Some characters, and where they come from."""


def _view_of(pieces: Sequence[_Piece], within: View | None = None) -> View:
    origins, parts = zip(*pieces, strict=True)
    starts = accumulate(map(len, parts[:-1]), initial=0)
    return View("".join(parts), tuple(starts), origins, within)


def _by_deck(page: View, see: Callable[[str], View]) -> View:
    """A page, with each deck in front of it seen so."""
    *decks, rest = page.text.split("\0")
    pieces: list[_Piece] = []
    at = 0
    for deck in decks:
        seen = see(deck)
        ends = (*seen.starts[1:], len(seen.text))
        for start, end, origin in zip(seen.starts or (0,), ends, seen.origins or (0,), strict=True):
            pieces.append((at + origin, seen.text[start:end]))
        at += len(deck) + 1
        pieces.append((at - 1, "\0"))
    return _view_of([*pieces, (at, rest)], page)


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
        place = errors.Place(shown, data.count(b"\n", 0, error.start) + 1)
        message = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8; save the deck as UTF-8"
        raise DeckError(message, place) from error
