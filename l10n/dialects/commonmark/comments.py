"""HTML comments where CommonMark's renderers see them, and what the text of one must not become."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from l10n.dialects.cut import Refuses
from l10n.markdown import BlockToken, without_code
from l10n.regex import regex

_OPENING = regex(r"<!--+")
_ESCAPED = regex(r"\\.", re.DOTALL)


class Comment(NamedTuple):
    """A comment, and its text without the white space and the dashes at its ends."""

    start: int
    end: int
    inner: tuple[int, int]
    block: str = ""
    """The token that opens the block in which it stands; nothing, where it stands by itself."""

    @property
    def in_cell(self) -> bool:
        """Whether that is a cell of a table."""
        return self.block in ("td_open", "th_open")

    @property
    def between(self) -> tuple[int, int]:
        """All that stands between its marks."""
        return self.start + len("<!--"), self.end - len("-->")


def comments(
    text: str, lines: Sequence[str], starts: Sequence[int], tokens: Sequence[BlockToken]
) -> Iterator[Comment]:
    """The comments of a document that is read as ``tokens``, in order.

    ``lines`` are the document's, and ``starts`` say where each begins in ``text``. Those in code and in raw
    HTML are not among them.
    """
    block = ""
    for token in tokens:
        block = token.type if token.type.endswith("_open") else block
        first, last = token.map or (0, 0)
        if token.type == "html_block" and token.content.lstrip().startswith("<!--"):
            at = starts[first] + lines[first].index("<!--")
            if found := _comment(text, at, starts[last - 1] + len(lines[last - 1])):
                yield found
        elif token.type == "inline" and "<!--" in token.content:
            found_within = _within(text, token, lines, starts)
            yield from (one._replace(block=block) for one in found_within)


def _comment(text: str, at: int, end: int) -> Comment | None:
    opening = _OPENING.match(text, at)
    closing = text.find("-->", at + len("<!--"), end)
    if opening is None or closing < 0:
        return None
    low = min(opening.end(), closing)
    inner = text[low:closing].rstrip("-")
    bare = inner.strip()
    start = low + len(inner) - len(inner.lstrip()) if bare else low
    return Comment(at, closing + len("-->"), (start, start + len(bare)))


def _within(text: str, token: BlockToken, lines: Sequence[str], starts: Sequence[int]) -> Iterator[Comment]:
    """Those within the lines of a block; what stands in code is none."""
    last = (token.map or (0, 0))[1]
    end = starts[last - 1] + len(lines[last - 1])
    places = list(_places(token, lines, starts))
    bare = _ESCAPED.sub("  ", without_code(token.content))
    done = 0
    for opening in _OPENING.finditer(bare):
        begin, place = places[bisect_right(places, opening.start(), key=itemgetter(0)) - 1]
        found = _comment(text, place + opening.start() - begin, end) if place >= 0 else None
        if found is None:
            return
        if found.start >= done:
            yield found
            done = found.end


def _places(token: BlockToken, lines: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each line of a block's content begins there, and in the text; -1 where that is not known."""
    first, last = token.map or (0, 0)
    at = 0
    for number, said in enumerate(token.content.split("\n"), first):
        column = lines[number].find(said) if number < last else -1
        yield at, (starts[number] + column if column >= 0 else -1)
        at += len(said) + 1


@dataclass(frozen=True, slots=True)
class InComment:
    """What the text of a comment must not become, besides what its ``dialect`` says."""

    dialect: Refuses | None = None
    in_cell: bool = False
    """Whether the comment stands in a cell of a table."""

    def __call__(self, msgid: str, text: str) -> str | None:
        """Why a translation cannot stand in a comment; None if it can."""
        if _ENDS.search(text) and not _ENDS.search(msgid):
            return "it would end the comment that it stands in"
        if self.in_cell and text.count("|") > msgid.count("|"):
            return "its | would begin another cell"
        return self.dialect(msgid, text) if self.dialect else None


_ENDS = regex(r"--!?>|<!--|\A-?>|-\s*\Z")
