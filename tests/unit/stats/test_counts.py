import pytest

from l10n.catalog.comments import means_copy
from l10n.catalog.count import Count
from l10n.catalog.entry_state import state
from l10n.catalog.model import Entry
from l10n.catalog.states import Counts, State, complete_percent, counted
from l10n.checks.table import FAMILIES, names_of
from l10n.language.glossary import Glossary, Term
from l10n.stats.counts import By, DeckStats, Message, Survey, Translation, rows, total


def entry(msgid: str, msgstr: str, *, fuzzy: bool = False, notes: tuple[str, ...] = ()) -> Entry:
    return Entry(msgid, msgstr, fuzzy=fuzzy, notes=notes)


def listing(*texts: str) -> Glossary:
    return Glossary(copies=frozenset(texts))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (entry("Hello", "Bonjour"), State.TRANSLATED),
        (entry("Hello", ""), State.UNTRANSLATED),
        (entry("Hello", "", fuzzy=True), State.UNTRANSLATED),
        (entry("Hello", "Bonjour", fuzzy=True), State.FUZZY),
        (entry("Hello", "Hello", fuzzy=True), State.FUZZY),
        (entry("Hello there", "Hello there"), State.COPIED),
        (entry("Hello there", "Hello  there\n"), State.COPIED),
        (entry("`docker run`", "`docker run`"), State.TRANSLATED),
        (entry("https://example.com", "https://example.com"), State.TRANSLATED),
        (entry("42", "42"), State.TRANSLATED),
        (entry("日本語", "日本語"), State.COPIED),
    ],
)
def test_each_message_has_one_state(one: Entry, expected: State) -> None:
    assert state(one) is expected


@pytest.mark.parametrize(
    "msgid", ["Kubernetes", "**Kubernetes**", "Kubernetes!", "*Kubernetes*.", "`k8s` Kubernetes"]
)
def test_a_copy_of_a_listed_text_is_translated_whatever_marks_stand_around_it(msgid: str) -> None:
    assert state(entry(msgid, msgid), listing("Kubernetes")) is State.TRANSLATED
    assert state(entry(msgid, msgid), listing("Docker")) is State.COPIED


def test_a_copy_is_not_listed_because_a_part_of_it_is() -> None:
    assert state(entry("Kubernetes is fun", "Kubernetes is fun"), listing("Kubernetes")) is State.COPIED


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("l10n-ignore: untranslated-copy", State.TRANSLATED),
        ("l10n-ignore: number, untranslated-copy", State.TRANSLATED),
        ("l10n-ignore: number untranslated-copy", State.TRANSLATED),
        ("l10n-ignore: content", State.TRANSLATED),
        ("l10n-ignore: untranslated-copy-of-mine", State.COPIED),
        ("untranslated-copy", State.COPIED),
    ],
)
def test_a_translator_may_say_that_a_copy_is_meant(comment: str, expected: State) -> None:
    assert state(entry("Hello", "Hello", notes=(comment,))) is expected


def test_a_copy_is_meant_by_every_name_that_the_check_knows_for_it() -> None:
    rule = next(rule for rule in FAMILIES["content"] if rule.name == "untranslated-copy")
    for one in names_of(rule):
        assert means_copy(entry("Hello", "Hello", notes=(f"l10n-ignore: {one}",)))


def test_a_copy_of_terms_that_the_glossary_keeps_is_translated() -> None:
    kept = Glossary((Term("kubelet", keep=True), Term("Pod", keep=True), Term("node", ("nœud",))))
    assert state(entry("`x` kubelet / Pods", "`x` kubelet / Pods"), kept) is State.TRANSLATED
    assert state(entry("kubelet node", "kubelet node"), kept) is State.COPIED


def test_counts_are_of_messages_and_of_words() -> None:
    counts = counted([(State.TRANSLATED, 5), (State.TRANSLATED, 2), (State.REFUSED, 3)])
    assert counts == Counts(translated=Count(2, 7), refused=Count(1, 3))
    assert counts.total == Count(3, 10)
    assert counts.of(State.REFUSED) == Count(1, 3)


def test_counts_add_up() -> None:
    one = counted([(found, 1) for found in State])
    both = one + one
    assert all(both.of(found) == Count(2, 2) for found in State)
    assert one.total == Count(6, 6)
    assert one.complete == Count(2, 2)  # translated, and borrowed


@pytest.mark.parametrize(
    ("messages", "percent"),
    [
        ([], 100),
        ([(State.TRANSLATED, 3)], 100),
        ([(State.UNTRANSLATED, 3)], 0),
        ([(State.TRANSLATED, 999_999), (State.UNTRANSLATED, 1)], 99),
        ([(State.TRANSLATED, 10), (State.FUZZY, 0)], 99),
        ([(State.UNTRANSLATED, 0)], 0),
        ([(State.TRANSLATED, 1), (State.BORROWED, 2)], 100),
        ([(State.BORROWED, 1), (State.UNTRANSLATED, 2)], 33),
        ([(State.TRANSLATED, 2), (State.COPIED, 1)], 66),
        ([(State.TRANSLATED, 1), (State.REFUSED, 1)], 50),
        ([(State.TRANSLATED, 1), (State.FUZZY, 1)], 50),
    ],
)
def test_percent_goes_by_words_and_is_100_only_if_nothing_is_left(
    messages: list[tuple[State, int]], percent: int
) -> None:
    assert complete_percent(counted(messages)) == percent


def deck(name: str, *translations: tuple[str, State]) -> DeckStats:
    """A deck of three slides, with messages on the first and the last; in each locale they have one state."""
    return DeckStats(
        name,
        ("One", "Two", "Three"),
        tuple(
            Translation(locale, f"{locale}.po", (Message("b", 3, 2, found), Message("a", 1, 4, found)))
            for locale, found in translations
        ),
    )


SURVEY = Survey(
    "en",
    ("de", "fr"),
    (
        deck("a.md", ("de", State.UNTRANSLATED), ("fr", State.TRANSLATED)),
        deck("b.md", ("de", State.TRANSLATED), ("fr", State.COPIED)),
    ),
    (),
)


def test_rows_by_locale_sum_up_the_decks() -> None:
    assert [(row.locale, row.counts) for row in rows(SURVEY, By.LOCALE)] == [
        ("de", Counts(translated=Count(2, 6), untranslated=Count(2, 6))),
        ("fr", Counts(translated=Count(2, 6), copied=Count(2, 6))),
    ]


def test_rows_by_deck_go_locale_by_locale() -> None:
    assert [(row.locale, row.deck, row.counts.total) for row in rows(SURVEY, By.DECK)] == [
        ("de", "a.md", Count(2, 6)),
        ("de", "b.md", Count(2, 6)),
        ("fr", "a.md", Count(2, 6)),
        ("fr", "b.md", Count(2, 6)),
    ]


def test_rows_by_slide_leave_out_slides_without_messages() -> None:
    shown = [(row.slide, row.title, row.counts.total.words) for row in rows(SURVEY, By.SLIDE)]
    assert shown[:2] == [(1, "One", 4), (3, "Three", 2)]
    assert len(shown) == 8


@pytest.mark.parametrize("by", By)
def test_rows_of_any_kind_sum_up_to_the_same(by: By) -> None:
    for locale in SURVEY.locales:
        counts = Counts()
        for row in rows(SURVEY, by):
            counts = counts + row.counts if row.locale == locale else counts
        assert counts == total(SURVEY, locale)
