from l10n.catalog.count import Count
from l10n.catalog.model import Catalog, Entry
from l10n.catalog.translated import Translated
from l10n.update.catalog import Changes
from l10n.update.memory import Answer, Memory, completed
from l10n.update.proposals import Proposer

HELLO = Entry("Hello world", "Bonjour le monde")


def memory(**catalogs: list[Entry]) -> Memory:
    return Memory((f"{name}.po", Translated.of(entries)) for name, entries in catalogs.items())


def answer(known: Memory, msgid: str, msgctxt: str | None = None) -> Answer | None:
    return known.answers([Entry(msgid, msgctxt=msgctxt)]).get((msgctxt, msgid))


def filled(entry: Entry, found: Answer, *, fuzzy: bool = False) -> tuple[Entry, Changes]:
    catalog, changes = completed(Catalog(entries=(entry,)), {entry.key: found}, Proposer(), fuzzy=fuzzy)
    return catalog.entries[0], changes


def test_the_same_message_has_its_translation_and_where_it_is_from() -> None:
    found = answer(memory(a=[HELLO]), "Hello world")
    assert found == Answer(msgstr="Bonjour le monde", catalog="a.po")


def test_of_several_translations_the_most_frequent_one_counts() -> None:
    other = Entry("Hello world", "Salut")
    found = answer(memory(a=[other], b=[HELLO], c=[HELLO]), "Hello world")
    assert found == Answer(msgstr="Bonjour le monde", catalog="b.po")


def test_what_was_taken_from_another_catalog_is_not_its_source() -> None:
    copy = Entry("Hello world", "Bonjour le monde", comments=("taken from: b.po",))
    assert answer(memory(a=[copy], b=[HELLO]), "Hello world") == Answer(
        msgstr="Bonjour le monde", catalog="b.po"
    )


def test_another_context_is_another_message() -> None:
    assert answer(memory(a=[HELLO]), "Hello world", "menu") != Answer("Bonjour le monde", catalog="a.po")


def test_fuzzy_and_empty_entries_are_no_memory() -> None:
    assert answer(memory(a=[Entry("Hello world", "x", fuzzy=True), Entry("Bye")]), "Hello world") is None


def test_an_obsolete_message_much_alike_is_continued_unless_another_continues_it() -> None:
    gone = Entry("The scheduler picks one node", "x", obsolete=True)
    heir = Entry("The scheduler selects one node", "x", fuzzy=True, previous=gone.key)
    new = "The scheduler picks one nodes"
    assert answer(memory(a=[gone]), new) == Answer(origin=gone, catalog="a.po")
    assert answer(memory(a=[gone, heir]), new) is None


def test_a_gone_message_that_differs_in_code_only_is_continued_however_short_it_is() -> None:
    gone = Entry("Using `helm`", "Utiliser `helm`", obsolete=True)
    assert answer(memory(a=[gone]), "Using `kustomize`") == Answer(origin=gone, catalog="a.po")


def test_a_live_message_is_never_continued_elsewhere() -> None:
    found = answer(memory(a=[Entry("Using `helm`", "Utiliser `helm`")]), "Using `kustomize`")
    assert found is None or found.origin is None


def test_a_live_message_much_alike_is_shown_as_a_hint() -> None:
    live = Entry("The scheduler picks one node", "L'ordonnanceur choisit un nœud")
    found = answer(memory(a=[live]), "The scheduler picks one nodes")
    assert found == Answer(hint=f"similar: “{live.msgid}” is “{live.msgstr}”")


def test_a_hint_is_one_line_of_bounded_length() -> None:
    live = Entry("The scheduler\npicks one node " + "x" * 999, "L'ordonnanceur\nchoisit " + "y" * 999)
    found = answer(memory(a=[live]), "The scheduler\npicks one node " + "x" * 998)
    assert found is not None
    assert "\n" not in found.hint
    assert len(found.hint) < 400


def test_a_filled_entry_is_translated_or_fuzzy_and_says_where_it_is_from() -> None:
    new = Entry("Hello world", comments=("paragraph",))
    for fuzzy in (False, True):
        entry, changes = filled(new, Answer("Bonjour le monde", catalog="a.po"), fuzzy=fuzzy)
        assert (entry.msgstr, entry.fuzzy, entry.previous) == ("Bonjour le monde", fuzzy, None)
        assert entry.comments == ("paragraph", "taken from: a.po")
        assert changes == Changes(filled=Count(1, 2), new=Count(-1, -2))


def test_a_continued_entry_says_what_changed_and_where_it_is_from() -> None:
    entry, changes = filled(
        Entry("Wait for 6 minutes"),
        Answer(origin=Entry("Wait for 5 minutes", "Attends 5 minutes"), catalog="a.po"),
    )
    assert (entry.msgstr, entry.fuzzy) == ("Attends 6 minutes", False)
    assert entry.comments == ("carried over: Wait for [-5-]{+6+} minutes", "taken from: a.po")
    assert changes == Changes(carried=Count(1, 4), new=Count(-1, -4))


def test_a_hint_leaves_the_entry_untranslated() -> None:
    entry, changes = filled(Entry("Hello"), Answer(hint="similar: x"))
    assert (entry.msgstr, entry.comments, changes) == ("", ("similar: x",), Changes())


def test_memory_never_overrides() -> None:
    entry, changes = filled(HELLO, Answer("Salut", catalog="a.po"))
    assert (entry, changes) == (HELLO, Changes())


def matches(known: Memory, msgid: str) -> list[tuple[str, str, bool]]:
    found = known.matches((None, msgid))
    return [(one.entry.msgstr, one.catalog, one.likeness == 1) for one in found]


def test_all_translations_of_a_message_match_it_the_most_frequent_first() -> None:
    other = Entry("Hello world", "Salut")
    found = matches(memory(a=[other], b=[HELLO], c=[HELLO]), "Hello world")
    assert found == [("Bonjour le monde", "b.po", True), ("Salut", "a.po", True)]


def test_translations_of_messages_like_it_match_but_none_is_the_same() -> None:
    cluster = Entry("The cluster has three nodes", "Le cluster a trois nœuds")
    known = memory(a=[cluster, HELLO, Entry("Fuzzy cluster nodes", "Flou", fuzzy=True)])
    assert matches(known, "The cluster has four nodes") == [("Le cluster a trois nœuds", "a.po", False)]
    assert matches(known, "The cluster has three nodes!") == [("Le cluster a trois nœuds", "a.po", False)]
    assert matches(known, "Something else") == []


def test_no_more_match_than_are_asked_for() -> None:
    many = [Entry(f"The cluster has node number {number}", f"Nœud {number}") for number in range(20)]
    assert len(memory(a=many).matches((None, "The cluster has node number 5"), most=3)) == 3
