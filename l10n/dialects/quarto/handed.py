"""A deck as Quarto would hand it to Pandoc, as far as nothing is run for that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.dialects.quarto.lines import closes, opens, takes_titles
from l10n.regex import regex

_CHUNK = regex(r"^([ \t>]*(?:`{3,}|~{3,})[ \t]*)\{+(\w+)[^\n]*\}[ \t]*$", re.MULTILINE)
_TITLE = regex(r"#{1,6}(?= )")
_LOWEST = "######"


def handed(text: str) -> str:
    """Chunks are code of their language; titles in callouts and tabs are none of slides."""
    return "\n".join(_lowered(_CHUNK.sub(r"\1\2", text).split("\n")))


def _lowered(lines: list[str]) -> Iterator[str]:
    divs: list[bool] = []
    within = 0
    for line in lines:
        if opens(line):
            divs.append(takes_titles(line))
            within += divs[-1]
        elif closes(line) and divs:
            within -= divs.pop()
        yield _LOWEST + line.lstrip("#") if within and _TITLE.match(line) else line
