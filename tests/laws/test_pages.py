"""Pages come back whole, whatever stands on lines of its own and in front matter, and in a catalog."""

import tomllib
from itertools import pairwise

import yaml
from hypothesis import given
from hypothesis import strategies as st
from support import deck_of, merged, structure, translated

from l10n.deck.model import Kind
from l10n.dialects.front_matter import find_front_matter
from laws.page_texts import front_matter, hostile_lines, page_texts, pages
from laws.texts import translations


@given(text=page_texts())
def test_empty_and_identity_catalogs_give_the_page(text: str) -> None:
    deck = deck_of(text, "markdown")

    for catalog in ({}, translated(deck, lambda msgid: msgid)):
        result = merged(deck, catalog, "markdown")
        assert (result.text, result.refused) == (text, ())


@given(text=page_texts())
def test_segments_stand_in_order_and_apart(text: str) -> None:
    segments = deck_of(text, "markdown").segments

    assert all(one.span.end <= other.span.start for one, other in pairwise(segments))


@given(text=pages())
def test_good_translation_of_a_page_is_published_whole(text: str) -> None:
    deck = deck_of(text, "markdown")
    result = merged(deck, translated(deck, "Mot {} encore".format), "markdown")

    assert [(one.segment.msgid, one.reason) for one in result.refused] == []
    assert structure(deck_of(result.text, "markdown")) == structure(deck)


@given(data=st.data(), text=page_texts())
def test_any_translation_leaves_the_lines_of_a_page(data: st.DataObject, text: str) -> None:
    deck = deck_of(text, "markdown")
    catalog = {
        one.key: data.draw(st.one_of(hostile_lines(one.msgid), translations(one.msgid)))
        for one in deck.segments
    }
    built = deck_of(merged(deck, catalog, "markdown").text, "markdown")

    assert structure(built) == structure(deck)


def values(text: str) -> object:
    """The front matter of a text, as programs read it."""
    front = find_front_matter(text)
    if front is None:
        return None
    inner = text[slice(*front.inner)]
    try:
        return tomllib.loads(inner) if front.language == "toml" else yaml.safe_load(inner)
    except (yaml.YAMLError, ValueError):
        return "not to be read"


@given(data=st.data(), text=front_matter())
def test_any_translation_leaves_all_other_values_of_front_matter(data: st.DataObject, text: str) -> None:
    deck = deck_of(text, "markdown")
    catalog = {
        one.key: data.draw(st.one_of(hostile_lines(one.msgid), translations(one.msgid)))
        for one in deck.segments
    }
    result = merged(deck, catalog, "markdown")
    had, has = values(text), values(result.text)

    if not any(one.kind is Kind.FRONT_MATTER for one in deck.segments):
        assert has == had
        return
    assert isinstance(had, dict)
    assert isinstance(has, dict)
    assert list(has) == list(had)
    refused = {one.segment.key for one in result.refused}
    for key, value in had.items():
        said = catalog.get((None, value.strip("\n") if isinstance(value, str) else ""))
        if has[key] != value:
            assert isinstance(has[key], str)
            assert said is not None
            assert has[key].strip("\n") == said.replace("\r\n", "\n").strip("\n")
            assert (None, str(value).strip("\n")) not in refused
