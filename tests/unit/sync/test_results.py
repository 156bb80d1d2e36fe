import pytest

from l10n.sync.results import DeckResult, GroupResult, Refused, Totals


def test_result_comes_back_from_json() -> None:
    refused = Refused("a.po", 3, "why", "text")
    deck = DeckResult("a.md", locales={"fr": Totals(2, 5, 1, 0, 1, [refused])})
    result = GroupResult(decks=[deck])
    assert GroupResult.from_json(result.to_json()) == result


@pytest.mark.parametrize("damaged", ["", "{", "[1]", '{"fr": 1}', '{"fr": {}}', '{"fr": {"refused": [{}]}}'])
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
