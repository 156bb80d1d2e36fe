"""What the commands do, deck by deck: extract, update, build, in one pass.

Nothing is printed here; a ``Report`` says what was done, what was refused and what could not be read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import replace
from enum import Flag, auto
from pathlib import Path

from l10n import assets, headers, locales
from l10n.cache import Cache, code_fingerprint, exclusive, fingerprint, helping
from l10n.catalog import Catalog, load
from l10n.errors import DeckError, FileError, L10nError, LocaleError, Place
from l10n.merge import merge
from l10n.orphans import Orphans
from l10n.po_format import canonical
from l10n.project import Project
from l10n.results import DeckResult, Refused, Report, Totals
from l10n.sources import SourceDeck
from l10n.sync import update
from l10n.workers import shared_out


class Step(Flag):
    """What to do with each deck."""

    EXTRACT = auto()
    UPDATE = auto()
    BUILD = auto()


Progress = Callable[[Sequence[str]], Iterable[str]]
"""Wraps the decks to go through, so that a terminal may show how far it is."""


def run(project: Project, steps: Step, names: tuple[str, ...] = (), progress: Progress = iter) -> Report:
    """Do the steps for the named locales, or for all; ``LocaleError`` for one that the project has not."""
    chosen = project.chosen(names)
    decks = project.decks
    with _held(project) as dry:
        cache = Cache(project.root, dry=dry)
        try:
            return _Run(project, steps, chosen, cache).all(progress)
        finally:
            cache.close(decks)


def add_locales(project: Project, names: Sequence[str]) -> Report:
    """Make the catalogs that the named locales lack; ``LocaleError`` for one that babel does not know."""
    chosen = tuple(locales.info(name).code for name in names)
    for name in chosen:
        if name == project.config.source_locale:
            raise LocaleError(f"{name!r} is the language of the source decks; name another")
    with _held(project):
        return _Run(project, Step.UPDATE, chosen, None).all(iter)


@contextmanager
def _held(project: Project) -> Iterator[bool]:
    """Hold the project while it is worked on, unless nothing is to be written; gives whether that is so."""
    if project.files.dry:
        yield True
        return
    with exclusive(project.files) as killed:
        if killed:
            project.files.sweep((project.catalogs, project.output))
        yield False


class _Run:
    """One pass over the decks."""

    def __init__(self, project: Project, steps: Step, chosen: tuple[str, ...], cache: Cache | None) -> None:
        self.project = project
        self.files = project.files
        self.cache = cache
        self.work = _Work(project, steps, chosen)
        self.report = Report({locale: Totals() for locale in chosen})

    def all(self, progress: Progress) -> Report:
        """Go through the decks, then through what is not a deck."""
        decks = self.project.decks
        with closing(self._results(decks)) as results:
            for result, _ in zip(results, progress(decks), strict=True):
                self.report.add(result)
        self.report.add(self._all_but_decks())
        self.report.sort_out()
        for locale, totals in self.report.locales.items():
            folders = (self.project.messages(locale), self.project.output / locale)
            below = tuple(f"{self.files.shown(folder)}/" for folder in folders)
            totals.written = sum(path.startswith(below) for path in self.report.changed)
        return self.report

    def _results(self, decks: Sequence[str]) -> Generator[DeckResult]:
        """What comes of each deck, those first that are as the last run left them."""
        stale = []
        for deck in decks:
            known = self._known(deck)
            if known:
                yield known
            else:
                stale.append(deck)
        yield from self._done(stale)

    def _known(self, deck: str) -> DeckResult | None:
        row = self.cache.get(deck, str(self.work.steps)) if self.cache and deck.isprintable() else None
        if row:
            self.files.forget()
            with suppress(FileError, ValueError):  # a damaged result is the same as none
                return DeckResult.from_json(row[1]) if self.work.fingerprint(deck) == row[0] else None
        return None

    def _done(self, decks: Sequence[str]) -> Iterator[DeckResult]:
        apart = {deck for deck in decks if self.work.may_adopt(deck)}
        alike = [deck for deck in decks if deck not in apart]
        with closing(shared_out(self.work, alike)) as results:
            for deck in decks:
                result = self.work(deck) if deck in apart else next(results)
                if result.digest and self.cache:
                    self.cache.put(deck, str(self.work.steps), result.digest, result.to_json())
                yield result

    def _all_but_decks(self) -> DeckResult:
        result = DeckResult()
        if Step.EXTRACT in self.work.steps:
            for template in self.project.stale_templates():
                with result.noting():
                    self.files.remove(template)
        if Step.BUILD in self.work.steps:
            for locale in self.work.locales:
                with result.noting():
                    assets.copy(self.project, locale, result)
        for orphans in self.work.orphans.values():
            result.problems += orphans.unreadable
        result.changed, result.removed = self.files.new_changes()
        return result


class _Work:
    """What is done for one deck, by whichever process: nothing stays behind but what comes of it."""

    def __init__(self, project: Project, steps: Step, chosen: tuple[str, ...]) -> None:
        self.project = project
        self.files = project.files
        self.steps = steps
        self.locales = chosen
        self.date = headers.now()
        self.orphans = {locale: Orphans(project, locale) for locale in chosen}
        self.settings = repr((project.config, chosen)).encode() + code_fingerprint()
        self.result = DeckResult()

    def __call__(self, deck: str) -> DeckResult:
        """Do it."""
        self.files.forget()
        self.result = DeckResult()
        with self.result.noting():
            self._refuse_odd_name(deck)
            self._do(deck)
            if not self.result.problems:
                self.result.digest = self.fingerprint(deck)
        self.result.changed, self.result.removed = self.files.new_changes()
        return self.result

    def lost(self, deck: str, why: str) -> DeckResult:
        """What to say where the process at work on the deck has ended."""
        message = f"the process at work on it was ended by {why}; run the command again"
        return DeckResult(problems=[DeckError(message, Place(self._shown(deck)))])

    def helping(self, number: int) -> AbstractContextManager[None]:
        """Around all that another process does."""
        return helping(self.files, number)

    def may_adopt(self, deck: str) -> bool:
        """Whether a catalog without a deck may be its; one process deals with these, for all share them."""
        return Step.UPDATE in self.steps and any(
            not os.path.exists(self.project.catalog_file(deck, locale))  # noqa: PTH110 - it never raises
            and self.orphans[locale].catalogs
            for locale in self.locales
        )

    def _refuse_odd_name(self, deck: str) -> None:
        if not deck.isprintable():
            message = "its name holds a character that catalogs and terminals cannot show; rename it"
            raise DeckError(message, Place(self._shown(deck)))

    def _shown(self, deck: str) -> str:
        return self.files.shown(self.project.deck_file(deck))

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
                self._write_template(job)
        for locale in self.locales if self.steps & (Step.UPDATE | Step.BUILD) else ():
            self.result.locales[locale] = Totals.nothing_known(len(job.entries), job.words)
            with self.result.noting():
                self.result.locales[locale] = self._locale(job, locale)

    def _write_template(self, job: SourceDeck) -> None:
        path = self.project.template_file(job.path)
        template = headers.new_template(job.path, self.date)
        if self.files.read(path) is not None:
            old = load(self.files.inside(path), self.files.shown(path))
            same = old.by_key.keys() == {entry.key for entry in job.entries}
            template = old if same else old.with_field("POT-Creation-Date", self.date)
        text = replace(template, entries=tuple(job.entries), tail=()).render()
        self.files.write(path, text.encode())

    def _locale(self, job: SourceDeck, locale: str) -> Totals:
        catalog = self._catalog(job, locale)
        if Step.UPDATE in self.steps:
            catalog = self._updated(catalog, job, locale)
        totals = Totals.of(job.entries, job.words, catalog)
        if Step.BUILD in self.steps:
            self._build(job, locale, catalog, totals)
        return totals

    def _catalog(self, job: SourceDeck, locale: str) -> Catalog:
        path = self.project.catalog_file(job.path, locale)
        if self.files.read(path) is not None:
            return load(self.files.inside(path), self.files.shown(path))
        new = headers.new_catalog(job.path, self.date, locales.info(locale), self._way_up(path))
        adopted = self.orphans[locale].best_for(job.entries) if Step.UPDATE in self.steps else None
        return adopted or new

    def _way_up(self, path: Path) -> str:
        """From a catalog's folder to the project, for editors that show the source."""
        return "/".join([".."] * len(path.parent.relative_to(self.project.root).parts))

    def _updated(self, old: Catalog, job: SourceDeck, locale: str) -> Catalog:
        catalog, changes = update(old, job.entries)
        if changes.any_message:
            catalog = catalog.with_field("POT-Creation-Date", self.date)
        path = self.project.catalog_file(job.path, locale)
        if self.orphans[locale].holds(old):
            catalog = catalog.with_field("X-Poedit-Basepath", self._way_up(path))
        with self.result.noting():
            self.files.write(path, catalog.render().encode())
            self.orphans[locale].remove(old)
        return catalog

    def _build(self, job: SourceDeck, locale: str, catalog: Catalog, totals: Totals) -> None:
        translations = {entry.key: entry.msgstr for entry in catalog.entries if entry.translated}
        merged = merge(job.deck, translations, job.parse, self.project.localised(locale))
        path = self.files.shown(self.project.catalog_file(job.path, locale))
        lines = catalog.lines_by_key() if merged.refused else {}
        reasons = {refusal.segment.key: refusal.reason for refusal in reversed(merged.refused)}
        totals.refused = sorted(
            (Refused(path, lines.get(key, 0), reason, key[1]) for key, reason in reasons.items()),
            key=lambda refused: refused.line,
        )
        self.files.write(self.project.output_file(job.path, locale), merged.text.encode())


def format_catalogs(project: Project, paths: Sequence[Path]) -> Report:
    """Rewrite the given catalogs, or all of the project, in canonical form."""
    report = Report()
    if not paths:
        folders = (project.messages(locale) for locale in project.locales)
        paths = [path for folder in folders for path in sorted(folder.rglob("*.po"))]
    with _held(project):
        for path in paths:
            try:
                _format(project, path.absolute())
            except L10nError as error:
                report.problems.append(error)
    report.changed = project.files.changed
    return report


def _format(project: Project, path: Path) -> None:
    shown = project.files.shown(path)
    if project.files.read(path) is None:
        raise FileError("there is no such file", Place(shown))
    old = load(project.files.inside(path), shown)
    entries = [replace(entry, lines=tuple(canonical(entry.lines))) for entry in old.entries]
    entries.sort(key=lambda entry: entry.obsolete)
    tail = tuple(canonical(old.tail)) if any(line.strip() for line in old.tail) else ()
    header = tuple(canonical(old.header)[1:])
    formatted = replace(old, header=header, entries=tuple(entries), tail=tail)
    project.files.write(path, formatted.render().encode())
