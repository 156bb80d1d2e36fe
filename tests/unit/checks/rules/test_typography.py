"""Blanks, quotes and dots, locale by locale; what is not prose is left in peace."""

from dataclasses import replace

import pytest

from l10n.checks.habits import habits
from l10n.checks.model import Pair, Rule, Setting
from l10n.checks.rules.typography import RULES
from unit.checks.support_rules import flaws, named

NB, NN = "\u00a0", "\u202f"

NOOP = [
    ("fr", f"Vraiment{NB}? Oui{NN}! Voici{NB}: un{NN}; deux"),
    ("fr", f"Il dit «{NB}oui{NB}» et «{NN}non{NN}»"),
    ("fr", "À 12:30, en 16:9, sur localhost:8080"),
    ("fr", "Bravo :smile: et :tada:"),
    ("fr", "Un ![schéma](pod.png)"),
    ("fr", "Voir https://x.org/?a=b;c et <https://y.org/!> ou [x](https://z.org/?q)"),
    ("fr", "`a: b; c!` et `d?`"),
    ("fr", '<a title="x: y">lien</a>'),
    ("fr", "std::string et foo:: aussi"),
    ("fr", "C'est super :-) et ;)"),
    ("fr", ":EN:- text"),
    ("fr", "Un (?) et un [!]"),
    ("fr", "Un **:** puis **lib:***nom* en gras"),
    ("fr", "a&nbsp;: b"),
    ("fr", "@@LINK[a:b] {{x: y}}"),
    ("fr", "Sur le lecteur C: par exemple"),
    ("fr", "Un != deux"),
    ("fr", 'Un écran de 24" et un de 27"'),
    ("fr", '`echo "a"` puis [x](y "un titre")'),
    ("fr", "Et ainsi de suite… ou `a...b`, 1...10, ./..., ...args"),
    ("fr", "L'apostrophe d'aujourd'hui"),
    ("fr", "Quoi…? Hein?".replace("Hein?", f"Hein{NB}?")),
    ("fr", "Voir `a`, .red[`b`] et ¹"),
    ("fr_CA", f"Vraiment? Oui! Voici{NB}: un; «{NB}deux{NB}»"),
    ("fr_CH", f"Vraiment{NN}? «{NN}oui{NN}»"),
    ("de", 'Wirklich? Ja! Er sagt: "ja"; im Verhältnis 3 : 1'),
    ("es", "¿De verdad? ¡Sí! El «uno»: dos"),
    ("es", "El `a?` (opcional)"),
    ("ja", "本当ですか？はい。`a` 。 Pod 、"),
    ("xx", "Anything : goes ..."),
]

FIXES = [
    ("spacing", "fr", "Vraiment ?", f"Vraiment{NB}?"),
    ("spacing", "fr", "Vraiment?!", f"Vraiment{NB}?!"),
    ("spacing", "fr", "Voici: un; deux", f"Voici{NB}: un{NB}; deux"),
    ("spacing", "fr", "**Note:** oui", f"**Note{NB}:** oui"),
    ("spacing", "fr", "Avec `ab`:", f"Avec `ab`{NB}:"),
    ("spacing", "fr", "Voir [ça](https://x.org/?):", f"Voir [ça](https://x.org/?){NB}:"),
    ("spacing", "fr", "Il dit « oui » et «non»", f"Il dit «{NB}oui{NB}» et «{NB}non{NB}»"),
    ("spacing", "fr", "(Lequel ?)", f"(Lequel{NB}?)"),
    ("spacing", "fr", "À 12:30 : oui", f"À 12:30{NB}: oui"),
    ("spacing", "fr_CA", f"Vraiment{NB}? Voici :", f"Vraiment? Voici{NB}:"),
    ("spacing", "de", "Wirklich ? Ja !", "Wirklich? Ja!"),
    ("spacing", "pl", "Czy to dobre ?", "Czy to dobre?"),
    ("spacing", "ja", "はい 。", "はい。"),
    ("straight-quotes", "fr", 'Un "mot" et "deux mots"', f"Un «{NB}mot{NB}» et «{NB}deux mots{NB}»"),
    (
        "straight-quotes",
        "fr",
        'Un *"mot"*, l\'"autre" et "`code`"',
        f"Un *«{NB}mot{NB}»*, l'«{NB}autre{NB}» et «{NB}`code`{NB}»",
    ),
    ("three-dots", "fr", "Et ainsi de suite... (ou [...])", "Et ainsi de suite… (ou […])"),
]
PAIR_RULES = {rule.name: rule for rule in RULES if isinstance(rule, Rule)}


def fixed(name: str, text: str, setting: Setting) -> str:
    fix = PAIR_RULES[name].fix
    assert fix
    return fix(Pair("A source", text), setting)


