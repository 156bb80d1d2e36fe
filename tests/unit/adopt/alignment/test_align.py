"""Which block belongs to which, and how sure that is."""

from functools import partial

import pytest
from support import FRENCH, deck_of, slides_of

from l10n.adopt.alignment.align import Alignment, align
from l10n.adopt.alignment.best_path import best_path, joined, windows_along
from l10n.adopt.alignment.cognates import cognates
from l10n.adopt.alignment.judgement import Judged, State, judged
from l10n.adopt.alignment.traits import number_of, sketch
from l10n.adopt.doubts import doubt
from l10n.checks.model import Setting


def aligned(source: str, target: str) -> Alignment:
    return align(deck_of(source), deck_of(target), FRENCH)


def pairs(source: str, target: str) -> dict[str, str]:
    return {one.key[1]: one.msgstr for one in decided(source, target) if one.state is State.TRANSLATED}


def decided(source: str, target: str) -> list[Judged]:
    return judged(aligned(source, target), FRENCH, slides_of, partial(doubt, setting=Setting("fr")))


def deck(*slides: str) -> str:
    return "\n\n---\n\n".join(slides) + "\n"


ONE = "# Installing the tool\n\n- Run `apt install tool`\n\n- Wait for 30 seconds"
UN = "# Installer l'outil\n\n- Lancer `apt install tool`\n\n- Attendre 30 secondes"
TWO = "# Looking at the network\n\n- Open <https://example.com/net>\n\n- Read the `net.log` file"
DEUX = "# Regarder le réseau\n\n- Ouvrir <https://example.com/net>\n\n- Lire le fichier `net.log`"
THREE = "# Cleaning up afterwards\n\n```bash\nrm -rf cache\n```\n\nThat frees 12 gigabytes"
TROIS = "# Nettoyer pour finir\n\n```bash\nrm -rf cache\n```\n\nCela libère 12 gigaoctets"
WHOLE = {
    "Installing the tool": "Installer l'outil",
    "Run `apt install tool`": "Lancer `apt install tool`",
    "Wait for 30 seconds": "Attendre 30 secondes",
    "Looking at the network": "Regarder le réseau",
    "Open <https://example.com/net>": "Ouvrir <https://example.com/net>",
    "Read the `net.log` file": "Lire le fichier `net.log`",
    "Cleaning up afterwards": "Nettoyer pour finir",
    "That frees 12 gigabytes": "Cela libère 12 gigaoctets",
}


def test_line_for_line_translation_is_found_whole() -> None:
    assert pairs(deck(ONE, TWO, THREE), deck(UN, DEUX, TROIS)) == WHOLE


@pytest.mark.parametrize(
    "translated",
    [
        deck(UN, DEUX, "# Une de plus\n\nQue le texte d'origine n'a pas", TROIS),
        f"{UN}\n\n{DEUX}\n\n---\n\n{TROIS}",
        deck(UN, DEUX, TROIS).replace("- ", "* ").replace("```bash", "```"),
        deck(UN, DEUX, TROIS).replace("\n- ", "\n--\n\n- "),
    ],
    ids=["slide added", "slides merged", "marks mangled", "steps added"],
)
def test_drift_of_the_translation_is_survived(translated: str) -> None:
    found = decided(deck(ONE, TWO, THREE), translated)
    assert {one.key[1]: one.msgstr for one in found if one.state is not State.LEFT_OUT} == WHOLE


def test_dropped_slide_leaves_the_others_where_they_are() -> None:
    found = pairs(deck(ONE, TWO, THREE), deck(UN, TROIS))
    assert found == {one: text for one, text in WHOLE.items() if one not in list(WHOLE)[3:6]}


def test_moved_slide_is_found() -> None:
    found = decided(deck(ONE, TWO, THREE), deck(TROIS, UN, DEUX))
    assert {one.key[1]: one.msgstr for one in found if one.state is not State.LEFT_OUT} == WHOLE


def test_neighbours_that_changed_places_are_found_crosswise() -> None:
    source = "# Tools\n\n- Run `make all` to build\n\n- Read `log.txt` afterwards\n\n- Tell the others"
    target = (
        "# Outils\n\n- Lire `log.txt` ensuite\n\n- Lancer `make all` pour construire\n\n- Prévenir les autres"
    )
    found = {one.key[1]: one.msgstr for one in decided(source, target) if one.state is not State.LEFT_OUT}
    assert found["Run `make all` to build"] == "Lancer `make all` pour construire"
    assert found["Read `log.txt` afterwards"] == "Lire `log.txt` ensuite"
    assert found["Tell the others"] == "Prévenir les autres"


def test_split_block_is_fuzzy_and_whole() -> None:
    source = deck(ONE, "The first half of this says much. The second half says even more than that")
    target = deck(UN, "La première moitié de cela dit beaucoup.\n\nLa seconde en dit encore plus que cela")
    found = decided(source, target)[-1]
    assert found.msgstr == "La première moitié de cela dit beaucoup. La seconde en dit encore plus que cela"
    assert (found.state, found.reason) == (State.FUZZY, "it stands in two blocks of the translated deck")


