"""Entities of HTML, as characters."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

from l10n.regex import regex

_NUMBER = regex(r"(?<=&\#)[0-9]++")
_DIGITS = 8
"""With so many, not counting zeros before them, a number is that of no character."""


def unescaped(text: str) -> str:
    """``text`` as a page has it; ``html`` knows what numbers mean, but not those without end."""
    return html.unescape(_NUMBER.sub(lambda match: match.group().lstrip("0")[:_DIGITS] or "0", text))


_REFERENCE = regex(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[a-zA-Z0-9]{1,32}+;?)")


class Decoding(NamedTuple):
    """How a browser decodes the text of an element, and how that must be written."""

    markup: re.Pattern[str]
    """Signs that would be none of the text's."""
    entity: str = ""
    """The character that the engine gets as an entity, however it is written."""
    again: str = ""
    """What behind ``&amp;`` the engine decodes once more, to a quotation mark."""

    def characters(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """Where entities stand that are decoded, and what the engine gets for each; controls stay."""
        for low, high, said in self._references(text, start, len(text) if end is None else end):
            if not _CONTROLS.search(said):
                yield low, high, said

    def written(self, text: str) -> str:
        """``text`` so that the engine gets it: no entity but as text, and no markup."""
        pieces: list[str] = []
        at = 0
        for start, _, _ in self._references(text, 0, len(text)):
            pieces += text[at:start], "&amp;"
            at = start + 1
        return self.markup.sub("&lt;", "".join([*pieces, text[at:]]))

    def _references(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        for match in _REFERENCE.finditer(text, start, end):
            name = _known(match.group())
            said = unescaped(name)
            if name and said != self.entity:
                stop = match.start() + len(name)
                again = bool(self.again) and said == "&" and text.startswith(self.again, stop)
                yield match.start(), stop + len(self.again) * again, '"' if again else said


_CONTROLS = regex(r"\A\Z|[\0-\x08\x0b-\x1f\x7f-\x9f]")
_END = regex(r"<(?=/textarea)", re.IGNORECASE)
REMARK_TEXTAREA = Decoding(_END, "\xa0", "quot;")
"""A ``<textarea>`` whose markup remark reads."""
TEXTAREA = Decoding(_END)
"""A ``<textarea>`` of which the text is read."""
ELEMENT = Decoding(regex(r"<(?=[a-zA-Z/!?])"))
"""Any other element, without another in it, of which the text is read."""


def _known(reference: str) -> str:
    """What of a reference is the name of a character: of names without a semicolon the longest."""
    if reference.startswith("&#"):
        return reference
    sizes = range(len(reference), 2, -1)
    return next((reference[:size] for size in sizes if reference[1:size] in html5), "")
