"""A pair that has none of a rule's signs is not looked at; the rule would find nothing in it."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.checks.model import Pair, Rule, Setting
from l10n.checks.table import FAMILIES
from laws.texts import inline_markup, structured_text, translations

RULES = [rule for rules in FAMILIES.values() for rule in rules if isinstance(rule, Rule)]
SETTINGS = [Setting(locale) for locale in ("fr", "fr_CA", "es", "de", "ja", "pt_BR")]


@given(st.one_of(inline_markup(), structured_text()), st.data(), st.sampled_from(SETTINGS))
def test_rules_find_nothing_where_their_signs_are_missing(
    msgid: str, data: st.DataObject, at: Setting
) -> None:
    pair = Pair(msgid or "x", data.draw(translations(msgid)) or "y")

    for rule in RULES:
        if rule.signs.isdisjoint(pair.signs) and rule.signs:
            assert not list(rule.check(pair, at)), rule.name
