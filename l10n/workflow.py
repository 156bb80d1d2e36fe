"""What the commands do, deck by deck: extract, update, build, in one pass.

Nothing is printed here; a ``Report`` says what was done, what was refused and what could not be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from enum import Flag, auto
from pathlib import Path

from l10n import headers, locales
from l10n.cache import Cache, code_fingerprint, exclusive, fingerprint
from l10n.catalog import Catalog, load
from l10n.errors import DeckError, FileError, L10nError, LocaleError, Place
from l10n.merge import merge
from l10n.orphans import Orphans
from l10n.po_format import canonical
from l10n.project import Project
from l10n.results import DeckResult, Refused, Report, Totals
from l10n.sources import SourceDeck
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
        self.steps = steps
        self.locales = chosen
        self.cache = cache
        self.report = Report({locale: Totals() for locale in chosen})
        self.date = headers.now()
        self.orphans = {locale: Orphans(project, locale) for locale in chosen}

    def all(self, progress: Progress) -> Report:
        """Go through the decks, then through what is not a deck."""
        settings = repr((self.project.config, self.locales)).encode() + code_fingerprint()
        with self.files.in_background() as failed:
            for deck in progress(self.project.decks):
                with self._problems():
                    self._count(self._result(deck, settings))
            self._all_but_decks()
        orphans = (problem for one in self.orphans.values() for problem in one.unreadable)
        problems = [*self.report.problems, *orphans, *failed]
        self.report.problems = list({str(problem): problem for problem in problems}.values())
        lost = {problem.place.path for problem in failed if problem.place}
        self.report.changed = [path for path in self.files.changed if path not in lost]
        self.report.removed = [path for path in self.files.removed if path not in lost]
        for locale, totals in self.report.locales.items():
            folders = (self.project.messages(locale), self.project.output / locale)
            below = tuple(f"{self.files.shown(folder)}/" for folder in folders)
            totals.written = sum(path.startswith(below) for path in self.report.changed)
        return self.report

    def _all_but_decks(self) -> None:
        if Step.EXTRACT in self.steps:
            for template in self.project.stale_templates():
                self.files.remove(template)
        if Step.BUILD in self.steps:
            for locale in self.locales:
                with self._problems():
                    self._copy_assets(locale)

    @contextmanager
    def _problems(self) -> Iterator[None]:
        """Note what cannot be read or written, and go on with the rest."""
        try:
            yield
        except L10nError as error:
            self.report.problems.append(error)

    def _count(self, result: DeckResult) -> None:
        for locale, totals in result.locales.items():
            self.report.locales[locale].add(totals)

    def _result(self, deck: str, settings: bytes) -> DeckResult:
        self.files.forget()
        self._refuse_odd_name(deck)
        before = self._fingerprint(deck, settings)
        known = self.cache.get(deck, str(self.steps), before) if self.cache else None
        if known is not None:
            with suppress(ValueError):  # a damaged result is the same as none
                return DeckResult.from_json(known)
        problems = len(self.report.problems)
        result = self._done(deck)
        if self.cache and len(self.report.problems) == problems:
            digest = self._fingerprint(deck, settings)
            self.cache.put(deck, str(self.steps), digest, result.to_json())
        return result

    def _refuse_odd_name(self, deck: str) -> None:
        if not deck.isprintable():
            message = "its name holds a character that catalogs and terminals cannot show; rename it"
            raise DeckError(message, Place(self.files.shown(self.project.deck_file(deck))))

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
        job = SourceDeck(self.project, deck)
        result = DeckResult()
        if Step.EXTRACT in self.steps:
            with self._problems():
                self._write_template(job)
        for locale in self.locales if self.steps & (Step.UPDATE | Step.BUILD) else ():
            result.locales[locale] = Totals.nothing_known(len(job.entries), job.words)
            with self._problems():
                result.locales[locale] = self._locale(job, locale)
        return result

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
        totals = _totals(job, catalog)
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

    def _copy_assets(self, locale: str) -> None:
        """Copy what is no deck, and take away what was built before and has no source any more."""
        decks = set(self.project.decks)
        assets = self.project.assets(locale)
        for path, origin in assets.items():
            self.files.forget()
            with self._problems():
                if path in decks:
                    message = "it would replace a built deck; translate the deck in its catalog"
                    raise FileError(message, Place(self.files.shown(origin)))
                content = self.files.read(origin)
                if content is not None:
                    self.files.write(self.project.output_file(path, locale), content)
        self._take_away(locale, decks | assets.keys())

    def _take_away(self, locale: str, built: set[str]) -> None:
        manifest = self.project.manifest(locale)
        before = (self.files.read(manifest) or b"").decode("utf-8", "replace").split("\n")
        for path in sorted(set(before) - built - {""}):
            if not path.startswith("/") and ".." not in path.split("/"):
                self.files.remove(self.project.output_file(path, locale))
        names = "".join(f"{path}\n" for path in sorted(built))
        self.files.write(manifest, names.encode("utf-8", "replace"), listed=False)


def _totals(job: SourceDeck, catalog: Catalog) -> Totals:
    totals = Totals(messages=len(job.entries), words=job.words)
    for message in job.entries:
        entry = catalog.by_key.get(message.key, message)
        totals.translated += entry.translated
        totals.fuzzy += bool(entry.fuzzy and entry.msgstr)
    totals.untranslated = totals.messages - totals.translated - totals.fuzzy
    return totals


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
