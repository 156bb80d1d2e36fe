"""The part of a check that goes batch by batch, each some catalogs of a locale; processes may share them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain

from l10n.catalog import Catalog, Counts, State
from l10n.checks import table
from l10n.checks.baseline import Baseline, Before, homes
from l10n.checks.examine import changed, examine, pairs
from l10n.checks.finding import Finding
from l10n.checks.findings import Whereabouts, whereabouts
from l10n.checks.habits import habits
from l10n.checks.model import AnyRule, CatalogRule, Home, Pair, Pairs, Setting, Subject, WideRule
from l10n.checks.progress import States, counts_of, left_of, messages_of, states_of
from l10n.checks.repair import repaired
from l10n.checks.request import Request
from l10n.checks.subjects import Job, Reader, write
from l10n.errors import L10nError
from l10n.project import Project
from l10n.system import File, helping


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one catalog, and what the rules of its whole locale need of it."""

    where: Whereabouts
    setting: Setting
    pairs: Sequence[Pair]
    findings: Sequence[Finding]
    messages: int
    """How many translations were checked."""
    readable: bool
    fixed: int
    """How many entries were repaired."""
    now: Counts
    before: Counts
    """At the revision that the user named."""
    left: Mapping[State, Sequence[int]] = field(default_factory=dict)
    """Of what is not translated, by its state: the lines, 0 for what is not in the catalog."""

    @property
    def told(self) -> Sequence[Pair]:
        """The pairs of which something is to be told."""
        return changed(self.pairs, self.where) if self.messages else ()


Result = Checked | L10nError
"""What came of a catalog, or why it could not be read, or checked."""


