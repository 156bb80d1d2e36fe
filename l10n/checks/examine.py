"""One catalog under the rules: its pairs, and what is found in them and in the catalog as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from itertools import islice

from l10n.catalog import Entry, Key
from l10n.checks.finding import Finding
from l10n.checks.findings import Told, Whereabouts
from l10n.checks.model import AnyRule, CatalogRule, Flaw, Pair, Rule, Setting, Subject, Where
from l10n.checks.table import FAMILY_OF
from l10n.project import Severity

_MOST = 10
"""More flaws of one kind in one translation tell nothing new."""


def pairs(subject: Subject) -> list[Pair]:
    """The translations to check: neither empty nor fuzzy."""
    first, stands, deck = subject.first, subject.stands, subject.source.path if subject.source else ""
    return [
        Pair(entry.msgid, entry.msgstr, entry.msgctxt, first.get(key), subject.file, stands.get(key), deck)
        for key, entry in subject.catalog.by_key.items()
        if entry.msgstr and not entry.fuzzy
    ]


def changed(every: Sequence[Pair], where: Whereabouts) -> Sequence[Pair]:
    """The pairs of entries that are not as they were."""
    return [pair for pair in every if pair.key not in where.unchanged] if where.unchanged else every


def examine(
    subject: Subject, every: Sequence[Pair], where: Whereabouts, setting: Setting, rules: Sequence[AnyRule]
) -> list[Finding]:
    """What the rules find in the pairs and in the catalog."""
    in_pairs = list(_in_pairs(changed(every, where), setting, rules))
    explained = {(FAMILY_OF[rule.name], rule.severity, pair.key) for rule, pair, _ in in_pairs}
    told: list[Told] = [*in_pairs, *_in_catalog(subject, setting, rules, explained)]
    return where.findings(told)


def _in_pairs(
    checked: Sequence[Pair], setting: Setting, rules: Sequence[AnyRule]
) -> Iterator[tuple[Rule, Pair, Flaw]]:
    concerned = _concerned([rule for rule in rules if isinstance(rule, Rule) and rule.concerns(setting)])
    for pair in checked:
        for rule in concerned(pair):
            for flaw in islice(rule.check(pair, setting), _MOST):
                yield rule, pair, flaw


def _in_catalog(
    subject: Subject, setting: Setting, rules: Sequence[AnyRule], explained: Collection[_Explained]
) -> Iterator[tuple[CatalogRule, Where, Flaw]]:
    for rule in rules:
        if isinstance(rule, CatalogRule):
            for where, flaw in rule.check(subject, setting):
                if not (rule.unless_explained and _is_explained(rule, where, explained)):
                    yield rule, where, flaw


_Explained = tuple[str, Severity, Key]
"""A family, how bad a finding of one of its rules is, and the entry that it is in."""


def _is_explained(rule: CatalogRule, where: Where, explained: Collection[_Explained]) -> bool:
    return isinstance(where, Entry) and (FAMILY_OF[rule.name], rule.severity, where.key) in explained


def _concerned(rules: Sequence[Rule]) -> Callable[[Pair], Sequence[Rule]]:
    """Which of the rules are about something that a pair has; most pairs are of few kinds."""
    signs = "".join(frozenset().union(*(rule.signs for rule in rules)))
    found_in = re.compile(f"[{re.escape(signs)}]").findall if signs else lambda _: ()

    @cache
    def having(present: frozenset[str]) -> Sequence[Rule]:
        return [rule for rule in rules if not rule.signs or rule.signs & present]

    return lambda pair: having(frozenset(found_in(pair.msgid + pair.msgstr)))
