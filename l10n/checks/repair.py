"""Repairs that are certain: what a rule can mend, mended, if nothing else is found wrong with it then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from l10n.catalog import Catalog, Key
from l10n.checks.examine import changed, examine, pairs
from l10n.checks.finding import Finding
from l10n.checks.findings import Whereabouts
from l10n.checks.model import AnyRule, Pair, Rule, Setting, Subject


def repaired(
    subject: Subject,
    where: Whereabouts,
    setting: Setting,
    rules: Sequence[AnyRule],
    with_refusals: Callable[[Subject], Subject],
) -> Catalog:
    """The catalog with all repairs of entries that changed, where these leave no new finding."""
    every = pairs(subject)
    mended = {pair.key: _mended(subject, pair, where, setting, rules) for pair in changed(every, where)}
    wanted = {key: text for key, text in mended.items() if text != subject.catalog.by_key[key].msgstr}
    if not wanted:
        return subject.catalog
    after = with_refusals(replace(subject, catalog=subject.catalog.with_translations(wanted)))
    new = _known(examine(after, pairs(after), where, setting, rules))
    worse = {key for key, _ in new - _known(examine(subject, every, where, setting, rules))}
    return subject.catalog.with_translations({key: text for key, text in wanted.items() if key not in worse})


def _mended(
    subject: Subject, pair: Pair, where: Whereabouts, setting: Setting, rules: Sequence[AnyRule]
) -> str:
    """The translation, mended by each rule that finds something in it and can."""
    entry = subject.catalog.by_key[pair.key]
    if any(line.lstrip().startswith("msgstr[") for line in entry.lines):
        return pair.msgstr  # of several plural forms only the first is known here
    for rule in rules:
        if isinstance(rule, Rule) and rule.fix and not where.is_ignored(rule, pair.key):
            pair = replace(pair, msgstr=rule.mended(pair, setting))
    return pair.msgstr


def _known(findings: Iterable[Finding]) -> set[tuple[Key, str]]:
    """Which entries have something, by the rule that finds it."""
    return {(one.key, one.rule) for one in findings}
