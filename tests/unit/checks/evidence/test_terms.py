"""Terms are learnt from translations, in the form that a glossary has them."""

from collections.abc import Sequence

from l10n.checks.evidence.terms import Draft, Entry, drafts

PAIRS = (
    ("The scheduler picks a node", "L’ordonnanceur choisit un nœud"),
    ("Each node runs the kubelet", "Chaque nœud exécute le kubelet"),
    ("Nodes ask the scheduler", "Les nœuds interrogent l’ordonnanceur"),
    ("A node without a scheduler waits", "Un nœud attend sans ordonnanceur"),
    ("Restart the kubelet on the control plane", "Redémarrez le kubelet du plan de contrôle"),
    ("Docker is no part of the control plane", "Docker ne fait pas partie du plan de contrôle"),
    ("The control plane needs Docker", "Le plan de contrôle exige Docker"),
    ("Docker pulls images for the kubelet", "Docker récupère des images pour le kubelet"),
)


def drafted(pairs: Sequence[tuple[str, str]] = PAIRS, source: str = "en") -> list[Draft]:
    return drafts([Entry(message, message, target) for message, target in pairs], source, "fr")


def test_terms_have_their_translation_their_counts_and_the_shortest_message() -> None:
    assert drafted() == [
        Draft("Docker", "Docker", 3, 3, "The control plane needs Docker"),
        Draft("control plane", "plan de contrôle", 3, 3, "The control plane needs Docker"),
        Draft("kubelet", "kubelet", 3, 3, "Each node runs the kubelet"),
        Draft("node", "nœud", 3, 3, "Each node runs the kubelet"),
        Draft("scheduler", "ordonnanceur", 3, 3, "Nodes ask the scheduler"),
    ]


def test_what_stands_in_two_entries_is_not_proposed() -> None:
    assert drafted(PAIRS[:2]) == []
    assert [one.source for one in drafted(PAIRS[:4])] == ["node", "scheduler"]


def test_a_message_that_says_a_term_often_counts_once() -> None:
    assert drafted([("The node, the node and the node", "Le nœud, le nœud et le nœud")] * 2) == []


def test_the_order_of_catalogs_changes_nothing() -> None:
    assert drafted(PAIRS[::-1]) == drafted()


def test_a_term_that_is_translated_in_many_ways_is_not_proposed() -> None:
    targets = ("Le moteur", "La machine", "Cet engin", "Une locomotive")
    assert drafted([(f"The engine {at}", text) for at, text in enumerate(targets)]) == []


def test_what_stands_behind_no_article_is_no_term_unless_it_is_a_name() -> None:
    pairs = [(f"we rarely use Helm {at}", f"rarement : Helm {at}") for at in "abc"]
    assert [one.source for one in drafted(pairs)] == ["Helm"]


def test_a_word_ends_in_no_apostrophe() -> None:
    pairs = [(f"ask the somebody {at}", f"demande à quelqu’un {at}") for at in "abc"]
    assert "quelqu" not in {one.translation for one in drafted(pairs)}


def test_of_languages_without_a_table_anything_may_be_a_term() -> None:
    pairs = [(f"solmu {at}", f"nœud {at}") for at in "abc"]
    assert [(one.source, one.translation) for one in drafted(pairs, "fi")] == [("solmu", "nœud")]


def test_a_translation_is_no_word_that_stands_in_the_messages_too() -> None:
    pairs = (
        ("GitHub shows the repository", "GitHub montre le dépôt"),
        ("Clone a repository: GitHub has many", "Clonez un dépôt : GitHub en a beaucoup"),
        ("Each repository is safe, says GitHub", "Chaque dépôt est en sécurité, dit GitHub"),
    )
    assert [(one.source, one.translation) for one in drafted(pairs)] == [
        ("GitHub", "GitHub"),
        ("repository", "dépôt"),
    ]


def test_source_and_translation_are_each_written_as_they_mostly_are() -> None:
    pairs = [(f"the software {at}", f"die Software {at}") for at in "abc"]
    found = drafts([Entry(message, message, target) for message, target in pairs], "en", "de")
    assert [(one.source, one.translation) for one in found] == [("software", "Software")]
