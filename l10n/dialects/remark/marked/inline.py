"""The inline content of a block as remark's renderer, marked 0.3, reads it; it is not CommonMark.

There are no runs that pair up, and code does not come first. At each place an ordered list of rules is tried,
the first that matches wins, and what it holds is read by the same rules, as a text of its own. What begins
first wins, therefore: emphasis looks for its end in code and targets, too.

``closers`` finds the ends, each table once for a text, so that time stays linear.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from l10n.dialects.remark.lookups import WHITE
from l10n.dialects.remark.marked.closers import Closers
from l10n.dialects.remark.marked.versions import Compared
from l10n.regex import regex


class Kind(Enum):
    """What the renderer makes of a piece of text."""

    EMPHASIS = auto()
    STRONG = auto()
    DELETED = auto()
    CODE = auto()
    LINK = auto()
    IMAGE = auto()
    URL = auto()
    TAG = auto()
    BREAK = auto()


class Piece(NamedTuple):
    """Something that is not plain text."""

    kind: Kind
    start: int
    end: int
    value: tuple[int, int] = (0, 0)
    """The range of code without its marks, of the target of a link, of a URL or a tag."""
    label: str = ""
    """Of a link or image by reference; then its target is that label's."""
    title: tuple[int, int] = (0, 0)
    """The range of the title of a link or image, if it has one."""
    inner: tuple[int, int] | None = None
    """The range of what is read again: emphasised text, the text of a link."""


_SPECIAL = regex(r"[\\<!\[_*`~]|https?://|(?<![ \t])(?=  | ?\t)[ \t]++\n")
"""Where a rule may match; behind a blank no break begins, for the blanks before are part of it."""
_ESCAPE = regex(r"\\[\\`*{}\[\]()#+\-.!_>~|]")
_URL = regex(rf"https?://[^{WHITE}<\x01]+[^<\x01.,:;\"')\]{WHITE}]")
"""A URL; ``\\1`` stands for the tag that ends a content class."""
_DELETED = regex(rf"~~(?=[^{WHITE}])")
_DEPTH = 20
"""So deep in one another are texts read, so that time stays linear."""
_LABEL = 1000
"""Longer ones are nobody's."""
_BLANKS = regex(f"[{WHITE}]+")


class Inline(NamedTuple):
    """A text, taken apart."""

    pieces: Sequence[Piece]
    """In the order in which they end."""
    typed: Sequence[int]
    """Where each ``*`` and ``_`` stands that shows as it is typed."""


def inline(text: str, defined: Callable[[str], bool], versions: Compared) -> Inline:
    """What is not plain in ``text``; ``defined`` says of a label whether there is such a definition.

    ``versions`` knows then whether another version reads it in the same way.
    """
    if not _SPECIAL.search(text):
        return _PLAIN
    reader = _Reader(defined, versions)
    reader.read(text.replace("\u00a0", " ").replace("\u2424", "\n"), 0, 0)
    return Inline(reader.pieces, sorted(reader.typed))


_PLAIN = Inline((), ())


