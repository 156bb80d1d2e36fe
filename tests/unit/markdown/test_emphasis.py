"""Emphasis, as CommonMark reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from l10n.markdown.emphasis import emphasised


@pytest.mark.parametrize(
    ("text", "plain", "strong", "literal"),
    [
        ("*a* and __b__", 1, 1, 0),
        ("***a***", 1, 1, 0),
        ("a * b ** c", 0, 0, 0),
        ("snake_case_name __init__", 0, 1, 0),
        ("**a", 0, 0, 1),
        ("**a*", 1, 0, 1),
        ("** a**", 0, 0, 1),
        ("**「大」**です", 0, 1, 0),
    ],
)
def test_emphasis_is_counted(text: str, plain: int, strong: int, literal: int) -> None:
    found = emphasised(text)
    assert (found.plain, found.strong, len(found.literal)) == (plain, strong, literal)


@given(st.text(alphabet="**__  ab.,é", max_size=30))
def test_it_is_what_commonmark_reads(text: str) -> None:
    tokens = MarkdownIt("commonmark").parseInline(text.strip(" "))[0].children or ()
    kinds = [token.type for token in tokens]
    found = emphasised(text.strip(" "))
    assert (found.plain, found.strong) == (kinds.count("em_open"), kinds.count("strong_open"))
