"""What reveal.js renders: its own way to take off indent, and marked, which reads GitHub's Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from l10n.dialects.commonmark.own_lines import OwnLines
from l10n.dialects.commonmark.reader import Reader
from l10n.dialects.renderer import Renderer
from l10n.markdown import BlockToken

LINES = OwnLines(signs=re.compile(r"(?!)"), interrupting={})
_MARKED = Reader(LINES)
_LEAD = re.compile(r"\n?(\s*)")
_TABS = re.compile(r"\n?(\t*)")


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
        return _MARKED(source)
    lines, origins = _without(lead, source.split("\n"))
    tokens, references = _MARKED("\n".join(lines))
    _put_back(tokens, origins)
    return tokens, references


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




RENDERER = Renderer(
    macros=re.compile(
        r"\$\$[^$]+\$\$|(?<!\\)\$(?![ \t$])(?:[^$\\]|\\.)+(?<![ \t])\$(?!\d)|\\\((?:(?!\\\)).)+\\\)"
    ),
    signs=re.compile(r"\$|\\\("),
    unsafe_start=re.compile(r"s*notes?:", re.IGNORECASE),
    titles_say_anchors=False,
)
