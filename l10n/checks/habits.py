"""What a locale's translations do throughout against a rule: a house style, and no mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from l10n.checks.model import AnyRule, Pair, Rule, Setting

_SAMPLE = 500
"""So many translations, evenly taken, tell what is done throughout."""


def habits(pairs: Sequence[Pair], setting: Setting, rules: Iterable[AnyRule]) -> frozenset[str]:
    """The names of those rules that the locale's translations disregard throughout, and of their customs.

    There are none if the setting ``house-style`` is ``no``.
    """
    if setting.options.get("house-style", "yes").lower() in ("no", "false", "off", "0"):
        return frozenset()
    some = pairs[:: max(1, len(pairs) // _SAMPLE)]
    return frozenset(
        name for rule in rules if isinstance(rule, Rule) for name in _habits(rule, some, setting)
    )


def _habits(rule: Rule, pairs: Sequence[Pair], setting: Setting) -> Iterator[str]:
    if rule.house_style and rule.house_style(pairs, setting):
        yield rule.name
    if rule.customs:
        yield from rule.customs(pairs, setting)
