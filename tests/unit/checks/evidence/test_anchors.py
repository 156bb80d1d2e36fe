"""Anchors as renderers make them of titles, and what leads to them."""

import pytest
from support import deck_of

from l10n.checks.evidence.anchors import anchors, ascii_anchor, linked, linked_elsewhere
from l10n.deck.model import Segment
from l10n.markdown import slug

DECK = """\
# Step *one* & two

See [it](#step-one--two), [that slide](#/step) and [the other](<#step-1>).

## Step

## Step

<a href="#/step">there</a>, <div id="Here"></div>

[label]: #%C3%A9tape
"""


def shown(segment: Segment) -> str:
    return segment.msgid


@pytest.mark.parametrize("name", ["step-one--two", "step", "step-1", "here", "toc-step"])
def test_titles_have_anchors_and_the_second_of_a_name_a_number(name: str) -> None:
    assert name in anchors(deck_of(DECK, "reveal"), shown)


def test_links_lead_to_anchors_and_to_slides_of_a_name() -> None:
    assert [name for one in deck_of(DECK, "reveal").segments for name in linked(one.msgid)] == [
        "step-one--two",
        "step",
        "step-1",
    ]


def test_tags_and_definitions_do_too() -> None:
    found = [(DECK[start : start + 5], name) for start, name in linked_elsewhere(deck_of(DECK, "reveal"))]
    assert found == [("href=", "step"), ("[labe", "étape")]


@pytest.mark.parametrize(
    ("title", "ascii_one", "any_one"),
    [
        ("Étape 1", "tape-", "étape-1"),
        ("Deployed!", "deployed", "deployed"),
        ("See [it](https://a.b/c)", "see-ithttpsabc", "see-it"),
        ("第一", "", "第一"),
    ],
)
def test_anchors_are_made_as_tables_of_contents_and_renderers_make_them(
    title: str, ascii_one: str, any_one: str
) -> None:
    assert (ascii_anchor(title), slug(title)) == (ascii_one, any_one)
