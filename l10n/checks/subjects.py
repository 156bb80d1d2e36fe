"""What there is to check: the catalogs of a project with their decks, or catalogs alone."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from l10n.catalog import Catalog, Key, load, load_head, load_translations
from l10n.checks.model import Setting, Subject
from l10n.errors import CatalogError, FileError, L10nError, Place
from l10n.language import Glossary, canonical
from l10n.markdown import COMMONMARK
from l10n.project import (
    MESSAGES,
    AcceptedWords,
    Glossaries,
    Loaded,
    Project,
    SourceDeck,
    accepted_words,
    locale_name,
    refuse_former,
)
from l10n.system import File

Read = Callable[[bytes, str], Catalog]


class Job(NamedTuple):
    """A catalog to check, by name; nothing is read yet."""

    file: File
    locale: str = ""
    """Empty where the catalog's header must tell."""
    deck: str = ""
    """Empty where only the catalog is known."""


def is_path(name: str) -> bool:
    """Whether an argument names a catalog, and not a locale."""
    return name.endswith((".po", ".pot")) or not locale_name(name)


def jobs(project: Project, names: Sequence[str], folder: Path) -> list[Job]:
    """The catalogs that are named, by locale or by path from ``folder``; all of the project's if none is.

    ``FileError`` where these are to be found, and there is no deck: nobody has checked anything then. The
    same where they are to move first.
    """
    paths = [(folder / name).absolute() for name in names if is_path(name)]
    locales = tuple(name for name in names if not is_path(name))
    files = [file for path in paths for file in _catalogs_at(project, path)]
    found = [job for file in files for job in _jobs_of(project, file)]
    if locales or not paths:
        chosen = project.chosen(locales)
        decks = project.some_decks()
        refuse_former(project, chosen)
        every = ((deck, locale) for locale in chosen for deck in decks)
        found += (Job(project.catalog_file(deck, locale), locale, deck) for deck, locale in every)
    return list(dict.fromkeys(found))


_BATCH = 400_000
"""Bytes of catalogs, about 1,500 messages: enough to tell what is usual in a locale, and to work on."""


def batches(todo: Sequence[Job]) -> list[list[Job]]:
    """The catalogs in parts, each of one locale; they depend on nothing but the files."""
    having = Counter(job.file for job in todo)
    parts: list[list[Job]] = []
    size = 0
    for job in todo:
        if not parts or size >= _BATCH or parts[-1][-1].locale != job.locale:
            parts.append([])
            size = 0
        parts[-1].append(job)
        size += _size(job.file) // max(1, having[job.file])
    return parts


def _size(file: File) -> int:
    """In bytes; what cannot be read is named later."""
    with suppress(FileError):
        status = file.room.status(file.name)
        return status.st_size if status else 0
    return 0


def _catalogs_at(project: Project, path: Path) -> list[File]:
    """The file that is named, or the catalogs in a folder of the project."""
    folder = project.named_folder(path) if _is_folder(project, path) else None
    if folder is None:
        return [project.named(path)]
    names = folder.files(".po")
    if not names:
        raise FileError("there is no catalog in this folder (*.po)", Place(folder.shown()))
    return [project.named(path / name) for name in names]


def _is_folder(project: Project, path: Path) -> bool:
    """Whether a folder is meant; neither the project's own nor one that is called as a catalog."""
    return path != project.root and path.suffix != ".po" and os.path.isdir(path)  # noqa: PTH112 - no error


def _jobs_of(project: Project, file: File) -> list[Job]:
    """The project's catalog in a file, with each of its decks, else the catalog alone."""
    for locale in project.locales:
        if file.room is project.messages(locale) and project.source.is_there():
            decks = project.alike.of(file.name)
            found = [Job(file, locale, deck) for deck in decks if project.catalog_file(deck, locale) == file]
            if found:
                return found
    return [Job(file)]


_KEPT = 100
"""So many decks are kept in memory."""


