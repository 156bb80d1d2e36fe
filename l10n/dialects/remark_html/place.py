"""Where in a page its deck stands."""

from __future__ import annotations

import re

from l10n.dialects.embedding import Place
from l10n.markdown import REMARK_TEXTAREA
from l10n.regex import regex

_SAID = r"(?:\"[^\"<]*\"|'[^'<]*'|[^\"'<>])*"
_PIECE = regex(
    r"<!--[\s\S]*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|title|xmp|iframe|noembed|noframes)(?=[\s/>])[\s\S]*?(?:</(?P=raw)(?=[\s/>])|\Z)"
    rf"|<textarea(?=[\s/])(?P<said>{_SAID})>(?:\r\n?|\n)?"
    r"(?P<deck>[\s\S]*?)(?:</textarea(?=[\s/>])|\Z)",
    re.IGNORECASE,
)
"""What hides tags, and a textarea; browsers drop the line end that its content begins with."""
_ID = regex(r"(?<![^\s\"'/])id\s*=\s*(?:\"source\"|'source'|source(?![^\s/]))", re.IGNORECASE)
_ELSEWHERE = regex(r"^(?:(?!//).)*\bsourceUrl[\"']?\s*:", re.MULTILINE)
"""The deck is another file's."""


def decks_in(text: str) -> tuple[Place, ...]:
    """Where a page has its deck; nowhere if it has none, or if remark loads another file."""
    areas = (match for match in _PIECE.finditer(text) if match["said"] and _ID.search(match["said"]))
    area = next(areas, None)
    if area is None or not area["deck"].strip():
        return ()
    start, end = area.span("deck")
    if _ELSEWHERE.search(text, end):
        return ()
    return (Place(start, end, area.span(), REMARK_TEXTAREA),)
