"""Entities of HTML, as characters."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

_NUMBER = re.compile(r"(?<=&\#)[0-9]++")
_DIGITS = 8
"""With so many, not counting zeros before them, a number is that of no character."""


def unescaped(text: str) -> str:
    """``text`` as a page has it; ``html`` knows what numbers mean, but not those without end."""
    return html.unescape(_NUMBER.sub(lambda match: match.group().lstrip("0")[:_DIGITS] or "0", text))


_REFERENCE = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[a-zA-Z0-9]{1,32}+;?)")
_KEPT = re.compile(r"\A\Z|[\0-\x08\x0b-\x1f\x7f-\xa0]")
"""No characters of text; of a no-break space remark gets the entity."""
_QUOTE = "quot;"
"""What of ``&quot;`` remark decodes once more."""


def characters(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Where entities stand that a browser decodes in a ``<textarea>``, and what remark gets for each."""
    for match in _REFERENCE.finditer(text, start, len(text) if end is None else end):
        name = _known(match.group())
        said = unescaped(name)
        if name and not _KEPT.search(said):
            stop = match.start() + len(name)
            again = said == "&" and text.startswith(_QUOTE, stop)
            yield match.start(), stop + len(_QUOTE) * again, '"' if again else said


def _known(reference: str) -> str:
    """What of a reference is the name of a character: of names without a semicolon the longest."""
    if reference.startswith("&#"):
        return reference
    sizes = range(len(reference), 2, -1)
    return next((reference[:size] for size in sizes if reference[1:size] in html5), "")


_END = re.compile(r"<(?=/textarea)", re.IGNORECASE)


def in_textarea(text: str) -> str:
    """``text`` written so that remark gets it from a ``<textarea>``: no entity but as text, and no end."""
    pieces: list[str] = []
    at = 0
    for start, _, _ in characters(text):
        pieces += text[at:start], "&amp;"
        at = start + 1
    return _END.sub("&lt;", "".join([*pieces, text[at:]]))
