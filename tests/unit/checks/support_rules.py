"""Trying rules on pairs."""

from collections.abc import Iterable

from l10n.checks.habits import habits
from l10n.checks.model import Flaw, Pair, Pairs, Rule, Setting, WideRule

FR = Setting("fr")


def named(rules: Iterable[Rule | WideRule], name: str) -> Rule | WideRule:
    return next(rule for rule in rules if rule.name == name)


def flaws(rule: Rule | WideRule, msgid: str, msgstr: str, setting: Setting = FR) -> list[Flaw]:
    """What a rule finds in a message and its translation."""
    return found(rule, [(msgid, msgstr)], setting).get(0, [])


def found(
    rule: Rule | WideRule, texts: Iterable[tuple[str, str]], setting: Setting = FR
) -> dict[int, list[Flaw]]:
    """What a rule finds in a catalog, by the places of its entries."""
    pairs = Pairs(tuple(Pair(msgid, msgstr, catalog="a.po") for msgid, msgstr in texts))
    if isinstance(rule, WideRule):
        every = list(rule.check(pairs, setting))
    else:
        every = [(pair, flaw) for pair in pairs for flaw in rule.flaws(pair, setting)]
    places: dict[int, list[Flaw]] = {}
    for pair, flaw in every:
        places.setdefault(next(at for at, one in enumerate(pairs) if one is pair), []).append(flaw)
    return places


def usual(rule: Rule | WideRule, locale: str, *texts: str, count: int = 30) -> Setting:
    """The setting of a locale whose translations are like these, so many of each."""
    pairs = [Pair(f"{text} {number}", text) for text in texts for number in range(count)]
    return Setting(locale, habits=habits(pairs, Setting(locale), [rule]))


def mended(rule: Rule | WideRule, text: str, setting: Setting) -> str:
    """A translation as the rule repairs it."""
    assert isinstance(rule, Rule)
    return rule.mended(Pair("A text", text), setting)
