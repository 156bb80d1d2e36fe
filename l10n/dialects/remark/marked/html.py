"""Blocks of HTML: a comment, an element, or a tag, that ends a line and has an empty one behind it."""

from __future__ import annotations

import re
from functools import partial

from l10n.dialects.remark.marked.level import Level
from l10n.dialects.remark.marked.lines import TAG, indent
from l10n.dialects.remark.marked.versions import BLANK_LINE, Version


def html_end(level: Level, at: int) -> int | None:
    """The line behind the HTML that begins in that line; None if it is none, or no block.

    An element goes on to the first of its closing tags that an empty line follows.
    """
    line = level.lines[at]
    start = level.starts[at] + indent(line)
    if line.startswith("<!--", indent(line)):
        return level.asked(partial(_behind_comment, level, start))
    end = _tag_end(level, start)
    return None if end is None else _line_behind(level, BLANK_LINE.match(level.text, end))


def _behind_comment(level: Level, start: int, version: Version) -> int | None:
    end = level.searches.comment(start + len("<!---->"), version.comment_end)
    return None if end is None else _line_behind(level, version.comment_end.match(level.text, end))


def _tag_end(level: Level, start: int) -> int | None:
    if (match := TAG.match(level.text, start)) is None:
        return None
    end = level.searches.closing(match[1], match.end() + 1)
    return level.searches.tag(match.end()) if end is None else end


def _line_behind(level: Level, follows: re.Match[str] | None) -> int | None:
    if follows is None:
        return None
    at_end = follows.end() == len(level.text)
    return len(level.lines) if at_end else level.line_at(follows.end())
