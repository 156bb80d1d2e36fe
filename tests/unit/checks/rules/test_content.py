"""What can be seen to be wrong with the words of one translation."""

import pytest

from l10n.checks.model import Setting
from l10n.checks.rules.content import RULES
from l10n.dialects.remark.reading import READERS
from unit.checks.support_rules import flaws, named

NOOP = {
    "number-changed": [
        ("It takes 3 minutes", "Cela prend 3 minutes"),
        ("It takes 3 minutes", "Cela prend trois minutes"),
        ("Only 1 node", "Un seul nœud"),
        ("The 1st node", "Le premier nœud"),
        ("The 2nd and 3rd", "Le 2e et le troisième"),
        ("A 3rd party", "Un tiers"),
        ("½ of [this](a.md)", "0,5 de [ceci](a.md)"),
        ("1,000 nodes, 12,345,678 pods", "1 000 nœuds, 12 345 678 pods"),
        ("1,000 nodes", "1\u00a0000 nœuds"),
        ("1,000.5 seconds", "1\u202f000,5 secondes"),
        ("3.5 seconds", "3,5 secondes"),
        ("Kubernetes 1.24", "Kubernetes v1.24"),
        ("at 3 p.m.", "à 15 h"),
        ("at 12:30", "à 12h30"),
        ("at 17:00", "à 17 h"),
        ("on 10/05/2023", "le 5.10.2023"),
        ("released 2004-06-20, 2002-07-19", "sortie le 20 juin 2004, le 19 juillet 2002"),
        ("1/2 cup", "½ tasse"),
        ("4.0 is out", "La 4 est là"),
        ("Under CC BY 4.0", "Sous CC BY 4,0"),
        ("Growth of 5.0%", "5 % de croissance"),
        ("It takes 4.0 seconds", "4秒かかります"),
        ("Price: 10.00 €", "Prix : 10 €"),
        ("We start at 17:00.", "Zaczynamy o 17.00."),
        ("From 9:00 to 9:30", "Od 9.00 do 9.30"),
        ("With OAuth 2.0", "Avec OAuth2"),
        ("5.0 million users", "5 millions d'utilisateurs"),
        ("at 5:00 p.m.", "à 17h00"),
        ("from 9:00 to 9:30", "de 9 h à 9 h 30"),
        ("from 9:00 to 9:30", "de 9h00 à 9h30"),
        ("CO2 and H2O, 2 gases", "CO₂ et H₂O, deux gaz"),
        ("5 to 10, or 5-10", "de 5 à 10, ou 5–10"),
        ("available 24/7", "disponible en permanence"),
        ("In the '90s", "Dans les années 1990"),
        ("In the 20th century", "Au XXe siècle"),
        ("5 million users", "5 000 000 d'utilisateurs"),
        ("Run `sleep 10`", "Lancez `sleep 20`"),
        ("See [it](https://x.org/v2)", "Voir [ça](https://x.org/v3)"),
        ("k8s and IPv4", "Kubernetes et IP"),
        ("Use ID3v1.1", "Utilisez ID3v1.1"),
        ("on port 80", "sur le port `80`"),
        ("Two pods", "2 pods"),
        ("16x16 pixels", "16×16 pixels"),
        ("If it is 0", "Si c'est zéro"),
        ("a &#39;b&#39;", "a « b »"),
    ],
    "word-doubled": [
        ("Both A and E are vowels", "Tanto A e E são vogais"),
        ("We meet again", "Nous nous retrouvons"),
        ("You trust yourself", "Vous vous faites confiance"),
        ("No no no", "Non non non"),
        ("One `a` `a`", "Un `a` `a`"),
        ("Little by little", "Petit à petit"),
        ("Duran Duran plays", "Duran Duran joue"),
        ("5 5 5", "5 5 5"),
        ("Yes. Yes, it is", "Oui. Oui, bien sûr"),
    ],
    "emphasis-lost": [
        ("It is *big*", "C'est **grand**"),
        ("It is big", "C'est *grand*"),
        ("2 * 3 * 4", "2 × 3 × 4"),
        ("snake_case_name", "nom"),
    ],
    "emphasis-by-accident": [
        ("It is *big*", "C'est *grand*"),
        ("It is big", "C'est *grand*, et _vieux_"),
        ("It is big", "これは*大*です"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("2 * 3 * 4", "2 × 3 × 4"),
        ("2 * 3", "2 \\* 3, c'est **peu**"),
        ("all *.yaml files", "tous les fichiers `*.yaml`, **tous**"),
        ("all *.yaml files", "tous les fichiers *.yaml"),
        ("the `a_b_c` name", "le nom `a_b_c`, *ainsi*"),
        ("It is *big*", "C'est **grand"),
        ("It is *big*", "C'est grand"),
    ],
    "unclosed-emphasis": [
        ("It is _big_", "C'est _grand_"),
        ("It is _big_", "C'est *grand*"),
        ("It is _big_", "C'est grand"),
        ("It is *big*", "C'est grand, 2 * 3"),
        ("The _a_b_ name", "Le nom _a_b_"),
        ("It is _big_", "C'est le a_b"),
        ("It is _big_", "它是_大_的"),
    ],
    "unclosed-strong": [
        ("It is **big**", "C'est **grand**"),
        ("`**/*.md`", "`**/*.md`"),
        ("2 ** 3", "2 ** 3"),
        (r"\*\*so\*\*", r"\*\*ainsi\*\*"),
        ("call __init__ now", "appeler __init__"),
        ("**A** b **c**", "**A** b *c*"),
        ("It is **big**", "これは**「大」**です"),
        ("2**3 is 8", "2**3 font 8"),
        ("2 ** 3 is **8**", "2 ** 3 font **8**"),
    ],
}

FINDINGS = {
    "number-changed": [
        ("It takes 3 minutes", "Cela prend 4 minutes"),
        ("It takes 3 minutes", "Cela prend du temps"),
        ("Kubernetes 1.24", "Kubernetes 1.23"),
        ("Kubernetes 1.20", "Kubernetes 1.2"),
        ("Python 3.10", "Python 3.1"),
        ("Under CC BY 4.0", "Sous CC BY 4"),
        ("The API of Python 2.0.", "L'API de Python, la 2."),
        ("at 17:00", "à 17:20"),
        ("at 17:00", "à 17h0"),
        ("Print it on A4x2 paper", "Imprimez-le"),
        ("1/4 cup", "½ tasse"),
        ("1,000 nodes", "100 nœuds"),
        ("3.5 seconds", "35 secondes"),
        ("On port 8080", "Sur le port 80"),
        ("1 node out of 3", "1 nœud sur 2"),
        ("from 2 to 2", "de 2 à 3"),
        ("10.96.0.1", "11.96.0.1"),
        ("16x16 pixels", "16×18 pixels"),
        ("127 bytes, and 127 bytes", "127 octets, et des octets"),
    ],
    "word-doubled": [
        ("The node", "Le le nœud"),
        ("*The node*", "*Le Le nœud*"),
        ("See the node", "Voir le nœud nœud."),
        ("on a node", "sur un\nun nœud"),
    ],
    "emphasis-lost": [("It is *big*", "C'est grand"), ("*A* and *b*", "*A* et b")],
    "emphasis-by-accident": [
        ("all *.yaml files", "tous les *.yaml*"),
        ("2 * 3 * 4", "2 *3* 4"),
        ("2 \\* 3 \\* 4", "2 *3* 4"),
        ("2 x 3 x 4", "2*3*4"),
        ("It is *big*", "C'est *grand"),
        ("It is *big*", "C'est *grand *"),
        ("It is _big_", "C'est l_a_"),
    ],
    "unclosed-emphasis": [
        ("It is _big_", "C'est _grand"),
        ("It is _big_", "C'est grand_."),
        ("It is _big_ and _old_", "C'est _grand et _vieux_"),
        ("It is *big*", "C'est *grand"),
        ("It is _big_", "它是_大的"),
    ],
    "unclosed-strong": [
        ("It is **big**", "C'est **grand"),
        ("It is **big**", "C'est grand**"),
        ("It is **big**", "C'est ** grand**"),
        ("It is **big**", "C'est **grand*"),
        ("It is __big__", "C'est __grand"),
        ("It is **big**", "C'est ** grand **"),
    ],
}


@pytest.mark.parametrize(("name", "pair"), [(name, pair) for name, pairs in NOOP.items() for pair in pairs])
def test_good_translations_are_left_in_peace(name: str, pair: tuple[str, str]) -> None:
    assert flaws(named(RULES, name), *pair) == []


@pytest.mark.parametrize(
    ("name", "pair"), [(name, pair) for name, pairs in FINDINGS.items() for pair in pairs]
)
def test_faults_are_found_once(name: str, pair: tuple[str, str]) -> None:
    assert len(flaws(named(RULES, name), *pair)) == 1


@pytest.mark.parametrize("name", NOOP)
def test_every_rule_is_documented_and_tried(name: str) -> None:
    assert {rule.name for rule in RULES} == set(NOOP) == set(FINDINGS)
    assert named(RULES, name).meaning.endswith(".")


@pytest.mark.parametrize(
    ("locale", "msgid", "msgstr"),
    [
        ("ar", "It takes 35 minutes", "يستغرق ٣٥ دقيقة"),
        ("fa", "Version 1.24", "نسخهٔ ۱٫۲۴"),
        ("ja", "The 3 nodes", "三つのノード"),
        ("zh", "10,000 users", "1万用户"),
        ("de", "1,000.5 seconds", "1.000,5 Sekunden"),
        ("es", "The 2 nodes", "Ambos nodos"),
        ("ar", "The 2nd day", "اليوم الثاني"),
        ("ar", "It takes 2 hours", "يستغرق ساعتين"),
        ("ar", "In 3 days and 1 hour", "في ثلاثة أيام وساعة واحدة"),
        ("bn", "The 2 birds", "দুটি পাখি"),
        ("cs", "The 3rd bird", "Třetí pták"),
        ("el", "The 2nd of 3 birds", "Το δεύτερο από τρία πουλιά"),
        ("fa", "The 3rd bird", "پرندهٔ سوم"),
        ("he", "The 4th bird", "הציפור הרביעית"),
        ("hi", "The 2 birds", "दो पक्षी"),
        ("pl", "Exactly 2 birds", "Dokładnie dwa ptaki"),
        ("ro", "The 2nd day", "A doua zi"),
        ("ro", "In 1 hour", "Într-o oră"),
        ("sv", "The 1st bird", "Den första fågeln"),
        ("tr", "The 2nd bird", "İkinci kuş"),
        ("uk", "At most 1 bird", "Не більше одного птаха"),
        ("vi", "The 12 birds", "Mười hai con chim"),
        ("es", "A 3-dimensional bird", "Un pájaro tridimensional"),
        ("pt", "A 2-sided one", "Um bilateral"),
        ("ru", "A 3-dimensional bird", "Трёхмерная птица"),
        ("xx", "The 3 birds", "Eres aferdeleru"),
        ("pt", "Only in 3-D charts", "Apenas em gráficos tridimensionais"),
        ("hu", "For 2D birds", "Síkbeli madarak esetén"),
        ("ja", "A 3D bird of 1 m", "1 つの 1 m の立体の鳥"),
        ("zh_TW", "For 2D and 3D birds", "平面鳥與立體鳥"),
        ("ru", "Bought on 2001-01-25, due on 2006-11-15", "Куплено 25.01.01, срок — 15.11.06"),
        ("ja", "The series 1,3,5 goes on with 7,9,11", "1、3、5 の後は 7、9、11 です"),
        ("tr", "Polynomials of degree 3", "Üçüncü dereceden polinomlar"),
    ],
)
def test_numbers_may_be_written_as_the_language_does(locale: str, msgid: str, msgstr: str) -> None:
    assert flaws(named(RULES, "number-changed"), msgid, msgstr, Setting(locale)) == []


@pytest.mark.parametrize(
    ("locale", "msgid", "msgstr"),
    [
        ("ar", "It takes 5 hours", "يستغرق 6 ساعات"),
        ("uk", "At most 3 birds", "Не більше птахів"),
        ("da", "The 2 birds", "Fuglene tog"),
        ("es", "A 3-dimensional bird", "Un pájaro dimensional"),
        ("es", "A 3-dimensional bird", "Un pájaro bidimensional"),
        ("hu", "For 2D birds", "Térbeli madarak esetén"),
        ("ja", "The series 1,3,5", "1、3、6"),
        ("ja", "The 3 birds", "立体の鳥"),
        ("xx", "The 3 birds", "Eres 4 aferdeleru"),
        ("xx", "The 2024 birds", "Eres aferdeleru"),
    ],
)
def test_other_numbers_are_told_in_any_language(locale: str, msgid: str, msgstr: str) -> None:
    assert len(flaws(named(RULES, "number-changed"), msgid, msgstr, Setting(locale))) == 1


def test_a_doubled_word_is_grammar_in_some_languages() -> None:
    rule = named(RULES, "word-doubled")
    assert flaws(rule, "slowly", "yavaş yavaş", Setting("tr")) == []
    assert flaws(rule, "the one that", "die, die die Regeln kennen", Setting("de")) == []
    assert flaws(rule, "the end to which", "das Ende, an die die Leine kommt", Setting("de")) == []
    assert flaws(rule, "A as well as how to b", "A, bem como como b", Setting("pt_BR")) == []
    assert flaws(rule, "it connects", "připojuje se se serverem", Setting("cs")) == []
    assert flaws(rule, "the type EXTENSION", "el tipo de extensión EXTENSIÓN", Setting("es")) == []
    assert flaws(rule, "then the style is", "akkor az az aktuális stílus", Setting("hu")) == []
    assert flaws(rule, "side by side", "δίπλα δίπλα", Setting("el")) == []
    assert flaws(rule, "split into parts", "Spur in Teilen teilen", Setting("de")) == []
    assert flaws(rule, "if you have your card", "als je je kaart hebt", Setting("nl")) == []
    assert flaws(rule, "select Yes and No is refused", "Sí y No no es aceptado", Setting("es")) == []
    assert flaws(rule, "by users in the version", "von Nutzer·in in der Version", Setting("de")) == []
    assert flaws(rule, "by users in the version", "von Nutzer:in in der Version", Setting("de")) == []
    assert flaws(rule, "key of %(host)s added", "klíč pro %(host)s s otiskem", Setting("cs")) == []
    assert flaws(rule, "how to b", "saber como como b", Setting("pt_BR"))
    assert flaws(rule, "It is not", "No no es", Setting("es"))
    assert flaws(rule, "We are.", "Gut. Wir wir sind es.", Setting("de"))
    assert flaws(rule, "split it", "wir wollen Teile Teile nennen", Setting("de"))


def test_one_after_the_other_is_no_doubled_word() -> None:
    rule = named(RULES, "word-doubled")
    text = "Geräte werden der Reihe nach nach einem Abbild durchsucht"
    assert flaws(rule, "Devices are searched in turn", text, Setting("de")) == []
    assert flaws(rule, "Devices are searched", "Wir suchen nach nach Geräten", Setting("de"))


def test_the_month_of_a_date_is_told_where_its_day_is_lost() -> None:
    rule = named(RULES, "number-changed")
    assert flaws(rule, "released 2004-06-20", "sortie en juin 2004", Setting("fr"))


def test_another_day_is_no_short_form_of_a_date() -> None:
    rule = named(RULES, "number-changed")
    assert flaws(rule, "Due on 2006-11-15", "Срок — 15.11.06", Setting("ru")) == []
    assert flaws(rule, "Due on 2006-11-15", "Срок — 15.11.07", Setting("ru"))
    assert flaws(rule, "Due on 2006-11-15", "Срок — 16.11.06", Setting("ru"))


def test_the_place_of_a_doubled_word_is_told() -> None:
    assert flaws(named(RULES, "word-doubled"), "The node", "Voir le le nœud")[0].at == (5, 10)


@pytest.mark.parametrize("text", ["du**« x »**.", "un mot__ferme__.", "Un ** gras** ici.", "_élan_à"])
def test_emphasis_may_stand_anywhere_where_the_engine_says_so(text: str) -> None:
    remark = Setting("fr", inline=READERS[0])
    source = "A **bold** one" if "**" in text or "__" in text else "An *em* one"
    assert [flaws(named(RULES, name), source, text, remark) for name in STRONG_RULES] == [[], []]
    assert any(flaws(named(RULES, name), source, text) for name in STRONG_RULES)


def test_strong_emphasis_without_an_end_is_none_in_any_engine() -> None:
    for setting in (Setting("fr"), Setting("fr", inline=READERS[0])):
        (flaw,) = flaws(named(RULES, "unclosed-strong"), "**A** and **B**", "**A** et **B", setting)
        assert flaw.at == (9, 11)


ACCIDENTS = {
    "stars that show only to others": ("two times three times four", "2 * 3 * 4"),
    "names of files": ("all *.yaml files", "les fichiers *.yaml et *.yml"),
    "the end of a word": ("the signs a_ and b", "les signes a_ et b_"),
}


@pytest.mark.parametrize(("source", "text"), ACCIDENTS.values(), ids=ACCIDENTS.keys())
def test_emphasis_by_accident_is_what_the_engine_makes_of_it(source: str, text: str) -> None:
    rule = named(RULES, "emphasis-by-accident")
    assert flaws(rule, source, text, Setting("fr", inline=READERS[0]))
    assert not flaws(rule, source, text)


STRONG_RULES = ("unclosed-strong", "emphasis-lost")