class Worker:
    """Checks batches; a ``Task`` whose pieces are the numbers of batches."""

    def __init__(self, project: Project, request: Request, batches: Sequence[Sequence[Job]]) -> None:
        """Nothing is read yet."""
        self.project = project
        self.request = request
        self.batches = batches
        self._baselines: dict[str, Baseline] = {}
        self.last = {job.deck: number for number, jobs in enumerate(batches) for job in jobs}
        """By deck: the last batch that has a catalog of it."""
        self.same = frozenset(self._same())
        """Files that are as they were at the revision since which changes are to be told, if one is named."""
        self.untold = frozenset(self._untold())
        """The locales of which nothing is to be told, whatever a rule sees: all in them is as it was."""

    def __call__(self, piece: str) -> list[Result]:
        """Check one batch."""
        problems: list[L10nError] = []
        checked = list(self._checked(self.batches[int(piece)], problems))
        wide = self._wide(checked)
        self._forget(int(piece))
        return [*problems, *(self._sent(one, wide[one.where.home]) for one in checked)]

    def lost(self, piece: str, why: str) -> list[Result]:
        """Instead of what came of a batch, where its process has ended."""
        names = ", ".join(dict.fromkeys(job.file.shown for job in self.batches[int(piece)]))
        return [L10nError(f"{names}: the process that checked this ended ({why})")]

    def helping(self, number: int) -> AbstractContextManager[None]:
        """Around all that another process does, which may write only to repair."""
        return helping(self.project.files, number) if self.request.fix else nullcontext()

    def __getstate__(self) -> dict[str, object]:
        """What another process is given."""
        return {name: value for name, value in vars(self).items() if name != "reader"}

    @cached_property
    def reader(self) -> Reader:
        """Each process has its own."""
        return Reader(self.project, self.request.drafts)

    def _checked(self, jobs: Sequence[Job], problems: list[L10nError]) -> Iterator[Checked]:
        """What came of the catalogs; ``problems`` takes what else could not be checked."""
        told = not self.untold.issuperset(job.locale for job in jobs)
        same = {job for job in jobs if not told or self._is_same(job)}
        before = self._before([job for job in jobs if job not in same])
        # Where nothing is to be told of a whole batch, its translations are only evidence for others.
        silent = same.issuperset(jobs)
        subjects = self.reader.subjects(jobs, problems, with_decks=not silent, with_entries=told)
        read = [(job, one, pairs(one)) for job, one in subjects]
        styles = self._styles([] if silent else [(subject, every) for _, subject, every in read])
        for job, subject, every in read:
            if subject.problem and not table.tell_problems(self._rules(subject.locale)):
                problems.append(subject.problem)
            setting = replace(self.reader.setting(subject), habits=styles.get(subject.locale, frozenset()))
            if job in same and not subject.problem:
                yield _silent(subject, every, setting)
                continue
            try:
                yield self._settled(job, (subject, every), partial(self._catalog, job, setting, before))
            except L10nError as error:
                problems.append(error)

    def _same(self) -> Iterator[File]:
        jobs = chain.from_iterable(self.batches) if self.request.changed_since else ()
        files = list(dict.fromkeys(chain.from_iterable(map(self._files, jobs))))
        before = Before(self._at(self.request.changed_since, files))
        return filter(before.is_same, files)

    def _untold(self) -> Iterator[str]:
        jobs = list(chain.from_iterable(self.batches)) if self.request.changed_since else []
        if not self.same.issuperset(file for job in jobs for file in self._files(job)[1:]):  # of all locales
            return
        for locale in dict.fromkeys(job.locale for job in jobs):
            if all(self._is_same(job) for job in jobs if job.locale == locale):
                yield locale

    def _at(self, revision: str, files: Iterable[File]) -> Mapping[File, bytes]:
        if revision and revision not in self._baselines:
            self._baselines[revision] = Baseline(self.project.root, revision)
        return self._baselines[revision].contents(files) if revision else {}

    def _before(self, jobs: Sequence[Job]) -> Before:
        catalogs = {file: None for job in jobs for file in (job.file, *homes(job).values())}
        decks = {file: None for job in jobs for file in self._files(job)[1:]}
        below = self._at(self.request.not_below, catalogs)
        return Before(self._at(self.request.changed_since, [*catalogs, *decks]), below)

    def _files(self, job: Job) -> list[File]:
        return [job.file, self.project.deck_file(job.deck)] if job.deck else [job.file]

    def _is_same(self, job: Job) -> bool:
        """Whether there is nothing to tell of it: it is as it was, and nobody asks how much is translated."""
        counted = self.request.asks_how_much(self.project.config, job.locale)
        return not counted and self.same.issuperset(self._files(job))

    def _rules(self, locale: str) -> Sequence[AnyRule]:
        return self.request.rules(self.project.config, locale)

    def _forget(self, number: int) -> None:
        """Let go of the decks of a batch of which no later one has a catalog."""
        for job in self.batches[number]:
            if self.last[job.deck] == number:
                self.reader.forget(job.deck)

    def _styles(self, read: Sequence[tuple[Subject, list[Pair]]]) -> dict[str, frozenset[str]]:
        """By locale: what its translators disregard throughout."""
        together: dict[str, list[Pair]] = {}
        settings: dict[str, Setting] = {}
        for subject, every in read:
            settings.setdefault(subject.locale, self.reader.setting(subject))
            together.setdefault(subject.locale, []).extend(every)
        return {
            locale: habits(together[locale], setting, self._rules(locale))
            for locale, setting in settings.items()
        }

    def _settled(
        self, job: Job, first: tuple[Subject, list[Pair]], work: Callable[[Subject, list[Pair]], Checked]
    ) -> Checked:
        """What came of a catalog; it is read and checked anew if it is saved while it is repaired."""
        read = chain((first,), ((one, pairs(one)) for one in iter(partial(self.reader.subject, job), None)))
        return self.project.files.settled(lambda: work(*next(read)))

    def _catalog(
        self, job: Job, setting: Setting, before: Before, subject: Subject, every: list[Pair]
    ) -> Checked:
        rules = self._rules(subject.locale)
        entries = subject.catalog.entries
        where = whereabouts(subject, before.unchanged(job, subject.catalog, subject.source))
        subject = self._refusals(subject, rules)
        if self.request.fix:
            subject = self._repaired(job, subject, where, setting, rules)
            every, where = pairs(subject), whereabouts(subject, where.unchanged)
        now, below = self._states(subject, setting, before.catalog_below(job, subject.source))
        return Checked(
            where,
            setting,
            every,
            examine(subject, every, where, setting, rules),
            messages=len(changed(every, where)),
            readable=not (subject.missing or subject.problem),
            fixed=sum(new is not old for new, old in zip(subject.catalog.entries, entries, strict=True)),
            now=counts_of(now),
            before=counts_of(below),
            left=left_of(now, subject.catalog.lines_by_key()),
        )

    def _states(self, subject: Subject, setting: Setting, below: Catalog) -> tuple[States, States]:
        """The states that messages are in, and were in the catalog ``below``; none, if nobody asks."""
        if not self.request.asks_how_much(self.project.config, subject.locale):
            return [], []
        now = states_of(messages_of(subject), subject, setting)
        return now, states_of(below.by_key.values(), subject, setting)

    def _refusals(self, subject: Subject, rules: Sequence[AnyRule]) -> Subject:
        named = any(isinstance(rule, CatalogRule) and rule.after_build for rule in rules)
        counted = self.request.asks_how_much(self.project.config, subject.locale)
        return self.reader.with_refusals(subject) if named or counted else subject

    def _repaired(
        self, job: Job, subject: Subject, where: Whereabouts, setting: Setting, rules: Sequence[AnyRule]
    ) -> Subject:
        catalog = repaired(subject, where, setting, rules, self.reader.with_refusals)
        if catalog.entries == subject.catalog.entries:
            return subject
        write(job.file, subject.catalog, catalog)
        return self._refusals(replace(subject, catalog=catalog), rules)

    def _wide(self, checked: Sequence[Checked]) -> Mapping[Home, Sequence[Finding]]:
        """By catalog and deck: what rules find that see many pairs, but need not see all of the locale."""
        found: dict[Home, list[Finding]] = {one.where.home: [] for one in checked}
        for locale in dict.fromkeys(one.where.locale for one in checked):
            mine = [one for one in checked if one.where.locale == locale]
            if not any(one.messages for one in mine):
                continue
            for finding in together(mine, self._rules(locale), whole=False):
                found[finding.file, finding.deck].append(finding)
        return found

    def _sent(self, one: Checked, wide: Sequence[Finding]) -> Checked:
        """What can go to another process: nothing that remembers more than it says."""
        setting = replace(one.setting, references={}, glossary=replace(one.setting.glossary))
        where, every = Whereabouts(one.where.file, one.where.locale, one.where.deck), []
        if any(isinstance(rule, WideRule) and rule.whole for rule in self._rules(where.locale)):
            where = one.where
            every = [
                Pair(pair.msgid, pair.msgstr, pair.msgctxt, None, pair.catalog, deck=pair.deck)
                for pair in one.pairs
            ]
        return replace(one, where=where, setting=setting, pairs=every, findings=[*one.findings, *wide])


def _silent(subject: Subject, every: Sequence[Pair], setting: Setting) -> Checked:
    """What comes of a catalog of which nothing is to be told."""
    deck = subject.source.path if subject.source else ""
    where = Whereabouts(subject.file, subject.locale, deck, unchanged=frozenset(pair.key for pair in every))
    return Checked(where, setting, every, [], 0, readable=True, fixed=0, now=Counts(), before=Counts())


def together(checked: Sequence[Checked], rules: Iterable[AnyRule], *, whole: bool) -> Iterator[Finding]:
    """What rules that see many pairs find in catalogs of a locale: some, or all if they must see it whole.

    Of one of them at least something is to be told.
    """
    catalogs = {one.where.home: one.where for one in checked}
    pairs = Pairs(
        tuple(pair for one in checked for pair in one.pairs), [pair for one in checked for pair in one.told]
    )
    # Where nothing is to be told, no deck is read, and so neither a glossary nor accepted words.
    setting = next(one.setting for one in checked if one.messages)
    for rule in rules:
        if isinstance(rule, WideRule) and rule.whole == whole:
            for pair, flaw in rule.check(pairs, setting):
                yield from catalogs[pair.home].findings([(rule, pair, flaw)])
