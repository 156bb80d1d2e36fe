"""Repairs that are certain: what a rule can mend, mended, if nothing else is found wrong with it then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from l10n.catalog import Catalog, Entry, Key
from l10n.checks.examine import Found, examine, is_ignored, pairs
from l10n.checks.model import AnyRule, Pair, Rule, Setting, Subject


def repaired(
    subject: Subject,
    only: Collection[Key],
    setting: Setting,
    rules: Sequence[AnyRule],
    with_refusals: Callable[[Subject], Subject],
) -> Catalog:
    """The catalog with all repairs of these entries that leave no new finding."""
    checked = [pair for pair in pairs(subject) if pair.key in only]
    mended = {pair.key: _mended(subject, pair, setting, rules) for pair in checked}
    wanted = {pair.key: mended[pair.key] for pair in checked if mended[pair.key] != pair.msgstr}
    if not wanted:
        return subject.catalog
    after = with_refusals(replace(subject, catalog=subject.catalog.with_translations(wanted)))
    new = _flaws(examine(after, pairs(after), setting, rules))
    worse = {key for key, _ in new - _flaws(examine(subject, checked, setting, rules))}
    return subject.catalog.with_translations({key: text for key, text in wanted.items() if key not in worse})


def _mended(subject: Subject, pair: Pair, setting: Setting, rules: Sequence[AnyRule]) -> str:
    """The translation, mended by each rule that finds something in it and can."""
    entry = subject.catalog.by_key[pair.key]
    if any(line.lstrip().startswith("msgstr[") for line in entry.lines):
        return pair.msgstr  # of several plural forms only the first is known here
    for rule in rules:
        if isinstance(rule, Rule) and rule.fix and not is_ignored(rule, entry):
            pair = replace(pair, msgstr=rule.mended(pair, setting))
    return pair.msgstr


def _flaws(found: Sequence[Found]) -> set[tuple[Key, str]]:
    return {(one.where.key, one.rule.name) for one in found if isinstance(one.where, Entry)}
