"""Rules that a text cannot trigger are left out, and so is what cannot differ; that changes nothing."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from l10n.deck.blocks import Document
from l10n.deck.structure import have_same_blocks, shapes
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


RUN = re.compile(r"[^\s#>+*_=\d.)`~|:\\<\[-][^\n|\\]*")
"""What begins with no sign that could be structure."""
PROSE = (
    "Mot", "un mot - deux", "é # >", "a: b", "x  ", "v1. 2)", "l'un [d", "y `c` *z*", "w\t**", "t ---",
    "s\u00a0!", "two\nlines", "a\n  b\nc", "(d)", "« e »", "`c` d", "``c`` d", "*e* f", "**g**", "__h",
    "3 i", "3.", "3) j", "-", "1.5 k", "é <br/>", "<b>l</b>", "```", "[m]", "[n]: o", "p]: q", "!", "\\# r",
    "'s'", "#", "+ t",
)  # fmt: skip


@given(structured_text(), st.lists(st.sampled_from(PROSE), min_size=1, max_size=9))
def test_documents_that_look_alike_have_the_same_blocks(text: str, words: list[str]) -> None:
    text = text.replace("\r", "\n")
    number = iter(range(len(text) + 1))
    other = RUN.sub(lambda _: words[next(number) % len(words)], text)
    one, two = (Document(Slice(0, len(each)), each) for each in (text, other))
    assert have_same_blocks(one, two) == (list(shapes(one)) == list(shapes(two)))