def test_identical_descriptions_are_told_apart_by_their_images() -> None:
    source = "![The same words](a.png)\n\n![The same words](b.png)"
    target = "![Les mêmes mots, b](b.png)\n\n![Autre chose](c.png)"
    matches = aligned(deck(ONE, source), deck(UN, target)).matches
    assert (4, 3) in {(one.source[0], one.target[0]) for one in matches}


def test_scripts_without_latin_letters_are_aligned() -> None:
    source = deck(ONE, TWO)
    target = deck(
        "# ツールの導入\n\n- `apt install tool` を実行\n\n- 30 秒待つ",
        "# ネットワークを見る\n\n- <https://example.com/net> を開く\n\n- `net.log` を読む",
    )
    assert len(pairs(source, target)) == 6


def test_labels_become_those_of_the_source() -> None:
    source = deck(ONE, "See the [whole manual][docs] first\n\n[docs]: https://example.com/manual")
    target = deck(UN, "Voir le [manuel complet][doc-fr] avant\n\n[doc-fr]: https://example.com/manual")
    found = pairs(source, target)
    assert found["See the [whole manual][docs] first"] == "Voir le [manuel complet][docs] avant"


@pytest.mark.parametrize(
    ("translated", "reason"),
    [
        ("Lancer `apt remove tool`", "the code `apt install tool` has become `apt remove tool`"),
        ("Lancer apt install tool", "the code `apt install tool` is missing"),
    ],
)
def test_changed_spans_are_fuzzy_with_the_reason(translated: str, reason: str) -> None:
    target = deck(UN.replace("Lancer `apt install tool`", translated), DEUX)
    found = next(one for one in decided(deck(ONE, TWO), target) if one.key[1].startswith("Run"))
    assert found.state is State.FUZZY
    assert found.reason == reason


def test_what_the_build_would_refuse_is_fuzzy() -> None:
    target = deck(UN.replace("Attendre 30 secondes", "Attendre 30 secondes <b>ou plus"), DEUX)
    found = next(one for one in decided(deck(ONE, TWO), target) if one.key[1].startswith("Wait"))
    assert found.state is State.FUZZY
    assert found.reason


def test_each_translation_of_a_message_is_tried() -> None:
    source = deck("# Wait here\n\n- `one`, then wait", "# Wait here\n\n- `two`, then go on")
    target = deck("# Attendre\u2028ici\n\n- `one`, puis attendre", "# Attendre là\n\n- `two`, puis continuer")
    states = [one.state for one in decided(source, target) if one.key[1] == "Wait here"]
    assert states == [State.FUZZY, State.TRANSLATED]


def test_two_decks_that_have_nothing_in_common_fit_poorly() -> None:
    other = deck("> Une citation", "1. Une recette\n2. Des œufs\n3. Du lait", "> Rien\n\n> De plus")
    assert aligned(deck(ONE, TWO, THREE), other).fit < 0.5
    assert aligned(deck(ONE, TWO, THREE), deck(UN, DEUX, TROIS)).fit > 0.95


def test_deck_without_prose_matches_nothing() -> None:
    assert aligned(deck(ONE), "").matches == ()


def test_words_alike_are_the_same_word() -> None:
    found = cognates(["deployment", "network", "cat"], ["deploiement", "reseau", "chat"])
    assert found == {"deploiement": "deployment"}


def test_numbers_are_the_same_in_all_digits() -> None:
    assert number_of("1,000") == number_of("1.000") == number_of("١٠٠٠") == "1000"


def test_localised_targets_are_one_trait() -> None:
    one, other = (
        sketch(deck_of(f"See [this](https://{locale}.example.org/a) page"), FRENCH) for locale in ("en", "fr")
    )
    assert [t for t in one.blocks[0].traits if t[0] == "target"] == [
        t for t in other.blocks[0].traits if t[0] == "target"
    ]


class TestBestPath:
    """The path through two sequences."""

    def test_takes_what_scores_best_as_a_whole(self) -> None:
        one, other = "abcd", "abd"
        steps = best_path(
            [(0, 3)] * 5, lambda i0, i1, j0, j1: 3.0 if one[i0:i1] == other[j0:j1] else -9.0, -1.0
        )
        assert [(step.source, step.target) for step in steps if step.whole] == [
            ((0, 1), (0, 1)),
            ((1, 2), (1, 2)),
            ((3, 4), (2, 3)),
        ]

    def test_choices_that_are_equal_are_half_sure(self) -> None:
        steps = best_path([(0, 1)] * 3, lambda *ends: 5.0 if ends[1] - ends[0] == 1 else -99.0, 0.0)
        assert [step.sureness for step in steps if step.whole] == [pytest.approx(0.5, abs=0.01)]

    @pytest.mark.parametrize("guide", [[(0, 0), (3, 100)], [(0, 0), (100, 3)], [(0, 0), (2, 50), (3, 51)]])
    def test_windows_reach_from_end_to_end(self, guide: list[tuple[int, int]]) -> None:
        windows = windows_along(guide, 2)
        assert best_path(windows, lambda *_: 0.0, 0.0)
        assert windows[0][0] == 0
        assert windows[-1][1] == guide[-1][1]

    def test_windows_are_put_in_order(self) -> None:
        assert joined([(0, 1), (5, 6), (3, 4), (8, 9)], 9) == [(0, 3), (3, 6), (3, 8), (8, 9)]
