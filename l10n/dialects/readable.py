"""Attributes that people read; a translation may say them in its own words where they stand in a message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

ATTRIBUTES: Set[str] = frozenset(
    {
        *("alt", "title", "summary", "placeholder", "caption", "label"),
        *(f"aria-{name}" for name in ("label", "description", "placeholder", "roledescription", "valuetext")),
    }
)
"""Names of attributes of tags whose values people read."""
_SIGNS = r"<>&`{}\[\]|\\*_~$\n"
"""Some engine reads them before it reads a tag."""
_VALUE = re.compile(
    rf"(?<=[\s\"'])(?:{'|'.join(sorted(ATTRIBUTES))})="
    rf"(?:\"(?P<double>[^\"{_SIGNS}]*)\"|'(?P<single>[^'{_SIGNS}]*)')(?=[\s/>])",
    re.IGNORECASE,
)


def free_values(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where values stand in a tag that a translation may put otherwise: those that say something."""
    for match in _VALUE.finditer(text, start, len(text) if end is None else end):
        span = match.span("double" if match["double"] is not None else "single")
        if any(map(str.isalpha, text[slice(*span)])):
            yield span


def with_any_words(tag: str) -> str:
    """A tag with each of these values as ``…``."""
    pieces: list[str] = []
    at = 0
    for start, end in free_values(tag) if "=" in tag else ():
        pieces += tag[at:start], "…"
        at = end
    return "".join([*pieces, tag[at:]])
