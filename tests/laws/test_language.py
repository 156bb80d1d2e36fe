"""The rules for language survive any text, and repairs touch prose only, and only once."""

from collections.abc import Iterator

import pytest
from dictionaries import install, use
from hypothesis import given
from hypothesis import strategies as st

from l10n.checks.model import Pair, Pairs, Rule, Setting, WideRule
from l10n.checks.table import FAMILIES
from l10n.language.glossary import Glossary, Term
from l10n.markdown.constructs import SpanKind, spans
from laws.texts import any_text, inline_markup, structured_text

RULES = [
    rule
    for family in ("content", "typography", "terminology")
    for rule in FAMILIES[family]
    if isinstance(rule, Rule | WideRule)
]
GLOSSARY = Glossary((Term("node", ("nœud",), ("noeud",)), Term("pods", keep=True), Term(forbidden=("here",))))
LOCALES = ("de", "es", "fr", "fr_CA", "fr_CH", "ja", "xx")
MARKS = st.text(alphabet=" \u00a0\u202f\n:;!?«»\"'.…`*_[]()<>\\&a1é。\u200b\u202eсο", max_size=40)
TEXTS = st.one_of(any_text(), structured_text(), inline_markup(), MARKS)


@pytest.fixture(scope="module", autouse=True)
def _dictionary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One that knows hardly a word."""
    folder = tmp_path_factory.mktemp("dictionaries")
    for name in ("fr", "de"):
        install(folder, name, ["node", "réseau"])
    with pytest.MonkeyPatch.context() as patch:
        use(patch, folder)
        yield


def setting(locale: str) -> Setting:
    return Setting(locale, options={"typographic-quotes": "yes"}, glossary=GLOSSARY)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@given(locale=st.sampled_from(LOCALES), texts=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_no_rule_fails_on_any_text(rule: Rule | WideRule, locale: str, texts: list[tuple[str, str]]) -> None:
    pairs = Pairs(tuple(Pair(msgid or "x", msgstr or "x") for msgid, msgstr in texts))
    if isinstance(rule, WideRule):
        found = list(rule.check(pairs, setting(locale)))
    else:
        found = [(pair, flaw) for pair in pairs for flaw in rule.check(pair, setting(locale))]
    for pair, flaw in found:
        assert flaw.message
        assert flaw.at is None or 0 <= flaw.at[0] <= flaw.at[1] <= len(pair.msgstr)


FIXES = [rule for rule in RULES if isinstance(rule, Rule) and rule.fix]


@pytest.mark.parametrize("rule", FIXES, ids=lambda rule: rule.name)
@given(locale=st.sampled_from(LOCALES), text=TEXTS)
def test_repairs_are_idempotent_and_touch_no_span(rule: Rule, locale: str, text: str) -> None:
    assert rule.fix
    once = rule.fix(Pair("A source", text), setting(locale))
    assert rule.fix(Pair("A source", once), setting(locale)) == once
    kept = [
        [(span.kind, span.value) for span in spans(one) if span.kind is not SpanKind.NUMBER]
        for one in (text, once)
    ]
    assert kept[0] == kept[1]


@pytest.mark.parametrize("rule", FIXES, ids=lambda rule: rule.name)
@given(locale=st.sampled_from(LOCALES), text=st.text(alphabet=" \u00a0:;!?«»\"'.…*aé", max_size=30))
def test_what_is_repaired_is_not_found_again(rule: Rule, locale: str, text: str) -> None:
    assert rule.fix
    pair = Pair("A source", rule.fix(Pair("A source", text), setting(locale)))
    assert list(rule.check(pair, setting(locale))) == []
