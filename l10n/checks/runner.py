"""A whole check: catalog by catalog, then locale by locale, then what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import chain

from l10n.catalog import Counts, State
from l10n.checks.batch import Checked, Result, Worker, together
from l10n.checks.causes import one_per_cause
from l10n.checks.completeness import Completeness
from l10n.checks.finding import Finding
from l10n.checks.findings import Whereabouts
from l10n.checks.model import AnyRule, LocaleRule, WideRule
from l10n.checks.request import Request
from l10n.checks.subjects import Job, batches, is_path, jobs
from l10n.errors import L10nError, distinct
from l10n.project import Project, Severity, forsaken, held
from l10n.system import shared_out


@dataclass(slots=True)
class Outcome:
    """What came of a check."""

    findings: list[Finding] = field(default_factory=list)
    problems: list[L10nError] = field(default_factory=list)
    """What could not be checked at all."""
    read: set[str] = field(default_factory=set)
    """The catalogs that were checked."""
    messages: int = 0
    """How many translations were checked."""
    rules: tuple[AnyRule, ...] = ()
    """Those that were asked, for any locale."""
    slides: int = 0
    """How many were shown by a browser."""
    fixed: dict[str, int] = field(default_factory=dict)
    """By catalog: how many entries were repaired."""
    failed: bool = False
    """Whether a finding is as bad as, or worse than, what the user wants to fail on."""

    @property
    def catalogs(self) -> int:
        """How many were checked."""
        return len(self.read)


@dataclass(slots=True)
class Seen:
    """What came of slides that a browser showed."""

    findings: list[Finding] = field(default_factory=list)
    problems: list[L10nError] = field(default_factory=list)
    """What could not be shown, or told apart."""
    slides: int = 0
    """How many were looked at, in all locales."""


Look = Callable[[Project, Request], Seen]


def check_catalogs(project: Project, request: Request, look: Look | None = None) -> Outcome:
    """Check what is asked for; ``ConfigError`` for rules, ``LocaleError`` for locales that there are not.

    ``look`` shows slides, of catalogs as they are once they were repaired.
    """
    outcome = Outcome(rules=request.rules(project.config, ""))
    locales = _by_locale(project, request, outcome)
    for locale, catalogs in locales.items():
        outcome.findings += _in_locale(project, request, locale, catalogs)
        outcome.problems += _lacking(project, request, locale)
    asked = (rule for locale in locales or ("",) for rule in request.rules(project.config, locale))
    outcome.rules = tuple(dict.fromkeys(asked))
    if look:
        _add_seen(outcome, project, request, look)
    outcome.problems = distinct(outcome.problems)
    outcome.findings = one_per_cause(_once(outcome.findings))
    outcome.findings.sort(key=lambda one: (one.file, one.line, one.rule))
    outcome.failed = any(_fails(project, request, finding) for finding in outcome.findings)
    return outcome


def _by_locale(project: Project, request: Request, outcome: Outcome) -> dict[str, list[Checked]]:
    """What came of the catalogs of each locale, noted in the outcome; they are repaired if that is asked."""
    locales: dict[str, list[Checked]] = {}
    todo = jobs(project, request.names, request.folder)
    todo = [job for job in todo if request.deck in ("", job.deck)]
    writes = request.fix and any(job.deck for job in todo)
    with held(project) if writes else nullcontext() as hold:
        for one in _results(project, request, todo):
            if isinstance(one, L10nError):
                outcome.problems.append(one)
            else:
                _count(outcome, one)
                locales.setdefault(one.where.locale, []).append(one)
        if hold:
            hold.note(outcome.problems)
    return locales


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Each finding once, with the first of the decks that share what is at fault."""
    return list({one._replace(deck="", slide=""): one for one in reversed(findings)}.values())[::-1]


def _add_seen(outcome: Outcome, project: Project, request: Request, look: Look) -> None:
    """What is seen, too; without a browser there is all the rest."""
    try:
        seen = look(project, request)
    except L10nError as error:
        seen = Seen(problems=[error])
    outcome.findings += seen.findings
    outcome.problems += seen.problems
    outcome.slides = seen.slides


def _results(project: Project, request: Request, todo: Sequence[Job]) -> Iterator[Result]:
    """What came of each catalog; they are shared out among processes, if there is much to do."""
    parts = batches(todo)
    if len(parts) > 1:  # the first is done before there are other processes: it must not take long
        parts.insert(0, [])
    worker = Worker(project, request, parts)
    return chain.from_iterable(shared_out(worker, [str(number) for number in range(len(parts))], worth=1))


def _count(outcome: Outcome, one: Checked) -> None:
    outcome.findings += one.findings
    if one.readable:
        outcome.read.add(one.where.file)
    outcome.messages += one.messages
    if one.fixed:
        outcome.fixed[one.where.file] = outcome.fixed.get(one.where.file, 0) + one.fixed


def _fails(project: Project, request: Request, finding: Finding) -> bool:
    least = request.config(project.config, finding.locale).fail_on
    return finding.severity.rank <= Severity(least).rank


def _in_locale(
    project: Project, request: Request, locale: str, catalogs: Sequence[Checked]
) -> Iterator[Finding]:
    """What the rules find that see a whole locale."""
    rules = request.rules(project.config, locale)
    if any(one.messages for one in catalogs):
        yield from together(catalogs, rules, whole=True)
    asked = _completeness(project, request, locale, catalogs)
    places = {one.where.file: one.where for one in catalogs}
    for rule in rules:
        if isinstance(rule, LocaleRule):
            for file, line, flaw in rule.check(asked):
                where = places.get(file) or Whereabouts(file, locale)
                yield from where.findings([(rule, line, flaw)])


def _lacking(project: Project, request: Request, locale: str) -> Iterator[L10nError]:
    """What rules lack that the user asks for by name; others are silent then."""
    named = request.config(project.config, locale).select
    for rule in request.rules(project.config, locale):
        if rule.name in named and isinstance(rule, WideRule) and (lack := rule.lacks(locale)):
            yield L10nError(f"{rule.name}: {lack}")


def _completeness(
    project: Project, request: Request, locale: str, catalogs: Sequence[Checked]
) -> Completeness:
    now, before = (
        sum(counts, Counts()) for counts in zip(*((one.now, one.before) for one in catalogs), strict=True)
    )
    return Completeness(
        now.complete.words,
        now.total.words,
        request.config(project.config, locale).fail_under,
        (before.complete.words, before.total.words) if request.not_below else None,
        request.not_below,
        _left(catalogs),
        _orphans(project, request, locale),
    )


def _left(catalogs: Sequence[Checked]) -> Mapping[str, Mapping[State, Sequence[int]]]:
    """By catalog, and state: the lines of what any of its decks lacks."""
    found: dict[str, dict[State, list[int]]] = {}
    for one in catalogs:
        lines_of = found.setdefault(one.where.file, {})
        for state, lines in one.left.items():
            known = lines_of.setdefault(state, [])
            known += (line for line in lines if not line or line not in known)
    return found


def _orphans(project: Project, request: Request, locale: str) -> tuple[str, ...]:
    """Those of a locale that is checked as a whole, and not for what changed in it."""
    if request.changed_since or any(map(is_path, request.names)):
        return ()
    return tuple(file.shown for file in forsaken(project, locale))
