"""One catalog under the rules: its pairs, and what is found in them and in the catalog as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from l10n.catalog import Entry, ignored_rules
from l10n.checks import table
from l10n.checks.model import (
    AnyRule,
    CatalogRule,
    Finding,
    Flaw,
    Pair,
    Rule,
    Setting,
    Severity,
    Subject,
    Where,
)
from l10n.errors import Place

_MOST = 10
"""More flaws of one kind in one translation tell nothing new."""


@dataclass(frozen=True, slots=True)
class Found:
    """A flaw, and what it is in."""

    rule: AnyRule
    where: Where
    flaw: Flaw


def pairs(subject: Subject) -> list[Pair]:
    """The translations to check: neither empty nor fuzzy."""
    first, stands = subject.first, subject.stands
    return [
        Pair(entry.msgid, entry.msgstr, entry.msgctxt, first.get(key), subject.file, stands.get(key))
        for key, entry in subject.catalog.by_key.items()
        if entry.msgstr and not entry.fuzzy
    ]


def examine(
    subject: Subject, checked: Sequence[Pair], setting: Setting, rules: Sequence[AnyRule]
) -> list[Found]:
    """What the rules find in the pairs and in the catalog, without what translators say to ignore."""
    found = [*_in_pairs(subject, checked, setting, rules)]
    precise = {one.where for one in found if _tells_refusal(one.rule)}
    for rule in rules:
        if isinstance(rule, CatalogRule):
            for where, flaw in rule.check(subject, setting):
                if rule.name != "refused" or where not in precise:
                    found.append(Found(rule, where, flaw))
    return [one for one in found if not is_ignored(one.rule, one.where)]


def _tells_refusal(rule: AnyRule) -> bool:
    """Whether what it finds is a reason to refuse a translation, more precise than the build's word."""
    return rule.severity is Severity.ERROR and table.FAMILY_OF[rule.name] == "structure"


def _in_pairs(
    subject: Subject, checked: Sequence[Pair], setting: Setting, rules: Sequence[AnyRule]
) -> Iterator[Found]:
    concerned = _concerned([rule for rule in rules if isinstance(rule, Rule) and rule.applies(setting)])
    entries = subject.catalog.by_key
    for pair in checked:
        for rule in concerned(pair):
            for flaw in islice(rule.check(pair, setting), _MOST):
                yield Found(rule, entries[pair.msgctxt, pair.msgid], flaw)


def _concerned(rules: Sequence[Rule]) -> Callable[[Pair], Sequence[Rule]]:
    """Which of the rules are about something that a pair has; most pairs are of few kinds."""
    signs = "".join(frozenset().union(*(rule.signs for rule in rules)))
    found_in = re.compile(f"[{re.escape(signs)}]").findall if signs else lambda _: ()

    @cache
    def having(present: frozenset[str]) -> Sequence[Rule]:
        return [rule for rule in rules if not rule.signs or rule.signs & present]

    return lambda pair: having(frozenset(found_in(pair.msgid + pair.msgstr)))


def is_ignored(rule: AnyRule, where: Where) -> bool:
    """Whether a comment of the entry says so."""
    return isinstance(where, Entry) and table.ignored(rule, ignored_rules(where))


def as_findings(subject: Subject, found: Sequence[Found]) -> list[Finding]:
    """What was found, with all that tells where it is."""
    return [_finding(subject, one) for one in found]


def _finding(subject: Subject, one: Found) -> Finding:
    deck = subject.source.path if subject.source else ""
    if isinstance(one.where, Place):  # the same in all locales
        place = one.where
        return Finding(one.rule.name, one.rule.severity, one.flaw.message, place.path, place.line, deck=deck)
    entry = one.where if isinstance(one.where, Entry) else Entry("")
    line, slide = (one.where, "") if isinstance(one.where, int) else subject.places[entry.key]
    return Finding(
        one.rule.name, one.rule.severity, one.flaw.message, subject.file, line, subject.locale,
        deck, slide,
        entry.msgctxt, entry.msgid, entry.msgstr, one.flaw.at,
    )  # fmt: skip
