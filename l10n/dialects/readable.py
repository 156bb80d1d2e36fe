"""Attributes that people read; a translation may say them in its own words where they stand in a message."""

from __future__ import annotations

from collections.abc import Iterator, Set

from l10n.dialects.tokenizer import html_tags
from l10n.regex import regex

ATTRIBUTES: Set[str] = frozenset(
    {
        *("alt", "title", "summary", "placeholder", "caption", "label"),
        *(f"aria-{name}" for name in ("label", "description", "placeholder", "roledescription", "valuetext")),
    }
)
"""Names of attributes of tags whose values people read."""
_SIGN = regex(r"[<>&`{}\[\]|\\*_~$\n]")
"""Some engine reads them before it reads a tag."""


def free_values(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where values stand in a tag that a translation may put otherwise: those that say something.

    They are told as a browser tells them: what looks like one within a value may be a part of a script.
    """
    for tag in html_tags(text[start:end]):
        for one in tag.attributes:
            first, last = start + one.start, start + one.end
            if one.name in ATTRIBUTES and _is_free(text[first:last]):
                yield first + 1, last - 1


def _is_free(value: str) -> bool:
    """Whether a value stands in quotes, says something, and is read by nothing but a browser."""
    return value[:1] in ('"', "'") and any(map(str.isalpha, value)) and not _SIGN.search(value)


def with_any_words(tag: str) -> str:
    """A tag with each of these values as ``…``."""
    pieces: list[str] = []
    at = 0
    for start, end in free_values(tag) if "=" in tag else ():
        pieces += tag[at:start], "…"
        at = end
    return "".join([*pieces, tag[at:]])
