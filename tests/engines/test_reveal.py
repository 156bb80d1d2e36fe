"""reveal.js sees the same slides in a deck and in what is built from it, whatever stands in the catalog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from laws import reveal_texts
from support import deck_of

from engines.judged import Judged, Look, Texts, judge, many

pytestmark = pytest.mark.engine
PLUGINS = {
    "6": "node_modules/reveal.js/dist/plugin/markdown.js",
    "5.1.0": "node_modules/reveal-of-reveal-md/plugin/markdown/markdown.js",
}
"""By version: that of today, and that of reveal-md, whose marked is another."""
REVEAL = Judged("reveal", reveal_texts)


@pytest.fixture(scope="module", params=PLUGINS)
def slides(request: pytest.FixtureRequest) -> Iterator[Look]:
    """Those that the plug-in of that version makes of a deck."""
    with judge("reveal.js", "reveal", "reveal.js", PLUGINS[request.param]) as look:
        yield lambda text: look(text)["slides"]


def test_slides_and_notes_are_those_of_the_engine(slides: Look) -> None:
    @many
    @given(reveal_texts.decks())
    def same(text: str) -> None:
        found = [(slide.marks.below, slide.marks.notes == 1) for slide in deck_of(text, "reveal").slides]
        assert found == [(one["below"], one["notes"]) for one in slides(text)]

    same()


def test_slides_of_any_text_are_those_of_the_engine(slides: Look) -> None:
    """Notes can stand in code or in a comment that nothing ends; then they are not shown as notes."""

    @many
    @given(reveal_texts.deck_lines())
    def same(text: str) -> None:
        found = [slide.marks for slide in deck_of(text, "reveal").slides]
        shown = slides(text)
        assert [marks.below for marks in found] == [one["below"] for one in shown]
        assert all(marks.notes == 1 for marks, one in zip(found, shown, strict=True) if one["notes"])

    same()


def test_good_translations_leave_the_slides(slides: Look) -> None:
    REVEAL.good_translations_are_published_and_stay(slides)


@pytest.mark.parametrize("texts", [reveal_texts.decks, reveal_texts.deck_lines])
def test_no_translation_changes_the_slides(slides: Look, texts: Texts) -> None:
    REVEAL.no_translation_changes(slides, texts)
