"""Faults of every kind injected in turn into complete catalogs; findings in what is right; time.

``python -m bench.bench_checks`` prints it all; ``--list`` also each fault that was missed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bench.faults import FAULTS, Fault
from bench.pairs import Volume, volumes
from l10n.checks.examine import Found, examine, pairs
from l10n.checks.rules import AnyRule, Pair, Rule, Severity
from l10n.checks.table import FAMILIES

_A_KIND = 200
"""At most so many faults of a kind are injected, evenly over all entries."""


@dataclass(slots=True)
class Score:
    """How faults of one kind fared."""

    injected: int = 0
    reported: int = 0
    rightly: int = 0

    def row(self, fault: Fault) -> tuple[str, ...]:
        """A row of the table."""
        part = f"{100 * self.rightly / self.injected:.1f}" if self.injected else ""
        return (
            fault.family,
            fault.kind,
            str(self.injected),
            str(self.reported),
            str(self.rightly),
            part,
            " ".join(sorted(fault.rules)),
        )


def pair_rules() -> list[AnyRule]:
    """The rules that see one pair at a time."""
    return [rule for rules in FAMILIES.values() for rule in rules if isinstance(rule, Rule)]


def mutants(fault: Fault, books: Sequence[Volume]) -> list[tuple[Volume, Pair, Pair]]:
    """Volumes, right pairs and faulty ones."""
    made = [
        (book, right, replace(right, msgstr=faulty))
        for book in books
        for pair in pairs(book.subject)
        for right in _grafted(fault, pair)
        for faulty in fault.mutate(right.msgid, right.msgstr)
    ]
    step = max(1, -(-len(made) // _A_KIND))
    return made[::step]


def _grafted(fault: Fault, pair: Pair) -> Iterator[Pair]:
    """The pair if the fault can happen in it, else with something that can break."""
    if any(fault.mutate(pair.msgid, pair.msgstr)):
        yield pair
    elif fault.graft[0]:
        msgid, msgstr = (
            f"{text} {graft}" for text, graft in zip((pair.msgid, pair.msgstr), fault.graft, strict=True)
        )
        yield replace(pair, msgid=msgid, msgstr=msgstr, segment=None)


def flaws(rules: Sequence[AnyRule], book: Volume, pair: Pair) -> list[tuple[str, str]]:
    """Rule and message of what is found in a pair."""
    found = (
        (rule.name, flaw.message)
        for rule in rules
        if isinstance(rule, Rule)
        for flaw in rule.check(pair, book.setting)
    )
    return sorted(found)


def faults(books: Sequence[Volume], *, listed: bool) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: per kind, what was injected and what came of it."""
    yield "family", "kind", "injected", "reported", "by the right rule", "%", "right rules"
    rules = pair_rules()
    for fault in FAULTS:
        score = Score()
        for book, right, faulty in mutants(fault, books):
            new = set(flaws(rules, book, faulty)) - set(flaws(rules, book, right))
            score.injected += 1
            score.reported += bool(new)
            score.rightly += any(name in fault.rules for name, _ in new)
            if listed and not any(name in fault.rules for name, _ in new):
                sys.stderr.write(f"{fault.kind}: {book.name}: {faulty.msgid!r} {faulty.msgstr!r} {new}\n")
        yield score.row(fault)


def disturbed(books: Sequence[Volume]) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: findings at warning or above in entries as they are."""
    yield "catalog", "line", "rule", "finding"
    rules = pair_rules()
    for book in books:
        for one in examine(book.subject, pairs(book.subject), book.setting, rules):
            if one.rule.severity is not Severity.NOTE:
                yield book.name, _line(one), one.rule.name, one.flaw.message


def _line(one: Found) -> str:
    return "" if isinstance(one.where, int) else " ".join(one.where.references)


def main() -> None:
    """Print the tables."""
    from bench.__main__ import show

    books = list(volumes())
    show("Faults, injected in turn", faults(books, listed="--list" in sys.argv))
    show("Findings in what is there", disturbed(books))


if __name__ == "__main__":
    main()
