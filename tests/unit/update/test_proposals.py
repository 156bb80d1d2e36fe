import pytest

from l10n.catalog.comments import still_said_of
from l10n.catalog.model import Entry
from l10n.update.proposals import Proposer, said_of

RUN = Entry("Run `ls` now", "Lance `ls`", notes=("by hand",))
FULL = Entry("Run `ls -l` now")


def test_a_mechanical_edit_leaves_the_entry_translated_with_what_was_before() -> None:
    assert Proposer().entry(FULL, [RUN]) == FULL._replace(
        msgstr="Lance `ls -l`", previous=RUN.key, notes=("by hand",)
    )


def test_without_carrying_it_is_a_proposal_with_its_mechanical_part_changed() -> None:
    entry = Proposer(carry=False).entry(FULL, [RUN])
    assert entry is not None
    assert (entry.msgstr, entry.fuzzy) == ("Lance `ls -l`", True)


@pytest.mark.parametrize(
    "message", [Entry("Run `ls` later"), Entry("Run `ls -l` now", msgctxt="menu"), Entry("Run `ls` *now*")]
)
def test_any_other_edit_is_a_fuzzy_proposal_with_what_was_before(message: Entry) -> None:
    entry = Proposer().entry(message, [RUN])
    assert entry is not None
    assert (entry.fuzzy, entry.previous, entry.notes) == (True, RUN.key, ("by hand",))


def test_a_fuzzy_translation_stays_fuzzy_and_keeps_the_message_that_it_was_made_for() -> None:
    draft = RUN._replace(fuzzy=True, previous=(None, "Run `dir` now"))
    entry = Proposer().entry(FULL, [draft])
    assert entry is not None
    assert (entry.msgstr, entry.fuzzy, entry.previous) == ("Lance `ls -l`", True, draft.previous)


def test_what_was_carried_twice_keeps_the_message_that_a_person_translated() -> None:
    once = Proposer().entry(FULL, [RUN])
    assert once is not None
    twice = Proposer().entry(Entry("Run `ls -a` now"), [once])
    assert twice is not None
    assert (twice.msgstr, twice.fuzzy, twice.previous) == ("Lance `ls -a`", False, RUN.key)


def test_a_joined_message_gets_both_translations() -> None:
    entry = Proposer().entry(Entry("One. Two."), [Entry("One.", "Un."), Entry("Two.", "Deux.", notes=("n",))])
    assert entry == Entry("One. Two.", "Un. Deux.", fuzzy=True, previous=(None, "One. Two."), notes=("n",))


def test_a_half_gets_its_part_of_the_translation() -> None:
    whole = Entry("A pod runs. A node fails.", "Un pod tourne. Un nœud tombe.")
    for half, msgstr in (("A pod runs.", "Un pod tourne."), ("A node fails.", "Un nœud tombe.")):
        entry = Proposer().entry(Entry(half), [whole])
        assert entry == Entry(half, msgstr, fuzzy=True, previous=whole.key)


def test_a_half_whose_sentences_cannot_be_told_apart_gets_the_whole() -> None:
    whole = Entry("A pod runs. A node fails.", "Un pod tourne et un nœud tombe.")
    entry = Proposer().entry(Entry("A pod runs."), [whole])
    assert entry == Entry("A pod runs.", whole.msgstr, fuzzy=True, previous=whole.key)


def test_what_has_no_translation_gives_none() -> None:
    assert Proposer().entry(FULL, [Entry("Run `ls` now")]) is None


def test_what_nobody_touched_is_known_again() -> None:
    made = Proposer().entry(FULL, [RUN])
    assert made is not None
    assert Proposer().made(made, [RUN])
    assert not Proposer().made(made._replace(msgstr="Lancez `ls -l`"), [RUN])
    assert not Proposer().made(made, [Entry("Run `ls` now")])


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Entry("a b", "x", fuzzy=True, previous=(None, "a c")), ("changed: a [-c-]{+b+}",)),
        (Entry("a 2", "x", previous=(None, "a 1")), ("carried over: a [-1-]{+2+}",)),
        (Entry("a", "x", fuzzy=True, previous=("menu", "a")), ("changed: the context",)),
        (Entry("a b", "", previous=(None, "a c")), ()),
        (Entry("a", "x"), ()),
        (Entry("a", "x", previous=(None, "a")), ()),
        (Entry("a\\", "x", fuzzy=True, previous=(None, "a")), ("changed: a{+\\+}",)),
        (Entry("one two\\ ", "x", fuzzy=True, previous=(None, "two\\ ")), ("changed: {+one+} two\\.",)),
    ],
)
def test_what_is_said_of_an_entry(entry: Entry, said: tuple[str, ...]) -> None:
    assert said_of(entry) == said


def test_what_was_said_stays_while_it_holds() -> None:
    comments = ("paragraph", "changed: x", "taken from: a.po", "similar: y")
    entry = Entry("a", "x", fuzzy=True, previous=(None, "b"), comments=comments)
    assert list(still_said_of(entry)) == ["changed: x", "taken from: a.po"]
    assert list(still_said_of(entry._replace(previous=None))) == ["taken from: a.po"]
    assert list(still_said_of(entry._replace(msgstr=""))) == ["similar: y"]
