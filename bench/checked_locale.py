"""What rules find in the translations of a locale: as they are, and with a fault in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bench.inputs.faults import Fault
from bench.inputs.pairs import Volume, volumes
from l10n.checks.examine import pairs
from l10n.checks.habits import habits
from l10n.checks.model import Flaw, Pair, Pairs, Rule, WideRule
from l10n.checks.table import RULES


class Locale:
    """The pairs of some volumes, as the translations of one locale; and the findings in them."""

    def __init__(self, books: Sequence[Volume]) -> None:
        self.pairs = Pairs(tuple(pair for book in books for pair in pairs(book.subject)))
        self.books: list[Volume] = []
        style = habits(self.pairs.every, books[0].setting, RULES)
        for book in books:
            styled = replace(book, setting=replace(book.setting, habits=style))
            self.books += [styled] * len(pairs(book.subject))
        self.known = {index: set(self.flaws(index, pair)) for index, pair in enumerate(self.pairs)}
        self.wide = self.wide_flaws(self.pairs)

    def flaws(self, index: int, pair: Pair) -> Iterator[tuple[str, str]]:
        """Rule and message of what is found in one pair."""
        for rule in RULES:
            if isinstance(rule, Rule):
                yield from ((rule.name, one.message) for one in rule.flaws(pair, self.books[index].setting))

    def wide_flaws(self, every: Pairs) -> dict[tuple[str, str, str], str]:
        """By rule and pair: what is found that takes more than one pair to see."""
        found: dict[tuple[str, str, str], str] = {}
        for rule in RULES:
            if isinstance(rule, WideRule):
                flaws: Iterator[tuple[Pair, Flaw]] = iter(rule.check(every, self.books[0].setting))
                found |= {(rule.name, pair.catalog, pair.msgid): flaw.message for pair, flaw in flaws}
        return found

    def reported(self, index: int) -> set[str]:
        """The rules that find something in a pair as it is."""
        pair = self.pairs.every[index]
        wide = {name for name, catalog, msgid in self.wide if (catalog, msgid) == (pair.catalog, pair.msgid)}
        return wide | {name for name, _ in self.known[index]}

    def new(self, fault: Fault, index: int, right: Pair, faulty: Pair) -> set[str]:
        """The rules that find more in the faulty pair than in the right one."""
        known = self.known[index] if right is self.pairs.every[index] else set(self.flaws(index, right))
        found = {name for name, _ in set(self.flaws(index, faulty)) - known}
        if not fault.rules & found and any(
            isinstance(rule, WideRule) and rule.name in fault.rules for rule in RULES
        ):
            every = Pairs((*self.pairs.every[:index], faulty, *self.pairs.every[index + 1 :]))
            found |= {name for name, _, _ in self.wide_flaws(every).keys() - self.wide.keys()}
        return found


def every_locale() -> list[Locale]:
    """Our own catalogs, and the pairs of the corpus if they are there."""
    books = list(volumes())
    ours = [book for book in books if book.subject.source]
    others = [book for book in books if not book.subject.source]
    return [Locale(some) for some in (ours, others) if some]
