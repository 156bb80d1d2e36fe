"""Text as a terminal may have it: on one line, harmless, measured in columns; and JSON as harmless."""

from __future__ import annotations

import json
import re
from typing import Any
from unicodedata import combining, east_asian_width

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, line ends, marks of direction that hide text, and halves of characters."""
_SHOWN = {"\n": "⏎", "\t": " "}


def on_one_line(text: str) -> str:
    """``text``, character for character, without what a terminal would obey instead of show."""
    return _UNSAFE.sub(lambda match: _SHOWN.get(match.group(), "\N{REPLACEMENT CHARACTER}"), text)


def ascii_json(data: Any) -> str:
    """``data`` as JSON, in characters that are safe in any terminal and encoding."""
    return json.dumps(data, indent=2).replace("\x7f", r"\u007f")


def width(text: str) -> int:
    """How many columns ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if combining(char) or char in "\u200b\u200c\u200d\ufe0e\ufe0f":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def fitting(text: str, columns: int) -> int:
    """How many characters of ``text`` fit in so many columns."""
    used = 0
    for count, char in enumerate(text):
        used += _columns(char)
        if used > columns:
            return count
    return len(text)


def shortened(text: str, columns: int) -> str:
    """``text`` in at most so many columns; an ellipsis stands for what is left out."""
    if len(text) <= columns and width(text) <= columns:
        return text
    return text[: fitting(text, columns - 1)] + "…"


def end_of(text: str, columns: int) -> str:
    """The same, with what is left out at the start: of paths, the end tells more."""
    return shortened(text[::-1], columns)[::-1]


def padded(text: str, columns: int) -> str:
    """``text`` with blanks up to so many columns."""
    return text + " " * (columns - width(text))
