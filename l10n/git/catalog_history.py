"""The revisions of a deck's catalog, whatever that was called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from l10n.catalog import Key, own_messages
from l10n.git.repository import Repository, Revision
from l10n.git.snapshots import Message
from l10n.project import HOMES, Project, SourceDeck, kept_name
from l10n.system import File, composed


def history_of(project: Project, repository: Repository, deck: str, file: File) -> list[Revision]:
    """Those of the catalog in ``file``, newest first, and before them those of what it was moved from."""
    path = repository.path(file.path)
    history = repository.history(path, mainline=True)
    if not (project.shares and history):
        return history
    names = (kept_name(home(deck), ".po") for home in HOMES.values())
    others = {repository.path(file.room.file(name).path) for name in names} - {path}
    found = [one for one in history if one.path == path]
    for other in sorted(others):
        known = {one.commit for one in found}
        older = repository.history(other, mainline=True)
        found += [one for one in older if one.commit not in known and one.path == other]
    return sorted(found, key=lambda one: one.date, reverse=True)


def messages_of(source: SourceDeck, messages: Mapping[Key, Message]) -> Mapping[Key, Message]:
    """The messages of a catalog, as a deck calls them that may not be the only one to have it."""
    if not source.project.shares:
        return messages
    return own_messages(messages, composed(source.path), lambda message, key: replace(message, key=key))