@pytest.mark.parametrize(("locale", "text"), NOOP)
def test_what_is_right_or_no_prose_is_left_in_peace(locale: str, text: str) -> None:
    setting = Setting(locale)
    for name, rule in PAIR_RULES.items():
        assert flaws(rule, "A source", text, setting) == []
        assert not rule.fix or fixed(name, text, setting) == text


@pytest.mark.parametrize(("name", "locale", "text", "expected"), FIXES)
def test_what_is_wrong_is_found_and_repaired(name: str, locale: str, text: str, expected: str) -> None:
    setting = Setting(locale)
    found = flaws(PAIR_RULES[name], "A source", text, setting)
    assert found
    assert all(flaw.at for flaw in found)
    assert fixed(name, text, setting) == expected
    assert flaws(PAIR_RULES[name], "A source", expected, setting) == []


def test_the_narrow_space_is_written_if_the_locale_wants_it() -> None:
    setting = Setting("fr", options={"no-break-space": "by-mark"})
    assert (
        fixed("spacing", "Vraiment ? Voici : « oui »", setting) == f"Vraiment{NN}? Voici{NB}: «{NB}oui{NB}»"
    )
    swiss = Setting("fr_CH", options={"no-break-space": "by-mark"})
    assert fixed("spacing", "Voici : « oui »", swiss) == f"Voici{NN}: «{NN}oui{NN}»"


@pytest.mark.parametrize(
    ("wanted", "count"), [("any", 0), ("U+00A0", 2), ("U+202F", 3), ("by-mark", 2), (None, 0)]
)
def test_a_locale_may_want_one_no_break_space_only(wanted: str | None, count: int) -> None:
    setting = Setting("fr", options={"no-break-space": wanted} if wanted else {})
    text = f"Vraiment{NB}? Oui{NN}! Voici{NN}: «{NB}oui{NB}»"
    assert len(flaws(PAIR_RULES["spacing"], "x", text, setting)) == count
    mended = fixed("spacing", text, setting)
    assert flaws(PAIR_RULES["spacing"], "x", mended, setting) == []


def test_a_wrong_no_break_space_is_named() -> None:
    setting = Setting("fr", options={"no-break-space": "by-mark"})
    (flaw,) = flaws(PAIR_RULES["spacing"], "x", f"Oui{NB}!", setting)
    assert flaw.message == "before “!” belongs the no-break space U+202F, found U+00A0"


def test_a_quotation_is_told_once_and_another_by_itself() -> None:
    text = 'Un "mot", un "mot" et un "autre"'
    told = [flaw.message for flaw in flaws(PAIR_RULES["straight-quotes"], "x", text, Setting("fr"))]
    assert told == ['“"mot"” belongs in «»', '“"autre"” belongs in «»']


def test_straight_quotes_are_found_on_demand_where_they_are_common() -> None:
    setting = Setting("de", options={"typographic-quotes": "yes"})
    assert fixed("straight-quotes", 'Ein "Wort"', setting) == "Ein „Wort“"


@pytest.mark.parametrize(("text", "count"), [("De verdad?", 1), ("Sí, claro!", 1), ("¿De verdad?", 0)])
def test_spanish_sentences_begin_with_the_inverted_mark(text: str, count: int) -> None:
    assert len(flaws(named(RULES, "inverted-mark"), "Really?", text, Setting("es"))) == count


def test_a_house_style_is_a_habit_and_no_fault() -> None:
    setting = Setting("fr")
    pairs = [Pair("Why?", f"Pourquoi {number}?") for number in range(30)]
    known = replace(setting, habits=habits(pairs, setting, RULES))
    assert known.habits == {"no spaces before marks"}
    assert flaws(PAIR_RULES["spacing"], "Why?", "Pourquoi?", known) == []
    assert PAIR_RULES["spacing"].mended(Pair("Why?", "Pourquoi?"), known) == "Pourquoi?"
    assert flaws(PAIR_RULES["spacing"], "Why, then?", "Pourquoi , alors?", known) != []
    assert PAIR_RULES["spacing"].mended(Pair("So.", "Voilà : « ça » ."), known) == "Voilà : « ça »."


def test_a_mark_of_a_name_within_a_sentence_needs_no_space() -> None:
    rule = PAIR_RULES["spacing"]
    assert flaws(rule, "The println! macro", "La macro println! affiche tout", Setting("fr")) == []
    assert flaws(rule, "The println! macro", "La macro prints! affiche tout", Setting("fr"))
    assert flaws(rule, "Help! There is a way", "Help! il y a un moyen", Setting("fr"))


