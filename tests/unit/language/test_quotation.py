import pytest

from l10n.language.quotation import excerpt, excerpts


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


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("a", "b", ("a", "b")),
        ("same", "same", ("same", "same")),
        (f"a{'x' * 60}", f"b{'x' * 60}", (f"a{'x' * 38}…", f"b{'x' * 38}…")),
        (f"{'x' * 60}#a", f"{'x' * 60}#b", (f"…{'x' * 19}#a", f"…{'x' * 19}#b")),
        (f"{'x' * 60}", f"{'x' * 70}", (f"…{'x' * 20}", f"…{'x' * 30}")),
        (f"{'x' * 60}a {'y' * 60}", f"{'x' * 60}b", (f"…{'x' * 20}a {'y' * 16}…", f"…{'x' * 20}b")),
        (f"{'x' * 60} a", f"{'x' * 60}  a", (f"…{'x' * 18} a", f"…{'x' * 18} a")),
    ],
)
def test_excerpts_show_in_what_texts_differ(one: str, other: str, shown: tuple[str, str]) -> None:
    assert excerpts(one, other, 40) == shown
