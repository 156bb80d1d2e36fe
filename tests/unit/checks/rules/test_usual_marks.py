"""What a locale's translations usually have is what its others should have."""

import pytest

from l10n.checks.model import Setting
from l10n.checks.rules.typography import RULES
from unit.checks.support_rules import flaws, mended, named, usual

QUOTES, DOTS, APOSTROPHE = (named(RULES, name) for name in ("straight-quotes", "three-dots", "apostrophe"))


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
    setting = usual(QUOTES, locale, text)
    assert mended(QUOTES, 'Das "Meer"', setting) == right
    assert flaws(QUOTES, "A text", right, setting) == []


@pytest.mark.parametrize("locale", ["de", "en_GB", "ru", "ko"])
def test_where_straight_quotes_are_usual_or_nothing_is_known_they_stay(locale: str) -> None:
    for setting in (usual(QUOTES, locale, 'Ein "Wort"'), Setting(locale)):
        assert flaws(QUOTES, "A text", 'Das "Meer"', setting) == []


@pytest.mark.parametrize(
    ("locale", "right"),
    [("tr", "“Das”"), ("uk", "«Das»"), ("ja", "「Das」"), ("zh_TW", "「Das」")],
)
def test_who_asks_for_typographic_quotes_gets_those_of_the_locale(locale: str, right: str) -> None:
    setting = Setting(locale, options={"typographic-quotes": "yes"})
    assert mended(QUOTES, '"Das"', setting) == right


def test_dots_become_one_character_where_that_is_usual() -> None:
    assert mended(DOTS, "Und so...", usual(DOTS, "de", "Und so…")) == "Und so…"
    assert (
        flaws(
            DOTS,
            "And",
            "Und so...",
            usual(DOTS, "de", "Und so..."),
        )
        == []
    )


@pytest.mark.parametrize(("text", "other"), [("L’eau", "L'air"), ("L'eau", "L’air")])
def test_an_apostrophe_is_as_nearly_all_are(text: str, other: str) -> None:
    setting = usual(APOSTROPHE, "it", text)
    assert len(flaws(APOSTROPHE, "The air", other, setting)) == 1
    assert mended(APOSTROPHE, f"{other} `L'x`", setting) == f"L{text[1]}air `L'x`"


def test_few_translations_have_no_habit() -> None:
    assert usual(APOSTROPHE, "it", "L’eau", count=3).habits == frozenset()
