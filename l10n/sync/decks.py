"""What the commands do, catalog by catalog: extract, update, build, in one pass.

Nothing is printed here; a ``Report`` says what was done, what was refused and what could not be read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from l10n.catalog import Key
from l10n.errors import FileError, LocaleError
from l10n.language import canonical, info
from l10n.project import (
    KNOWN_COUNTS,
    Group,
    Project,
    deck_pages,
    former_decks,
    formers,
    forsaken,
    held,
    refuse_former,
    with_decks_found,
    write_settings,
)
from l10n.sync import assets
from l10n.sync.results import DeckResult, GroupResult, Report, Totals
from l10n.sync.work import Step, Work
from l10n.system import Cache, Progress, forget_rows, shared_out

if TYPE_CHECKING:
    from l10n.update import Answer

__all__ = ["Step", "add_locales", "build_deck", "build_pseudo", "run"]


PassedOver = Callable[[Collection[str]], Collection[str]]
"""Of files, those whose change is no news to the user."""


def run(
    project: Project,
    steps: Step,
    names: tuple[str, ...] = (),
    progress: Progress = iter,
    *,
    carry: bool = True,
    passed_over: PassedOver = lambda _: frozenset(),
) -> Report:
    """Do the steps for the named locales, or for all; ``LocaleError`` for one that the project has not.

    ``FileError`` where there is no deck: it says what was looked for. The same where catalogs are to move
    first, and these steps do not move them.
    Without ``carry`` an edited message is fuzzy, even if its edit was mechanical. Files that are
    ``passed_over`` do not count as written or removed.
    """
    project.chosen(names)
    project.some_decks()
    with held(project) as hold:
        chosen, decks = project.chosen(names), project.decks
        if Step.UPDATE not in steps and Step.BUILD in steps:
            refuse_former(project, chosen)
        cache = Cache(project.root, dry=project.files.dry)
        work = Work(project, steps, chosen, carry=carry, anew=hold.broken_off)
        try:
            report = _Run(project, work, cache, passed_over).all(progress)
        finally:
            hold.littered |= not _left(project, decks, work, cache)
        if Step.UPDATE in steps and set(chosen) == set(project.locales):
            hold.unfinished = False  # memory was asked for all that a run that was broken off left
        hold.unfinished |= report.lost
        hold.note(report.problems)
        return report


def _left(project: Project, decks: Collection[str], work: Work, cache: Cache) -> bool:
    """Leave for the next run what this one has found out; False if a file may be left in the making."""
    project.files.looks.close(every=work.is_all)
    if not project.files.dry:
        forget_rows(project.root, decks)
    return cache.close({*decks, *(group.name for group in project.groups)})


def build_deck(project: Project, deck: str, locale: str) -> GroupResult:
    """Build one deck in one locale, whose other files are built already."""
    with held(project) as hold:
        result = Work(project, Step.BUILD, (locale,)).done(Group(deck, (deck,)))
        hold.note(result.problems)
        return result


def build_pseudo(project: Project, progress: Progress = iter) -> Report:
    """Build decks with translations that nobody wrote, under the name of no language; no catalog has them."""
    from l10n.sync.pseudo import PseudoWork

    with held(project) as hold:
        report = _Run(project, PseudoWork(project), None).all(progress)
        hold.note(report.problems)
        return report


def add_locales(project: Project, names: Sequence[str]) -> Report:
    """Make the catalogs that the named locales lack; ``LocaleError`` for one that babel does not know.

    A project without settings gets its file of them. ``FileError`` where there is no deck: it says what was
    looked for.
    """
    chosen = tuple(dict.fromkeys(project.spelt(info(name).code) for name in names))
    for name in chosen:
        if canonical(name) == project.config.source_locale:
            raise LocaleError(f"{name!r} is the language of the source decks; name another")
    # With its languages known, a deck such as ``intro_fr.md`` is not taken for a source.
    every = tuple(dict.fromkeys((*project.locales, *chosen)))
    project = with_decks_found(Project(project.config._replace(locales=every), project.files))
    project.some_decks()
    with held(project) as hold:
        write_settings(project)
        report = _Run(project, Work(project, Step.UPDATE, chosen), None).all(iter)
        copied = (page.path for page in deck_pages(project) if page.path not in project.decks)
        report.frames += map(project.source.shown, copied)
        for path, locale in project.copies.items():
            report.copies.setdefault(locale, []).append(project.source.shown(path))
        report.lists_decks = project.config.include is not None
        report.begun = not project.config.file
        hold.note(report.problems)
        return report


_NO_DECK = "it has a catalog, but no mark of its engine any more; name its dialect in the setting dialects"


_ORPHAN = "it is of no deck any more; remove it when its translations are not needed"


class _Run:
    """One pass over the decks."""

    def __init__(
        self,
        project: Project,
        work: Work,
        cache: Cache | None,
        passed_over: PassedOver = lambda _: frozenset(),
    ) -> None:
        self.passed_over = passed_over
        self.project = project
        self.files = project.files
        self.cache = cache
        self.work = work
        self.report = Report({locale: Totals() for locale in work.locales})
        self.waits = False
        """Whether there are catalogs that are to move and could not."""

    def all(self, progress: Progress) -> Report:
        """Go through the groups, again through those with news, then through what is not a deck."""
        groups = self._groups()
        news: list[GroupResult] = []
        listed: list[DeckResult] = []
        seen = iter(progress([deck for group in groups for deck in group.decks]))
        with closing(self._results(groups)) as results:
            for result in results:
                for _ in zip(result.decks, seen, strict=False):
                    pass
                if result.new:
                    news.append(result)
                else:
                    self._add(result, listed)
        deque(seen, maxlen=0)
        for result in self._completed(news):
            self._add(result, listed)
        self.report.add(self._all_but_decks(listed))
        self.report.sort_out(self.passed_over)
        for locale, totals in self.report.locales.items():
            rooms = (self.project.messages(locale), self.project.built(locale))
            below = tuple(f"{room.shown()}/" for room in rooms)
            totals.written = sum(path.startswith(below) for path in self.report.changed)
        return self.report

    def _groups(self) -> Sequence[Group]:
        """The groups to go through, once their catalogs stand as the settings have them."""
        if Step.UPDATE not in self.work.steps:
            return self.project.groups
        found = formers(self.project)
        if not any(found.values()):
            return self.project.groups
        from l10n.sync.moving import moved  # which few runs need

        result, waiting = moved(self.project, found, self.work.date)
        self.report.add(result)
        self.waits = bool(waiting)
        return [group for group in self.project.groups if group.name not in waiting]

    def _add(self, result: GroupResult, listed: list[DeckResult]) -> None:
        self.report.add(result)
        if self.work.writes_index:
            listed += result.decks

    def _results(self, groups: Sequence[Group]) -> Generator[GroupResult]:
        """What comes of each group, those first that are as the last run left them."""
        stale = []
        with self.files.at_a_glance():
            for group in groups:
                known = self._known(group)
                if known:
                    yield known
                else:
                    stale.append(group)
        yield from self._done(stale)

    def _known(self, group: Group) -> GroupResult | None:
        row = None if self.work.anew or not self.cache else self.cache.get(group.name, self.work.kind)
        if row:
            self.files.forget()
            with suppress(FileError, ValueError):  # a damaged result is the same as none
                return GroupResult.from_json(row[1]) if self.work.fingerprint(group) == row[0] else None
        return None

    def _done(self, groups: Sequence[Group]) -> Iterator[GroupResult]:
        apart = {group.name for group in groups if self.work.may_adopt(group)}
        alike = [group.name for group in groups if group.name not in apart]
        with closing(shared_out(self.work, alike)) as results:
            for group in groups:
                result = self.work.done(group) if group.name in apart else next(results)
                self._remember(result)
                yield result

    def _completed(self, news: Sequence[GroupResult]) -> Iterator[GroupResult]:
        """The results once new messages have what other catalogs know of them."""
        if not news:
            return
        from l10n.sync.remembering import Remembering
        from l10n.sync.translations import forget_others

        answers: dict[tuple[str, str], Mapping[Key, Answer]] = {}
        asked = [locale for locale in self.work.locales if any(locale in result.new for result in news)]
        memory = Remembering(self.project, news, self.work.fingerprints.code)
        with closing(shared_out(memory, asked, worth=1)) as memories:
            for locale, found in zip(asked, memories, strict=True):
                self.report.problems += found.problems
                answers |= {(name, locale): known for name, known in found.answers.items()}
        if not self.files.dry:
            forget_others(self.project)
        again = list(dict.fromkeys(name for name, _ in answers))
        work = self.work.with_answers(answers)
        with closing(shared_out(work, again)) as results:
            later = dict(zip(again, results, strict=True))
        for first in news:
            answered = {locale for name, locale in answers if name == first.name}
            result = first.then(later[first.name], answered) if answered else first
            self._remember(result)
            yield result

    def _remember(self, result: GroupResult) -> None:
        """Keep what another run, or another command, may rely on."""
        if result.digest and self.cache:
            self.cache.put(result.name, self.work.kind, result.digest, result.to_json())
            for one in result.decks:
                if one.known_counts:
                    self.cache.put(one.deck, KNOWN_COUNTS, *one.known_counts)

    def _all_but_decks(self, listed: Sequence[DeckResult]) -> GroupResult:
        result = GroupResult()
        if Step.EXTRACT in self.work.steps and not self.waits:
            for template in self.project.stale_templates():
                with result.noting():
                    self.files.remove(template)
        if Step.BUILD in self.work.steps:
            for locale in self.work.locales:
                with result.noting():
                    assets.copy(self.project, locale, result)
        if self.work.writes_index:
            from l10n.sync import index

            with result.noting():
                index.write_index(self.project, listed, self.report.locales)
        for locale, orphans in self.work.orphans.items():
            with result.noting():
                gone = forsaken(self.project, locale) if Step.UPDATE in self.work.steps else ()
                self.report.notes += [f"{one.shown}: {_ORPHAN}" for one in gone]
                messages = self.project.messages(locale)
                self.report.compiled += map(messages.shown, messages.files(".mo"))
            result.problems += orphans.unreadable
        with result.noting():
            result.warnings += [
                f"{self.project.deck_file(path).shown}: {_NO_DECK}" for path in former_decks(self.project)
            ]
        result.warnings += self.project.alike.warnings()
        result.changed, result.removed, result.moved = self.files.new_changes()
        return result
