"""reveal.js sees the same slides in a page and in what is built from it, whatever stands in the catalog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from laws import reveal_page_texts
from support import deck_of

from engines.judged import Judged, Look, Texts, many
from engines.node import HERE, missing, started
from engines.test_reveal import PLUGINS

pytestmark = pytest.mark.engine
PAGES = Judged("reveal-html", reveal_page_texts)


@pytest.fixture(scope="module", params=PLUGINS)
def slides(request: pytest.FixtureRequest) -> Iterator[Look]:
    """Those that the plug-in of that version makes of a page."""
    packages = HERE / "packages" / "reveal" / "package.json"
    if reason := missing(packages, "reveal.js"):
        pytest.skip(reason)
    with started("reveal.js", packages, PLUGINS[request.param]) as one:
        assert one.greeting == "ready"
        yield lambda text: one.asked({"page": text})["slides"]


@pytest.mark.parametrize("texts", [reveal_page_texts.decks, reveal_page_texts.deck_lines])
def test_slides_are_those_of_the_engine(slides: Look, texts: Texts) -> None:
    @many
    @given(texts())
    def same(text: str) -> None:
        found = [slide.marks for slide in deck_of(text, "reveal-html").slides]
        shown = slides(text)
        if shown:  # else there is no Markdown in the page
            assert [marks.below for marks in found] == [one["below"] for one in shown]
            assert all(marks.notes == 1 for marks, one in zip(found, shown, strict=True) if one["notes"])

    same()


def test_good_translations_leave_the_slides(slides: Look) -> None:
    PAGES.good_translations_are_published_and_stay(slides)


@pytest.mark.parametrize("texts", [reveal_page_texts.decks, reveal_page_texts.deck_lines])
def test_no_translation_changes_the_slides(slides: Look, texts: Texts) -> None:
    PAGES.no_translation_changes(slides, texts)
