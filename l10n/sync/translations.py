"""What the catalogs of a locale say in translation, kept between runs: a new message waits for few of them.

An entry as most are is two texts there, which takes a third of the time that reading it in its catalog takes.
So is kept in how many of these texts each word is, which few changed catalogs change little.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple

from l10n.catalog import Entry, Translated
from l10n.errors import FileError
from l10n.language import document_frequency
from l10n.project import Project
from l10n.system import Changed, File, fingerprint, state

_FOLDER = "memory"
_MANY = 20
"""With fewer catalogs in a locale nothing is kept; else all is, once more than one in so many changed."""
_COUNTS = b""
"""What stands for the name of a catalog where words are counted."""
_DAMAGE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What Python says of rows that are not as they were kept."""


class _Row(NamedTuple):
    """What is kept of a catalog."""

    digest: bytes
    """Of its file; of counts, that of the rows that they are of."""
    check: bytes
    """Of this row: what was damaged is no translation."""
    data: bytes

    @classmethod
    def of(cls, name: bytes, digest: bytes, data: bytes) -> _Row:
        """That of a catalog of that name."""
        return cls(digest, fingerprint([name, digest, data]).encode(), data)

    def sound(self, name: bytes) -> bytes:
        """The data; ``ValueError`` if they were damaged, or are those of another."""
        if self != self.of(name, self.digest, self.data):
            raise ValueError(self.check)
        return self.data


class Translations:
    """Those of one locale. What goes wrong with what is kept only costs time."""

    def __init__(self, project: Project, locale: str, code: bytes) -> None:
        """Nothing is read yet; ``code`` changes with whatever reads catalogs."""
        self._project = project
        self._room, self._name = state(project.root), f"{_FOLDER}/{locale}"
        self._code = code
        self._now: dict[bytes, _Row] = {}
        self._same: list[Translated] = []
        self._new: list[Translated] = []
        self._counts: Counter[str] | None = None

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

    def of(self, file: File) -> Translated | None:
        """What ``Catalogs.translations`` gives of a catalog, and raises."""
        name = json.dumps(file.name).encode()
        row = self._kept.get(name)
        if row and row.digest == self._project.files.digest(file):
            with suppress(*_DAMAGE):
                self._same.append(_said(row.sound(name)))
                self._now[name] = row
                return self._same[-1]
        said = self._project.catalogs.translations(file)
        if said:
            digest = self._project.files.digest(file) or b""  # of what was read just now
            self._now[name] = _Row.of(name, digest, _data(said))
            (self._same if self._now[name] == row else self._new).append(said)
        return said

    def frequency(self, texts: Collection[str]) -> Counter[str]:
        """``document_frequency`` of ``texts``, which are those of all catalogs."""
        if self._counts is None:
            with suppress(*_DAMAGE):
                self._counts = self._counted_on(texts)
        if self._counts is None:
            self._counts = document_frequency(texts)
        return self._counts

    def _counted_on(self, texts: Collection[str]) -> Counter[str]:
        """The same from what was counted when it was kept, and what has come and gone since."""
        kept = self._kept[_COUNTS]
        if kept.digest != _digest(self._kept):
            raise ValueError(kept.digest)
        counts = Counter[str]({**json.loads(kept.sound(_COUNTS))})
        gone = {text for name in self._stale() for text in _said(self._kept[name].sound(name)).texts}
        new = {text for said in self._new for text in said.texts} - gone
        if new:
            new.difference_update(*(said.texts for said in self._same))
        counts.update(document_frequency(new))
        counts.subtract(document_frequency(gone.difference(texts)))
        return +counts

    def _stale(self) -> Iterator[bytes]:
        """Names of rows that are not as catalogs are now, or whose catalogs are gone."""
        return (name for name, row in self._kept.items() if name != _COUNTS and self._now.get(name) != row)

    def close(self) -> None:
        """Keep what was read for the next run, if it is worth that."""
        stale = len(self._new) + len(self._kept.keys() - self._now.keys() - {_COUNTS})
        if self._project.files.dry or len(self._now) < _MANY or stale * _MANY <= len(self._now):
            return
        texts = {text for said in (*self._same, *self._new) for text in said.texts}
        data = json.dumps(self.frequency(texts), ensure_ascii=False).encode()
        counts = _Row.of(_COUNTS, _digest(self._now), data)
        lines = (b"\t".join((name, *row)) for name, row in ((_COUNTS, counts), *self._now.items()))
        with suppress(FileError, Changed):
            self._room.put(self._name, b"\n".join((self._code, *lines)), self._file())


def forget_others(project: Project) -> None:
    """Remove what is kept of locales that the project has no more."""
    room = state(project.root)
    with suppress(FileError):
        for name in {*room.files(below=_FOLDER)} - {f"{_FOLDER}/{locale}" for locale in project.locales}:
            room.remove(name)


def _digest(rows: Mapping[bytes, _Row]) -> bytes:
    """Of all rows but counts: none may be lost."""
    return fingerprint(row.check for name, row in rows.items() if name != _COUNTS).encode()


def _data(said: Translated) -> bytes:
    return json.dumps(said, ensure_ascii=False).encode()


def _said(data: bytes) -> Translated:
    """What a row says; any of ``_DAMAGE`` where it is no ``Translated``."""
    texts, others = json.loads(data)
    _texts(texts)
    _texts(texts.values())
    return Translated(texts, tuple(_entry(*one) for one in others))


def _entry(msgid: Any, msgstr: Any, context: Any, fuzzy: Any, obsolete: Any, *rest: Any) -> Entry:
    notes, comments, references, previous, lines = rest
    msgid, msgstr = _texts((msgid, msgstr))
    said = _texts(notes), _texts(comments), _texts(references)
    key = None if previous is None else (_context(previous[0]), str(previous[1]))
    return Entry(msgid, msgstr, _context(context), bool(fuzzy), bool(obsolete), *said, key, _texts(lines))


def _context(value: Any) -> str | None:
    return None if value is None else str(value)


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    """The same; ``TypeError`` if one of them is no text, ``ValueError`` if that cannot be written."""
    every = tuple(values)
    "".join(every).encode()
    return every
