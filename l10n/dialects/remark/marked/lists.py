"""Lists: where they end, which items they have, and what these hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.dialects.remark.lookups import trimmed
from l10n.dialects.remark.marked.definitions import definition
from l10n.dialects.remark.marked.level import Level, each_piece
from l10n.dialects.remark.marked.lines import Bullet, bullet, indent
from l10n.dialects.remark.marked.tokens import Token
from l10n.dialects.remark.marked.versions import Version
from l10n.regex import regex

_MARK = regex(r" *+(?:[*+-]|\d++\.) ++", re.ASCII)


class _Items(NamedTuple):
    """The items of a list."""

    starts: Sequence[int]
    end: int
    """The line behind it."""
    goes_on: bool
    """Whether another list's item follows, with no line end that is left to this one."""


def list_block(level: Level, at: int) -> tuple[int, Sequence[Token | Level]] | None:
    """The list that begins in that line."""
    first = bullet(level, at)
    if first is None:
        return None
    items = _items(level, at, first)
    return items.end, (*_told(level, items, "ol" if first.ordered else "ul"),)


def _items(level: Level, at: int, first: Bullet) -> _Items:
    starts = [at]
    line = at
    while (following := level.next_filled(line + 1)) < len(level.lines):
        if (end := _end(level, line, following, first, at)) is not None:
            return _Items(starts, end, goes_on=False)
        if (another := _sibling(level, following, first)) is not None:
            if another.mark != first.mark and not (another.ordered and first.ordered):
                return _Items(starts, following, goes_on=True)
            starts.append(following)
        line = following
    return _Items(starts, len(level.lines), goes_on=False)


def _sibling(level: Level, at: int, first: Bullet) -> Bullet | None:
    line = level.lines[at]
    if not line.startswith(first.indent) or line[len(first.indent) : len(first.indent) + 1] in ("", " "):
        return None
    match = _MARK.match(line)
    if match is None:
        return None
    mark = match.group().strip(" ")
    return Bullet(first.indent, mark, len(first.indent) + len(mark) + 1)


def _end(level: Level, line: int, following: int, first: Bullet, at: int) -> int | None:
    """Where the list ends between a line of it and the next that is not empty; None if it goes on.

    An item must hold a character: where its mark stands alone, the line end is that.
    """
    mark_alone = line == at and first.end == len(level.lines[at])
    line_ends = following - line - mark_alone
    if level.white_from <= following and _ends_white(level, line, first.end if line == at else -1):
        return len(level.lines)
    if line_ends and (_ends_list(level, following, first) or _is_apart(level, following, first, line_ends)):
        return following
    return len(level.lines) if level.white_from <= following else None


def _ends_white(level: Level, line: int, start: int) -> bool:
    """Whether white space ends the line, behind the first character of what it holds."""
    text = level.lines[line]
    return max(start + 1, len(trimmed(f".{text}")) - 1) < len(text)


def _ends_list(level: Level, at: int, first: Bullet) -> bool:
    line = level.lines[at]
    is_definition = line.lstrip(" ")[0] == "[" and definition(level, at) is not None
    if is_definition and not level.asked(lambda version: version.listed_definitions):
        return True
    return level.asked(lambda version: _is_ending_rule(version, line, first))


def _is_ending_rule(version: Version, line: str, first: Bullet) -> bool:
    if version.any_indent:
        return re.match(version.rule_in_list, line) is not None
    start = len(first.indent) if line.startswith(first.indent) else 0
    return any(re.compile(version.rule_in_list).match(line, position) for position in {start, 0})


def _is_apart(level: Level, at: int, first: Bullet, line_ends: int) -> bool:
    """Whether so many line ends part it from the list."""
    if line_ends > 2:
        return True
    return line_ends == 2 and level.lines[at][0] != " " and _sibling(level, at, first) is None


def _told(level: Level, items: _Items, tag: str) -> Iterator[Token | Level]:
    name = "ordered_list" if tag == "ol" else "bullet_list"
    yield Token(f"{name}_open", tag, level.lines_of(items.starts[0], items.end))
    loose = False
    for start, end in zip(items.starts, [*items.starts[1:], items.end], strict=True):
        lines = _held(level, start, end)
        last = end == items.end
        if last and not items.goes_on and end < len(level.lines):
            lines.append("")
        apart = not last and len(lines) > 1 and not lines[-1]
        tight = not (loose or _has_gap(lines) or apart)
        loose = apart
        yield Token("list_item_open", "li", level.lines_of(start, end))
        yield level.within(start, lines, top=False, tight=tight)
        yield Token("list_item_close", "li")
    yield Token(f"{name}_close", tag)


def _held(level: Level, start: int, end: int) -> list[str]:
    """The lines of an item without its mark, and without so many blanks as the renderer takes away."""
    first = level.lines[start]
    match = _MARK.match(first)
    width = match.end() if match else 0
    lines = [first[width:], *level.lines[start + 1 : end]]
    if not any(line.startswith(" ") for line in lines[1:]):
        return lines
    return level.asked(lambda version: _outdented(lines, version.outdent or width))


def _outdented(lines: Sequence[str], blanks: int) -> list[str]:
    return [each_piece(line, lambda piece: piece[min(blanks, indent(piece)) :]) for line in lines]


def _has_gap(lines: Sequence[str]) -> bool:
    """Whether an empty line parts two that are not."""
    gap = next((at for at in range(1, len(lines) - 1) if not lines[at]), None)
    return gap is not None and any(trimmed(line) for line in lines[gap + 1 :])
