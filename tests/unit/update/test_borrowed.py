import pytest

from l10n.catalog.model import Catalog, Entry
from l10n.update.borrowed import Lenders, lender
from l10n.update.proposals import Proposer

HELLO = Entry("Hello", "Bonjour")
COPY = HELLO._replace(comments=("paragraph", "taken from: a.po"))
WAIT = Entry("Wait 5 minutes", "Attends 5 minutes")
CARRIED = Entry("Wait 6 minutes", "Attends 6 minutes", previous=WAIT.key, comments=("taken from: a.po",))


def still_have(entry: Entry, *held: Entry) -> bool:
    catalogs = {"a.po": Catalog(entries=held)}
    return Lenders(catalogs.get).still_have(entry, Proposer())


def test_the_lender_is_named_in_a_comment() -> None:
    assert lender(COPY) == "a.po"
    assert lender(HELLO) is None


@pytest.mark.parametrize("obsolete", [False, True])
def test_what_was_taken_and_not_touched_is_still_there(obsolete: bool) -> None:
    assert still_have(COPY, HELLO._replace(obsolete=obsolete))
    assert still_have(CARRIED, WAIT._replace(obsolete=obsolete))


@pytest.mark.parametrize(
    "entry",
    [
        HELLO,
        COPY._replace(msgstr="Salut"),
        COPY._replace(notes=("by hand",)),
        COPY._replace(comments=("taken from: b.po",)),
        CARRIED._replace(msgstr="Attendez 6 minutes"),
        CARRIED._replace(fuzzy=True),
    ],
)
def test_what_a_person_touched_is_no_copy(entry: Entry) -> None:
    assert not still_have(entry, HELLO, WAIT)


def test_a_copy_of_a_copy_does_not_count() -> None:
    assert not still_have(COPY, HELLO._replace(comments=("taken from: c.po",)))


def test_each_lender_is_read_once() -> None:
    read: list[str] = []

    def catalog(name: str) -> Catalog:
        read.append(name)
        return Catalog(entries=(HELLO,))

    lenders = Lenders(catalog)
    assert lenders.still_have(COPY, Proposer())
    assert lenders.still_have(COPY, Proposer())
    assert read == ["a.po"]
