"""The part of a check that goes catalog by catalog; it can be shared out among processes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from l10n.catalog import Catalog, Entry, Key
from l10n.checks import table
from l10n.checks.examine import Found, as_findings, examine, pairs, places
from l10n.checks.history import Revision, unchanged
from l10n.checks.repair import repaired
from l10n.checks.request import Request
from l10n.checks.rules import AnyRule, Finding, Pair, Setting, Subject, WideRule
from l10n.checks.subjects import Job, Reader
from l10n.checks.typography import habits
from l10n.errors import L10nError
from l10n.glossary import Glossary
from l10n.inline import words
from l10n.project import Project
from l10n.remarks import ignored_rules
from l10n.stats import Counts, counted, state


@dataclass(slots=True)
class Checked:
    """What came of one catalog, and what the rules of its whole locale need of it."""

    file: str
    locale: str
    setting: Setting
    deck: str = ""
    findings: list[Finding] = field(default_factory=list)
    problems: list[L10nError] = field(default_factory=list)
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


def check_catalogs(
    project: Project, request: Request, todo: Sequence[Job]
) -> tuple[list[Checked], list[L10nError]]:
    """What came of each catalog, and what could not be read besides catalogs."""
    return _Worker(project, request, todo).all()


class _Worker:
    """What is the same for all catalogs of one share."""

    def __init__(self, project: Project, request: Request, todo: Sequence[Job]) -> None:
        self.project = project
        self.request = request
        self.todo = todo
        self.reader = Reader(project)
        self.since = self._catalogs(request.changed_since)
        self.below = self._catalogs(request.not_below)

    def _catalogs(self, revision: str) -> Mapping[Path, Catalog]:
        if not revision:
            return {}
        return Revision(self.project.root, revision).catalogs([job.path for job in self.todo])

    def all(self) -> tuple[list[Checked], list[L10nError]]:
        found = [self._checked(job, subject) for job, subject in self.reader.subjects(self.todo)]
        return found, self.reader.problems

    def _checked(self, job: Job, subject: Subject) -> Checked:
        rules = self.request.rules(self.project.config, subject.locale)
        result = Checked(subject.file, subject.locale, self.reader.setting(subject), job.deck)
        result.readable = not (subject.missing or subject.problem)
        if subject.problem and not _are_told(rules):
            result.problems.append(subject.problem)
        subject = self._refusals(subject, rules)
        since = self.since.get(job.path)
        result.same = unchanged(subject.catalog, since) if since else frozenset()
        result.setting = replace(result.setting, habits=habits(pairs(subject), result.setting))
        if self.request.fix:
            subject = self._repaired(job, subject, result, rules)
        every = pairs(subject)
        checked = [pair for pair in every if pair.key not in result.same] if result.same else every
        found = examine(subject, checked, result.setting, rules)
        result.findings = as_findings(subject, [one for one in found if not _is_in(one, result.same)])
        result.messages = len(checked)
        self._keep(job, subject, every, result, rules)
        return result

    def _refusals(self, subject: Subject, rules: Sequence[AnyRule]) -> Subject:
        wanted = any(rule.name == "refused" or table.FAMILY_OF[rule.name] == "deck" for rule in rules)
        return self.reader.with_refusals(subject) if wanted else subject

    def _repaired(self, job: Job, subject: Subject, result: Checked, rules: Sequence[AnyRule]) -> Subject:
        keys = subject.catalog.by_key.keys() - result.same
        catalog = repaired(subject, keys, result.setting, rules, self.reader.with_refusals)
        before = subject.catalog.entries
        result.fixed = sum(new is not old for new, old in zip(catalog.entries, before, strict=True))
        if not result.fixed:
            return subject
        self.reader.write(job, catalog)
        return self._refusals(replace(subject, catalog=catalog), rules)

    def _keep(
        self, job: Job, subject: Subject, every: Sequence[Pair], result: Checked, rules: Sequence[AnyRule]
    ) -> None:
        kept = frozenset(term.source for term in result.setting.glossary.terms if term.keep)
        result.now = _counted(subject.catalog, kept)
        if job.path in self.below:
            result.before = _counted(self.below[job.path], kept)
        if any(isinstance(rule, WideRule) for rule in rules):
            # Segments stay here: their slides know how to read themselves, and that cannot be sent.
            result.pairs = [replace(pair, segment=None) for pair in every]

            fresh = Glossary(result.setting.glossary.terms)
            result.setting = replace(result.setting, references={}, glossary=fresh)
            result.places = places(subject)
            live = subject.catalog.by_key
            said = {key: ignored_rules(entry) for key, entry in live.items()}
            result.ignored = {key: names for key, names in said.items() if names}


def _are_told(rules: Sequence[AnyRule]) -> bool:
    """Whether these rules say that a catalog cannot be read."""
    return {"unreadable-catalog", "duplicate-entry"} <= {rule.name for rule in rules}


def _is_in(one: Found, keys: Collection[Key]) -> bool:
    return isinstance(one.where, Entry) and one.where.key in keys


def _counted(catalog: Catalog, kept: Collection[str]) -> Counts:
    return counted((state(entry, kept), words(entry.msgid)) for entry in catalog.by_key.values())
