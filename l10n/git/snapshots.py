"""A catalog through its history: which messages each revision had, and whether they were translated rightly.

From one revision to the next nearly all entries stay as they are, so each distinct one is read once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from l10n.catalog import Entry, EntryLines, Key, file_of, sort_lines, strings
from l10n.git.repository import Revision


@dataclass(frozen=True, slots=True)
class Message:
    """A live message of a catalog."""

    key: Key
    right: bool
    """It has a translation that is not fuzzy."""
    previous: Key | None = None
    """What its source was when it was translated, as ``#|`` says."""
    files: frozenset[str] = field(default=frozenset(), compare=False)
    """What its references name."""


class Snapshot(NamedTuple):
    """The live messages of a catalog at one time."""

    revision: Revision | None
    """None for what is not committed."""
    messages: Mapping[Key, Message]
    """In the order of the file."""


def message_of(entry: Entry) -> Message:
    """What is known of an entry that is there now."""
    return _message(sort_lines(entry.lines), entry.key)


class Reader:
    """Reads revisions of catalogs."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[str, tuple[Message, ...]] = {}

    def read(self, data: bytes) -> dict[Key, Message]:
        """The live messages of a catalog; what cannot be read of an old one is left out."""
        found: dict[Key, Message] = {}
        for chunk in data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n\n"):
            messages = self._known.get(chunk)
            if messages is None:
                messages = self._known[chunk] = tuple(_messages(chunk))
            for message in messages:
                found[message.key] = message
        return found


def _messages(chunk: str) -> Iterator[Message]:
    for lines in _entries(chunk.split("\n")):
        if any(line.startswith("#~") for line in lines):
            continue
        sorted_lines = sort_lines(lines)
        source = strings(sorted_lines.source)
        if source.get("msgid"):
            yield _message(sorted_lines, (source.get("msgctxt"), source["msgid"]))


def _entries(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each entry, where no blank line stands between them."""
    entry: list[str] = []
    ended = False
    for line in lines:
        if ended and line.startswith(("#", "msgid", "msgctxt")):
            yield entry
            entry, ended = [], False
        entry.append(line)
        ended = ended or line.startswith("msgstr")
    yield entry


def _message(lines: EntryLines, key: Key) -> Message:
    translated = any(strings(lines.translation).values())
    right = translated and "fuzzy" not in lines.flags
    return Message(key, right, lines.previous_key, frozenset(map(file_of, lines.places)))
