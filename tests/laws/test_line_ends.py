"""A deck says the same whatever ends its lines, and so does what is built of it."""

import pytest
from hypothesis import given
from support import deck_of, merged, translated

from laws.dialect_texts import NAMES, in_file, texts


def with_line_ends(text: str, end: str) -> str:
    return "\ufeff" + text.replace("\n", end)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("dialect", NAMES)
@given(text=texts())
def test_messages_and_decks_are_the_same_with_other_line_ends(dialect: str, end: str, text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    text = in_file(text, dialect)
    deck, other = (deck_of(one, dialect) for one in (text, with_line_ends(text, end)))
    assert [one.key for one in other.segments] == [one.key for one in deck.segments]
    translations = translated(deck, "Mot {} encore".format)
    built, other_built = (merged(one, translations, dialect) for one in (deck, other))
    assert other_built.text == with_line_ends(built.text, end)
