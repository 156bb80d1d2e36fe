import pytest

from l10n.language.locales import numerals_of
from l10n.language.numerals import Numerals, folded


def changed(text: str, before: str, after: str, locale: str = "fr") -> str:
    for start, end, value in reversed(numerals_of(locale).edits(before, after, text)):
        text = text[:start] + value + text[end:]
    return text


@pytest.mark.parametrize(
    ("locale", "text", "before", "after", "expected"),
    [
        ("fr", "12 nœuds", "12", "13", "13 nœuds"),
        ("fr", "1,5 Go", "1.5", "2.25", "2,25 Go"),
        ("fr", "version 1.5", "1.5", "1.6", "version 1.6"),
        ("fr", "1\u202f000 nœuds", "1,000", "2,000", "2\u202f000 nœuds"),
        ("fr", "1\u00a0000 nœuds", "1,000", "2,000", "2\u00a0000 nœuds"),
        ("de", "1.000 Knoten", "1,000", "2,500", "2.500 Knoten"),
        ("de", "1,5 GB", "1.5", "2.5", "2,5 GB"),
        ("ar", "١٢ عقدة", "12", "13", "١٣ عقدة"),
        ("fa", "۱۲ گره", "12", "345", "۳۴۵ گره"),
        ("hi", "१२ पॉड", "12", "13", "१३ पॉड"),
        ("zh", "在12个节点上", "12", "13", "在13个节点上"),
        ("ja", "１２台のノード", "12", "13", "１３台のノード"),
        ("xx-unknown", "12", "12", "13", "13"),
    ],
)
def test_a_number_is_found_and_changed_as_the_locale_writes_it(
    locale: str, text: str, before: str, after: str, expected: str
) -> None:
    assert changed(text, before, after, locale) == expected


@pytest.mark.parametrize(
    "text", ["112", "12,5", "1.12", "x12", "12a", "12_3", "1\u202f012", "012", "douze", "12 000"]
)
def test_a_number_within_another_is_not_that_number(text: str) -> None:
    assert changed(text, "12", "13") == text


def test_digits_are_folded_and_places_stay() -> None:
    assert folded("۱٢3\u00a0x²") == "123 x²"


@pytest.mark.parametrize(
    ("locale", "before", "after", "same"),
    [
        ("en", "2", "3", True),
        ("en", "1", "2", False),
        ("fr", "0", "1", True),
        ("fr", "1.5", "2.5", False),
        ("ru", "2", "5", False),
        ("ru", "5", "6", True),
        ("ja", "1", "2", True),
        ("ar", "2", "3", False),
        ("en", "1,000", "2,000", True),
        ("en", "9" * 9_999, "8" * 9_999, True),
    ],
)
def test_plural_forms_are_those_of_the_locale(locale: str, before: str, after: str, same: bool) -> None:
    assert numerals_of(locale).same_form(before, after) is same


def test_by_default_numbers_are_taken_as_they_are() -> None:
    assert Numerals().edits("1.5", "2.5", "1.5 or 1,5") == [(0, 3, "2.5")]
