"""What a line begins, or may begin, told by that line and what is looked up for it."""

from __future__ import annotations

import re
from typing import NamedTuple

from l10n.dialects.remark.lookups import WHITE
from l10n.dialects.remark.marked.level import Level
from l10n.dialects.remark.marked.versions import Version
from l10n.markdown import INLINE_TAGS
from l10n.regex import regex

_BULLET = regex(r"( *+)([*+-]|\d++\.) ", re.ASCII)
_RULE = regex(r"(?: *+[-*_]){3,} *+\Z")
_UNDERLINE = regex(r" *+[-=]{2,}+ *+\Z")
_FENCE = regex(r" *+(`{3,}+|~{3,}+)")
_ATTACHED = regex(rf"[^{WHITE}]*+ *+\Z")
TAG = regex(rf"<(?!(?:{INLINE_TAGS})\b)(\w++)(?!:/|[^\w\s{WHITE}@]*+@)", re.ASCII)
"""How HTML begins that is a block: no inline tag in lower case, no address of mail or web."""


class Bullet(NamedTuple):
    """The mark of a list item."""

    indent: str
    mark: str
    end: int
    """Behind the blank that follows it."""

    @property
    def ordered(self) -> bool:
        """Whether it is a number."""
        return len(self.mark) > 1


class Fence(NamedTuple):
    """A fence from its first line to its last."""

    word: str
    last: int
    end: int
    """Where, in the last line, the mark begins that ends it."""


def indent(line: str) -> int:
    """How many blanks it begins with."""
    return len(line) - len(line.lstrip(" "))


def is_rule(level: Level, at: int) -> bool:
    """Whether it is a thematic break."""
    return _RULE.match(level.lines[at]) is not None


def is_underlined(level: Level, at: int) -> bool:
    """Whether the next line makes it a heading."""
    return (
        at + 1 < len(level.lines)
        and level.lines[at + 1][:1] in (" ", "-", "=")
        and _UNDERLINE.match(level.lines[at + 1]) is not None
    )


def is_quote(level: Level, at: int) -> bool:
    """Whether a quote may begin in it."""
    rest = level.lines[at].lstrip(" ")
    return len(rest) > 1 and rest[0] == ">"


def bullet(level: Level, at: int) -> Bullet | None:
    """The mark if it begins a list; something must follow, be it a line end."""
    match = _BULLET.match(level.lines[at])
    if match and (match.end() < len(level.lines[at]) or at + 1 < len(level.lines)):
        return Bullet(match[1], match[2], match.end())
    return None


def fence(level: Level, at: int) -> Fence | None:
    """The fence that it begins, if that has an end.

    A mark without an end is read as a shorter one that a word follows; any run that ends a line is an end.
    """
    match = _FENCE.match(level.lines[at])
    if match is None or at + 1 == len(level.lines):
        return None
    line = level.lines[at]
    marks, end = match[1], match.end()
    word = level.asked(lambda version: _word(version, line, end))
    if word is not None and (found := _ended(level, at, marks)):
        return found._replace(word=word)
    if _ATTACHED.match(line, end):
        for length in range(len(marks) - 1, 2, -1):
            if found := _ended(level, at, marks[:length]):
                return found._replace(word=marks[length:] + line[end:].rstrip(" "))
    return None


def _word(version: Version, line: str, at: int) -> str | None:
    """What stands behind a mark; None if something stands there that must not."""
    match = version.words.match(line, at)
    return (match[1] or "") if match else None


def _ended(level: Level, at: int, marks: str) -> Fence | None:
    last = level.fences.at_or_after(marks[0], len(marks), at + 1)
    is_filling = last == at + 1 and level.lines[last].rstrip(" ") == marks
    if is_filling and level.asked(lambda version: version.filled_fences):
        last = level.fences.at_or_after(marks[0], len(marks), at + 2)
    if last is None:
        return None
    return Fence("", last, len(level.lines[last].rstrip(" ")) - len(marks))
