"""What a translation keeps within a text of reveal.js, and what it must not begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.dialects.commonmark.addresses import Addresses
from l10n.dialects.commonmark.mathematics import FORMULA
from l10n.dialects.fault import Fault, Kept, place
from l10n.dialects.renderer import Renderer
from l10n.markdown import unescaped
from l10n.regex import regex

_TASK = regex(r"\s*\[[ xX]\][ \t]")
_MARKER = regex(r"[ \t]*s*notes?:", re.IGNORECASE)
_RULE = regex(r"\s*(?:-{2,}|={2,}|\*{3,}|_{3,})(?![*_\w])")
"""What versions of marked may take for a rule, or for the line below a title."""


def new_start(before: str, after: str) -> Iterator[Fault]:
    """That ``after`` begins as something that ``before`` is not, or no longer has its box."""
    for what, start in (
        ("[ ]", _TASK),
        ("Note:", _MARKER),
        ("a run of marks", _RULE),
    ):
        had, has = (start.match(unescaped(text)) for text in (before, after))
        if has and not had:
            yield Fault(Kept.BLOCK, f"{what} at its start would be read as structure", (0, 1))
        elif had and not has and start is _TASK:
            yield Fault(Kept.BLOCK, "the box at its start is missing")
    if _is_hidden_mark(after) and not _is_hidden_mark(before):
        yield Fault(Kept.BLOCK, "its first sign would begin a block, for a page reads its name first", (0, 1))


def _is_hidden_mark(text: str) -> bool:
    """Whether a text begins with the name of a sign that begins a block."""
    return text.lstrip().startswith("&") and unescaped(text.lstrip())[:1] in _BLOCK_MARKS


_BLOCK_MARKS = frozenset("-+*#>=~|`<[0123456789_\n")
_ADDRESSES = Addresses(
    regex(r"(?:https?|ftp)://[^\s<]+|www\.[^\s<]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE),
    trimmed=".,;:!?)'\"*_~",
)


_DASHES = r"\A[ \t]*:?-+:?[ \t]*\Z"
"""A cell such as those in the row below a table's head; an expression."""


def read_otherwise(before: str, after: str, text: str) -> Iterator[Fault]:
    """That there would be other links of bare addresses, or that a row of dashes would begin a table."""
    yield from _ADDRESSES.changed(before, after, text)
    if re.search(_DASHES, after) and not re.search(_DASHES, before):
        yield Fault(Kept.BLOCK, "dashes alone would be read as structure of a table", place(text, "-"))


def spoken(text: str) -> str:
    """A message without bare addresses, which nobody translates."""
    return _ADDRESSES.pattern.sub(" ", text) if "@" in text or "www." in text else text


RENDERER = Renderer(
    macros=regex(rf"{FORMULA}|\\\((?:(?!\\\)).)+\\\)"),
    signs=regex(rf"\$|\\\(|@|www\.|://|{_DASHES}", re.IGNORECASE),
    new_start=new_start,
    within=read_otherwise,
    spoken=spoken,
    entities_first=True,
    unsafe_start=regex(r"s*notes?:", re.IGNORECASE),
    titles_say_anchors=False,
)
