"""The pieces of a parsed deck join to its text, whatever the text."""

import pytest
from hypothesis import given
from support import deck_of

from l10n.deck.model import Kind
from laws.dialect_texts import NAMES, in_file, texts


@pytest.mark.parametrize("dialect", NAMES)
@given(text=texts())
def test_pieces_of_a_deck_join_to_its_text(dialect: str, text: str) -> None:
    text = in_file(text, dialect)
    assert "".join(deck_of(text, dialect).pieces()) == text


@pytest.mark.parametrize("dialect", NAMES)
@given(text=texts())
def test_segments_are_in_order_and_apart_within_the_text(dialect: str, text: str) -> None:
    text = in_file(text, dialect)
    at = end = 0
    for segment in deck_of(text, dialect).segments:
        assert at <= segment.block.start <= segment.span.start < segment.span.end <= segment.block.end
        assert end <= segment.block.start or segment.kind is Kind.ATTRIBUTE  # of a block with a message
        at, end = segment.span.end, segment.block.end
    assert end <= len(text)


@given(text=texts())
def test_slides_are_in_order_and_apart_within_the_text(text: str) -> None:
    at = 0
    for slide in deck_of(text).slides:
        assert at <= slide.span.start <= slide.span.end <= len(text)
        at = slide.span.end
