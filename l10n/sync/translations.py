"""What the catalogs of a locale say in translation, kept between runs: a new message waits for few of them.

An entry as most are is two texts there, which takes a third of the time that reading it in its catalog takes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple

from l10n.catalog import Catalog, Entry
from l10n.errors import FileError
from l10n.project import Project
from l10n.system import Changed, File, fingerprint, state

_FOLDER = "memory"
_MANY = 20
"""With fewer catalogs in a locale nothing is kept; else all is, once more than one in so many changed."""
_BARE = Entry("")[2:]
"""What an entry has that is nothing but two texts."""
_DAMAGE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What Python says of rows that are not as they were kept."""


class _Row(NamedTuple):
    """A catalog, as it is kept."""

    digest: bytes
    """Of what it says."""
    check: bytes
    """Of this row: what was damaged is no translation."""
    data: bytes

    @classmethod
    def of(cls, name: bytes, digest: bytes, data: bytes) -> _Row:
        """That of a catalog of that name."""
        return cls(digest, fingerprint([name, digest, data]).encode(), data)


class Translations:
    """Those of one locale. What goes wrong with what is kept only costs time."""

    def __init__(self, project: Project, locale: str, code: bytes) -> None:
        """Nothing is read yet; ``code`` changes with whatever reads catalogs."""
        self._project = project
        self._room, self._name = state(project.root), f"{_FOLDER}/{locale}"
        self._code = code
        self._now: dict[bytes, _Row] = {}
        self._new = 0

    @cached_property
    def _kept(self) -> dict[bytes, _Row]:
        """The rows of the file, by the name of a catalog; not the file, which is as large."""
        code, *lines = (self._file() or b"").split(b"\n")
        found = (line.split(b"\t") for line in (lines if code == self._code else ()))
        return {row[0]: _Row(*row[1:]) for row in found if len(row) == len(("name", *_Row._fields))}

    def _file(self) -> bytes | None:
        with suppress(FileError):
            return self._room.read(self._name)
        return None

    def of(self, file: File) -> Catalog | None:
        """What ``Catalogs.translations`` gives of a catalog, and raises."""
        name = json.dumps(file.name).encode()
        row = self._kept.get(name)
        if row and row.digest == self._project.files.digest(file):
            with suppress(*_DAMAGE):
                if row != _Row.of(name, row.digest, row.data):
                    raise ValueError(row.check)
                found = Catalog(entries=_entries(row.data))
                self._now[name] = row
                return found
        catalog = self._project.catalogs.translations(file)
        if catalog and (digest := self._project.files.digest(file)):  # of what was read just now
            self._now[name] = _Row.of(name, digest, _data(catalog.entries))
            self._new += 1
        return catalog

    def close(self) -> None:
        """Keep what was read for the next run, if it is worth that."""
        stale = self._new + len(self._kept.keys() - self._now.keys())
        if self._project.files.dry or len(self._now) < _MANY or stale * _MANY <= len(self._now):
            return
        lines = (b"\t".join((name, *row)) for name, row in self._now.items())
        with suppress(FileError, Changed):
            self._room.put(self._name, b"\n".join((self._code, *lines)), self._file())


def forget_others(project: Project) -> None:
    """Remove what is kept of locales that the project has no more."""
    room = state(project.root)
    with suppress(FileError):
        for name in {*room.files(below=_FOLDER)} - {f"{_FOLDER}/{locale}" for locale in project.locales}:
            room.remove(name)


def _data(entries: Sequence[Entry]) -> bytes:
    texts = [text for entry in entries for text in entry[:2]]
    odd = {at: entry[2:] for at, entry in enumerate(entries) if entry[2:] != _BARE}
    return json.dumps([texts, odd], ensure_ascii=False).encode()


def _entries(data: bytes) -> tuple[Entry, ...]:
    texts, odd = json.loads(data)
    texts = _texts(texts)
    entries = list(map(Entry, texts[::2], texts[1::2]))
    for at, rest in odd.items():
        entries[int(at)] = _odd(*entries[int(at)][:2], *rest)
    return tuple(entries)


def _odd(msgid: str, msgstr: str, context: Any, fuzzy: Any, obsolete: Any, *rest: Any) -> Entry:
    notes, comments, references, previous, lines = rest
    said = _texts(notes), _texts(comments), _texts(references)
    key = None if previous is None else (_context(previous[0]), str(previous[1]))
    return Entry(msgid, msgstr, _context(context), bool(fuzzy), bool(obsolete), *said, key, _texts(lines))


def _context(value: Any) -> str | None:
    return None if value is None else str(value)


def _texts(values: Any) -> tuple[str, ...]:
    """The same; ``TypeError`` if one of them is no text, ``ValueError`` if that cannot be written."""
    "".join(values).encode()
    return tuple(values)
