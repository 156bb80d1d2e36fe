"""What the commands do, deck by deck: extract, update, build, in one pass.

Nothing is printed here; a ``Report`` says what was done, what was refused and what could not be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import Flag, auto
from functools import cached_property
from pathlib import Path

from l10n import extract, headers, locales
from l10n.cache import Cache, code_fingerprint, exclusive, fingerprint
from l10n.catalog import Catalog, Entry, load
from l10n.errors import DeckError, FileError, L10nError, Place
from l10n.inline import words
from l10n.merge import merge
from l10n.model import Deck
from l10n.orphans import Orphans
from l10n.parser import parse
from l10n.po_format import canonical
from l10n.project import Project
from l10n.results import DeckResult, Refused, Report, Totals
from l10n.sync import update


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
    if project.files.dry:
        return _Run(project, steps, chosen, None).all(progress)
    with exclusive(project.root):
        cache = Cache(project.root)
        try:
            return _Run(project, steps, chosen, cache).all(progress)
        finally:
            cache.close()


def add_locales(project: Project, names: Sequence[str]) -> Report:
    """Make the catalogs that the named locales lack; ``LocaleError`` for one that babel does not know."""
    chosen = tuple(locales.info(name).code for name in names)
    with exclusive(project.root):
        return _Run(project, Step.UPDATE, chosen, None).all(iter)


class _Run:
    """One pass over the decks."""

    def __init__(self, project: Project, steps: Step, chosen: tuple[str, ...], cache: Cache | None) -> None:
        self.project = project
        self.files = project.files
        self.steps = steps
        self.locales = chosen
        self.cache = cache
        self.report = Report({locale: Totals() for locale in chosen})
        self.date = headers.now()
        self.orphans = {locale: Orphans(project, locale) for locale in chosen}

    def all(self, progress: Progress) -> Report:
        """Go through the decks, then through what is not a deck."""
        settings = repr((self.project.config, self.locales)).encode() + code_fingerprint()
        for deck in progress(self.project.decks):
            with self._problems():
                self._count(self._result(deck, settings))
        if Step.EXTRACT in self.steps:
            for template in self.project.stale_templates():
                self.files.remove(template)
        if Step.BUILD in self.steps:
            self._remove_stale_decks()
            for locale in self.locales:
                self._copy_assets(locale)
        self.report.changed, self.report.removed = self.files.changed, self.files.removed
        return self.report

    @contextmanager
    def _problems(self) -> Iterator[None]:
        """Note what cannot be read or written, and go on with the rest."""
        try:
            yield
        except L10nError as error:
            self.report.problems.append(error)

    def _count(self, result: DeckResult) -> None:
        self.report.messages += result.messages
        for locale, totals in result.locales.items():
            self.report.locales[locale].add(totals)

    def _result(self, deck: str, settings: bytes) -> DeckResult:
        before = self._fingerprint(deck, settings)
        known = self.cache.get(deck, str(self.steps), before) if self.cache else None
        if known is not None:
            return DeckResult.from_json(known)
        problems = len(self.report.problems)
        result = self._done(deck)
        if self.cache and len(self.report.problems) == problems:
            digest = self._fingerprint(deck, settings)
            self.cache.put(deck, str(self.steps), digest, result.to_json())
        return result

    def _fingerprint(self, deck: str, settings: bytes) -> str:
        paths = [self.project.deck_file(deck)]
        if Step.EXTRACT in self.steps:
            paths.append(self.project.template_file(deck))
        for locale in self.locales:
            if self.steps & (Step.UPDATE | Step.BUILD):
                paths.append(self.project.catalog_file(deck, locale))
            if Step.BUILD in self.steps:
                paths.append(self.project.output_file(deck, locale))
        return fingerprint([settings, *(self.files.read(path) for path in paths)])

    def _done(self, deck: str) -> DeckResult:
        job = _Job(self.project, deck)
        result = DeckResult(len(job.entries))
        if Step.EXTRACT in self.steps:
            with self._problems():
                self._write_template(job)
        for locale in self.locales if self.steps & (Step.UPDATE | Step.BUILD) else ():
            with self._problems():
                written = len(self.files.changed)
                totals = self._locale(job, locale)
                totals.written = len(self.files.changed) - written
                result.locales[locale] = totals
        return result

    def _write_template(self, job: _Job) -> None:
        path = self.project.template_file(job.path)
        template = headers.new_template(job.path, self.date)
        if self.files.read(path) is not None:
            old = load(self.files.inside(path), self.files.shown(path))
            same = old.by_key.keys() == {entry.key for entry in job.entries}
            template = old if same else old.with_creation_date(self.date)
        text = replace(template, entries=tuple(job.entries), tail=()).render()
        self.files.write(path, text.encode())

    def _locale(self, job: _Job, locale: str) -> Totals:
        catalog = self._catalog(job, locale)
        if Step.UPDATE in self.steps:
            catalog = self._updated(catalog, job, locale)
        totals = _totals(job, catalog)
        if Step.BUILD in self.steps:
            self._build(job, locale, catalog, totals)
        return totals

    def _catalog(self, job: _Job, locale: str) -> Catalog:
        path = self.project.catalog_file(job.path, locale)
        if self.files.read(path) is not None:
            return load(self.files.inside(path), self.files.shown(path))
        adopted = self.orphans[locale].best_for(job.entries) if Step.UPDATE in self.steps else None
        if adopted:
            return adopted
        depth = len(path.parent.relative_to(self.project.root).parts)
        return headers.new_catalog(job.path, self.date, locales.info(locale), "/".join([".."] * depth))

    def _updated(self, old: Catalog, job: _Job, locale: str) -> Catalog:
        catalog, changes = update(old, job.entries)
        if changes.any_message:
            catalog = catalog.with_creation_date(self.date)
        self.files.write(self.project.catalog_file(job.path, locale), catalog.render().encode())
        self.orphans[locale].remove(old)
        return catalog

    def _build(self, job: _Job, locale: str, catalog: Catalog, totals: Totals) -> None:
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

    def _copy_assets(self, locale: str) -> None:
        decks = set(self.project.decks)
        for path, origin in self.project.assets(locale).items():
            with self._problems():
                if path in decks:
                    message = "it would replace a built deck; translate the deck in its catalog"
                    raise FileError(message, Place(self.files.shown(origin)))
                content = self.files.read(origin)
                if content is not None and self.files.write(self.project.output_file(path, locale), content):
                    self.report.locales[locale].written += 1

    def _remove_stale_decks(self) -> None:
        for deck in self.cache.forget_others(self.project.decks) if self.cache else ():
            for locale in self.locales:
                self.files.remove(self.project.output_file(deck, locale))


class _Job:
    """One source deck, read and parsed once for all that is done with it."""

    def __init__(self, project: Project, path: str) -> None:
        self.project = project
        self.path = path
        self.dialect = project.dialect(path)
        self.file = project.deck_file(path)
        self.shown = project.files.shown(self.file)
        self.deck = self.parse(_decoded(project.files.read(self.file) or b"", self.shown))

    def parse(self, text: str) -> Deck:
        """The deck in ``text``, in this deck's dialect."""
        return parse(text, self.dialect)

    @cached_property
    def entries(self) -> list[Entry]:
        """The deck's messages."""
        with_lines = self.project.config.references == "line"
        return extract.extract(self.deck, self.shown, with_lines=with_lines)


