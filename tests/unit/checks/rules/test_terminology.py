"""Translations against the glossary of their locale."""

import pytest

from l10n.checks.model import Setting
from l10n.checks.rules.terminology import RULES
from l10n.language.glossary import Glossary, Term
from unit.checks.support_rules import flaws, named

PREFERRED, FORBIDDEN, KEPT = (
    named(RULES, name) for name in ("preferred-term", "forbidden-term", "translated-name")
)
FR = Setting(
    "fr",
    glossary=Glossary((
        Term("control plane", ("plan de contrôle",), ("panneau de contrôle",)),
        Term("node", ("nœud",), ("noeud", "node")),
        Term("policy", ("politique", "règle")),
        Term("API server", ("serveur d'API",)),
        Term("driver's seat", ("poste d’observation",)),
        Term("kubelet", keep=True),
        Term(forbidden=("digital",), note="say numérique")),
    ),
)  # fmt: skip
DE = Setting("de", glossary=Glossary((Term("node", ("Knoten",)),)))
JA = Setting("ja", glossary=Glossary((Term("node", ("ノード",), ("節点",)),)))


@pytest.mark.parametrize(
    ("msgid", "msgstr", "setting"),
    [
        ("The control plane", "Le plan de contrôle", FR),
        ("CONTROL PLANES", "Les Plans de Contrôle", FR),
        ("The node, two nodes", "Le nœud, deux nœuds", FR),
        ("Policies apply", "Les règles s'appliquent", FR),
        ("The API server", "Le serveur d’API", FR),
        ("The API server", "Les serveurs d'API", FR),
        ("The driver’s seat", "Le poste d'observation", FR),
        ("`node` and [x](node)", "`node` et [x](node)", FR),
        ("nodeSelector is a field", "nodeSelector est un champ", FR),
        ("The Node Problem Detector", "Le Node Problem Detector", FR),
        ("The kubelets wait", "Les kubelets attendent", FR),
        ("The node", "Der Arbeitsknoten", DE),
        ("The nodes", "Den Knotenpunkten", DE),
        ("The node", "このノードは", JA),
        ("The node", "Le nœud".replace("œ", "œ"), FR),
        ("The control plane", "Le plan de contro\u0302le", FR),
    ],
)
def test_terms_are_found_in_any_form(msgid: str, msgstr: str, setting: Setting) -> None:
    assert [flaw for rule in RULES for flaw in flaws(rule, msgid, msgstr, setting)] == []


@pytest.mark.parametrize(
    ("msgid", "msgstr", "setting"),
    [("The control plane", "Le centre", FR), ("Two nodes", "Deux machines", FR), ("The node", "結節", JA)],
)
def test_a_term_that_is_translated_otherwise_is_found(msgid: str, msgstr: str, setting: Setting) -> None:
    assert len(flaws(PREFERRED, msgid, msgstr, setting)) == 1


@pytest.mark.parametrize(
    ("msgid", "msgstr", "setting"),
    [
        (
            "The control plane",
            "Les panneaux de contrôle, plan de contrôle".replace("panneaux", "panneau"),
            FR,
        ),
        ("Two nodes", "Deux nœuds (nodes)", FR),
        ("Something", "Quelque chose de digital", FR),
        ("The node", "この節点", JA),
    ],
)
def test_a_forbidden_term_is_found(msgid: str, msgstr: str, setting: Setting) -> None:
    found = flaws(FORBIDDEN, msgid, msgstr, setting)
    assert len(found) == 1
    assert found[0].at


def test_a_term_is_forbidden_only_where_its_source_stands() -> None:
    assert flaws(FORBIDDEN, "The dashboard", "Le panneau de contrôle", FR) == []


def test_a_name_that_is_translated_is_found() -> None:
    assert [flaw.message for flaw in flaws(KEPT, "The kubelet", "Le cubelet", FR)] == [
        "“kubelet” is not to be translated"
    ]


def test_the_note_of_a_term_is_told() -> None:
    assert "say numérique" in flaws(FORBIDDEN, "x", "digital", FR)[0].message


def test_without_a_glossary_nothing_is_asked() -> None:
    assert [flaw for rule in RULES for flaw in flaws(rule, "The node", "Le node", Setting("fr"))] == []


ENDINGS = [
    ("a b", "a b", True),
    ("a b", "accccc b", True),
    ("a b", "acccccc b", False),
    ("a b", "a - ccc - b", True),
    ("a b", "a cccc b", False),
    ("a b", "a c c b", False),
    ("a b", "ab", False),
    ("plan de contrôle", "Les plans du contrôleur", False),
    ("plan de contrôle", "Les PLANS de contrôle", True),
]


@pytest.mark.parametrize(("term", "text", "found"), ENDINGS)
def test_between_the_words_of_a_term_may_stand_an_ending_and_a_short_word(
    term: str, text: str, found: bool
) -> None:
    setting = Setting("fr", glossary=Glossary((Term("x", (term,)),)))
    assert (flaws(PREFERRED, "x", text, setting) == []) is found


@pytest.mark.parametrize(
    "glossary",
    [
        Glossary(tuple(Term(f"a{number}", ("z",)) for number in range(300))),
        Glossary(tuple(Term(f"a{number}", (), ("z",)) for number in range(300))),
        Glossary(tuple(Term(f"a{number}", keep=True) for number in range(300))),
        Glossary(tuple(Term(forbidden=(f"b {number}",)) for number in range(300))),
        Glossary((Term(forbidden=tuple(f"b {number}" for number in range(300))),)),
    ],
)
def test_more_words_than_are_looked_for_are_no_silent_matter(glossary: Glossary) -> None:
    text = ", ".join(f"a{number}" for number in range(300))
    found = [
        flaw.message for rule in RULES for flaw in flaws(rule, text, "b", Setting("fr", glossary=glossary))
    ]
    assert found.count("more than 200 words of the glossary belong here; the others were not looked for") == 1


def test_any_number_of_words_may_be_forbidden() -> None:
    words = tuple(f"mot{number} vieux" for number in range(1000))
    setting = Setting("fr", glossary=Glossary((Term(forbidden=words),)))
    assert len(flaws(FORBIDDEN, "x", "Un mot999 vieux, mot7 vieux", setting)) == 1
