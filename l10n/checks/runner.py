"""From catalogs to findings: each rule on what it is made for, and what was said to be ignored left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from l10n.catalog import Catalog, Entry, Key
from l10n.check_config import SEVERITIES, CheckConfig
from l10n.checks import table
from l10n.checks.examine import Found, as_findings, examine, is_ignored, pairs
from l10n.checks.history import Revision, unchanged
from l10n.checks.repair import repaired
from l10n.checks.rules import AnyRule, Completeness, Finding, LocaleRule, Pair, Setting, Subject, WideRule
from l10n.checks.subjects import Job, Reader, jobs
from l10n.errors import L10nError, Place
from l10n.inline import words
from l10n.project import Project
from l10n.stats import Counts, counted, state


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for; it comes before what the settings say."""

    names: tuple[str, ...] = ()
    """Locales and paths of catalogs; none for all of the project."""
    folder: Path = field(default_factory=Path)
    """What the paths start from."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    fail_under: float | None = None
    not_below: str = ""
    """A revision of git."""
    changed_since: str = ""
    """A revision of git."""
    fix: bool = False


@dataclass(slots=True)
class Outcome:
    """What came of a check."""

    findings: list[Finding] = field(default_factory=list)
    problems: list[L10nError] = field(default_factory=list)
    """What could not be checked at all."""
    catalogs: int = 0
    """How many were checked."""
    messages: int = 0
    """How many translations were checked."""
    rules: tuple[AnyRule, ...] = ()
    """Those that were asked, for any locale."""
    fixed: dict[str, int] = field(default_factory=dict)
    """By catalog: how many entries were repaired."""
    failed: bool = False
    """Whether a finding is as bad as, or worse than, what the user wants to fail on."""


def check(project: Project, request: Request) -> Outcome:
    """Check what is asked for; ``ConfigError`` for rules, ``LocaleError`` for locales that there are not."""
    return _Check(project, request).all()


@dataclass(slots=True)
class _Locale:
    """What is kept of the catalogs of one locale until all are read."""

    setting: Setting
    subjects: dict[str, Subject] = field(default_factory=dict)
    """By catalog."""
    pairs: list[Pair] = field(default_factory=list)
    now: Counts = field(default_factory=Counts)
    before: Counts = field(default_factory=Counts)
    worst: tuple[int, str] = (-1, "")
    """The most words left to translate in one catalog, and which that is."""


class _Check:
    """One check, from its catalogs to its outcome."""

    def __init__(self, project: Project, request: Request) -> None:
        self.project = project
        self.request = request
        self.reader = Reader(project)
        self.outcome = Outcome()
        self.locales: dict[str, _Locale] = {}
        self.unchanged: dict[str, Collection[Key]] = {}
        """By catalog: what is the same as at the revision that the user named."""
        self.rules("")  # unknown names are refused even if there is nothing to check

    def config(self, locale: str) -> CheckConfig:
        """What holds in a locale: the command line, then the locale's settings, then the general ones."""
        asked, own = self.request, self.project.config.check.of(locale)
        return replace(
            own,
            select=asked.select or own.select,
            ignore=asked.ignore or own.ignore,
            fail_on=asked.fail_on or own.fail_on,
            fail_under=own.fail_under if asked.fail_under is None else asked.fail_under,
        )

    def rules(self, locale: str) -> tuple[AnyRule, ...]:
        """The rules of a locale."""
        config = self.config(locale)
        asked = self.request.select or self.request.ignore
        place = None if asked or not self.project.config.file else Place(self.project.config.file)
        return table.chosen(config.select, config.ignore, place)

    def all(self) -> Outcome:
        """Check all, and decide."""
        todo = jobs(self.project, self.request.names, self.request.folder)
        since = self._catalogs(self.request.changed_since, todo)
        below = self._catalogs(self.request.not_below, todo)
        for job, subject in self.reader.subjects(todo):
            self._catalog(job, subject, since.get(job.path), below.get(job.path))
        for locale, kept in self.locales.items():
            self._whole_locale(locale, kept)
        self.outcome.problems += self.reader.problems
        self.outcome.findings.sort(key=lambda one: (one.file, one.line, one.rule))
        self.outcome.rules = self._asked()
        self.outcome.failed = any(self._fails(finding) for finding in self.outcome.findings)
        return self.outcome

    def _catalogs(self, revision: str, todo: Sequence[Job]) -> Mapping[Path, Catalog]:
        if not revision:
            return {}
        return Revision(self.project.root, revision).catalogs([job.path for job in todo])

    def _fails(self, finding: Finding) -> bool:
        return SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.config(finding.locale).fail_on)

    def _asked(self) -> tuple[AnyRule, ...]:
        return tuple(dict.fromkeys(rule for locale in self.locales or ("",) for rule in self.rules(locale)))

    def _catalog(self, job: Job, subject: Subject, since: Catalog | None, below: Catalog | None) -> None:
        rules = self.rules(subject.locale)
        self._refuse_silence(subject, rules)
        subject = self._refusals(subject, rules)
        setting = self.reader.setting(subject)
        same = unchanged(subject.catalog, since) if since else frozenset()
        if self.request.fix:
            subject = self._repaired(job, subject, setting, rules, same)
        every = pairs(subject)
        checked = [pair for pair in every if pair.key not in same] if same else every
        found = examine(subject, checked, setting, rules)
        self.unchanged[subject.file] = same
        self._report(subject, found)
        self.outcome.catalogs += not (subject.missing or subject.problem)
        self.outcome.messages += len(checked)
        self._keep(subject, setting, every, below)

    def _refuse_silence(self, subject: Subject, rules: Sequence[AnyRule]) -> None:
        """A catalog that cannot be read is a problem, if no rule says so."""
        names = {rule.name for rule in rules}
        if subject.problem and not {"unreadable-catalog", "duplicate-entry"} <= names:
            self.outcome.problems.append(subject.problem)

    def _refusals(self, subject: Subject, rules: Sequence[AnyRule]) -> Subject:
        wanted = any(rule.name == "refused" or table.FAMILY_OF[rule.name] == "deck" for rule in rules)
        return self.reader.with_refusals(subject) if wanted else subject

    def _repaired(
        self, job: Job, subject: Subject, setting: Setting, rules: Sequence[AnyRule], same: Collection[Key]
    ) -> Subject:
        keys = subject.catalog.by_key.keys() - same
        catalog = repaired(subject, keys, setting, rules, self.reader.with_refusals)
        changed = sum(
            new is not old for new, old in zip(catalog.entries, subject.catalog.entries, strict=True)
        )
        if not changed:
            return subject
        self.reader.write(job, catalog)
        self.outcome.fixed[subject.file] = changed
        return self._refusals(replace(subject, catalog=catalog), rules)

    def _report(self, subject: Subject, found: Sequence[Found]) -> None:
        same = self.unchanged[subject.file]
        new = [one for one in found if not (isinstance(one.where, Entry) and one.where.key in same)]
        self.outcome.findings += as_findings(subject, new)

    def _keep(self, subject: Subject, setting: Setting, every: Sequence[Pair], below: Catalog | None) -> None:
        kept = self.locales.setdefault(subject.locale, _Locale(setting))
        kept.subjects[subject.file] = subject
        kept.pairs += every
        counts = _counted(subject.catalog)
        kept.now = kept.now.add(counts)
        if below:
            kept.before = kept.before.add(_counted(below))
        left = counts.total.words - counts.translated.words
        kept.worst = max(kept.worst, (left, subject.file))

    def _whole_locale(self, locale: str, kept: _Locale) -> None:
        for rule in self.rules(locale):
            if isinstance(rule, WideRule):
                for pair, flaw in rule.check(kept.pairs, kept.setting):
                    subject = kept.subjects[pair.catalog]
                    entry = subject.catalog.by_key[pair.key]
                    if not is_ignored(rule, entry):
                        self._report(subject, [Found(rule, entry, flaw)])
            elif isinstance(rule, LocaleRule):
                subject = kept.subjects[kept.worst[1]]
                flaws = rule.check(self._completeness(locale, kept))
                self._report(subject, [Found(rule, 1, flaw) for flaw in flaws])

    def _completeness(self, locale: str, kept: _Locale) -> Completeness:
        revision = self.request.not_below
        before = _words(kept.before) if revision else None
        return Completeness(*_words(kept.now), self.config(locale).fail_under, before, revision)


def _counted(catalog: Catalog) -> Counts:
    return counted((state(entry), words(entry.msgid)) for entry in catalog.by_key.values())


def _words(counts: Counts) -> tuple[int, int]:
    """Those translated, and all."""
    return counts.translated.words, counts.total.words
