"""What translations tell of words, in languages that have none in common with English."""

import re
from typing import Any, SupportsIndex, cast

import pytest

from l10n.checks.evidence.lexicon import Lexicon, Roots, roots
from l10n.checks.model import Setting
from l10n.checks.prose import words_of
from l10n.checks.rules.neighbours import RULES
from l10n.checks.rules.truncation import RULES as TRUNCATION
from unit.checks.support_rules import found, named

ANIMALS = ("cat kissa", "dog koira", "horse hevonen", "bird lintu", "fish kala", "cow lehma")
PLACES = ("house talossa", "garden puutarhassa", "forest metsassa", "river joessa", "city kylassa")
VERBS = ("sleeps nukkuu", "drinks juo", "hides piileksii", "waits odottaa")
WORDS = [(ANIMALS[at % 6].split(), VERBS[at % 4].split(), PLACES[at % 5].split()) for at in range(40)]
TEXTS = [
    (f"The {animal} {verb} in that {place} tonight", f"{one} {does} tuossa {other} yolla")
    for (animal, one), (verb, does), (place, other) in WORDS
]
"""Neighbours have no telling word in common."""
SETTING = Setting("fi")


def of_text(text: str, language: str = "") -> Roots:
    return roots(words_of(text), language)


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon([of_text(source) for source, _ in TEXTS], [of_text(target) for _, target in TEXTS])


def test_roots_are_beginnings_without_accents_or_pairs_of_characters() -> None:
    assert of_text("Déployer l'Été") == {"depl", "ete"}
    assert of_text("节点上 Pod", "zh") == {"节点", "点上", "pod"}


def test_a_translation_is_explained_by_its_own_message(lexicon: Lexicon) -> None:
    for index in range(1, len(TEXTS)):
        own = lexicon.evidence(index, index, (index,))
        assert own > lexicon.evidence(index - 1, index, (index - 1, index))


def test_nothing_is_learnt_from_what_is_in_doubt() -> None:
    pair = Lexicon([of_text("cat"), of_text("dog")], [of_text("kissa"), of_text("koira")])
    assert pair.evidence(0, 0, ()) > pair.evidence(0, 0, (0,)) == 0


def test_the_order_of_words_tells_nothing() -> None:
    """Sets have another one in each process; here nine words stand equally often beside ``cat``."""
    sources = [*[frozenset({"cat"})] * 7, *[frozenset({"dog"})] * 60]
    targets = [*[list("abcdefghi")] * 5, list("abcdefgh"), ["i"], *[["x"]] * 60]

    one, other = (
        Lexicon(sources, [cast(Roots, each[::step]) for each in targets]).coverage(6) for step in (1, -1)
    )

    assert one == other


@pytest.mark.parametrize("at", range(0, len(TEXTS) - 1, 4))
def test_swapped_translations_are_found_by_what_others_make_of_the_words(at: int) -> None:
    one, other = TEXTS[at], TEXTS[at + 1]
    texts = [*TEXTS[:at], (one[0], other[1]), (other[0], one[1]), *TEXTS[at + 2 :]]
    assert list(found(named(RULES, "neighbours-translation"), texts, SETTING)) == [at, at + 1]


def test_right_translations_of_like_messages_are_left_in_peace() -> None:
    for rule in (*RULES, *TRUNCATION):
        assert found(rule, TEXTS, SETTING) == {}


def test_the_words_that_are_missing_tell_of_a_cut() -> None:
    source, target = TEXTS[7]
    texts = [*TEXTS[:7], (source, target[: len(target) // 2]), *TEXTS[8:]]
    assert list(found(named(TRUNCATION, "truncated"), texts, SETTING)) == [7]


LETTERS = str.maketrans("0123456789", "bcdfghjklm")


class Seen(list[Roots]):
    """Texts, and how often one of them was looked at."""

    times = 0

    def __getitem__(self, at: SupportsIndex | slice) -> Any:
        self.times += 1
        return super().__getitem__(at)


def times_seen(count: int) -> int:
    """How often translations are looked at until each is judged by what the others tell.

    Some of their words come again and again, and one only once.
    """
    digits = [(f"1{at % 7:03}", f"2{at % 11:03}", f"{at + 3000}") for at in range(count)]
    sources = [of_text(" ".join(words).translate(LETTERS)) for words in digits]
    targets = Seen(sources)
    lexicon = Lexicon(sources, targets)
    for at in range(count):
        lexicon.evidence(at, at, (at,))
        lexicon.coverage(at)
    return targets.times


def test_four_times_the_translations_are_looked_at_four_times_as_often() -> None:
    assert 0 < times_seen(200) < times_seen(800) < 4.5 * times_seen(200)


def test_words_are_runs_of_letters_whatever_expression_finds_them() -> None:
    for code in range(0x3000):
        text = f"Un{chr(code)}deux"
        assert words_of(text) == re.findall(r"[^\W\d_]+", text.casefold()), hex(code)
