import pytest

from l10n.language.quotation import excerpt


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("short", "short"),
        (" on\n  two\t", "on two"),
        ("1234567", "1234567"),
        ("12345678", "123456…"),
        ("12345 78", "12345…"),
        ("字字字字字字字字字", "字字字字字字…"),
    ],
)
def test_an_excerpt_is_one_line_and_no_longer_than_it_may_be(text: str, shown: str) -> None:
    assert excerpt(text, 7) == shown
