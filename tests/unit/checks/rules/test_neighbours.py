"""Translations that do not go with their message."""

import pytest

from l10n.checks.evidence.fit import at_most, fit, of_pair
from l10n.checks.model import Pair, Setting
from l10n.checks.rules import neighbours, truncation
from unit.checks.support_rules import found, named

NEIGHBOUR = named(neighbours.RULES, "neighbours-translation")
TRUNCATED = named(truncation.RULES, "truncated")

GOOD = [
    ("Kubernetes is a system which runs containers", "Kubernetes est un système qui exécute des conteneurs"),
    (
        "Start 5 containers from the image `shop/api:v1.3`",
        "Démarrer 5 conteneurs depuis l'image `shop/api:v1.3`",
    ),
    ("(Yes, really)", "(Oui, vraiment)"),
    (
        "See the [documentation](https://x.org/docs) of Docker",
        "Voir la [documentation](https://x.org/docs) de Docker",
    ),
    ("The scheduler finds a node for each pod", "L'ordonnanceur trouve un nœud pour chaque pod"),
    ("Move the site to `shop/web:v1.4`", "Passer le site à `shop/web:v1.4`"),
    ("Horizontal Pod Autoscaler, Cluster Autoscaler", "Horizontal Pod Autoscaler, Cluster Autoscaler"),
    ("And nobody has to wait", "Et personne n'a besoin d'attendre"),
]
STRINGS = [target for _, target in GOOD]
SOURCES = [source for source, _ in GOOD]


def test_good_translations_are_left_in_peace() -> None:
    assert found(NEIGHBOUR, GOOD) == {}


@pytest.mark.parametrize("at", range(len(GOOD) - 1))
def test_the_translation_of_the_next_message_is_found(at: int) -> None:
    texts = [*GOOD[:at], (SOURCES[at], STRINGS[at + 1]), *GOOD[at + 1 :]]
    flaws = found(NEIGHBOUR, texts)
    assert list(flaws) == [at]
    assert "the next message" in flaws[at][0].message


def test_two_translations_that_are_swapped_are_found() -> None:
    texts = [*GOOD[:3], (SOURCES[3], STRINGS[4]), (SOURCES[4], STRINGS[3]), *GOOD[5:]]
    assert list(found(NEIGHBOUR, texts)) == [3, 4]


def test_a_run_of_shifted_translations_is_found() -> None:
    shifted = list(zip(SOURCES[1:], STRINGS, strict=False))
    assert len(found(NEIGHBOUR, [*shifted, *GOOD])) >= len(shifted) - 1


def test_catalogs_have_no_common_neighbours() -> None:
    assert found(NEIGHBOUR, GOOD[:1]) == found(NEIGHBOUR, []) == {}


FILLER = [
    (
        f"This is a complete sentence number {at} about containers",
        f"Ceci est une phrase complète numéro {at} sur les conteneurs",
    )
    for at in range(40)
]


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("This is a complete sentence about what containers really are", "Ceci est une"),
        ("It is a complete sentence. There is another one behind it.", "Ceci est une phrase complète. Il y"),
        (
            "It is a complete sentence about containers. There is another one behind it, with all the rest.",
            "Ceci est une phrase complète.",
        ),
        (
            "This is a complete sentence (and a remark) about containers",
            "Ceci est une phrase complète (et une",
        ),
    ],
)
def test_a_translation_that_is_cut_short_is_found(msgid: str, msgstr: str) -> None:
    assert list(found(TRUNCATED, [*FILLER, (msgid, msgstr)])) == [40]


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("You are going to have to wait for a moment", "Vous allez devoir attendre"),
        ("The course takes place until 17:00, with a break at 12:15", "Jusqu'à 17 h, pause à 12:15"),
        ("You can do much better things, for example:", "Vous pouvez faire bien mieux, par exemple,"),
        ("Have a look", "Voir"),
        ("We compare SQL vs. NoSQL databases in this talk", "Nous comparons bases SQL et NoSQL"),
        (
            "The containers are light. They start within seconds.",
            "Les conteneurs sont légers et démarrent en un rien de temps.",
        ),
        ("It will show a document that starts with something like:", "Le document commencera ainsi :"),
        (
            "run `kubectl get pods --all-namespaces --output wide`",
            "lancez `kubectl get pods --all-namespaces --output wide`",
        ),
    ],
)
def test_terse_translations_are_left_in_peace(msgid: str, msgstr: str) -> None:
    assert found(TRUNCATED, [*FILLER, (msgid, msgstr)]) == {}


def test_a_translation_that_ends_with_a_comma_is_cut_short_whatever_its_length() -> None:
    msgid = "*Premature optimisation* is the root of all evil, or so they say"
    msgstr = "L'*optimisation prématurée* est la racine de tous les maux,"
    assert list(found(TRUNCATED, [*FILLER, (msgid, msgstr)])) == [40]


@pytest.mark.parametrize("end", ["...", "…", "…**"])
def test_a_translation_that_trails_off_as_its_source_does_not_is_found(end: str) -> None:
    msgid = "Wait until the light is green, then unplug the cable."
    assert list(found(TRUNCATED, [*FILLER, (msgid, f"Attendez que la lumière{end}")])) == [40]
    whole = f"Attendez que la lumière soit verte, puis débranchez le câble{end}"
    assert found(TRUNCATED, [*FILLER, (msgid, whole)]) == {}


def test_a_translation_with_fewer_sentences_is_found() -> None:
    msgid = "You have seen how it works here. Nobody told anybody to do anything. Play it again."
    whole = "Vous avez vu comment cela marche ici, et personne n'a rien dit à personne ; essayez encore."
    cut = "Vous avez vu comment cela marche ici. Personne n'a rien dit à tous."
    assert list(found(TRUNCATED, [*FILLER, (msgid, cut)])) == [40]
    assert found(TRUNCATED, [*FILLER, (msgid.replace(". N", ", n").replace(". P", ", p"), cut)]) == {}
    assert found(TRUNCATED, [*FILLER, (msgid, whole)]) == {}


def test_lengths_are_measured_against_those_of_the_language() -> None:
    assert (
        found(
            TRUNCATED,
            [
                (
                    "The scheduler finds a node for each of the new pods",
                    "スケジューラが新しい各ポッドのノードを探す",
                )
            ],
            Setting("ja"),
        )
        == {}
    )


def test_no_message_fits_better_than_it_can_at_most() -> None:
    both = [of_pair(Pair(msgid, msgstr), Setting("fr"), 1.1) for msgid, msgstr in [*GOOD, *FILLER]]
    fits = [(fit(source, target), at_most(source, target)) for source, _ in both for _, target in both]
    assert all(found <= most for found, most in fits)
    assert any(found > 1 for found, _ in fits)


def test_neighbours_that_differ_in_backticks_only_have_no_wrong_translation() -> None:
    texts = [
        ("Give `lake` and bird to the map", "Gib Lake und Bird der Karte"),
        ("Give lake and `bird` to the map", "Gib `lake` und Bird der Karte"),
        ("Give `lake` and `bird` to the map", "Gib Lake und `bird` der Karte"),
    ]
    assert found(NEIGHBOUR, texts, Setting("de")) == {}
