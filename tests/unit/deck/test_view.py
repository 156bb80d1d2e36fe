import pytest

from l10n.deck.view import view


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\nb", "a\nb"),
        ("a\r\nb\r\n", "a\nb\n"),
        ("a\rb\r", "a\nb\n"),
        ("a\r\r\nb", "a\n\nb"),
        ("\ufeffa\n", "a\n"),
        ("\ufeff", ""),
        ("a\ufeffb", "a\ufeffb"),
        ("  a\n  b\n", "a\nb\n"),
        ("  a\n    b\n", "a\n  b\n"),
        ("  a\n\n  b\n", "a\n\nb\n"),
        ("  a\n \n  b\n", "a\n\nb\n"),
        ("\ta\n\tb\n", "a\nb\n"),
        ("  a\nb\n", "  a\nb\n"),
        ("\ufeff  a\n  b", "a\nb"),
        ("  a\r\n  b", "a\nb"),
        ("  a\r\n\r\n  b", "a\n\nb"),
        ("  a\r\r  b", "a\n\nb"),
        (" --\n \u2028w\n", " --\n \u2028w\n"),
        (" --\n \u2029w\n", " --\n \u2029w\n"),
        (" a\u2028 b\u2029  c\n", "a\u2028b\u2029 c\n"),
        (" a\u0085b\x0bc\x0cd\n", "a\u0085b\x0bc\x0cd\n"),
        ("a\u2028b\u0085c\x0bd\x0ce", "a\u2028b\u0085c\x0bd\x0ce"),
        ("", ""),
        ("\n", "\n"),
        ("   ", "   "),
    ],
)
def test_text_is_seen_as_an_engine_sees_it(text: str, seen: str) -> None:
    assert view(text, dedent=True).text == seen


def test_common_indent_stays_where_the_engine_keeps_it() -> None:
    assert view("  a\n  b", dedent=False).text == "  a\n  b"


@pytest.mark.parametrize("text", ["a\nbc", "\ufeff  a\r\n  bc", "  a\r  bc\r", "a\r\r\nbc", "\ufeffa\n\nbc"])
def test_every_character_is_found_back_in_the_file(text: str) -> None:
    seen = view(text, dedent=True)
    visible = [at for at, char in enumerate(seen.text) if char != "\n"]
    assert [text[seen.origin(at)] for at in visible] == [seen.text[at] for at in visible]


def test_end_of_the_view_is_the_end_of_the_file() -> None:
    text = "\ufeffa\r\nb"
    seen = view(text, dedent=True)
    assert seen.origin(len(seen.text)) == len(text)
