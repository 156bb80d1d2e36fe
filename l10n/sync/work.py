"""What is done for one deck: extract, update, build."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from enum import Flag, auto
from functools import partial

from l10n.catalog import Catalog, Key, has_translation, new_catalog, new_template, now
from l10n.errors import DeckError, DiskError, FileError, L10nError, Place
from l10n.language import info, numerals_of
from l10n.project import Project, SourceDeck
from l10n.sync.orphans import Orphans
from l10n.sync.results import DeckResult, Refused, Totals
from l10n.system import File, code_fingerprint, fingerprint, helping
from l10n.update import Answer, Changes, Lenders, Proposer, completed, update

Answers = Mapping[tuple[str, str], Mapping[Key, Answer]]
"""By deck and locale: what there is for new messages."""


class Step(Flag):
    """What to do with each deck."""

    EXTRACT = auto()
    UPDATE = auto()
    BUILD = auto()


class Work:
    """What is done for one deck, by whichever process: nothing stays behind but what comes of it."""

    def __init__(
        self,
        project: Project,
        steps: Step,
        chosen: tuple[str, ...],
        *,
        carry: bool = True,
        anew: bool = False,
        answers: Answers | None = None,
    ) -> None:
        """``carry`` leaves entries translated whose edit was mechanical; ``answers`` are for new messages.

        ``anew`` asks memory for all messages without a translation: the last run may not have got to them.
        """
        self.project = project
        self.files = project.files
        self.steps = steps
        self.locales = chosen
        self.carry = carry
        self.anew = anew
        self.answers = answers or {}
        self.date = now()
        self.orphans = {locale: Orphans(project, locale) for locale in chosen}
        self.settings = repr((project.config, chosen)).encode() + code_fingerprint()
        self.result = DeckResult()
        self.remembering: dict[str, bool] = {}

    def __call__(self, deck: str) -> DeckResult:
        """Do it."""
        self.files.forget()
        self.result = DeckResult(deck)
        with self.result.noting():
            self._refuse_odd_name(deck)
            self._do(deck)
            if not self.result.problems:
                self.result.digest = self.fingerprint(deck)
        self.result.changed, self.result.removed = self.files.new_changes()
        return self.result

    def with_answers(self, answers: Answers) -> Work:
        """The same work, done again where there are answers for new messages."""
        return Work(self.project, self.steps, self.locales, carry=self.carry, anew=self.anew, answers=answers)

    def lost(self, deck: str, why: str) -> DeckResult:
        """What to say where the process at work on the deck has ended."""
        message = f"the process at work on it was ended by {why}; run the command again"
        return DeckResult(deck, problems=[DeckError(message, Place(self._shown(deck)))], lost=True)

    def helping(self, number: int) -> AbstractContextManager[None]:
        """Around all that another process does."""
        return helping(self.files, number)

    def may_adopt(self, deck: str) -> bool:
        """Whether a catalog without a deck may be its; one process deals with these, for all share them."""
        return Step.UPDATE in self.steps and any(
            not _is_there(self.project.catalog_file(deck, locale)) and self.orphans[locale].catalogs
            for locale in self.locales
        )

    def _refuse_odd_name(self, deck: str) -> None:
        if not deck.isprintable():
            message = "its name holds a character that catalogs and terminals cannot show; rename it"
            raise DeckError(message, Place(self._shown(deck)))

    def _shown(self, deck: str) -> str:
        return self.project.deck_file(deck).shown

    def fingerprint(self, deck: str) -> str:
        """A digest of all that is read and written for it."""
        paths = [self.project.deck_file(deck)]
        if Step.EXTRACT in self.steps:
            paths.append(self.project.template_file(deck))
        for locale in self.locales:
            if self.steps & (Step.UPDATE | Step.BUILD):
                paths.append(self.project.catalog_file(deck, locale))
            if Step.BUILD in self.steps:
                paths.append(self.project.output_file(deck, locale))
        return fingerprint([self.settings, *(self.files.read(path) for path in paths)])

    def _do(self, deck: str) -> None:
        job = SourceDeck(self.project, deck)
        if Step.EXTRACT in self.steps:
            with self.result.noting():
                self.files.settled(partial(self._write_template, job))
        for locale in self.locales if self.steps & (Step.UPDATE | Step.BUILD) else ():
            unknown = Totals.nothing_known(len(job.entries), job.words, job.not_extracted)
            self.result.locales[locale] = unknown
            with self.result.noting():
                self.result.locales[locale] = self._locale(job, locale)

    def _write_template(self, job: SourceDeck) -> None:
        file = self.project.template_file(job.path)
        template = new_template(job.path, self.date)
        old = self.project.catalog(file)
        if old is not None:
            same = old.by_key.keys() == {entry.key for entry in job.entries}
            template = old if same else old.with_field("POT-Creation-Date", self.date)
        text = replace(template, entries=tuple(job.entries), tail=()).render()
        self.files.write(file, text.encode())

    def _locale(self, job: SourceDeck, locale: str) -> Totals:
        catalog = self.files.settled(partial(self._brought_up, job, locale))
        totals = Totals.of(job.entries, job.words, catalog, job.not_extracted)
        if Step.BUILD in self.steps:
            self._build(job, locale, catalog, totals)
        return totals

    def _brought_up(self, job: SourceDeck, locale: str) -> Catalog:
        """The catalog, brought up to the deck if that is to be done."""
        catalog = self._catalog(job, locale)
        return self._updated(catalog, job, locale) if Step.UPDATE in self.steps else catalog

    def _catalog(self, job: SourceDeck, locale: str) -> Catalog:
        file = self.project.catalog_file(job.path, locale)
        known = self.project.catalog(file)
        if known is not None:
            return known
        new = new_catalog(job.path, self.date, info(locale), self.project.way_up(file))
        adopted = self.orphans[locale].best_for(job.entries) if Step.UPDATE in self.steps else None
        return adopted or new

    def _updated(self, old: Catalog, job: SourceDeck, locale: str) -> Catalog:
        catalog, changes = self._current(old, job, locale)
        self.result.changes[locale] = changes
        if catalog.by_key.keys() != old.by_key.keys():
            catalog = catalog.with_field("POT-Creation-Date", self.date)
        file = self.project.catalog_file(job.path, locale)
        is_adopted = self.orphans[locale].holds(old)
        if is_adopted:
            catalog = catalog.with_field("X-Poedit-Basepath", self.project.way_up(file))
        content = catalog.render().encode()
        with self.result.noting():
            if is_adopted:
                self.orphans[locale].move(old, file, content)
            else:
                self.files.write(file, content)
        return catalog

    def _current(self, old: Catalog, job: SourceDeck, locale: str) -> tuple[Catalog, Changes]:
        proposer = Proposer(partial(numerals_of, locale), carry=self.carry)
        catalog, changes = update(old, job.entries, proposer, Lenders(partial(self._named, locale)))
        answers = self.answers.get((job.path, locale))
        if answers:
            return completed(catalog, answers, proposer, fuzzy=self.project.config.memory == "fuzzy")
        known = old.by_key.keys()
        empty = [entry.key for entry in catalog.entries if not (entry.msgstr or entry.obsolete)]
        new = [key for key in empty if self.anew or key not in known]
        if new and self._remembers(locale):
            self.result.new[locale] = new
            self.result.again[locale] = [key for key in new if key in known]
        return catalog, changes

    def _named(self, locale: str, name: str) -> Catalog | None:
        """The catalog that a comment names, if it is one of the locale's and can be read."""
        with suppress(L10nError):  # it is named when its deck's turn comes
            return self.project.catalog(self.project.messages(locale).file(name))
        return None

    def _remembers(self, locale: str) -> bool:
        """Whether other catalogs may have something for a new message: a first run must not look for it."""
        if locale not in self.remembering:
            files = self.project.catalog_files(locale) if self.project.config.memory != "off" else ()
            self.remembering[locale] = any(map(self._has_translation, files))
        return self.remembering[locale]

    def _has_translation(self, catalog: File) -> bool:
        try:
            return has_translation(self.files.read(catalog) or b"")
        except FileError as error:  # it is named when its deck's turn comes
            return isinstance(error, DiskError)

    def _build(self, job: SourceDeck, locale: str, catalog: Catalog, totals: Totals) -> None:
        translations = {entry.key: entry.msgstr for entry in catalog.entries if entry.translated}
        built = job.built(translations, locale)
        path = self.project.catalog_file(job.path, locale).shown
        lines = catalog.lines_by_key() if built.refused else {}
        reasons = {refusal.segment.key: refusal.reason for refusal in reversed(built.refused)}
        totals.refused = sorted(
            (Refused(path, lines.get(key, 0), reason, key[1]) for key, reason in reasons.items()),
            key=lambda refused: refused.line,
        )
        totals.published -= len(totals.refused)
        file = self.project.output_file(job.path, locale)
        self.files.settled(lambda: self.files.write(file, built.text.encode()))


def _is_there(file: File) -> bool:
    """Whether something has that name; what is odd about it is said where it is read."""
    with suppress(FileError):
        return file.room.status(file.name) is not None
    return True
