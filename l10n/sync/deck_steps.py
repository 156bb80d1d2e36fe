"""What is done for one deck: extract, update, build."""

from __future__ import annotations

from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial

from l10n.catalog import Catalog, Count, Key, has_translation, load_head, new_template
from l10n.errors import DiskError, FileError, L10nError
from l10n.language import numerals_of
from l10n.project import Published, SourceDeck, title
from l10n.sync.results import DeckResult, Refused, Totals, Updated
from l10n.sync.work import Step, Work
from l10n.system import File
from l10n.update import dated


class DeckSteps:
    """The steps of some work, for one deck."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.project = work.project
        self.files = work.project.files

    def take(self, deck: str, result: DeckResult) -> None:
        """Note in the result what comes of a deck; ``DeckError`` if it cannot be read."""
        job = SourceDeck(self.project, deck, self.work.part_store(deck))
        result.read(job)
        if self._is_listed(job):
            result.titles[""] = job.title
        if Step.EXTRACT in self.work.steps:
            with result.noting():
                self.files.settled(partial(self._write_template, job))
        catalogs: dict[str, Catalog] = {}
        for locale in self.work.locales if self.work.steps & (Step.UPDATE | Step.BUILD) else ():
            unknown = Totals.nothing_known(len(job.entries), job.words, job.not_extracted)
            result.locales[locale] = unknown
            with result.noting():
                updated = self.files.settled(partial(self._brought_up, job, locale))
                result.note(locale, updated)
                catalogs[locale] = updated.catalog
        for locale, catalog in catalogs.items():  # once those that it borrows from are up to date
            with result.noting():
                self._count(job, locale, catalog, result)
        if job.parts:
            job.parts.remember()

    def _is_listed(self, job: SourceDeck) -> bool:
        """Whether the index has it: a file of texts has no slides that one would open."""
        return self.work.writes_index and job.is_shown

    def _write_template(self, job: SourceDeck) -> None:
        file = self.project.template_file(job.path)
        content = self.files.read(file)
        new = new_template(job.path, self.work.date)
        head, known = (new, set[Key]()) if content is None else load_head(content, file.shown)
        template = dated(known, replace(head, entries=tuple(job.entries)), self.work.date)
        self.files.write(file, template.render().encode())

    def _count(self, job: SourceDeck, locale: str, catalog: Catalog, result: DeckResult) -> None:
        """Note the numbers of a locale, once it is built if that is to be done."""
        built = Published("", borrowed=job.loans(catalog, locale))
        if Step.BUILD in self.work.steps:
            built = self._built(job, locale, catalog)
            if self._is_listed(job):
                result.titles[locale] = title(job.parse(built.text))
        counts = job.counts(catalog, self.work.glossaries.of(locale), built.reasons, built.borrowed)
        totals = Totals.of(counts, job.not_extracted)
        totals.refused = self._refused(job, locale, catalog, built.reasons)
        result.counts[locale], result.locales[locale] = counts, totals

    def _brought_up(self, job: SourceDeck, locale: str) -> Updated:
        """The catalog, brought up to the deck if that is to be done."""
        catalog = self._catalog(job, locale)
        return self._updated(catalog, job, locale) if Step.UPDATE in self.work.steps else Updated(catalog)

    def _catalog(self, job: SourceDeck, locale: str) -> Catalog:
        file = self.project.catalog_file(job.path, locale)
        known = self.project.catalog(file)
        if known is not None:
            return known
        new = job.new_catalog(locale, self.work.date)
        adopted = self.work.orphans[locale].best_for(job.entries) if Step.UPDATE in self.work.steps else None
        return adopted or new

    def _updated(self, old: Catalog, job: SourceDeck, locale: str) -> Updated:
        updated = self._current(old, job, locale)
        catalog = dated(old.by_key.keys(), updated.catalog, self.work.date)
        file = self.project.catalog_file(job.path, locale)
        if self.work.orphans[locale].holds(old):
            catalog = catalog.with_field("X-Poedit-Basepath", self.project.way_up(file))
        return replace(updated, catalog=catalog, problem=self._written(old, catalog, file, locale))

    def _written(self, old: Catalog, new: Catalog, file: File, locale: str) -> L10nError | None:
        """Write a catalog, or give that of a renamed deck the deck's name; why that cannot be, if so."""
        content = new.render().encode()
        try:
            if self.work.orphans[locale].holds(old):
                self.work.orphans[locale].move(old, file, content)
            else:
                self.files.write(file, content)
        except L10nError as error:
            return error
        return None

    def _current(self, old: Catalog, job: SourceDeck, locale: str) -> Updated:
        from l10n.update import Lenders, Proposer, completed, update  # which only an update needs

        proposer = Proposer(partial(numerals_of, locale), carry=self.work.carry)
        lenders = Lenders(partial(self._named, locale))
        catalog, changes = update(old, job.entries, proposer, lenders, Count(len(job.entries), job.words))
        answers = self.work.answers.get((job.path, locale))
        if answers:
            fuzzy = self.project.config.memory == "fuzzy"
            return Updated(*completed(catalog, answers, proposer, fuzzy=fuzzy))
        known = old.by_key.keys()
        empty = [entry.key for entry in catalog.entries if not (entry.msgstr or entry.obsolete)]
        new = tuple(key for key in empty if self.work.anew or key not in known)
        if not new or not self._remembers(locale):
            return Updated(catalog, changes)
        return Updated(catalog, changes, new, again=tuple(key for key in new if key in known))

    def _named(self, locale: str, name: str) -> Catalog | None:
        """The catalog that a comment names, if it is one of the locale's and can be read."""
        with suppress(L10nError):  # it is named when its deck's turn comes
            return self.project.catalog(self.project.messages(locale).file(name))
        return None

    def _remembers(self, locale: str) -> bool:
        """Whether other catalogs may have something for a new message: a first run must not look for it."""
        if locale not in self.work.remembering:
            files = self.project.catalog_files(locale) if self.project.config.memory != "off" else ()
            self.work.remembering[locale] = any(map(self._has_translation, files))
        return self.work.remembering[locale]

    def _has_translation(self, catalog: File) -> bool:
        try:
            return has_translation(self.files.read(catalog) or b"")
        except FileError as error:  # it is named when its deck's turn comes
            return isinstance(error, DiskError)

    def _built(self, job: SourceDeck, locale: str, catalog: Catalog) -> Published:
        """Build the deck."""
        built = job.built(catalog, locale)
        file = self.project.output_file(job.path, locale)
        self.files.settled(lambda: self.files.write(file, built.text.encode()))
        return built

    def _refused(
        self, job: SourceDeck, locale: str, catalog: Catalog, reasons: Mapping[Key, str]
    ) -> list[Refused]:
        path, lines = self._places(job, locale, catalog, reasons) if reasons else ("", {})
        found = (Refused(path, lines.get(key, 0), reason, key[1]) for key, reason in reasons.items())
        return sorted(found, key=lambda refused: refused.line)

    def _places(
        self, job: SourceDeck, locale: str, catalog: Catalog, keys: Container[Key]
    ) -> tuple[str, Mapping[Key, int]]:
        """The file with the translations, and the lines of some."""
        return self.project.catalog_file(job.path, locale).shown, catalog.lines_of(keys)
