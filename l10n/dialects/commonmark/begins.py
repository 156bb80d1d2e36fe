"""With what a text begins that would be a block to some reader, where to us there is only text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from l10n.regex import regex

_MARK = regex(
    r"[ \t]*((?:[-+*:~|]|\d+[.)]|[a-zA-Z][.)])(?=\s|$)"
    r"|>|#|`{3}|~{3}|={2}|-{2}|:{3}|!{3}|\?{3}|\${2}|/{3}|\*\[|\[[^\[\]\n]+\]:)"
)
_TAG = regex(r"</?[a-zA-Z][^\s/<>]*")


def begins_with(text: str) -> str:
    """The mark of a block that ``text`` begins with; empty if there is none."""
    match = _MARK.match(text)
    return match[1] if match else ""


def note_what_is_below(tokens: Sequence[Any], source: str, _: Mapping[str, str]) -> None:
    """Note of HTML what it must keep if its text is a paragraph: its tags, and how the line below begins."""
    for token in tokens if "<" in source else ():
        if token.type == "html_block" and "\n" in token.content:
            below = token.content.split("\n", 2)[1]
            tags = " ".join(sorted(_TAG.findall(token.content)))
            token.attrs = {"below": begins_with(below), "tags": tags}
