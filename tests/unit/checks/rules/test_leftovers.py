"""Sentences that were left in the language of the source."""

import pytest

from l10n.checks.model import Setting
from l10n.checks.rules.leftovers import RULES
from l10n.language import Glossary, Term
from unit.checks.support_rules import flaws

[RULE] = RULES
TWO = "Birds are warm. They sleep in the trees and on the roofs of the town."
LEFT = "They sleep in the trees and on the roofs of the town"


@pytest.mark.parametrize(
    ("locale", "msgstr"),
    [
        ("es", f"Las aves son calientes. {LEFT}."),
        ("ja", f"鳥は温かい。{LEFT}."),
        ("zh_CN", f"鸟是温暖的。{LEFT}。"),
        ("ar", f"الطيور دافئة. {LEFT}."),
        ("pt_BR", f"**{LEFT}.** As aves são quentes."),
    ],
)
def test_a_sentence_that_was_left_is_shown(locale: str, msgstr: str) -> None:
    [flaw] = flaws(RULE, TWO, msgstr, Setting(locale))
    assert flaw.at
    assert msgstr[slice(*flaw.at)] == LEFT
    assert "left in the language of the source" in flaw.message


def test_of_a_sentence_the_part_that_was_left() -> None:
    [flaw] = flaws(RULE, TWO, "Las aves duermen in the trees and on los tejados.", Setting("es"))
    assert "“in the trees and on”" in flaw.message


def test_each_part_is_shown() -> None:
    msgstr = "in the trees and on, y luego on the roofs of the town"
    assert len(flaws(RULE, TWO, msgstr, Setting("es"))) == 2


@pytest.mark.parametrize(
    ("source_locale", "locale", "msgid", "msgstr"),
    [
        (
            "fr",
            "en",
            "Il y a un chat dans la maison. Il dort.",
            "See un chat dans la maison. It naps.",
        ),
        (
            "de",
            "fr",
            "Es ist alt. Wir wohnen in der Stadt.",
            "Wir wohnen in der Stadt. Elle est là.",
        ),
    ],
)
def test_a_source_in_another_language(source_locale: str, locale: str, msgid: str, msgstr: str) -> None:
    assert flaws(RULE, msgid, msgstr, Setting(locale, source_locale=source_locale))


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("We read The Lord of the Rings today.", "Leemos hoy The Lord of the Rings."),
        ("Ask the Red, Green, Blue, Black and White Team", "Pregunta a Red, Green, Blue, Black and White"),
        ("usage: git [--all] [-p | -a] [--no-x | -n] do", "uso: git [--all] [-p | -a] [--no-x | -n] hacer"),
        ("Run `it is in the code of the day` now", "Ejecuta `it is in the code of the day` ahora"),
        ("See [a](https://x.org/it-is-in-the-sun-of-it)", "Ve [a](https://x.org/it-is-in-the-sun-of-it)"),
        ("It is in it.", "It is in él."),
        (TWO, TWO),
        ('Wait for "press any key to do it" now.', "Espera «press any key to do it»."),
        ("It is y=b*exp(a*x) or y=b*m here.", "Aquí es y=b*exp(a*x) or y=b*m."),
    ],
    ids=["title", "names", "usage", "code", "target", "short", "copy", "quoted", "formula"],
)
def test_what_may_stay(msgid: str, msgstr: str) -> None:
    assert not flaws(RULE, msgid, msgstr, Setting("es"))


def test_what_only_the_translation_quotes_was_left() -> None:
    msgid = "Wait for it, then press any key to do it now."
    assert flaws(RULE, msgid, "Espera y «press any key to do it».", Setting("es"))


def test_a_term_that_the_glossary_keeps_may_stay() -> None:
    glossary = Glossary((Term("state of the art of it", keep=True),))
    msgid = "This is the state of the art of it today."
    msgstr = "Este es el state of the art of it de hoy."
    assert flaws(RULE, msgid, msgstr, Setting("es"))
    assert not flaws(RULE, msgid, msgstr, Setting("es", glossary=glossary))


def test_nothing_is_asked_where_the_source_is_in_the_same_language() -> None:
    assert not flaws(RULE, TWO, f"Birds are hot. {LEFT}.", Setting("en_GB"))
