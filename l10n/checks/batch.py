"""The part of a check that goes batch by batch, each some catalogs of a locale; processes may share them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain

from l10n.catalog import Catalog, Entry, Key, ignored_rules
from l10n.checks import table
from l10n.checks.baseline import Baseline, unchanged
from l10n.checks.examine import Found, as_findings, examine, is_ignored, pairs
from l10n.checks.habits import habits
from l10n.checks.model import AnyRule, CatalogRule, Finding, Pair, Pairs, Setting, Subject, WideRule
from l10n.checks.repair import repaired
from l10n.checks.request import Request
from l10n.checks.subjects import Job, Reader, write
from l10n.errors import L10nError
from l10n.markdown import words
from l10n.project import Project
from l10n.stats import Counts, State, counted, state
from l10n.system import File, helping


@dataclass(slots=True)
class Checked:
    """What came of one catalog, and what the rules of its whole locale need of it."""

    file: str
    locale: str
    setting: Setting
    deck: str = ""
    findings: list[Finding] = field(default_factory=list)
    messages: int = 0
    """How many translations were checked."""
    readable: bool = True
    fixed: int = 0
    """How many entries were repaired."""
    pairs: list[Pair] = field(default_factory=list)
    places: Mapping[Key, tuple[int, str]] = field(default_factory=dict)
    """Lines and slides of the pairs."""
    ignored: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    """What translators say to ignore, where they do."""
    same: Collection[Key] = frozenset()
    """What is as it was at the revision that the user named."""
    now: Counts = field(default_factory=Counts)
    before: Counts = field(default_factory=Counts)
    """At the revision that the user named."""


@dataclass(slots=True)
class Batch:
    """What came of one batch."""

    catalogs: list[Checked] = field(default_factory=list)
    problems: list[L10nError] = field(default_factory=list)
    """What could not be read, or checked."""


class Worker:
    """Checks batches; a ``Task`` whose pieces are the numbers of batches."""

    def __init__(self, project: Project, request: Request, batches: Sequence[Sequence[Job]]) -> None:
        """Nothing is read yet."""
        self.project = project
        self.request = request
        self.batches = batches
        self.last = {job.deck: number for number, jobs in enumerate(batches) for job in jobs}
        """By deck: the last batch that has a catalog of it."""

    def __call__(self, piece: str) -> Batch:
        """Check one batch."""
        jobs = self.batches[int(piece)]
        batch = Batch()
        since = self._catalogs(self.request.changed_since, jobs)
        below = self._catalogs(self.request.not_below, jobs)
        kept: list[tuple[Subject, Checked, list[Pair]]] = []
        read = [(job, one, pairs(one)) for job, one in self.reader.subjects(jobs, batch.problems)]
        styles = self._styles([(subject, every) for _, subject, every in read])
        for job, subject, every in read:
            rules = self.request.rules(self.project.config, subject.locale)
            if subject.problem and not table.tell_problems(rules):
                batch.problems.append(subject.problem)
            setting = replace(self.reader.setting(subject), habits=styles[subject.locale])
            try:
                one = self._settled(job, (subject, every), setting, since.get(job.file))
            except L10nError as error:
                batch.problems.append(error)
                continue
            if self.request.asks_how_much(self.project.config, subject.locale):
                one[1].now = _counted(_entries(one[0]), *one[:2])
                one[1].before = _counted(below.get(job.file, Catalog()).by_key.values(), *one[:2])
            kept.append(one)
        self._wide(kept)
        batch.catalogs = [self._sent(*one) for one in kept]
        for job in jobs:
            if self.last[job.deck] == int(piece):
                self.reader.forget(job.deck)
        return batch

    def lost(self, piece: str, why: str) -> Batch:
        """Instead of what came of a batch, where its process has ended."""
        names = ", ".join(job.file.shown for job in self.batches[int(piece)])
        return Batch(problems=[L10nError(f"{names}: the process that checked this ended ({why})")])

    def helping(self, number: int) -> AbstractContextManager[None]:
        """Around all that another process does, which may write only to repair."""
        return helping(self.project.files, number) if self.request.fix else nullcontext()

    @cached_property
    def reader(self) -> Reader:
        """Each process has its own."""
        return Reader(self.project)

    def _catalogs(self, revision: str, jobs: Sequence[Job]) -> Mapping[File, Catalog]:
        if not revision:
            return {}
        return Baseline(self.project.root, revision).catalogs([job.file for job in jobs])

    def _styles(self, read: Sequence[tuple[Subject, list[Pair]]]) -> dict[str, frozenset[str]]:
        """By locale: what its translators disregard throughout."""
        together: dict[str, list[Pair]] = {}
        settings: dict[str, Setting] = {}
        for subject, every in read:
            settings.setdefault(subject.locale, self.reader.setting(subject))
            together.setdefault(subject.locale, []).extend(every)
        return {
            locale: habits(together[locale], setting, self.request.rules(self.project.config, locale))
            for locale, setting in settings.items()
        }

    def _settled(
        self, job: Job, first: tuple[Subject, list[Pair]], setting: Setting, since: Catalog | None
    ) -> tuple[Subject, Checked, list[Pair]]:
        """What came of a catalog; it is read and checked anew if it is saved while it is repaired."""
        read = chain((first,), ((one, pairs(one)) for one in iter(partial(self.reader.subject, job), None)))
        return self.project.files.settled(lambda: self._catalog(job, *next(read), setting, since))

    def _catalog(
        self, job: Job, subject: Subject, every: list[Pair], setting: Setting, since: Catalog | None
    ) -> tuple[Subject, Checked, list[Pair]]:
        rules = self.request.rules(self.project.config, subject.locale)
        result = Checked(subject.file, subject.locale, setting, job.deck)
        result.readable = not (subject.missing or subject.problem)
        result.same = unchanged(subject.catalog, since) if since else frozenset()
        subject = self._refusals(subject, rules)
        if self.request.fix:
            subject = self._repaired(job, subject, result, rules)
            every = pairs(subject)
        checked = [pair for pair in every if pair.key not in result.same] if result.same else every
        result.messages = len(checked)
        _report(subject, result, examine(subject, checked, result.setting, rules))
        return subject, result, every

    def _refusals(self, subject: Subject, rules: Sequence[AnyRule]) -> Subject:
        named = any(isinstance(rule, CatalogRule) and rule.after_build for rule in rules)
        counted = self.request.asks_how_much(self.project.config, subject.locale)
        return self.reader.with_refusals(subject) if named or counted else subject

    def _repaired(self, job: Job, subject: Subject, result: Checked, rules: Sequence[AnyRule]) -> Subject:
        keys = subject.catalog.by_key.keys() - result.same
        catalog = repaired(subject, keys, result.setting, rules, self.reader.with_refusals)
        before = subject.catalog.entries
        result.fixed = sum(new is not old for new, old in zip(catalog.entries, before, strict=True))
        if not result.fixed:
            return subject
        write(job.file, subject.catalog, catalog)
        return self._refusals(replace(subject, catalog=catalog), rules)

    def _wide(self, kept: Sequence[tuple[Subject, Checked, list[Pair]]]) -> None:
        """Ask the rules that see many pairs, but need not see all of the locale."""
        for locale in dict.fromkeys(result.locale for _, result, _ in kept):
            mine = [one for one in kept if one[1].locale == locale]
            files = {subject.file: (subject, result) for subject, result, _ in mine}
            together = Pairs(tuple(pair for _, _, every in mine for pair in every))
            for rule in _wide_rules(self.request.rules(self.project.config, locale), whole=False):
                for pair, flaw in rule.check(together, mine[0][1].setting):
                    subject, result = files[pair.catalog]
                    found = Found(rule, subject.catalog.by_key[pair.key], flaw)
                    _report(subject, result, [] if is_ignored(rule, found.where) else [found])

    def _sent(self, subject: Subject, result: Checked, every: Sequence[Pair]) -> Checked:
        """What can go to another process: nothing that remembers more than it says."""
        rules = self.request.rules(self.project.config, subject.locale)
        glossary = replace(result.setting.glossary)
        result.setting = replace(result.setting, references={}, glossary=glossary)
        if any(_wide_rules(rules, whole=True)):
            result.pairs = [Pair(one.msgid, one.msgstr, one.msgctxt, None, one.catalog) for one in every]
            result.places = subject.places
            said = {key: ignored_rules(entry) for key, entry in subject.catalog.by_key.items()}
            result.ignored = {key: names for key, names in said.items() if names}
        return result


def _wide_rules(rules: Sequence[AnyRule], *, whole: bool) -> Iterator[WideRule]:
    return (rule for rule in rules if isinstance(rule, WideRule) and rule.whole is whole)


def _report(subject: Subject, result: Checked, found: Sequence[Found]) -> None:
    """Note what is found in entries that changed, and in the file."""
    new = [one for one in found if not (isinstance(one.where, Entry) and one.where.key in result.same)]
    result.findings += as_findings(subject, new)


def _entries(subject: Subject) -> Iterable[Entry]:
    """The deck's messages as the catalog has them; one that it has not is untranslated."""
    known = subject.catalog.by_key
    if subject.source is None:
        return known.values()
    return [known.get(key) or Entry(segment.msgid) for key, segment in subject.first.items()]


def _counted(entries: Iterable[Entry], subject: Subject, result: Checked) -> Counts:
    """What the build refuses now, it would have refused before, too."""
    refused = {(key, subject.catalog.by_key[key].msgstr) for key in subject.refused}
    glossary = result.setting.glossary
    return counted(
        (
            State.REFUSED if (entry.key, entry.msgstr) in refused else state(entry, glossary),
            words(entry.msgid),
        )
        for entry in entries
    )
