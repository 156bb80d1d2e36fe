"""Formulas, which most tools know: on lines of their own, and within text."""

from __future__ import annotations

from l10n.dialects.commonmark.place import Found, Place
from l10n.regex import regex

FORMULA = r"\$\$[^$]+\$\$|(?<!\\)\$(?![ \t$])(?:[^$\\]|\\.)+(?<![ \t])\$(?!\d)"
"""One within text; an expression."""


def mathematics(place: Place) -> Found | None:
    """``$$`` up to the ``$$`` that ends a line."""
    line = place.line.rstrip()
    if not line.startswith("$$"):
        return None
    if len(line) > len("$$$$") and _ENDS_MATH.search(line, 2):
        return Found(1) if line.count("$$") == len("$$") else None
    if "$$" in line[2:]:
        return None
    end = place.until("$$", lambda below: _ENDS_MATH.search(below) is not None)
    return Found(end) if end else None


_ENDS_MATH = regex(r"\$\$[ \t]*(?:\([\w:-]+\)|\{#[^{}\n]*\})?[ \t]*$")


def formula(place: Place) -> Found | None:
    """``$$`` up to the ``$$`` that ends a line, or all that follows."""
    if not place.line.startswith("$$"):
        return None
    if place.line[2:].rstrip().endswith("$$"):
        return Found(1)
    if end := place.until("$$", lambda line: line.rstrip().endswith("$$")):
        return Found(end)
    count = 1
    while place.following(count) is not None:
        count += 1
    return Found(count)
