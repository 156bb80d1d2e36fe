"""Slidev sees the same slides in a deck and in what is built from it, whatever stands in the catalog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laws import slidev_texts
from support import deck_of

from engines.judged import Judged, Look, Texts, judge, many

pytestmark = pytest.mark.engine
SLIDEV = Judged("slidev", slidev_texts)


@pytest.fixture(scope="module")
def engine() -> Iterator[Look]:
    """What Slidev makes of a deck, but for its words."""
    with judge("slidev.mjs", "slidev", "Slidev") as look:
        yield lambda text: {what: seen for what, seen in look(text).items() if what != "words"}


def test_slides_and_notes_are_those_of_the_engine(engine: Look) -> None:
    @many
    @given(st.one_of(slidev_texts.decks(), slidev_texts.deck_lines()))
    def same(text: str) -> None:
        answer = engine(text)
        assume("slides" in answer)
        assert [bool(slide.marks.notes) for slide in deck_of(text, "slidev").slides] == answer["notes"]

    same()


def test_good_translations_leave_the_slides(engine: Look) -> None:
    SLIDEV.good_translations_are_published_and_stay(engine)


@pytest.mark.parametrize("texts", [slidev_texts.decks, slidev_texts.deck_lines])
def test_no_translation_changes_the_slides(engine: Look, texts: Texts) -> None:
    SLIDEV.no_translation_changes(engine, texts)
