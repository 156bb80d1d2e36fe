"""Plain links are found without a parser, as the parser finds them."""

from hypothesis import given
from hypothesis import strategies as st

from l10n import targets

PIECES = [
    "[", "]", "(", ")", "!", "`", "``", "*", "_", "a", " ", "é", "/", "#", "?", "=", ".", "~", "\n", "&amp;",
    "https://a.b/c", "http://", "x.md", "www.a.b", "mailto:a@b.c", "[a](b)", "![a](b.png)", "](", "[`x`](y)",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_needs_no_parser_is_what_the_parser_finds(text: str) -> None:
    simple = targets._simple(text)

    assert simple is None or sorted(simple) == sorted(targets._targets(text, {}))
