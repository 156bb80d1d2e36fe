"""Marp Core sees the same slides in a deck and in what is built from it, whatever stands in the catalog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from laws import marp_texts
from support import deck_of

from engines.judged import Judged, Look, Texts, judge, many

pytestmark = pytest.mark.engine
MARP = Judged("marp", marp_texts)


@pytest.fixture(scope="module")
def slides() -> Iterator[Look]:
    """Those that Marp Core makes of a deck."""
    with judge("marp.js", "marp", "Marp Core") as look:
        yield lambda text: look(text)["slides"]


def test_slides_and_notes_are_those_of_the_engine(slides: Look) -> None:
    @many
    @given(marp_texts.decks())
    def same(text: str) -> None:
        found = [slide.marks.notes for slide in deck_of(text, "marp").slides]
        assert found == [one["notes"] for one in slides(text)]

    same()


def test_good_translations_leave_the_slides(slides: Look) -> None:
    MARP.good_translations_are_published_and_stay(slides)


@pytest.mark.parametrize("texts", [marp_texts.decks, marp_texts.deck_lines])
def test_no_translation_changes_the_slides(slides: Look, texts: Texts) -> None:
    MARP.no_translation_changes(slides, texts)
