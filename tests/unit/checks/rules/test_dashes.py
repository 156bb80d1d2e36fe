"""Dashes are as the locale's translations have them, else as its spelling rules do."""

import pytest

from l10n.checks.model import Setting
from l10n.checks.rules.dashes import RULES
from unit.checks.support_rules import flaws, mended, named, usual

DASH = named(RULES, "dash")


@pytest.mark.parametrize(
    ("habit", "text", "right"),
    [
        ("Ein Satz – hier", "Das Meer - blau", "Das Meer – blau"),
        ("Ein Satz – hier", "Das Meer -- blau", "Das Meer – blau"),
        ("Ein Satz – hier", "Das Meer --- blau", "Das Meer – blau"),
        ("Ein Satz – hier", "Das Meer — blau", "Das Meer – blau"),
        ("Ein Satz – hier", "Das Meer--blau", "Das Meer – blau"),
        ("Ein Satz – hier", "Das Meer—blau", "Das Meer – blau"),
        ("Ein Satz – hier", "Das\u00a0Meer\u00a0- blau", "Das\u00a0Meer\u00a0– blau"),
        ("Ein Satz – hier", "Das `Meer` - blau", "Das `Meer` – blau"),
        ("Ein Satz – hier", "Das **Meer** - *blau*", "Das **Meer** – *blau*"),
        ("Une phrase — ici", "La mer – bleue", "La mer — bleue"),
        ("A phrase—here", "The sea - blue", "The sea—blue"),
        ("这是——句子", "大海 - 蓝色", "大海——蓝色"),
    ],
)
def test_dash_becomes_what_is_usual(habit: str, text: str, right: str) -> None:
    setting = usual(DASH, "xx", habit)
    assert flaws(DASH, "A text", text, setting)
    assert mended(DASH, text, setting) == right
    assert flaws(DASH, "A text", right, setting) == []


@pytest.mark.parametrize(
    "text",
    [
        "- Ein Punkt",
        "Ein Satz\n\n--\n\nNoch einer",
        "Ein Satz\n---\nNoch einer",
        "| Wort | --- |",
        "Der Befehl `ls - a -- b` hier",
        "Die Option --foo und -v hier",
        "Von 3 - 5 Stunden",
        "Von 3 – 5 Stunden",
        "Also a - b ist null",
        "`a` - `b` ist null",
        "Tasten Strg + und Strg - drücken",
        "Paris–Lyon und E-Mail",
        "[Meer](a -- b)",
        "title: x",
    ],
)
def test_what_is_no_dash_stays(text: str) -> None:
    setting = usual(DASH, "de", "Ein Satz — hier")
    assert flaws(DASH, "A text", text, setting) == []
    assert mended(DASH, text, setting) == text


def test_name_of_the_source_stays() -> None:
    setting = usual(DASH, "de", "Ein Satz – hier")
    assert flaws(DASH, "The file foo--bar", "Die Datei foo--bar", setting) == []
    assert flaws(DASH, "A text--short", "Ein Text--kurz", setting)


def test_hyphens_that_stand_for_a_dash_are_noted_where_the_language_is_sure_and_nothing_is_usual() -> None:
    german = Setting("de_AT")
    assert flaws(DASH, "A text", "Das Meer - blau", german)
    assert flaws(DASH, "A text", "Das Meer — blau", german) == []
    assert mended(DASH, "Das Meer - blau", german) == "Das Meer - blau"
    assert flaws(DASH, "A text", "La mer - bleue", Setting("fr")) == []


def test_hyphens_throughout_are_a_habit_and_several_ways_are_none() -> None:
    assert flaws(DASH, "A text", "Das Meer - blau", usual(DASH, "de", "Ein Satz - hier")) == []
    assert flaws(DASH, "A text", "La mer - bleue", usual(DASH, "fr", "Ici — là", "Ici – là")) == []
