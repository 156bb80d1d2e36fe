"""What the inline content of a block is made of: code, tags, macros, links, classes - and prose.

Nothing here knows decks or catalogs; every expression stays linear on any text. Those that most texts have
nothing for begin with a character or a class of them, for which ``re`` skips to the next one at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from l10n.markdown.brackets import CLASS, paired_brackets
from l10n.regex import regex

_RUN = regex("``*")
_COMMENT = r"<!--(?:(?!<!--)[\s\S])*?-->"
TAG = rf"</?[a-zA-Z][^<>]*>|{_COMMENT}"
MACRO = (
    r"@@[A-Z_]+@@|@@[A-Z_]+\[[^\[\]\n]*\]|\{\{[^{}\n]*\}\}|\\\{\{[^{}\n]*\}\}"
    r"|!\[:[^\[\]\n]*\](?:\([^()\n]*\))?|\[\^[^\[\]\s]+\]:?"
)
URL = r"(?:https?|ftp)://[^\s<]+[^<.,:;\"')\]\s]"
_NOT_PROSE = regex(rf"{TAG}|{MACRO}|{URL}|\]\((?:[^()\s]|\([^()\s]*\))*|\]\[[^\[\]\n]*\]|&#?[a-zA-Z0-9]+;")
_NOT_ALL_PROSE = regex(r"[`<@{\[\]&]|://")
"""What else than prose has one of them."""
_WHOLE = regex(rf"{TAG}|{MACRO}|\]\([^()]*\)")
_CONSTRUCT = regex(r"[`<@{\[\]]")
"""Every construct that must stay whole has one of them."""
_SCHEMES = ("http", "ftp")
_WORD = regex(r"[^\W_]+(?:['’.-][^\W_]+)*")


def code_spans(text: str) -> list[tuple[int, int]]:
    """The ranges of inline code, backticks included (CommonMark: runs of equal length pair up)."""
    runs = [match.span() for match in _RUN.finditer(text)]
    later: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[index][1] - runs[index][0], []).append(index)
    spans: list[tuple[int, int]] = []
    free = 0
    for index, (start, end) in enumerate(runs):
        same = later[end - start]
        same.pop()
        if index >= free and same and not _escaped(text, start):
            spans.append((start, runs[same[-1]][1]))
            free = same[-1] + 1
    return spans


def _escaped(text: str, at: int) -> bool:
    before = text[max(0, at - 20) : at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def without_code(text: str, instead: str = " ") -> str:
    """``text`` with each character of inline code replaced by another, which is a blank unless told."""
    if "`" not in text:
        return text
    parts: list[str] = []
    at = 0
    for start, end in code_spans(text):
        parts += text[at:start], instead * (end - start)
        at = end
    return "".join([*parts, text[at:]])


def prose(text: str) -> str:
    """``text`` without code, tags, macros, URLs, class names, targets and labels."""
    if not _NOT_ALL_PROSE.search(text):
        return text
    bare = CLASS.sub(lambda match: " " if match[2] else match.group(), without_code(text))
    return _NOT_PROSE.sub(" ", bare)


def has_prose(text: str) -> bool:
    """Whether there is a letter outside code, URLs, tags, class names, labels and macros."""
    start = text.lstrip("*_(\"'“«")
    if start[:1].isalpha() and not start.startswith(_SCHEMES):  # most begin with prose
        return True
    return any(char.isalpha() for char in prose(text))


@lru_cache(maxsize=2_000)
def words(text: str) -> int:
    """How many words of prose there are to translate."""
    return len(_WORD.findall(prose(text)))


def unbreakable(text: str, formulas: re.Pattern[str] | None = None) -> list[tuple[int, int]]:
    """Ranges that must not be laid out over lines, in order and apart: code, links, classes, tags, macros.

    And formulas, where an engine has them.
    """
    ranges = [match.span() for match in formulas.finditer(text)] if formulas else []
    if not _CONSTRUCT.search(text):
        return ranges
    ranges += code_spans(text)
    bare = without_code(text)
    ranges += (match.span() for match in _WHOLE.finditer(bare))
    every = paired_brackets(bare)
    pairs = ((one.end - 1, one.partner) for one in every if not one.closes)
    ranges += ((start, every[partner].end) for start, partner in pairs if partner is not None)
    return _merged(sorted(ranges))


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def label(text: str) -> str:
    """A reference label as CommonMark compares them."""
    return " ".join(text.split()).casefold()


_SHORTCUT = regex(
    rf"(?=[\\<.\[\]])(?:\\.|{TAG}|(?:\.[a-zA-Z_\-][a-zA-Z\-_0-9]*+)+\[?|\]\([^()\s]*\)|\]\[[^\[\]]+\]"
    r"|\[(?P<label>(?:[^\[\]\\]|\\.)+)\](?P<collapsed>\[\])?(?![\[(:]))"
)


def in_full(text: str, references: Mapping[str, str]) -> str:
    """``text`` with shortcut and collapsed references in full, ``[x]`` as ``[x][x]``.

    Then the shown text can be translated and the link still finds its definition.
    """
    parts: list[str] = []
    at = 0
    for match in _SHORTCUT.finditer(without_code(text)):
        start, end = match.span("label")
        if start >= 0 and label(text[start:end]) in references:
            parts += text[at : start - 1], f"[{text[start:end]}][{text[start:end]}]"
            at = match.end()
    return "".join(parts) + text[at:]
