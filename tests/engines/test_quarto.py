"""Pandoc sees the same blocks and slides in a deck of Quarto and in what is built from it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws.quarto_texts import deck_lines, decks, hostile, tables
from laws.texts import translations
from support import FRENCH, translated

from engines.pandoc import PANDOC, blocks, slides
from l10n.build.splice import Built, build
from l10n.deck.parser import parse, skim
from l10n.dialects import DIALECTS

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(PANDOC is None, reason="there is no pandoc; see CONTRIBUTING.md"),
]
QUARTO = DIALECTS["quarto"]
many = settings(
    max_examples=int(os.environ.get("ENGINE_DECKS", "60")), suppress_health_check=[HealthCheck.too_slow]
)


def published(text: str, translate: Callable[[str], str]) -> Built:
    deck = parse(text, QUARTO)
    return build(deck, translated(deck, translate), partial(skim, dialect=QUARTO), FRENCH)


def test_slides_and_notes_are_those_of_the_engine() -> None:
    @many
    @given(decks())
    def same(text: str) -> None:
        seen = [one["notes"] for one in slides(text)]
        assert [slide.marks.notes for slide in parse(text, QUARTO).slides] == seen

    same()


@pytest.mark.parametrize("texts", [decks, tables])
def test_good_translations_leave_blocks_and_slides(texts: Callable[[], st.SearchStrategy[str]]) -> None:
    @many
    @given(texts())
    def stay(text: str) -> None:
        result = published(text, "Mot {} encore".format)
        assert [(one.reason, one.segment.msgid) for one in result.refused] == []
        assert blocks(result.text) == blocks(text), result.text
        assert slides(result.text) == slides(text), result.text

    stay()


@pytest.mark.parametrize("texts", [decks, deck_lines, tables])
def test_no_translation_changes_blocks_or_slides(texts: Callable[[], st.SearchStrategy[str]]) -> None:
    @many
    @given(st.data(), texts())
    def stay(data: st.DataObject, text: str) -> None:
        result = published(text, lambda msgid: data.draw(st.one_of(hostile(msgid), translations(msgid))))
        assert blocks(result.text) == blocks(text), result.text
        assert slides(result.text) == slides(text), result.text

    stay()
