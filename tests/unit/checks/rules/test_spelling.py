"""Words that no dictionary has."""

from pathlib import Path

import pytest
from dictionaries import install, use

from l10n.checks.model import Pair, Pairs, Setting
from l10n.checks.rules.spelling import RULES
from l10n.language.glossary import Glossary, Term
from l10n.project import AcceptedWords
from unit.checks.support_rules import found

SPELLING = RULES[0]
WORDS = [
    "les",
    "conteneur",
    "petit",
    "serveur",
    "jusqu'",
    "eau",
    "aujourd'hui",
    "porte",
    "plan",
    "bas",
    "mots",
]
ACCEPT = "if it is right, add it to locales/fr/words.txt"
GERMAN = ["Datei", "Name", "lang", "entpacken", "Fehler", "Steuer", "unter"]


@pytest.fixture(autouse=True)
def _dictionaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "fr", WORDS)
    install(tmp_path, "de_DE", GERMAN)
    use(monkeypatch, tmp_path)


def slips(
    msgstr: str, msgid: str = "Source", setting: Setting | None = None, beside: tuple[str, ...] = ()
) -> list[str]:
    """The words of a translation that are found, where others stand beside it."""
    texts = [(msgid, msgstr), *((f"Other {at}", one) for at, one in enumerate(beside))]
    flaws = found(SPELLING, texts, setting or Setting("fr")).get(0, [])
    return [msgstr[slice(*flaw.at)] for flaw in flaws if flaw.at]


@pytest.mark.parametrize(
    ("msgstr", "words"),
    [
        ("Les conteneurs", []),
        ("Les contneeurs", ["contneeurs"]),
        ("Les **contneeur** petits, serrveur.", ["contneeur", "serrveur"]),
        ("Les [contneeur](https://example.org/serrveur) et", ["contneeur"]),
        ("SServeur", ["SServeur"]),
        ("petit-serrveur", ["serrveur"]),
        ("jusqu’eau, jusqu'eauu, jusque’eau", ["eauu", "jusque’"]),
        ("aujourd’hui aujourd'hui", []),
        ("le la de", []),
        ("Les serveurs, resp. conteneurs, ressp.", ["ressp"]),
    ],
)
def test_a_word_that_the_dictionary_has_not_is_found(msgstr: str, words: list[str]) -> None:
    assert slips(msgstr) == words


PROGRAMS = """`contneeur` https://example.org/contneeur /usr/contneeur --contneeur contneeur() a_contneeur
contneeur.py x@contneeur CONTNEEUR GitHubb contneeur2 ${contneeur} {contneeur} &contneeur; <contneeur>"""


@pytest.mark.parametrize("text", PROGRAMS.split())
def test_what_programs_read_and_names_pass(text: str) -> None:
    assert slips(f"Les {text} petits") == []


def test_words_of_the_source_the_glossary_and_the_list_pass() -> None:
    assert slips("Les Kubelets", "The kubelets") == []
    assert slips("Les kubelets", "The nodes") == ["kubelets"]
    glossary = Glossary((Term("node", ("nœud de kubelets",)),))
    assert slips("Les kubelets", "The nodes", Setting("fr", glossary=glossary)) == []
    accepted = AcceptedWords(frozenset({"kubelets"}), "locales/fr/words.txt")
    assert slips("Les Kubelets", "The nodes", Setting("fr", accepted=accepted)) == []


def test_what_three_entries_have_passes() -> None:
    assert slips("Les grappes", beside=("grappes petit",)) == ["grappes"]
    assert slips("Les grappes", beside=("grappes petit", "Grappes")) == []


def test_words_of_a_stem_that_three_entries_have_pass() -> None:
    beside = ("grappiller petit", "grappille")
    assert slips("Les grappillons", beside=beside) == []
    assert slips("Les grappillons", beside=beside[:1]) == ["grappillons"]
    assert slips("Les serveurrs", beside=("serveuur", "Un serveuurs", "serveur")) == ["serveurrs"]


def test_beginnings_that_stand_before_other_known_words_pass() -> None:
    assert slips("Les multiserveurs", beside=("multiconteneur",)) == []
    assert slips("Les multiserveurs", beside=("multiserveur",)) == ["multiserveurs"]


@pytest.mark.parametrize("word", ["Dateiname", "Entpackfehler", "Steuersdatei"])
def test_composed_words_pass_where_the_language_composes(word: str) -> None:
    assert slips(f"unter {word}", setting=Setting("de")) == []
    assert slips("petiteserveur") == ["petiteserveur"]


def test_a_slip_in_a_composed_word_is_found() -> None:
    assert slips("unter Dateinmae", setting=Setting("de")) == ["Dateinmae"]


def test_the_finding_says_what_may_have_been_meant_and_how_a_word_is_accepted() -> None:
    setting = Setting("fr", accepted=AcceptedWords(frozenset(), "locales/fr/words.txt"))
    pairs = [("A", "Les serveru"), ("B", "zzzzzz")]
    assert [flaw.message for flaws in found(SPELLING, pairs, setting).values() for flaw in flaws] == [
        f"“serveru” is not in the dictionary; perhaps “serveur”; {ACCEPT}",
        f"“zzzzzz” is not in the dictionary; {ACCEPT}",
    ]
    (flaw,) = found(SPELLING, [("A", "Les serveru")], Setting("fr"))[0]
    assert flaw.message == "“serveru” is not in the dictionary; perhaps “serveur”"


def test_suggestions_are_three_at_most_and_the_locales_own_come_first() -> None:
    (flaw,) = found(SPELLING, [("A", "Les pas"), ("B", "bas"), ("C", "le bas")])[0]
    assert "perhaps “bas”" in flaw.message
    assert "plan" not in flaw.message


def test_words_of_other_scripts_and_composed_letters_are_whole() -> None:
    assert slips("Le serveur a e\u0301te\u0301") == ["e\u0301te\u0301"]
    assert slips("مُحَمَّد") == ["مُحَمَّد"]


def test_nothing_is_told_of_entries_that_did_not_change() -> None:
    pairs = (Pair("A", "contneeur", catalog="a.po"), Pair("B", "serrveur", catalog="a.po"))
    told = SPELLING.check(Pairs(pairs, pairs[1:]), Setting("fr"))
    assert [pair.msgid for pair, _ in told] == ["B"]


def test_what_did_not_change_says_what_is_no_slip() -> None:
    usual = [Pair(one, "contneeur", catalog="a.po") for one in ("A", "B", "C")]
    every = (*usual, Pair("D", "le contneeur", catalog="a.po"))
    assert not list(SPELLING.check(Pairs(every, every[3:]), Setting("fr")))
    assert list(SPELLING.check(Pairs(every[1:3], every[2:3]), Setting("fr")))


def test_a_locale_without_a_dictionary_is_not_asked() -> None:
    assert slips("Los contneeur", setting=Setting("es")) == []