def _decoded(data: bytes, shown: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(shown, data.count(b"\n", 0, error.start) + 1)
        message = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8; save the deck as UTF-8"
        raise DeckError(message, place) from error


def _totals(job: _Job, catalog: Catalog) -> Totals:
    totals = Totals(messages=len(job.entries))
    for message in job.entries:
        entry = catalog.by_key.get(message.key, message)
        totals.words += words(message.msgid)
        totals.translated += entry.translated
        totals.fuzzy += bool(entry.fuzzy and entry.msgstr)
    totals.untranslated = totals.messages - totals.translated - totals.fuzzy
    return totals


def read_deck(project: Project, path: Path) -> Deck:
    """The deck in a file, in the dialect that the project gives it."""
    data = project.files.read(path.absolute())
    shown = project.files.shown(path.absolute())
    if data is None:
        raise DeckError("there is no such file", Place(shown))
    try:
        name = path.absolute().relative_to(project.source).as_posix()
    except ValueError:
        name = path.name
    return parse(_decoded(data, shown), project.dialect(name))


def format_catalogs(project: Project, paths: Sequence[Path]) -> Report:
    """Rewrite the given catalogs, or all of the project, in canonical form."""
    report = Report()
    if not paths:
        paths = [
            path for locale in project.locales for path in sorted(project.messages(locale).rglob("*.po"))
        ]
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
    entries = tuple(replace(entry, lines=tuple(canonical(entry.lines))) for entry in old.entries)
    entries = tuple(sorted(entries, key=lambda entry: entry.obsolete))
    header = tuple(canonical(old.header)[1:])
    project.files.write(path, replace(old, header=header, entries=entries, tail=()).render().encode())