class Reader:
    """Reads what is to be checked; each deck once for all of its locales, if there are not too many."""

    def __init__(self, project: Project, drafts: Mapping[Key, str] = MappingProxyType({})) -> None:
        """Nothing is read yet; catalogs will have the ``drafts``, approved."""
        self.project = project
        self.drafts = drafts
        self._glossaries = Glossaries(project)
        self._accepted = cache(partial(accepted_words, project))
        self._decks: dict[str, SourceDeck] = {}
        self._loaded = Loaded()

    def subjects(
        self, todo: Sequence[Job], problems: list[L10nError], *, with_decks: bool, with_entries: bool = True
    ) -> Iterator[tuple[Job, Subject]]:
        """What can be checked, in order; ``problems`` takes what else cannot be read.

        Without decks they are just translations, and no evidence of how these stand; without entries all that
        is known is whether they can be read.
        """
        if not with_decks:  # each catalog once, whoever shares it
            todo = list({job.file: job for job in todo}.values())
        for job in todo:
            try:
                subject = self.subject(job, with_deck=with_decks, with_entries=with_entries)
                self.setting(subject)
            except L10nError as error:
                problems.append(error)
            else:
                yield job, subject

    def subject(self, job: Job, *, with_deck: bool = True, with_entries: bool = True) -> Subject:
        """What is to be checked, as it is now; ``FileError`` or ``DeckError`` if it cannot be read."""
        if not job.deck:
            return self._alone(job.file)
        source = self._source(job.deck) if with_deck else None
        subject = Subject(job.file.shown, job.locale, source=source, folder=job.locale)
        content = job.file.room.read(job.file.name)
        if content is None:
            return replace(subject, missing=True)
        if not with_entries:
            return _with_catalog(subject, content, lambda *named: load_head(*named)[0])
        if source is None:
            return _with_catalog(subject, content, load_translations)
        read = self._with_own(subject, source, job, content)
        return replace(read, catalog=read.catalog.with_approved(self.drafts)) if self.drafts else read

    def _with_own(self, subject: Subject, source: SourceDeck, job: Job, content: bytes) -> Subject:
        """The subject with what its deck has of the catalog."""
        if not self.project.shares:
            return _with_catalog(subject, content)
        try:
            whole = self._loaded.of(job.file, content)
        except CatalogError as error:
            return replace(subject, problem=error)
        return replace(subject, catalog=source.own(whole, stale=True))

    def _source(self, deck: str) -> SourceDeck:
        """The deck, kept for its other locales; the oldest goes when there are many."""
        if deck not in self._decks:
            if len(self._decks) >= _KEPT:
                del self._decks[next(iter(self._decks))]
            self._decks[deck] = SourceDeck(self.project, deck)
        return self._decks[deck]

    def forget(self, deck: str) -> None:
        """Let go of a deck of which no further catalog is read."""
        self._decks.pop(deck, None)

    def _alone(self, file: File) -> Subject:
        content = file.room.read(file.name)
        if content is None:
            raise FileError("there is no such file", Place(file.shown))
        path = file.path
        if path.suffix == ".md":
            raise FileError("this is a deck; name its catalog", Place(file.shown))
        folder = path.parent.parent.name if path.parent.name == MESSAGES else ""
        folder = folder if locale_name(folder) else ""
        subject = _with_catalog(Subject(file.shown, folder, folder=folder), content)
        language = subject.catalog.fields.get("Language", "").strip()
        return replace(subject, locale=canonical(language)) if locale_name(language) else subject

    def with_refusals(self, subject: Subject) -> Subject:
        """The subject, with what the build would refuse, and borrow."""
        if subject.source is None:
            return subject
        built = subject.source.built(subject.catalog, subject.locale)
        return replace(subject, refused=built.reasons, borrowed=frozenset(built.borrowed))

    def setting(self, subject: Subject) -> Setting:
        """What the rules go by there."""
        return Setting(
            subject.locale,
            subject.source.deck.references if subject.source else {},
            self.project.localised(subject.locale),
            self.project.config.check.of(subject.locale).options,
            source_locale=self.project.config.source_locale,
            glossary=self._glossaries.of(subject.locale) if subject.source else Glossary(),
            accepted=self._accepted(subject.locale) if subject.source else AcceptedWords(),
            inline=subject.source.dialect.renderer.inline[0] if subject.source else COMMONMARK,
        )


def write(file: File, before: Catalog, after: Catalog) -> None:
    """Write a repaired catalog, whole or not at all; ``Changed`` if it is not ``before`` any more.

    A catalog that was read renders as the very bytes that were read.
    """
    file.room.put(file.name, after.render().encode(), before.render().encode())


def _with_catalog(subject: Subject, content: bytes, read: Read = load) -> Subject:
    try:
        return replace(subject, catalog=read(content, subject.file))
    except CatalogError as error:
        return replace(subject, problem=error)
