"""Going back through what a catalog was; the newest snapshot comes first."""

from collections.abc import Iterator

import pytest

from l10n.catalog.model import Key
from l10n.git.changes import Change, trace
from l10n.git.snapshots import Message, Snapshot

RUNS = "It runs on the master node of each cluster"
RUNS_NOW = "It runs on the control plane of each cluster"


def key(msgid: str) -> Key:
    return None, msgid


def snapshot(*messages: str | tuple[str, bool] | tuple[str, bool, str]) -> Snapshot:
    """Each message right, unless told otherwise; with what its source was, if told."""
    told = [(one, True) if isinstance(one, str) else one for one in messages]
    made = [Message(key(one[0]), one[1], key(one[2]) if len(one) == 3 else None) for one in told]
    return Snapshot(None, {one.key: one for one in made})


def change(*snapshots: Snapshot, of: str) -> Change:
    return trace(snapshots, [key(of)])[key(of)]


def test_a_fuzzy_entry_says_itself_what_it_was() -> None:
    new, old = snapshot("a", ("b", False, "quite another")), snapshot("a", "quite another")
    assert change(new, old, of="b") == Change(key("b"), key("quite another"), old, new, old)


def test_a_fuzzy_entry_says_what_it_was_before_the_catalog_was_made() -> None:
    old = snapshot("a", ("b", False, "quite another"), ("c", False))
    new = snapshot("a", "n", ("b", False, "quite another"), ("c", False))
    assert change(new, old, of="b") == Change(key("b"), key("quite another"))
    assert change(old, of="b") == Change(key("b"), key("quite another"))
    assert change(new, old, of="c") == Change(key("c"))


def test_a_draft_from_elsewhere_says_what_it_was() -> None:
    new, old = snapshot("a", ("Taints are gone", False, "Nodes have taints")), snapshot("a", "Bye!")
    found = change(new, old, of="Taints are gone")
    assert found == Change(key("Taints are gone"), key("Nodes have taints"), None, new, old)


def test_a_message_takes_the_place_of_one_like_it_that_vanished() -> None:
    new, old = snapshot(("x", False), (RUNS_NOW, False)), snapshot(RUNS, "y", "x")
    assert change(new, old, of=RUNS_NOW) == Change(key(RUNS_NOW), key(RUNS), old, new, old)


def test_a_message_takes_the_place_of_one_a_little_like_it_between_the_same_neighbours() -> None:
    one, other = "Now look at the new pods", "Now we can list the new pods"
    new, old = snapshot("a", (other, False), "b"), snapshot("a", one, "b")
    assert change(new, old, of=other).before == key(one)
    elsewhere = snapshot("a", "b", "c", one)
    assert change(snapshot((other, False), "a", "b", "c"), elsewhere, of=other).before is None


def test_a_message_unlike_all_that_vanished_is_new() -> None:
    new, old = snapshot("a", ("What is a node?", False)), snapshot("a", "Bye!")
    found = change(new, old, of="What is a node?")
    assert found == Change(key("What is a node?"), None, None, new, old)


def test_one_that_vanished_was_the_place_of_one_message_only() -> None:
    new, old = snapshot((RUNS_NOW, False), (RUNS + " and more", False)), snapshot(RUNS)
    found = trace([new, old], [key(RUNS_NOW), key(RUNS + " and more")])
    assert sorted(one.before is not None for one in found.values()) == [False, True]


def test_changes_are_followed_until_the_translation_was_right() -> None:
    newest, middle = snapshot(("c", False, "b")), snapshot(("b", False, "a"))
    still, right = snapshot(("a", False)), snapshot("a")
    found = change(newest, middle, still, right, snapshot("a"), of="c")
    assert found == Change(key("c"), key("a"), right, newest, middle)


def test_a_mark_on_a_right_translation_is_a_change_without_another_source() -> None:
    new, old = snapshot(("a", False)), snapshot("a")
    assert change(snapshot(("a", False)), new, old, of="a") == Change(key("a"), key("a"), old, new, old)


def test_a_message_that_was_there_from_the_beginning_has_no_change() -> None:
    assert change(snapshot(("a", False)), snapshot(("a", False)), of="a") == Change(key("a"))


def test_a_right_message_is_followed_to_what_it_was_before() -> None:
    now, earlier, first = snapshot((RUNS_NOW, True)), snapshot((RUNS_NOW, False)), snapshot(RUNS)
    assert change(now, earlier, first, of=RUNS_NOW) == Change(key(RUNS_NOW), key(RUNS), first, earlier, first)
    assert change(now, now, of=RUNS_NOW) == Change(key(RUNS_NOW))


def test_no_more_snapshots_are_taken_than_needed() -> None:
    def snapshots() -> Iterator[Snapshot]:
        yield snapshot(("a", False))
        yield snapshot("a")
        pytest.fail("one too many")

    assert trace(snapshots(), [key("a")])[key("a")].before == key("a")


def test_contexts_need_no_order() -> None:
    came = {one: Message(one, right=False) for one in ((None, RUNS_NOW), ("c", RUNS_NOW))}
    went = {one: Message(one, right=True) for one in ((None, RUNS), ("c", RUNS))}
    found = trace([Snapshot(None, came), Snapshot(None, went)], list(came))
    assert {one.before for one in found.values()} == set(went)
