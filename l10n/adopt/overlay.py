"""One catalog over another: what the older one has stays, unless it is to be replaced."""

from __future__ import annotations

from dataclasses import replace

from l10n.adopt.results import Changed
from l10n.catalog import Catalog, Entry


def overlaid(old: Catalog, new: Catalog, *, replacing: bool) -> tuple[Catalog, list[Changed]]:
    """``old`` with the translations of ``new``, both for the same messages, and where they differ."""
    entries = [_over(entry, new.by_key.get(entry.key), replacing=replacing) for entry in old.entries]
    known = {entry.key for entry in old.entries}
    entries += [entry for entry in new.entries if entry.obsolete and entry.key not in known]
    whole = replace(old, entries=tuple(entries))
    return whole, _changed(old, new, whole)


def _over(entry: Entry, other: Entry | None, *, replacing: bool) -> Entry:
    if other is None or not _differs(entry, other) or (entry.msgstr and not replacing):
        return entry
    return other._replace(notes=entry.notes, lines=())


def _differs(entry: Entry, other: Entry) -> bool:
    """Whether the newer one says something else of this very message, not of what it was in the past."""
    of_the_past = other.previous is not None and bool(entry.msgstr)
    return not (entry.obsolete or of_the_past) and other.msgstr not in ("", entry.msgstr)


def _changed(old: Catalog, new: Catalog, whole: Catalog) -> list[Changed]:
    lines = whole.lines_by_key()
    found: list[Changed] = []
    for key, entry in old.by_key.items():
        other = new.by_key.get(key)
        if other and _differs(entry, other):
            taken = whole.by_key[key].msgstr == other.msgstr
            found.append(Changed(lines[key], key[1], entry.msgstr, other.msgstr, taken))
    return found
