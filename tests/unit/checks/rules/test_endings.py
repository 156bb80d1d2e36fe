"""Marks at the ends of translations."""

import pytest

from l10n.checks.model import Setting
from l10n.checks.rules.endings import RULES
from unit.checks.support_rules import flaws, found, named


@pytest.mark.parametrize(
    "pair",
    [
        ("Done.", "Fini."),
        ("Really?", "Vraiment\u00a0?"),
        ("As follows:", "Voici\u00a0:"),
        ("And so on...", "Et ainsi de suite…"),
        ("It ends.", "終わり。"),
        ("(It ends.)", "(C'est fini.)"),
        ("*Really?*", "*Vraiment ?*"),
        ("Why not try it?", "Essayez-le donc !"),
        ("Is it there? Yes? No?", "Est-ce là ? Oui ou non."),
        ('He said "Stop."', "Il a dit «\u00a0Stop\u00a0».".replace(" ».", ".\u00a0»")),
        ("**It ends.**", "**C'est fini.**"),
        ("It ends.red[¹].", "C'est fini.red[¹]."),
        ("Great! 🎉", "Super ! 🎉"),
        ("Once, at 3 a.m.", "Une fois, à 3 h"),
        ("Nodes, pods, etc.", "Nœuds, pods"),
        ("Made by Docker Inc.", "Fait par Docker"),
        ("(Linux, Windows, ...)", "(Linux, Windows)"),
        ("No end", "Pas de fin"),
        ("It (perhaps) ends.", "C'est fini. (Peut-être)"),
        ("See [the end.](https://x.org)", "Voir [la fin.](https://x.org)"),
        ("Print {addr:?}", "Affiche {addr:?}."),
    ],
)
def test_good_ends_are_left_in_peace(pair: tuple[str, str]) -> None:
    assert flaws(named(RULES, "end-punctuation-lost"), *pair) == []


@pytest.mark.parametrize(
    "pair",
    [
        ("It ends.", "C'est fini"),
        ("Really?", "Vraiment"),
        ("Is it there?", "C'est là."),
        ('"Is it *there*?"', "« C'est *là*. »"),
        ("As follows:", "Voici"),
        ("Great!", "Super"),
        ("And so on…", "Et ainsi de suite"),
        ("**It ends.**", "**C'est fini**"),
        ("See `x`.", "Voir `x`"),
        ("It ends (perhaps).", "C'est fini (peut-être)"),
    ],
)
def test_lost_ends_are_found_once(pair: tuple[str, str]) -> None:
    assert len(flaws(named(RULES, "end-punctuation-lost"), *pair)) == 1


ASKED = {
    "ar": "هل هو هنا؟",
    "bn": "এটা কি এখানে?",
    "el": "Είναι εδώ;",
    "fa": "آیا اینجاست؟",
    "hi": "क्या यह यहाँ है?",
    "hy": "Այստե՞ղ է։",
    "ja": "ここにありますか？",
    "ko": "여기 있습니까?",
    "th": "มันอยู่ที่นี่ไหม?",
    "ur": "کیا یہ یہاں ہے؟",
    "zh_CN": "它在这里吗？",
}
STATED = {
    "ar": "هو هنا.",
    "bn": "এটা এখানে।",
    "el": "Είναι εδώ.",
    "fa": "اینجاست.",
    "hi": "यह यहाँ है।",
    "hy": "Այստեղ է։",
    "ja": "ここにあります。",
    "ko": "여기 있습니다.",
    "my": "ဒီမှာရှိတယ်။",
    "th": "มันอยู่ที่นี่.",
    "ur": "یہ یہاں ہے۔",
    "zh_CN": "它在这里。",
}


@pytest.mark.parametrize("locale", ASKED)
def test_a_question_is_asked_with_the_mark_of_any_script(locale: str) -> None:
    rule = named(RULES, "end-punctuation-lost")
    assert flaws(rule, "Is it here?", ASKED[locale], Setting(locale)) == []


@pytest.mark.parametrize("locale", STATED)
def test_a_question_that_asks_no_more_is_found_in_any_script(locale: str) -> None:
    [flaw] = flaws(named(RULES, "end-punctuation-lost"), "Is it here?", STATED[locale], Setting(locale))
    assert flaw.message.endswith("with a full stop")


@pytest.mark.parametrize(
    ("locale", "msgstr"),
    [
        ("ja", "ここにありますか。"),
        ("km", "តើវានៅទីនេះទេ។"),
        ("lo", "ມັນຢູ່ທີ່ນີ້ບໍ"),
        ("my", "ဒီမှာရှိလား။"),
        ("th", "มันอยู่ที่นี่ไหม"),
        ("zh_TW", "它在這裡嗎。"),
    ],
)
def test_words_ask_where_the_language_has_such(locale: str, msgstr: str) -> None:
    rule = named(RULES, "end-punctuation-lost")
    assert flaws(rule, "Is it here?", msgstr, Setting(locale)) == []


def test_words_are_not_enough_where_the_other_questions_have_their_mark() -> None:
    rule = named(RULES, "end-punctuation-lost")
    marked = [(f"Is it {number}?", f"{number}ですか？") for number in range(20)]
    assert list(found(rule, [*marked, ("Is it here?", "ここにありますか。")], Setting("ja"))) == [20]


def test_full_stops_are_not_asked_for_where_most_translations_have_none() -> None:
    rule = named(RULES, "end-punctuation-lost")
    without = [(f"Sentence {number}.", f"Satz {number}") for number in range(30)]
    assert found(rule, without, Setting("de")) == {}
    assert list(found(rule, [*without, ("Really?", "Wirklich")], Setting("de"))) == [30]


def test_a_phrase_needs_no_full_stop_in_japanese_and_the_last_of_two_sentences_does() -> None:
    rule = named(RULES, "end-punctuation-lost")
    assert flaws(rule, "Take a name.", "名前を取得する", Setting("ja")) == []
    assert flaws(rule, "Take a name. Print it.", "名前を取得する。印刷する", Setting("ja"))
    assert flaws(rule, "Is there a name?", "名前はあります", Setting("ja"))
