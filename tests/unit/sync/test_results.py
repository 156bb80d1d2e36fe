import pytest

from l10n.catalog import Count
from l10n.sync.results import DeckResult, GroupResult, Refused, Totals
from l10n.update.changes import Changes


def test_result_comes_back_from_json() -> None:
    refused = Refused("a.po", 3, "why", "text")
    deck = DeckResult("a.md", locales={"fr": Totals(2, 5, 1, 0, 1, [refused])})
    result = GroupResult(decks=[deck])
    assert GroupResult.from_json(result.to_json()) == result


def test_of_what_an_update_did_all_messages_are_kept_in_the_next_run() -> None:
    two = Changes(kept=Count(3, 6), new=Count(1, 2), revived=Count(1, 1), gone=Count(5, 5))
    result = GroupResult(decks=[DeckResult("a.md", locales={"fr": Totals(9, 9)})], changes={"fr": two})
    assert GroupResult.from_json(result.to_json()).all_changes() == {"fr": Changes(kept=Count(5, 9))}


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "[1]",
        "[1, {}]",
        "[[{}], {}]",
        '[[{"fr": {"refused": [{}]}}], {}]',
        "[[], []]",
        '[[], {"fr": [1, 2, 3]}]',
    ],
)
def test_damaged_result_is_no_result(damaged: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, it only means "no result"
        GroupResult.from_json(damaged)


def test_totals_add_up() -> None:
    refused = Refused("a.po", 3, "why", "text")
    totals = Totals(1, 2, 3, 4, 5, [])
    totals.add(Totals(10, 20, 30, 40, 50, [refused], not_extracted=6))
    assert totals == Totals(11, 22, 33, 44, 55, [refused], not_extracted=6)


def test_of_an_unreadable_catalog_nothing_counts_as_translated() -> None:
    assert Totals.nothing_known(3, 9) == Totals(messages=3, words=9, untranslated=3)
