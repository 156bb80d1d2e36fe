"""Link definitions: they show nothing."""

from __future__ import annotations

from typing import NamedTuple

from l10n.dialects.remark.lookups import WHITE
from l10n.dialects.remark.marked.level import Level
from l10n.dialects.remark.marked.lines import indent
from l10n.regex import regex

_TARGET = regex(rf"\]: *+<?([^{WHITE}>]++)>?(?: +[\"(][^\n]+[\")])? *\Z")


class Definition(NamedTuple):
    """The range of its label in the text, its target, and its last line."""

    start: int
    end: int
    target: str
    last: int


def definition(level: Level, at: int) -> Definition | None:
    """The definition that begins in that line, if any; its label goes on to the first ``]``, over lines."""
    start = level.starts[at] + indent(level.lines[at]) + 1
    end = level.searches.brackets.at_or_after(start)
    if end == start or not level.text.startswith("]:", end):
        return None
    last = level.line_at(end)
    match = _TARGET.match(level.lines[last], end - level.starts[last])
    return Definition(start, end, match[1], last) if match else None
