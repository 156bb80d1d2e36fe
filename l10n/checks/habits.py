"""What a locale's translations do throughout against a rule: a house style, and no mistake."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from l10n.checks.model import AnyRule, Pair, Rule, Setting

_SAMPLE = 500
"""So many translations, evenly taken, tell what is done throughout."""


def habits(pairs: Sequence[Pair], setting: Setting, rules: Iterable[AnyRule]) -> frozenset[str]:
    """The names of those rules that the locale's translations disregard throughout, as by a house style.

    There are none if the setting ``house-style`` is ``no``.
    """
    if setting.options.get("house-style", "yes").lower() in ("no", "false", "off", "0"):
        return frozenset()
    some = pairs[:: max(1, len(pairs) // _SAMPLE)]
    return frozenset(rule.name for rule in rules if _is_house_style(rule, some, setting))


def _is_house_style(rule: AnyRule, pairs: Sequence[Pair], setting: Setting) -> bool:
    return isinstance(rule, Rule) and rule.house_style is not None and rule.house_style(pairs, setting)
