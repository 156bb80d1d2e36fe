"""What became of messages since their translation was right, found by going back through snapshots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from l10n.catalog import Key
from l10n.snapshots import Snapshot

_ALIKE = 60.0
"""From how many percent of likeness on a message that vanished counts as the one whose place was taken."""
_BESIDE = 25.0
"""How many percent it counts that both stand beside the same message."""
_LEAST = 35.0
"""Messages that are less alike are two, wherever they stand."""
_MOST = 1_000_000
"""Comparing costs the product of how many messages came and went; beyond that only ``#|`` is believed."""


@dataclass(frozen=True, slots=True)
class Change:
    """How a message came to be what it is."""

    key: Key
    before: Key | None = None
    """What its source was when its translation was last right; None if it never was."""
    right: Snapshot | None = None
    """The last snapshot in which it was."""
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
            change, before = _back(step, changes[key], name)
            found = (
                before is not None and older.messages[before].right and (before != key or not now[key].right)
            )
            changes[key] = replace(change, before=before, right=older) if found else change
            if before is None or found:
                del names[key]
            else:
                names[key] = before
        if not names:
            break
        newer = older
    return changes


def _back(step: _Step, change: Change, name: Key) -> tuple[Change, Key | None]:
    """What the message was one snapshot earlier, None if it was not; the change notes when it came."""
    there = name in step.older.messages
    was_right = there and step.older.messages[name].right and not step.newer.messages[name].right
    if change.changed is None and (not there or was_right):
        change = replace(change, changed=step.newer, earlier=step.older)
    return change, name if there else step.predecessors.get(name)


class _Step:
    """From one snapshot to the next."""

    def __init__(self, newer: Snapshot, older: Snapshot) -> None:
        self.newer = newer
        self.older = older

    @cached_property
    def predecessors(self) -> dict[Key, Key]:
        """For messages that came, the ones whose place they took."""
        came = [key for key in self.newer.messages if key not in self.older.messages]
        known = {key: self.newer.messages[key].previous for key in came}
        found = {key: name for key, name in known.items() if name in self.older.messages and name is not None}
        went = [key for key in self.older.messages if key not in self.newer.messages]
        taken = set(found.values())
        pairs = self._alike([key for key in came if key not in found], went)
        for _, key, name in sorted(pairs, key=lambda pair: pair[0], reverse=True):
            if key not in found and name not in taken:
                found[key] = name
                taken.add(name)
        return found

    def _alike(self, came: Sequence[Key], went: Sequence[Key]) -> Iterator[tuple[float, Key, Key]]:
        from rapidfuzz import fuzz, process

        if len(came) * len(went) > _MOST:
            return
        texts = [msgid for _, msgid in went]
        before, after = _neighbours(self.older, self.newer), _neighbours(self.newer, self.older)
        for key in came:
            for _, likeness, at in process.extract(
                key[1], texts, scorer=fuzz.ratio, score_cutoff=_LEAST, limit=None
            ):
                score = likeness + _BESIDE * bool(before[went[at]] & after[key])
                if score >= _ALIKE:
                    yield score, key, went[at]


def _neighbours(one: Snapshot, other: Snapshot) -> dict[Key, set[tuple[str, Key]]]:
    """For each message that only one has, the nearest before and after it that both have."""
    found: dict[Key, set[tuple[str, Key]]] = {}
    for side, keys in (("before", list(one.messages)), ("after", list(one.messages)[::-1])):
        last: Key | None = None
        for key in keys:
            if key in other.messages:
                last = key
            else:
                found.setdefault(key, set()).update([(side, last)] if last else ())
    return found
