"""What became of messages since their translation was right, found by going back through snapshots."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from l10n.catalog import Entry, Key
from l10n.git.snapshots import Snapshot
from l10n.update import successors


class Change(NamedTuple):
    """How a message came to be what it is."""

    key: Key
    before: Key | None = None
    """What its source was when its translation was last right; None if it never was."""
    right: Snapshot | None = None
    """The last snapshot in which it was; None also where only the entry itself tells of it."""
    changed: Snapshot | None = None
    """The snapshot that brought the present source, or that found the translation wrong; None if none did,
    so that the message was there from the beginning."""
    earlier: Snapshot | None = None
    """The snapshot before that."""


def trace(snapshots: Iterable[Snapshot], keys: Sequence[Key]) -> dict[Key, Change]:
    """How messages of the newest snapshot came to be what they are; snapshots are given newest first.

    No more of them are taken than are needed.
    """
    steps = iter(snapshots)
    newer = next(steps)
    now = newer.messages
    names = {key: key for key in keys}
    """What those that are still looked for were called."""
    changes = {key: Change(key) for key in keys}
    for older in steps:
        step = _Step(newer, older)
        for key, name in list(names.items()):
            changes[key], before = _followed(step, changes[key], name, is_right=now[key].right)
            if before is None:
                del names[key]
            else:
                names[key] = before
        newer = older
        if not names:
            break
    return {**changes, **{key: _as_said(changes[key], newer, name) for key, name in names.items()}}


def _followed(step: _Step, change: Change, name: Key, *, is_right: bool) -> tuple[Change, Key | None]:
    """One snapshot further back, and what to look for before that; None if there is no more to find."""
    change, before = _back(step, change, name)
    if before is None:
        return _as_said(change, step.newer, name), None
    if step.older.messages[before].right and (before != change.key or not is_right):
        return change._replace(before=before, right=step.older), None
    return change, before


def _as_said(change: Change, oldest: Snapshot, name: Key) -> Change:
    """The change of a message that no earlier snapshot has, by its own ``#|`` if it came as a draft.

    So it is with catalogs that were made of a translation of old, and with drafts from another deck.
    """
    message = oldest.messages[name]
    return change if message.right else change._replace(before=message.previous)


def _back(step: _Step, change: Change, name: Key) -> tuple[Change, Key | None]:
    """What the message was one snapshot earlier, None if it was not; the change notes when it came."""
    there = name in step.older.messages
    was_right = there and step.older.messages[name].right and not step.newer.messages[name].right
    if change.changed is None and (not there or was_right):
        change = change._replace(changed=step.newer, earlier=step.older)
    return change, name if there else step.predecessors.get(name)


class _Step:
    """From one snapshot to the next."""

    def __init__(self, newer: Snapshot, older: Snapshot) -> None:
        self.newer = newer
        self.older = older

    @cached_property
    def predecessors(self) -> dict[Key, Key]:
        """For messages that came, the ones whose place they took: as ``#|`` says, else as updates see it."""
        came = (key for key in self.newer.messages if key not in self.older.messages)
        known = {key: self.newer.messages[key].previous for key in came}
        found = {key: name for key, name in known.items() if name in self.older.messages and name is not None}
        before = _entries(self.older, set(found.values()) - self.newer.messages.keys())
        after = _entries(self.newer, found)
        return {**{key: origins[0].key for key, origins in successors(before, after).items()}, **found}


def _entries(snapshot: Snapshot, without: Container[Key]) -> list[Entry]:
    keys = (key for key in snapshot.messages if key not in without)
    return [Entry(msgid, msgctxt=context) for context, msgid in keys]
