"""Pandoc sees the same blocks and slides in a deck of Quarto and in what is built from it."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import given, settings
from laws import quarto_texts
from support import deck_of

from engines.judged import Judged, Texts
from engines.pandoc import PANDOC, blocks, slides

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(PANDOC is None, reason="there is no pandoc; see CONTRIBUTING.md"),
]
few = settings(max_examples=int(os.environ.get("ENGINE_DECKS", "60")))
"""As each is several processes."""
QUARTO = Judged("quarto", quarto_texts, few)


def seen(text: str) -> tuple[Any, ...]:
    return blocks(text), slides(text)


def test_slides_and_notes_are_those_of_the_engine() -> None:
    @few
    @given(quarto_texts.decks())
    def same(text: str) -> None:
        found = [slide.marks.notes for slide in deck_of(text, "quarto").slides]
        assert found == [one["notes"] for one in slides(text)]

    same()


def test_good_translations_leave_blocks_and_slides() -> None:
    QUARTO.good_translations_are_published_and_stay(seen)


@pytest.mark.parametrize("texts", [quarto_texts.decks, quarto_texts.deck_lines])
def test_no_translation_changes_blocks_or_slides(texts: Texts) -> None:
    QUARTO.no_translation_changes(seen, texts)
