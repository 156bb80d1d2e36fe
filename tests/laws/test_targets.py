"""Plain links are found without a parser, as the parser finds them."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.markdown import targets

PIECES = [
    "[", "]", "(", ")", "!", "`", "``", "*", "_", "a", " ", "é", "/", "#", "?", "=", ".", "~", "\n", "&amp;",
    "https://a.b/c", "http://", "x.md", "www.a.b", "mailto:a@b.c", "[a](b)", "![a](b.png)", "](", "[`x`](y)",
    "[a][b]", "[b][B]", "![b][a b]", "][", "[b]", "[a b]", "[]", "<br/>", "<b>", "</b>", "<", ">", ".c[", "b",
    "[é][c]", "[a]:", "`x`", "[`x`]", "[`x`][`x`]", "[a][`x`]", "[a<b>]", "[`k`]",
]  # fmt: skip
REFERENCES = {"b": "http://x.org/b", "a b": "/a/b", "é": "e.html", "`x`": "/x", "a<b>": "/ab"}


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_needs_no_parser_is_what_the_parser_finds(text: str) -> None:
    simple = targets._simple(text, REFERENCES)

    assert simple is None or sorted(simple) == sorted(targets._parsed(text, REFERENCES))