def test_plain_spaces_throughout_are_a_habit_and_only_noted() -> None:
    pairs = [Pair("Why?", f"Pourquoi {number} ?") for number in range(30)]
    known = Setting("fr", habits=habits(pairs, Setting("fr"), RULES))
    assert known.habits == {"plain spaces"}
    assert flaws(PAIR_RULES["spacing"], "Why?", "Pourquoi ?", known) == []
    assert len(flaws(PAIR_RULES["plain-space"], "Why?", "Pourquoi ?", known)) == 1
    assert PAIR_RULES["plain-space"].mended(Pair("Why?", "Pourquoi ?"), known) == f"Pourquoi{NB}?"
    assert flaws(PAIR_RULES["plain-space"], "Why?", "Pourquoi?", known) == []
    assert len(flaws(PAIR_RULES["spacing"], "Why?", "Pourquoi?", known)) == 1


def test_a_blank_before_one_mark_throughout_is_a_habit_of_that_mark_only() -> None:
    pairs = [Pair("If so, wait.", f"إذا كان {number} ، انتظر.") for number in range(30)]
    known = Setting("ar", habits=habits(pairs, Setting("ar"), RULES))
    assert known.habits == {"plain spaces before ،"}
    noted, warned = "نعم ، انتظر", "نعم ، انتظر ."
    assert flaws(PAIR_RULES["spacing"], "Yes, wait", noted, known) == []
    assert len(flaws(PAIR_RULES["plain-space"], "Yes, wait", noted, known)) == 1
    assert len(flaws(PAIR_RULES["spacing"], "Yes, wait.", warned, known)) == 1
    assert PAIR_RULES["plain-space"].mended(Pair("Yes, wait.", warned), known) == "نعم، انتظر ."
    others = [Pair("If so, wait.", f"إذا كان {number}، انتظر.") for number in range(8)]
    assert habits([*pairs, *others], Setting("ar"), RULES) == frozenset()


@pytest.mark.parametrize("options", [{"no-break-space": "any"}, {"house-style": "no"}])
def test_who_asks_for_no_break_spaces_is_warned_of_plain_ones(options: dict[str, str]) -> None:
    pairs = [Pair("Why?", f"Pourquoi {number} ?") for number in range(30)]
    assert habits(pairs, Setting("fr", options=options), RULES) == frozenset()


def test_plain_spaces_are_no_habit_where_others_have_no_break_spaces() -> None:
    pairs = [Pair("Why?", f"Pourquoi {number} ?") for number in range(30)]
    others = [Pair("Why?", f"Pourquoi {number}{NB}?") for number in range(8)]
    assert habits([*pairs, *others], Setting("fr"), RULES) == frozenset()
    assert flaws(PAIR_RULES["plain-space"], "Why?", "Pourquoi ?", Setting("fr")) == []


def test_quotes_and_dots_are_habits_if_there_is_hardly_anything_else() -> None:
    pairs = [Pair("x", f'Le "mot" {number}...') for number in range(9)]
    assert habits(pairs, Setting("fr"), RULES) == {"straight-quotes", "three-dots"}
    right = Pair("x", f"«{NB}a{NB}»…")
    assert habits([*pairs, right], Setting("fr"), RULES) == {"straight-quotes", "three-dots"}
    assert habits([*pairs, right, right], Setting("fr"), RULES) == frozenset()
    assert habits(pairs, Setting("fr", options={"house-style": "no"}), RULES) == frozenset()


@pytest.mark.parametrize("locale", ["fr", "de", "ru", "tr", "xx"])
def test_no_language_has_a_blank_before_a_comma_or_full_stop(locale: str) -> None:
    pair = Pair("Now, it is.", "Aa , bb `cc` . Dd\u00a0.")
    rule = named(RULES, "spacing")
    assert isinstance(rule, Rule)
    assert rule.fix
    assert [flaw.at for flaw in rule.flaws(pair, Setting(locale))] == [(2, 3), (12, 13), (17, 18)]
    assert rule.fix(pair, Setting(locale)) == "Aa, bb `cc`. Dd."


@pytest.mark.parametrize(
    ("locale", "msgid", "msgstr"),
    [
        ("fr", "With .NET", "Avec .NET"),
        ("fr", "Wait ...", "Attendez\u00a0..."),
        ("fr", "a , b", "a , b"),
        ("fr", "Half", "La moitié , `x`".replace(" ,", ",")),
        ("de", "The .gitignore", "Die .gitignore"),
        ("de", "From .5", "Von .5"),
    ],
)
def test_points_that_begin_something(locale: str, msgid: str, msgstr: str) -> None:
    assert flaws(named(RULES, "spacing"), msgid, msgstr, Setting(locale)) == []


def test_an_arabic_comma_has_no_blank_before_it() -> None:
    assert flaws(named(RULES, "spacing"), "One, two", "واحد ، اثنان", Setting("ar"))
