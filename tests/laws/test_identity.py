"""An empty catalog, or one that says the same, gives the source back byte for byte."""

import pytest
from hypothesis import given
from support import deck_of, merged, translated

from laws.dialect_texts import NAMES, in_file, texts


@pytest.mark.parametrize("dialect", NAMES)
@given(text=texts())
def test_merge_with_an_empty_catalog_is_the_source(dialect: str, text: str) -> None:
    text = in_file(text, dialect)
    result = merged(deck_of(text, dialect), {}, dialect)
    assert (result.text, result.refused) == (text, ())


@pytest.mark.parametrize("dialect", NAMES)
@given(text=texts())
def test_merge_with_an_identity_catalog_is_the_source(dialect: str, text: str) -> None:
    text = in_file(text, dialect)
    deck = deck_of(text, dialect)
    result = merged(deck, translated(deck, lambda msgid: msgid), dialect)
    assert (result.text, result.refused) == (text, ())
    assert result.published == len(deck.segments)
