"""Rules that a text cannot trigger are left out; that changes nothing."""

from hypothesis import assume, given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from l10n.blocks import Document
from l10n.dialects.cut import Slice
from laws.texts import structured_text

ALL_RULES = MarkdownIt("commonmark").enable("table")


@given(structured_text())
def test_blocks_are_those_that_all_rules_find(text: str) -> None:
    text = text.replace("\r", "\n").replace("\0", "")
    assume(text.strip())
    tokens: list[Token] = []
    ALL_RULES.block.parse(text, ALL_RULES, {}, tokens)
    assert Document(Slice(0, len(text)), text).tokens == tokens
