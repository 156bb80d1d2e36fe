"""What is done for the decks that share a catalog, of which there may be one: extract, update, build."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial

from l10n.catalog import Catalog, Count, Entry, Key, has_translation, load_head, marked
from l10n.errors import DiskError, FileError, L10nError
from l10n.language import numerals_of
from l10n.project import Published, SourceDeck, begun_template, title
from l10n.sync.results import DeckResult, GroupResult, Refused, Totals, Updated
from l10n.sync.sharing import Sharing
from l10n.sync.work import Step, Work
from l10n.system import File
from l10n.update import dated, together


@dataclass
class Job:
    """The decks of a group that can be read."""

    name: str
    decks: Sequence[SourceDeck]
    sharing: Sharing
    """Who of them stands apart."""

    @property
    def first(self) -> SourceDeck:
        """The deck by which its files are found."""
        return self.decks[0]

    @cached_property
    def entries(self) -> list[Entry]:
        """The messages of all."""
        one, *others = self.decks
        if not others and not self.sharing.any:
            return one.entries
        return together([self.sharing.entries(deck) for deck in self.decks])

    @cached_property
    def count(self) -> Count:
        """How many messages they have, with how many words."""
        one, *others = self.decks
        words: dict[str, int] = {}
        for deck in others and self.decks:
            words |= deck.words_of
        every = sum(words[entry.msgid] for entry in self.entries) if others else one.words
        return Count(len(self.entries), every)


class GroupSteps:
    """The steps of some work, for one group."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.project = work.project
        self.files = work.project.files

    def take(self, result: GroupResult) -> None:
        """Note in the result what comes of its decks.

        As long as one cannot be read, nobody knows what its catalog is to have: that stays as it is then, and
        the others are built from it.
        """
        read = list(self._read(result))
        if not read:
            return
        decks = [deck for _, deck in read]
        job = Job(result.name, decks, Sharing(self.project, decks, partial(self._adopted, decks)))
        steps = self.work.steps
        if len(read) < len(result.decks):
            steps &= Step.BUILD
            waits = "its catalogs are not brought up to their decks while one of these cannot be read"
            result.warnings.append(f"{self.project.template_file(job.first.path).shown}: {waits}")
        if Step.EXTRACT in steps:
            with result.noting():
                self.files.settled(partial(self._write_template, job))
        catalogs = self._catalogs(job, read, steps, result)
        for locale, catalog in catalogs.items():  # once those that it borrows from are up to date
            for one, deck in read:
                with result.noting():
                    self._count(deck, locale, self._share(deck, catalog), one)
        for deck in job.decks:
            if deck.parts:
                deck.parts.remember()

    def _read(self, result: GroupResult) -> Iterator[tuple[DeckResult, SourceDeck]]:
        """Those of the decks that can be read."""
        for one in result.decks:
            with result.noting():
                deck = SourceDeck(self.project, one.deck, self.work.part_store(one.deck))
                one.read(deck)
                if self._is_listed(deck):
                    one.titles[""] = deck.title
                yield one, deck

    def _catalogs(
        self, job: Job, read: Sequence[tuple[DeckResult, SourceDeck]], steps: Step, result: GroupResult
    ) -> dict[str, Catalog]:
        """By locale: the catalog of all, brought up to the decks if that is to be done."""
        catalogs: dict[str, Catalog] = {}
        for locale in self.work.locales if steps & (Step.UPDATE | Step.BUILD) else ():
            for one, deck in read:
                one.locales[locale] = Totals.nothing_known(len(deck.entries), deck.words, deck.not_extracted)
            with result.noting():
                updated = self.files.settled(partial(self._brought_up, job, locale, steps))
                result.note(locale, updated)
                catalogs[locale] = updated.catalog
        return catalogs

    def _is_listed(self, deck: SourceDeck) -> bool:
        """Whether the index has it: a file of texts has no slides that one would open."""
        return self.work.writes_index and deck.is_shown

    def _write_template(self, job: Job) -> None:
        file = self.project.template_file(job.first.path)
        content = self.files.read(file)
        new = begun_template(self.project, job.first.path, self.work.date)
        head, known = (new, set[Key]()) if content is None else load_head(content, file.shown)
        head = marked(head, self.project.config.catalogs_per)
        template = dated(known, replace(head, entries=tuple(job.entries)), self.work.date)
        self.files.write(file, template.render().encode())

    def _count(self, deck: SourceDeck, locale: str, catalog: Catalog, result: DeckResult) -> None:
        """Note the numbers of a locale, once it is built if that is to be done."""
        built = Published("", borrowed=deck.loans(catalog, locale))
        if Step.BUILD in self.work.steps:
            built = self._built(deck, locale, catalog)
            if self._is_listed(deck):
                result.titles[locale] = title(deck.parse(built.text))
        counts = deck.counts(catalog, self.work.glossaries.of(locale), built.reasons, built.borrowed)
        totals = Totals.of(counts, deck.not_extracted)
        totals.refused = self._refused(deck, locale, catalog, built.reasons)
        result.counts[locale], result.locales[locale] = counts, totals

    def _share(self, deck: SourceDeck, catalog: Catalog) -> Catalog:
        """What a deck has of the catalog."""
        return deck.own(catalog)

    def _brought_up(self, job: Job, locale: str, steps: Step) -> Updated:
        """The catalog, brought up to the decks if that is to be done."""
        catalog = self._catalog(job, locale)
        return self._updated(catalog, job, locale) if Step.UPDATE in steps else Updated(catalog)

    def _catalog(self, job: Job, locale: str) -> Catalog:
        file = self.project.catalog_file(job.first.path, locale)
        known = self.project.catalogs.of(file)
        if known is not None:
            return known
        new = job.first.new_catalog(locale, self.work.date)
        return self._adopted(job.decks, locale) or new

    def _adopted(self, decks: Sequence[SourceDeck], locale: str) -> Catalog | None:
        """The catalog of decks that are gone, if that is likely to be theirs."""
        if Step.UPDATE not in self.work.steps or locale not in self.work.orphans:
            return None
        one, *others = decks
        entries = together([deck.entries for deck in decks]) if others else one.entries
        return self.work.orphans[locale].best_for(entries)

    def _updated(self, old: Catalog, job: Job, locale: str) -> Updated:
        updated = self._current(job.sharing.ready(old), job, locale)
        catalog = dated(old.by_key.keys(), updated.catalog, self.work.date)
        catalog = marked(catalog, self.project.config.catalogs_per)
        file = self.project.catalog_file(job.first.path, locale)
        if self.work.orphans[locale].holds(old):
            catalog = catalog.with_field("X-Poedit-Basepath", self.project.way_up(file))
        return updated._replace(catalog=catalog, problem=self._written(old, catalog, file, locale))

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

    def _current(self, old: Catalog, job: Job, locale: str) -> Updated:
        from l10n.update import Lenders, Proposer, completed, update  # which only an update needs

        proposer = Proposer(partial(numerals_of, locale), carry=self.work.carry)
        lenders = Lenders(partial(self._named, locale))
        catalog, changes = update(old, job.entries, proposer, lenders, job.count)
        answers = self.work.answers.get((job.name, locale))
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
            return self.project.catalogs.of(self.project.messages(locale).file(name))
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

    def _built(self, deck: SourceDeck, locale: str, catalog: Catalog) -> Published:
        """Build the deck."""
        built = deck.built(catalog, locale)
        file = self.project.output_file(deck.path, locale)
        self.files.settled(lambda: self.files.write(file, built.text.encode()))
        return built

    def _refused(
        self, deck: SourceDeck, locale: str, catalog: Catalog, reasons: Mapping[Key, str]
    ) -> list[Refused]:
        path, lines = self._places(deck, locale, catalog, reasons) if reasons else ("", {})
        found = (Refused(path, lines.get(key, 0), reason, key[1]) for key, reason in reasons.items())
        return sorted(found, key=lambda refused: refused.line)

    def _places(
        self, deck: SourceDeck, locale: str, catalog: Catalog, keys: Container[Key]
    ) -> tuple[str, Mapping[Key, int]]:
        """The file with the translations, and the lines of some."""
        return self.project.catalog_file(deck.path, locale).shown, catalog.lines_of(keys)
