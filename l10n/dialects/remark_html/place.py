"""Where in a page its deck stands."""

from __future__ import annotations

import re

_SAID = r"(?:\"[^\"<]*\"|'[^'<]*'|[^\"'<>])*"
_PIECE = re.compile(
    r"<!--[\s\S]*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|title|xmp|iframe|noembed|noframes)(?=[\s/>])[\s\S]*?(?:</(?P=raw)(?=[\s/>])|\Z)"
    rf"|<textarea(?=[\s/])(?P<said>{_SAID})>(?:\r\n?|\n)?"
    r"(?P<deck>[\s\S]*?)(?:</textarea(?=[\s/>])|\Z)",
    re.IGNORECASE,
)
"""What hides tags, and a textarea; browsers drop the line end that its content begins with."""
_ID = re.compile(r"(?<![^\s\"'/])id\s*=\s*(?:\"source\"|'source'|source(?![^\s/]))", re.IGNORECASE)
_ELSEWHERE = re.compile(r"^(?:(?!//).)*\bsourceUrl[\"']?\s*:", re.MULTILINE)
"""The deck is another file's."""


def deck_in(text: str) -> tuple[int, int] | None:
    """The range of the deck in a page; None if it has none, or if remark loads another file."""
    areas = (match for match in _PIECE.finditer(text) if match["said"] and _ID.search(match["said"]))
    area = next(areas, None)
    if area is None or not area["deck"].strip():
        return None
    start, end = area.span("deck")
    return None if _ELSEWHERE.search(text, end) else (start, end)
