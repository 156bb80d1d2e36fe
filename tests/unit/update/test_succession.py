"""Which messages live on in which: place first, then likeness, and nothing for what is really new."""

import pytest

from l10n.catalog.model import Entry
from l10n.update.succession import elsewhere, successors

BEFORE = ("One of the first things.", "A pod runs on one node.", "Ask the scheduler why.", "The last one.")


def entries(*msgids: str, kind: str = "paragraph") -> list[Entry]:
    return [Entry(msgid, "x", comments=(f"{kind}, slide “T”",)) for msgid in msgids]


def found(old: list[Entry], new: list[Entry]) -> dict[str, tuple[str, ...]]:
    pairs = successors(old, new)
    return {key[1]: tuple(one.msgid for one in origins) for key, origins in pairs.items()}


def test_an_edited_message_continues_the_one_in_its_place() -> None:
    new = "A container runs on a node."
    assert found(entries(*BEFORE), entries(BEFORE[0], new, *BEFORE[2:])) == {new: (BEFORE[1],)}


def test_what_stays_continues_nothing_and_is_continued_by_nothing() -> None:
    assert found(entries(*BEFORE), entries(*BEFORE, f"{BEFORE[0]} Really.")) == {}
    assert found(entries(*BEFORE), entries(*reversed(BEFORE))) == {}


def test_a_message_far_away_must_be_much_alike() -> None:
    middle = [f"Paragraph number {word}." for word in ("one", "two", "three", "four", "five")]
    old = entries("A pod runs on just one node.", *middle, "End")
    assert found(old, entries(*middle, "End", "A pod runs on just one host.")) == {
        "A pod runs on just one host.": ("A pod runs on just one node.",)
    }
    assert found(old, entries(*middle, "End", "A service has just one name.")) == {}


def test_swapped_and_edited_neighbours_find_their_own() -> None:
    old = entries("A pod runs on one node.", "A service has one name.")
    new = entries("A service has a name.", "A pod runs on a node.")
    assert found(old, new) == {
        "A service has a name.": ("A service has one name.",),
        "A pod runs on a node.": ("A pod runs on one node.",),
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What is Rust?", "What is a StatefulSet?"),
        ("Nodes", "Pods"),
        ("Running containers", "Recap"),
        ("The control plane", "The network"),
    ],
)
def test_a_brand_new_title_continues_nothing(old: str, new: str) -> None:
    around = ("First", "Text of the first slide.", "Text of the other slide.")
    before = entries(around[0], old, *around[1:], kind="heading")
    assert found(before, entries(around[0], new, *around[1:], kind="heading")) == {}


def test_both_halves_of_a_split_continue_the_whole() -> None:
    whole = "Pods run on nodes, which the scheduler picks. Services give them a stable name."
    halves = ("Pods run on nodes, which the scheduler picks.", "Services give them a stable name.")
    new = entries(BEFORE[0], *halves, BEFORE[3])
    assert found(entries(BEFORE[0], whole, BEFORE[3]), new) == dict.fromkeys(halves, (whole,))


def test_a_joined_message_continues_both() -> None:
    old = entries(BEFORE[0], BEFORE[1], BEFORE[2], BEFORE[3])
    joined = f"{BEFORE[1]} {BEFORE[2]}"
    assert found(old, entries(BEFORE[0], joined, BEFORE[3])) == {joined: BEFORE[1:3]}


def test_a_short_sentence_that_is_left_over_continues_the_whole() -> None:
    whole = "Install the chart that the previous exercise has made for you. Voilà!"
    assert found(entries(BEFORE[0], whole), entries(BEFORE[0], "Voilà!")) == {"Voilà!": (whole,)}


def test_a_single_word_of_the_old_message_is_no_successor() -> None:
    whole = "Install the chart that the previous exercise has made for you. Voilà!"
    assert found(entries(BEFORE[0], whole), entries(BEFORE[0], "Install")) == {}


def test_messages_that_differ_in_code_and_numbers_only_belong_together() -> None:
    old = entries("Run `a` for 5 minutes", "Run `b` for 7 minutes")
    new = entries("Run `a --x` for 6 minutes", "Run `b --y` for 8 minutes")
    assert [one[0] for one in found(old, new).values()] == [one.msgid for one in old]


def test_untranslated_messages_take_part() -> None:
    old = [Entry("A pod runs on one node."), *entries("A pod runs on two nodes.")]
    assert found(old, entries("A pod runs on 1 node.", "A pod runs on 2 nodes."))[
        "A pod runs on 1 node."
    ] == ("A pod runs on one node.",)


def test_nothing_old_and_nothing_new() -> None:
    assert successors([], entries("a")) == successors(entries("a"), []) == {}
    assert elsewhere([], entries("a")) == elsewhere(entries("a"), []) == {}


def test_of_another_deck_only_what_is_much_alike_counts_and_serves_once() -> None:
    pool = entries("A pod runs on just one node.", "Something else entirely.")
    new = entries("A pod runs on just one host.", "A pod runs on just one box.", "Some other text")
    pairs = elsewhere(new, pool)
    assert [key[1] for key in pairs] == ["A pod runs on just one host."]
    assert next(iter(pairs.values())) == (pool[0],)
