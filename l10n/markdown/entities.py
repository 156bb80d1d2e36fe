"""Entities of HTML, as characters."""

from __future__ import annotations

import html
import re

_NUMBER = re.compile(r"(?<=&\#)[0-9]++")
_DIGITS = 8
"""With so many, not counting zeros before them, a number is that of no character."""


def unescaped(text: str) -> str:
    """``text`` as a page has it; ``html`` knows what numbers mean, but not those without end."""
    return html.unescape(_NUMBER.sub(lambda match: match.group().lstrip("0")[:_DIGITS] or "0", text))
