"""All rules by family, and how users choose among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from l10n.checks.model import AnyRule, CatalogRule
from l10n.checks.rules import (
    catalog,
    characters,
    completeness,
    consistency,
    content,
    dashes,
    deck,
    endings,
    leftovers,
    neighbours,
    rendered,
    script_joints,
    spelling,
    structure,
    terminology,
    truncation,
    typography,
    widths,
)
from l10n.errors import ConfigError, Place

FAMILIES: Mapping[str, tuple[AnyRule, ...]] = {
    "structure": structure.RULES,
    "content": (
        *content.RULES,
        *characters.RULES,
        *endings.RULES,
        *leftovers.RULES,
        *consistency.RULES,
        *neighbours.RULES,
        *truncation.RULES,
        *spelling.RULES,
    ),
    "typography": (*typography.RULES, *dashes.RULES, *widths.RULES, *script_joints.RULES),
    "terminology": terminology.RULES,
    "catalog": catalog.RULES,
    "completeness": completeness.RULES,
    "deck": deck.RULES,
    "rendered": rendered.RULES,
}
"""Each family is a file; the order is that of the documentation."""
FAMILY_OF: Mapping[str, str] = {rule.name: family for family, rules in FAMILIES.items() for rule in rules}
RULES: tuple[AnyRule, ...] = tuple(rule for rules in FAMILIES.values() for rule in rules)
_TELLING = frozenset(rule for rule in RULES if isinstance(rule, CatalogRule) and rule.tells_problem)


@cache
def chosen(
    select: tuple[str, ...], ignore: tuple[str, ...], place: Place | None = None
) -> tuple[AnyRule, ...]:
    """The rules that are selected (all, if none is named) and not ignored.

    Rules, families and severities may be named; ``ConfigError`` names what is nearest to an unknown name.
    """
    for name in (*select, *ignore):
        _refuse_unknown(name, place)
    return tuple(
        rule
        for rule in RULES
        if (not select or not names_of(rule).isdisjoint(select)) and names_of(rule).isdisjoint(ignore)
    )


@cache
def names_of(rule: AnyRule) -> frozenset[str]:
    """What a rule can be named by: itself, its family, its severity."""
    return frozenset({rule.name, FAMILY_OF[rule.name], str(rule.severity)})


def ignored(rule: AnyRule, names: Iterable[str]) -> bool:
    """Whether the names of rules and families include this rule."""
    return not names_of(rule).isdisjoint(names)


def tell_problems(rules: Iterable[AnyRule]) -> bool:
    """Whether these rules tell of every catalog that cannot be read why."""
    return _TELLING.issubset(rules)


def _refuse_unknown(name: str, place: Place | None) -> None:
    known = sorted({one for rule in RULES for one in names_of(rule)})
    if name not in known:
        near = get_close_matches(name, known, n=1, cutoff=0)
        raise ConfigError(f"there is no rule or family {name!r}; did you mean {near[0]!r}?", place)
