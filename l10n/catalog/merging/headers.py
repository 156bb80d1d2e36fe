"""Headers of two branches put together: dates never conflict, other fields merge one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from l10n.catalog.lines import pieces, sort_lines, string_in
from l10n.catalog.model import Catalog
from l10n.regex import regex

POT_DATE = "POT-Creation-Date"
PO_DATE = "PO-Revision-Date"
_DATE = regex(r"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)\s*+(?:([+-])(\d\d):?(\d\d))?")
_Item = TypeVar("_Item")
_EPOCH = datetime.fromtimestamp(0, UTC)


def moment(date: str) -> datetime:
    """When that was; what is no date (a template's ``YEAR-MO-DA``) is older than any."""
    match = _DATE.match(date)
    try:
        when = datetime.fromisoformat(match[1]).replace(tzinfo=UTC) if match else _EPOCH
    except ValueError:  # such as a 31st of February
        return _EPOCH
    if match is None or match[2] is None or when.year == 1:
        return when
    offset = timedelta(hours=int(match[3]), minutes=int(match[4]))
    return when - offset if match[2] == "+" else when + offset


def newer(ours: Catalog, theirs: Catalog, field: str) -> bool:
    """Whether theirs has the later date in that field."""
    return moment(theirs.fields.get(field, "")) > moment(ours.fields.get(field, ""))


def merged_header(base: Catalog, ours: Catalog, theirs: Catalog, newline: str) -> tuple[str, ...]:
    """The header's lines, with that line end; those of a side that has all that is wanted stay."""
    versions = [_Header(catalog) for catalog in (base, ours, theirs)]
    comments = union(*(version.comments for version in versions))
    fields = _fields(*(version.fields for version in versions), theirs_later=newer(ours, theirs, PO_DATE))
    for version in versions[1:]:
        if (version.comments, list(version.fields.items())) == (comments, list(fields.items())):
            return with_newline(version.lines, newline)
    lines = (*comments, *versions[1].rest, *(f'"{line}"' for line in fields.values()))
    return tuple(line + newline for line in lines)


class _Header:
    """A header's parts: comments, what stands between them and the fields, and lines by field."""

    def __init__(self, catalog: Catalog) -> None:
        self.lines = catalog.header
        sorted_lines = sort_lines(catalog.header)
        self.comments = (*sorted_lines.comments, *sorted_lines.extracted, *sorted_lines.references)
        flags = (f"#, {', '.join(sorted_lines.flags)}",) if sorted_lines.flags else ()
        self.rest = (*flags, *sorted_lines.source, 'msgstr ""')
        written = "".join(one[2] for one in map(string_in, sorted_lines.translation) if one)
        self.fields = {line.partition(":")[0]: line for line in pieces(written)}


def _fields(
    base: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str], *, theirs_later: bool
) -> dict[str, str]:
    """The lines of all fields, by name, in the order of ours; a side's new ones follow what they followed."""
    found: dict[str, str] = {}
    for name in interleaved(list(ours), list(theirs)):
        old, mine, other = base.get(name, ""), ours.get(name, ""), theirs.get(name, "")
        if name in (POT_DATE, PO_DATE):
            line = max(mine, other, key=lambda one: (moment(one.partition(": ")[2]), one))
        elif mine in (old, other):
            line = other
        else:
            line = other if theirs_later and other != old else mine
        if line:
            found[name] = line
    return found


def interleaved(skeleton: Sequence[_Item], extra: Sequence[_Item]) -> list[_Item]:
    """The skeleton in its order; what only the other one has follows what it follows there."""
    known = set(skeleton)
    followers: dict[_Item | None, list[_Item]] = {}
    last: _Item | None = None
    for item in extra:
        if item in known:
            last = item
        else:
            followers.setdefault(last, []).append(item)
    return [*followers.get(None, ()), *(one for item in skeleton for one in (item, *followers.get(item, ())))]


def union(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Lines that a side has added and lines that neither has removed; those of ours come first."""
    before, mine, other = set(base), set(ours), set(theirs)
    kept = (line for line in ours if line in other or line not in before)
    added = (line for line in theirs if line not in mine and line not in before)
    return (*kept, *added)


def with_newline(lines: Sequence[str], newline: str) -> tuple[str, ...]:
    """The lines with that line end."""
    return tuple(line.rstrip("\r\n") + newline if line.endswith(("\n", "\r")) else line for line in lines)
