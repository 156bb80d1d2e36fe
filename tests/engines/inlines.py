"""Inline texts that the renderer is asked about: all that its rules may stumble over."""

from collections.abc import Sequence

from hypothesis import strategies as st
from laws.texts import PIECES

_SIGNS = "**__``~~[]()<>!\\\"'&:/@ \u00a0\n\t.#;-abé文1"
_PIECES = (
    "*", "**", "***", "_", "__", "___", "`", "``", "```", "~~", "~", "\\", "\\*", "\\_", "\\`", "\\[",
    "\\]", "\\<", "\\|", "[", "]", "](", "][", "] [", "]\n[", "[a]", "[x][a]", "[x][]", "[x] [a]",
    "[ a ]", "[A]", "[zz]", "[b c]", "[b  c]", "![", "!", "![x](y)", "(", ")", "[x](y)", "[x](y z)",
    "[x](<y z>)", "[x](y \"t\")", "[x](y 't')", "[x](\"t\")", "[x]( y )", "[x](y\\)", "[x](y(z))",
    "[x]()", "[](y)", " \"t\")", ">)", "> \"", "' )", "[x [y] z](a)", "[x](a*b)", "[http://x.y](z)",
    "http://x.y", "https://x_y_", "http://", "http://x*a*.", "HTTP://x", "ftp://x", "<http://x>",
    "<a@b>", "<a:/b>", "<a:b>", "<a", "<a>", "</a>", "<a href='q'>", "<b c=\">\">", "<br>", "<1>",
    "<_>", "<!--", "-->", "<!-->", "<!-- * -->", "<!a>", "<", ">", "\"", "'", "@", ":/", "&", "&amp;",
    "&lt;", "&#42;", "a", "b", "é", "文", "1", "a_b", "a b", "(x)", "「a」", ".", ",", ":", "«", " ", "  ",
    "   ", "\u00a0", "\u3000", "\u2028", "\n", " \n", "  \n", "\t\n", "\n\n", "\t", "\u2424", "\x0b",
)  # fmt: skip
LINKS = {"a": {"href": "A"}, "b c": {"href": "B"}, "x": {"href": "X", "title": "t"}, "e": {"href": ""}}
"""Definitions that texts may use; one of nothing."""


def inlines() -> st.SearchStrategy[str]:
    """Texts of a few signs again and again, of pieces, of anything."""
    few = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5, unique=True).flatmap(_joined)
    return st.one_of(few, few, _joined(_PIECES), _joined(PIECES), st.text(_SIGNS, max_size=30))


def _joined(pieces: Sequence[str]) -> st.SearchStrategy[str]:
    piece = st.one_of(st.sampled_from(pieces), st.sampled_from(("a", " ", "")))
    return st.lists(piece, max_size=16).map("".join)
