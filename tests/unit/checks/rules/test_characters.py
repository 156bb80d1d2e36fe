"""Letters of another script within a word, and characters that programs left behind."""

import pytest

from l10n.checks.model import Pair, Rule, Setting
from l10n.checks.rules.characters import RULES
from unit.checks.support_rules import flaws, named

MIXED, STRAY = named(RULES, "mixed-script"), named(RULES, "stray-character")


@pytest.mark.parametrize(
    ("locale", "msgstr", "word", "letter"),
    [
        ("es", "Una \u0441asa grande", "\u0441asa", "Cyrillic Small Letter Es"),
        ("uk", "\u0421ловo дня", "\u0421ловo", "Latin Small Letter O"),
        ("el", "Η θάλασσα τoυ νησιού", "τoυ", "Latin Small Letter O"),
        ("el", "Η θάλaσσα", "θάλaσσα", "Latin Small Letter A"),
        ("fr", "Une mais\u03bfn", "mais\u03bfn", "Greek Small Letter Omicron"),
    ],
)
def test_a_letter_of_another_script_is_named(locale: str, msgstr: str, word: str, letter: str) -> None:
    [flaw] = flaws(MIXED, "A word", msgstr, Setting(locale))
    assert flaw.at
    assert msgstr[slice(*flaw.at)] == word
    assert letter in flaw.message


@pytest.mark.parametrize(
    ("locale", "msgid", "msgstr"),
    [
        ("fr", "Five micrometres", "Cinq \u03bcm, et Δt"),
        ("ru", "All URLs", "Все URLы"),
        ("ru", "Email address", "email-адрес"),
        ("ru", "In Linux", "В Linuxе"),
        ("uk", "The `xі` code", "Код `xі`"),
        ("es", "It is \u0441asa", "Es \u0441asa"),
        ("ja", "Linux users", "Linuxユーザー"),
        ("sr", "A word", "Реч"),
        ("el", "As %(start)sapproved%(end)s", "Όπως %(start)sεγκεκριμένη%(end)s"),
    ],
)
def test_words_that_may_have_two_scripts(locale: str, msgid: str, msgstr: str) -> None:
    assert flaws(MIXED, msgid, msgstr, Setting(locale)) == []


@pytest.mark.parametrize(
    ("msgstr", "told"),
    [
        ("Un caf\ufffd ouvert", "U+FFFD"),
        ("Un\x92 ouvert", "U+0092"),
        ("Un \u200bcaf\u00e9", "U+200B"),
        ("Un \u202ecaf\u00e9", "U+202E"),
        ("Un \u2067caf\u00e9 \u2066la\u2069", "U+2067"),
        ("Un caf\u00c3\u00a9", "perhaps of “é”"),
        ("Deux m\u00c3\u00b3", "perhaps of “ó”"),
        ("L\u00e2\u20ac\u2122hiver", "perhaps of “’”"),
        ("\u00d0\u0161\u00d0\u00be\u00d1\u201a", "perhaps of “Кот”"),
        ("\u00e3\u0081\u201a\u00e3\u0081\u201e", "another encoding"),
    ],
)
def test_what_programs_left_is_found(msgstr: str, told: str) -> None:
    found = flaws(STRAY, "A café", msgstr, Setting("fr"))
    assert any(told in flaw.message for flaw in found)


@pytest.mark.parametrize(
    ("locale", "msgid", "msgstr"),
    [
        ("fa", "They go", "می\u200cروند"),
        ("hi", "A family", "\U0001f468\u200d\U0001f469 क\u094d\u200dष"),
        ("ar", "Run `x` now", "شغل \u2066`x`\u2069 الآن\u200f"),
        ("ar", "Run x now", "\u202bشغل الآن"),
        ("km", "A word", "ពាក្យ\u200bមួយ"),
        ("zh_CN", "**It** is", "**“它”**\u200b是"),
        ("fr", "A\u200bB é", "A\u200bB é"),
        ("fr", "The \ufffd sign", "Le signe \ufffd"),
        ("pt", "The «PAPA»", "O «PAPÃ»"),
        ("es", "Spain…", "ESPAÑ…"),
        ("fr", "Coffee", "Café » à « Âme »"),
    ],
)
def test_what_may_stand(locale: str, msgid: str, msgstr: str) -> None:
    assert flaws(STRAY, msgid, msgstr, Setting(locale)) == []


def test_only_zero_width_spaces_are_taken_away() -> None:
    [flaw] = flaws(STRAY, "The coffee", "Le\u200b\u200b café", Setting("fr"))
    assert flaw.at == (2, 4)
    assert isinstance(STRAY, Rule)
    assert STRAY.fix
    assert STRAY.fix(Pair("The coffee", "Le\u200b\u200b caf\ufffd"), Setting("fr")) == "Le caf\ufffd"


def test_what_parts_two_numbers_is_not_taken_away() -> None:
    """Nobody knows whether it was one number."""
    assert isinstance(STRAY, Rule)
    assert STRAY.fix
    assert STRAY.fix(Pair("Of 12", "De 1\u200b2 caf\u200bés"), Setting("fr")) == "De 1\u200b2 caf\u200bés"
