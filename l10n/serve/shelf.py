"""The catalogs of a locale, each read again once it changed, and what they know together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from l10n.catalog import Catalog, Translated, apart, load
from l10n.errors import L10nError
from l10n.language import word_diff
from l10n.project import Project
from l10n.serve.verdict import Data, Draft
from l10n.system import composed
from l10n.update import Match, Memory


class Shelf:
    """What is asked of all catalogs, again and again."""

    def __init__(self, project: Project, locale: str) -> None:
        """Nothing is read yet."""
        self.project = project
        self.locale = locale
        self._read: dict[str, tuple[bytes, Catalog]] = {}
        self._memory = Memory(())

    def catalogs(self) -> Mapping[str, Catalog]:
        """By name, as they are now; one that cannot be read is named where its deck is shown."""
        read = dict(self._now())
        if read != self._read:
            self._read = read
            self._memory = Memory(
                (name, Translated.of(catalog.entries)) for name, (_, catalog) in read.items()
            )
        return {name: catalog for name, (_, catalog) in read.items()}

    def _now(self) -> Iterator[tuple[str, tuple[bytes, Catalog]]]:
        self.project.files.forget()
        for file in self.project.catalog_files(self.locale):
            with suppress(L10nError):
                content = self.project.files.read(file) or b""
                known = self._read.get(file.name)
                same = known is not None and known[0] == content
                yield file.name, known if known and same else (content, load(content, file.shown))

    def matches(self, draft: Draft) -> list[Data]:
        """What the memory has for a message, but for its own entry."""
        catalogs = self.catalogs()
        name = self.project.catalog_file(draft.deck, self.locale).name
        owner = composed(draft.deck)
        stands_apart = name in catalogs and draft.key in catalogs[name].apart.get(owner, ())
        own = name, apart(owner, draft.key) if stands_apart else draft.key
        found = self._memory.matches(draft.key)
        return [_shown(one, draft.key[1]) for one in found if (one.catalog, one.entry.key) != own]


def _shown(match: Match, msgid: str) -> Data:
    return {
        "msgstr": match.entry.msgstr,
        "catalog": match.catalog,
        "percent": int(100 * match.likeness),
        "changes": changes(match.entry.msgid, msgid),
    }


def changes(before: str, after: str) -> list[Data]:
    """How a text became another, word by word; nothing if it is the same."""
    edits = word_diff(before, after) if before != after else ()
    return [{"kind": str(one.kind), "text": one.text} for one in edits]
