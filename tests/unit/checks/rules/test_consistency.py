"""Copies, and translations that do not go together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checks.model import Pair, Pairs, Setting, WideRule
from l10n.checks.rules.consistency import RULES
from l10n.language.glossary import Glossary, Term
from unit.checks.support_rules import found, named

COPY, TWO, ONE = (named(RULES, name) for name in ("untranslated-copy", "two-translations", "one-translation"))


@pytest.mark.parametrize(
    "text",
    [
        "Kubernetes",
        "Docker Engine",
        "Helm Charts and `helm`".replace(" and", ""),
        "`kubectl get pods`",
        "namespaces",
        "https://example.org/a-long-path",
        "containerd/containerd, k8s.io",
        "3.14",
        "true, false, null, undefined",
        "*The Sea of the Birds*",
        "[The Sea of the Birds](https://example.org/sea)",
    ],
)
def test_names_and_code_may_stay(text: str) -> None:
    assert found(COPY, [(text, text)]) == {}


@pytest.mark.parametrize(
    "text",
    [
        "It runs and manages containers",
        "(and nobody knows why)",
        "Use `kubectl` when in doubt",
        "*Use the sea of birds*",
        "birds, which nobody sees, and fish",
        "**Three things to remember:**",
    ],
)
def test_a_copy_with_prose_is_found(text: str) -> None:
    assert list(found(COPY, [(text, text)])) == [0]


def test_a_copy_that_differs_in_trifles_is_found() -> None:
    assert list(found(COPY, [("It runs and manages things!", "It runs and manages things.")])) == [0]


def test_words_are_known_by_what_other_translations_do_with_them() -> None:
    others = [("Installing Docker", "Installer Docker"), ("Installing it", "L'installer")]
    assert list(found(COPY, [*others, ("Installing Kubernetes", "Installing Kubernetes")])) == [2]
    kept = [("the rolling update", "le rolling update"), ("a rolling update", "un rolling update")]
    assert found(COPY, [*kept, ("rolling update", "rolling update")]) == {}


def test_a_copied_catalog_is_found_although_it_keeps_all_words() -> None:
    texts = [f"They make the {word} work" for word in ("first", "second", "third")]
    assert list(found(COPY, [(text, text) for text in texts])) == [0, 1, 2]


def test_terms_that_the_glossary_keeps_are_no_prose() -> None:
    setting = Setting("fr", glossary=Glossary((Term("rolling update", keep=True), Term("pod", keep=True))))
    assert found(COPY, [("pods: rolling updates", "pods: rolling updates")], setting) == {}


def test_a_locale_of_the_source_language_may_copy() -> None:
    assert found(COPY, [("It runs and manages things", "It runs and manages things")], Setting("en_GB")) == {}


def test_the_rarer_of_two_translations_is_found() -> None:
    texts = [("Nodes", "Nœuds"), ("Nodes", "Noeuds"), ("Nodes", "nœuds !"), ("Pods", "Pods")]
    assert list(found(TWO, texts)) == [1]


def test_contexts_may_be_translated_differently() -> None:
    pairs = [Pair("Open", "Ouvrir", "verb"), Pair("Open", "Ouvert", "state")]
    assert list(TWO.check(Pairs(tuple(pairs)), Setting("fr"))) == []


def test_another_source_with_the_same_translation_is_found() -> None:
    texts = [
        ("Who watches the controllers?", "Qui surveille les contrôleurs ?"),
        ("One", "Un"),
        ("Deleting what is left over", "Qui surveille les contrôleurs ?"),
    ]
    assert list(found(ONE, texts)) == [2]


def test_sources_that_say_much_the_same_may_have_one_translation() -> None:
    texts = [
        ("Let's see the logs", "Voyons les logs"),
        ("x", "y"),
        ("Let us see the logs!", "Voyons les logs"),
    ]
    assert found(ONE, texts) == {}


def test_sources_that_differ_in_backticks_only_may_have_one_translation() -> None:
    assert found(ONE, [("Use the `map`", "Die Karte"), ("x", "y"), ("Use the map", "Die Karte")]) == {}


FEW = st.sampled_from(["a map", "A map.", "the map of all maps", "carte", "la carte", "une carte des cartes"])
PAIR = st.builds(Pair, FEW, FEW, st.none() | st.just("x"), catalog=st.sampled_from(["a.po", "b.po"]))


@pytest.mark.parametrize("rule", [TWO, ONE], ids=["two", "one"])
@given(every=st.lists(PAIR, max_size=12), data=st.data())
def test_of_some_the_same_is_told_as_when_all_are_asked_about(
    rule: WideRule, every: list[Pair], data: st.DataObject
) -> None:
    asked = {at for at in range(len(every)) if data.draw(st.booleans())}
    some = [every[at] for at in sorted(asked)]
    numbers = {id(pair): at for at, pair in enumerate(every)}
    told, of_all = (
        [(numbers[id(pair)], flaw) for pair, flaw in rule.check(Pairs(tuple(every), one), Setting("fr"))]
        for one in (some, None)
    )
    assert [one for one in told if one[0] in asked] == [one for one in of_all if one[0] in asked]
