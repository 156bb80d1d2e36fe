"""The blocks of reveal.js: its own way to take off indent, and marked, which reads GitHub's Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.dialects.commonmark.reader import Reader
from l10n.dialects.reveal.differences import leave_what_differs
from l10n.markdown import BlockToken
from l10n.regex import regex

LINES = OwnLines(signs=regex(r"(?!)"), interrupting={})
_COMMONMARK = Reader(LINES)
_LEAD = regex(r"\n?(\s*)")
_TABS = regex(r"\n?(\t*)")


def indent(source: str) -> str:
    """What the plug-in takes for the indent of a slide, from the white space that it begins with."""
    lead, tabs = _LEAD.match(source), _TABS.match(source)
    if tabs and tabs[1]:
        return tabs[1]
    return " " * len(lead[1]) if lead and len(lead[1]) > 1 else ""


def read(source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """The block tokens and link definitions of a slide."""
    lead = indent(source)
    if not lead or lead not in source.lstrip():
        return _marked(source)
    lines, origins = _without(lead, source.split("\n"))
    tokens, references = _marked("\n".join(lines))
    _put_back(tokens, origins)
    return tokens, references


def _marked(source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """CommonMark's blocks; what marked reads as others stays as it is."""
    tokens, references = _COMMONMARK(source)
    leave_what_differs(source, tokens, references)
    return tokens, references


def read_by_older(source: str) -> tuple[Sequence[BlockToken], Mapping[str, str]]:
    """The same by the marked of reveal.js 5, to which a title goes on over the mark of code."""
    if not (_CODE_MARK.search(source) and _UNDERLINE.search(source)):
        return read(source)
    lines = source.split("\n")
    hidden = _hidden_marks(lines)
    return read("\n".join("x" * len(line) if at in hidden else line for at, line in enumerate(lines)))


def _hidden_marks(lines: Sequence[str]) -> set[int]:
    """The marks of code that are text, for they stand in a title: seen from its last line."""
    found: set[int] = set()
    in_title = False
    for at in range(len(lines) - 1, 0, -1):
        if in_title and _CODE_MARK.match(lines[at]) and _TEXT.match(lines[at - 1]):
            found.add(at)
        in_title = bool(lines[at].strip()) and (in_title or _UNDERLINE.match(lines[at]) is not None)
    return found


_CODE_MARK = regex(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_UNDERLINE = regex(r"^ {0,3}(?:-+|=+) *$", re.MULTILINE)
_TEXT = regex(r" {0,3}(?![-+*#>`~|]|\d+[.)])\S")
"""What may begin such a title."""


def goes_on(source: str) -> bool:
    """Whether what follows a document would be code or a comment that it has not ended."""
    if not any(sign in source for sign in ("```", "~~~", "<")):
        return False
    ends = (one(f"{source}\n\n{_BEHIND}")[0][-1] for one in (read, read_by_older))
    return any(last.type in ("fence", "html_block") and _BEHIND in last.content for last in ends)


_BEHIND = "\x1a"


def items_ended(source: str) -> tuple[int, int]:
    """How many lines below an item begin with a tag, and are one: some versions of marked end the item there.

    If there is nothing but the tag, what follows up to a blank line is no Markdown to them.
    """
    begin, alone = 0, 0
    in_item, blank = False, False
    for line in source.split("\n"):
        in_item = _ITEM.match(line) is not None or (in_item and not (blank and line[:1].strip()))
        blank = not line.strip()
        tag = _TAG.match(line) if in_item else None
        begin += tag is not None
        alone += tag is not None and tag["alone"] is not None
    return begin, alone


_ITEM = regex(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_TAG = regex(r"[ \t>]*<[a-zA-Z/!](?:(?P<alone>[^<>]*>[ \t]*$))?")


def _without(lead: str, lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines as the plug-in has them, and the number of that which each comes from.

    What it takes for indent becomes a line end, wherever it stands first in a line.
    """
    found: list[str] = []
    origins: list[int] = []
    for number, line in enumerate(lines):
        before, there, after = line.partition(lead)
        parts = [before, after] if there and before else [after if there else line]
        found += parts
        origins += [number] * len(parts)
    return found, origins


def _put_back(tokens: Sequence[Any], origins: Sequence[int]) -> None:
    for token in tokens:
        if token.map:
            first, last = token.map
            token.map = [origins[first], origins[last - 1] + 1 if last > first else origins[first]]
