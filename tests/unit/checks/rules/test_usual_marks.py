"""What a locale's translations usually have is what its others should have."""

import pytest

from l10n.checks.habits import habits
from l10n.checks.model import Pair, Rule, Setting
from l10n.checks.rules.typography import RULES
from unit.checks.support_rules import flaws, named


def usual(rule: str, locale: str, text: str, count: int = 30) -> Setting:
    """The setting of a locale whose translations are all like ``text``."""
    pairs = [Pair(f"A {number}", text) for number in range(count)]
    return Setting(locale, habits=habits(pairs, Setting(locale), [named(RULES, rule)]))


def mended(rule: str, text: str, setting: Setting) -> str:
    found = named(RULES, rule)
    assert isinstance(found, Rule)
    assert found.fix
    return found.fix(Pair("A text", text), setting)


@pytest.mark.parametrize(
    ("locale", "text", "right"),
    [
        ("de", "Das „Haus“ hier", "Das „Meer“"),
        ("de", "Das »Haus« hier", "Das »Meer«"),
        ("de_CH", "Das «Haus» hier", "Das «Meer»"),
        ("pl", "To „dom” tu", "Das „Meer”"),
        ("ru", "Это «дом» тут", "Das «Meer»"),
        ("ko", "이 “집” 은", "Das “Meer”"),
        ("zh_TW", "這「家」是", "Das 「Meer」"),
        ("he", "ה־”בית” כאן", "Das ”Meer”"),
    ],
)
def test_straight_quotes_become_what_is_usual(locale: str, text: str, right: str) -> None:
    setting = usual("straight-quotes", locale, text)
    assert mended("straight-quotes", 'Das "Meer"', setting) == right
    assert flaws(named(RULES, "straight-quotes"), "A text", right, setting) == []


@pytest.mark.parametrize("locale", ["de", "en_GB", "ru", "ko"])
def test_where_straight_quotes_are_usual_or_nothing_is_known_they_stay(locale: str) -> None:
    for setting in (usual("straight-quotes", locale, 'Ein "Wort"'), Setting(locale)):
        assert flaws(named(RULES, "straight-quotes"), "A text", 'Das "Meer"', setting) == []


@pytest.mark.parametrize(
    ("locale", "right"),
    [("tr", "“Das”"), ("uk", "«Das»"), ("ja", "「Das」"), ("zh_TW", "「Das」")],
)
def test_who_asks_for_typographic_quotes_gets_those_of_the_locale(locale: str, right: str) -> None:
    setting = Setting(locale, options={"typographic-quotes": "yes"})
    assert mended("straight-quotes", '"Das"', setting) == right


def test_dots_become_one_character_where_that_is_usual() -> None:
    assert mended("three-dots", "Und so...", usual("three-dots", "de", "Und so…")) == "Und so…"
    assert flaws(named(RULES, "three-dots"), "And", "Und so...", usual("three-dots", "de", "Und so...")) == []


@pytest.mark.parametrize(("text", "other"), [("L’eau", "L'air"), ("L'eau", "L’air")])
def test_an_apostrophe_is_as_nearly_all_are(text: str, other: str) -> None:
    setting = usual("apostrophe", "it", text)
    assert len(flaws(named(RULES, "apostrophe"), "The air", other, setting)) == 1
    assert mended("apostrophe", f"{other} `L'x`", setting) == f"L{text[1]}air `L'x`"


def test_few_translations_have_no_habit() -> None:
    assert usual("apostrophe", "it", "L’eau", 3).habits == frozenset()