class _Reader:
    """The state of a reading: what was found, and whether a link is open."""

    def __init__(self, defined: Callable[[str], bool], versions: Compared) -> None:
        self.pieces: list[Piece] = []
        self.typed: list[int] = []
        self.in_link = False
        self._defined = defined
        self._versions = versions

    def read(self, text: str, base: int, depth: int) -> None:
        """Read a text that begins at ``base``, and what is in it."""
        if depth > _DEPTH:
            return
        closers = Closers(text, self._versions)
        at = 0
        while match := _SPECIAL.search(text, at):
            start = match.start()
            if text[start] == "\\":
                escaped = _ESCAPE.match(text, start)
                at = escaped.end() if escaped else start + 1
                continue
            piece = self._piece(closers, start)
            at = closers.after_run(start) if piece is None else piece.end
            if piece is not None:
                self._take(piece, text, base, depth)
            elif text[start] in "*_":
                self.typed.append(base + start)

    def _piece(self, closers: Closers, start: int) -> Piece | None:
        for rule in _RULES[closers.text[start]]:
            piece = rule(self, closers, start)
            if piece is not None:
                return piece
        return None

    def _take(self, piece: Piece, text: str, base: int, depth: int) -> None:
        if piece.inner is not None and piece.kind is not Kind.IMAGE:
            start, end = piece.inner
            self.in_link |= piece.kind is Kind.LINK
            self.read(text[start:end], base + start, depth + 1)
        if piece.kind in (Kind.LINK, Kind.IMAGE):
            self.in_link = False
        if piece.kind is Kind.TAG:
            self._note_link(text[piece.start : piece.end].lower())
        self.pieces.append(_moved(piece, base))

    def _note_link(self, tag: str) -> None:
        if tag.startswith("<a "):
            self.in_link = True
        elif tag.startswith("</a>"):
            self.in_link = False

    def autolink(self, closers: Closers, start: int) -> Piece | None:
        """``<x@y>``, ``<x:/y>``: whatever has no blank in it."""
        end = closers.autolink(start)
        return Piece(Kind.URL, start, end, (start + 1, end - 1)) if end else None

    def url(self, closers: Closers, start: int) -> Piece | None:
        """A bare URL; the later version sees none in the text of a link."""
        match = _URL.match(closers.text, start)
        if match and self.in_link and not self._versions.asked(lambda version: version.urls_in_links):
            return None
        return Piece(Kind.URL, start, match.end(), match.span()) if match else None

    def tag(self, closers: Closers, start: int) -> Piece | None:
        """A tag or a comment."""
        end = closers.tag(start)
        return Piece(Kind.TAG, start, end, (start, end)) if end else None

    def link(self, closers: Closers, start: int) -> Piece | None:
        """``[text](target "title")``, also of an image."""
        opener = start + closers.text.startswith("!", start)
        bracket = closers.link(opener)
        if bracket is None:
            return None
        target, title, end = closers.target(bracket)
        inner = opener + 1, bracket
        return Piece(_kind(closers.text, start), start, end, target, title=title, inner=inner)

    def reference(self, closers: Closers, start: int) -> Piece | None:
        """``[text][label]``, ``[text] [label]``, ``[label][]`` and ``[label]``, if there is such a label."""
        opener = start + closers.text.startswith("!", start)
        found = closers.reference(opener)
        if found is None:
            return None
        bracket, label, end = found
        first, last = label if label[0] < label[1] else (opener + 1, bracket)
        if last - first > _LABEL:
            return None
        name = _BLANKS.sub(" ", closers.text[first:last])
        if not self._defined(name):
            return None
        return Piece(_kind(closers.text, start), start, end, label=name, inner=(opener + 1, bracket))

    def strong(self, closers: Closers, start: int) -> Piece | None:
        """``**so**``, ``__so__``, with whatever on either side of the marks."""
        end = closers.strong(start)
        return Piece(Kind.STRONG, start, end + 2, inner=(start + 2, end)) if end else None

    def emphasis(self, closers: Closers, start: int) -> Piece | None:
        """``*so*``, ``_so_``."""
        end = closers.emphasis(start)
        return Piece(Kind.EMPHASIS, start, end + 1, inner=(start + 1, end)) if end else None

    def code(self, closers: Closers, start: int) -> Piece | None:
        """What stands between two runs of backticks; of the first run, some may be content."""
        found = closers.code(start)
        if found is None:
            return None
        first, last, end = found
        return Piece(Kind.CODE, start, end, (first, last))

    def line_break(self, closers: Closers, start: int) -> Piece | None:
        """Blanks before a line end that is not the last."""
        end = closers.text.index("\n", start) + 1
        return Piece(Kind.BREAK, start, end) if end <= closers.last_character else None

    def deleted(self, closers: Closers, start: int) -> Piece | None:
        """``~~so~~``."""
        end = closers.deleted(start) if _DELETED.match(closers.text, start) else None
        return Piece(Kind.DELETED, start, end + 2, inner=(start + 2, end)) if end else None


def _kind(text: str, start: int) -> Kind:
    return Kind.IMAGE if text[start] == "!" else Kind.LINK


def _moved(piece: Piece, by: int) -> Piece:
    if not by:
        return piece
    kind, start, end, value, label, title, inner = piece
    inner = (inner[0] + by, inner[1] + by) if inner else None
    value, title = (value[0] + by, value[1] + by), (title[0] + by, title[1] + by)
    return Piece(kind, start + by, end + by, value, label, title, inner)


_Rule = Callable[[_Reader, Closers, int], Piece | None]
_RULES: dict[str, Sequence[_Rule]] = {
    "<": (_Reader.autolink, _Reader.tag),
    "h": (_Reader.url,),
    "!": (_Reader.link, _Reader.reference),
    "[": (_Reader.link, _Reader.reference),
    "_": (_Reader.strong, _Reader.emphasis),
    "*": (_Reader.strong, _Reader.emphasis),
    "`": (_Reader.code,),
    "~": (_Reader.deleted,),
    " ": (_Reader.line_break,),
    "\t": (_Reader.line_break,),
}
"""By the sign that they begin with, in the renderer's order."""
