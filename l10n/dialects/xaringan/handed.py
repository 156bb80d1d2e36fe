"""What remark is handed of a deck, once knitr and xaringan are through; as long as the deck.

A line end takes the place of every character of what is gone: line ends are nothing to remark where nothing
stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.dialects.cut import FILLER
from l10n.dialects.front_matter import find_front_matter
from l10n.dialects.xaringan.knitr import Chunk
from l10n.regex import regex

_PROPERTY = regex(r"\n*+(?:class|name|layout|template|count|exclude|background-\w+|highlight-style):")
"""What is meant for the head of a slide, wherever it stands."""
_VOID = regex(r"(?<=\S)`r +(?:''|\"\") *+`")
"""Says nothing: with it authors show the header of a chunk, which then is none to knitr."""
_FENCED = r"^[ \t]*+```[^\n]*\n(?:(?![ \t]*+```)[^\n]*\n)*[ \t]*+```[^\n]*$"
_FORMULA = regex(
    rf"{_FENCED}|(?<!\S)(?P<formula>\$\$(?! )[^$`\n]++(?<! )\$\$|\$(?! )[^$`\n]++(?<! )\$(?![$0-9]))",
    re.MULTILINE,
)
_NO_END = r"(?![ \t]*+(?:\n|\Z)|---?+(?:\n|\Z)|\?\?\?(?:\n|\Z))"
"""Of a line that goes on with what the one before it began."""
_APART = regex(
    r"^[ \t]*+(?::{3,}[ \t]*+(?:\{[^{}\n]*\}|[\w-]++)?[ \t]*+:*+"
    rf"|\$\$(?:[^$\n]|\$(?!\$)|\n{_NO_END})*\$\$"
    rf"|\\begin\{{[^{{}}\n]+\}}(?:[^\\\n]|\\(?!end\b)|\n(?!\\begin\b){_NO_END})*\\end\{{[^{{}}\n]+\}})"
    r"[ \t]*+$",
    re.MULTILINE,
)
"""Marks of divs, which some decks bring a script for, and mathematics, on lines of their own."""


def handed(text: str, chunks: Sequence[Chunk]) -> str:
    """What remark is handed of ``text``."""
    front = find_front_matter(text)
    begin = front.end if front else 0
    pieces = ["\n" * begin]
    at = begin
    for chunk, shown in _seen(text, [chunk for chunk in chunks if chunk.start >= begin]):
        pieces += _VOID.sub(_blank, text[at : chunk.start]), shown
        at = chunk.end
    return _FORMULA.sub(_protected, "".join([*pieces, _VOID.sub(_blank, text[at:])]))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _seen(text: str, chunks: Sequence[Chunk]) -> list[tuple[Chunk, str]]:
    """Each chunk, and what there is instead.

    What one prints is not known, but authors know that properties come first: before these, chunks leave
    nothing.
    """
    found: list[tuple[Chunk, str]] = []
    end, before_property = len(text), False
    for chunk in reversed(chunks):
        nothing_between = not text[chunk.end : end].strip("\n")
        at_head = bool(_PROPERTY.match(text, chunk.end, end)) or (nothing_between and before_property)
        before_property = at_head and not chunk.is_text
        found.append((chunk, _gone(chunk) if before_property else _shown(text, chunk)))
        end = chunk.start
    return found[::-1]


def _shown(text: str, chunk: Chunk) -> str:
    """What a chunk leaves."""
    if chunk.is_off("include") or (chunk.is_off("echo") and chunk.is_off("eval")):
        return _gone(chunk)
    is_empty = not text[slice(*chunk.body)].strip("\n\t >")
    if is_empty and not chunk.is_closed:
        return _gone(chunk)
    if chunk.is_off("echo") or not chunk.is_closed or is_empty:
        return _output(chunk)
    return _text(text, chunk) if chunk.is_text else _code(text, chunk)


def _gone(chunk: Chunk) -> str:
    return "\n" * (chunk.end - chunk.start)


def _code(text: str, chunk: Chunk) -> str:
    """The code, in a fence with the name of its language."""
    header = text[chunk.start : chunk.body[0]]
    ticks = header.count("`", 0, header.index("{"))
    fence = f"{chunk.lead}{'`' * ticks}{chunk.engine}".ljust(len(header))
    pieces = [fence]
    at = chunk.body[0]
    for one in chunk.prose.data:
        if one.start > at:
            pieces += text[at : one.start], FILLER * (one.end - one.start)
            at = one.end
    return "".join([*pieces, text[at : chunk.end]])


def _output(chunk: Chunk) -> str:
    """A fence with something in it: without anything it would go on to the next one."""
    fence = chunk.lead + "```"
    width = chunk.end - chunk.start - 2 * len(fence) - 2
    if width < 1:  # nobody closes it; a fence may end behind its last text
        return f"{fence}\n{FILLER * (width + len(fence) - 2)}```"
    indent = chunk.lead[: width - 1]
    return f"{fence}\n{indent}{FILLER * (width - len(indent))}\n{fence}"


def _text(text: str, chunk: Chunk) -> str:
    """What is in it, as it is."""
    start, end = chunk.body
    body = text[start:end] if start < end else ""
    return "\n" * (start - chunk.start) + body + "\n" * (chunk.end - start - len(body))


def _protected(match: re.Match[str]) -> str:
    """Mathematics as inline code; code as it is."""
    return f"`{match['formula'][1:-1]}`" if match["formula"] else match.group()


def lines_apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in that range mathematics stands on lines of its own, or the mark of a div."""
    return (match.span() for match in _APART.finditer(text, start, end))
