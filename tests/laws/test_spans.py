"""Spans stand where they say, one behind the other."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.markdown.blanking import in_place
from l10n.markdown.constructs import spans
from l10n.markdown.inline import has_prose, prose

PIECES = (
    "`k`", "`", "``", "[", "]", "](", ")", "][",
    "[`k`][`k`]", "[a](`x` 'b `c`')", "<b `x`>", "{{ `x` }}",
    "@@A[`x`]@@", "[^`x`]", "<!-- `x` -->", ".red[", "12", "¹", "https://x.org/`a`", "text", " ", "\\", "!",
    "&nbsp;",
    "\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_spans_are_apart_and_as_written(text: str) -> None:
    end = 0
    for span in spans(text):
        assert end <= span.start < span.end
        assert span.value in text[span.start : span.end]
        end = span.end
    assert len(in_place(text, spans(text))) == len(text)


LETTERS = ("A", "é", "²", "ª", "*", "_", "(", "“", "http://", "https://x.org", "ftp://x", ".red[", "<b>")


@given(st.lists(st.sampled_from(PIECES + LETTERS), max_size=8).map("".join))
def test_there_is_prose_where_a_letter_is_left_of_it(text: str) -> None:
    assert has_prose(text) == any(char.isalpha() for char in prose(text))
