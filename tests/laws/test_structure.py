"""Whatever stands in a catalog, the built deck has the source's structure; what is harmless is published."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from support import FRENCH, deck_of, merged, structure

from l10n.deck.model import Deck
from l10n.deck.view import view
from l10n.dialects.remark.lexer import Token, lex
from laws.texts import any_text, decks, structured_text, translations

BARE = re.compile(r"https?://[^\s<>()\[\]]+")


def links(text: str, deck: Deck) -> list[str]:
    """Targets of what a plain CommonMark parser takes for links and images."""
    references = {
        normalizeReference(name): {"href": href, "title": ""} for name, href in deck.references.items()
    }
    children = MarkdownIt("commonmark").parseInline(text, {"references": references})[0].children or []
    return [
        str(one.attrs.get("href", one.attrs.get("src")))
        for one in children
        if "href" in one.attrs or "src" in one.attrs
    ]


def assert_same_structure(source: Deck, built: Deck) -> None:
    assert structure(built) == structure(source)
    assert built.references == source.references


def fences(text: str) -> list[str]:
    seen = view(text, dedent=True).text
    return [seen[one.start : one.end] for one in lex(seen) if one.token is Token.FENCE]


@given(data=st.data(), text=st.one_of(decks(), structured_text(), any_text()))
def test_any_translation_leaves_the_structure(data: st.DataObject, text: str) -> None:
    deck = deck_of(text)
    keys = sorted({segment.key for segment in deck.segments}, key=repr)
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    catalog = {key: data.draw(translations(key[1])) for key in chosen}
    result = merged(deck, catalog)
    built = deck_of(result.text)
    assert_same_structure(deck, built)
    assert fences(result.text) == fences(text)


@given(data=st.data(), text=decks())
def test_any_translation_leaves_link_targets(data: st.DataObject, text: str) -> None:
    deck = deck_of(text)
    if not deck.segments:
        return
    victim = data.draw(st.sampled_from(deck.segments))
    msgstr = data.draw(translations(victim.msgid))
    result = merged(deck, {victim.key: msgstr})
    if all(refusal.segment.key != victim.key for refusal in result.refused):
        lead = text[victim.block.start : victim.span.start]
        rest = text[victim.span.end : victim.block.end]
        had, has = links(f"{lead}{victim.msgid}{rest}", deck), links(f"{lead}{msgstr}{rest}", deck)
        assert [target for target in had if not any(FRENCH.same(target, one) for one in has)] == []
        known = had + BARE.findall(victim.msgid)
        assert [target for target in has if not any(FRENCH.same(one, target) for one in known)] == []


@given(data=st.data(), text=decks())
def test_what_is_not_translated_is_still_there(data: st.DataObject, text: str) -> None:
    deck = deck_of(text)
    if not deck.segments:
        return
    victim = data.draw(st.sampled_from(deck.segments)).key
    result = merged(deck, {victim: data.draw(translations(victim[1]))})
    others = [segment.msgid for segment in deck.segments if segment.key != victim]
    left = iter(segment.msgid for segment in deck_of(result.text).segments)
    assert all(msgid in left for msgid in others)  # as a subsequence


@given(text=decks())
def test_good_translation_is_published_whole(text: str) -> None:
    deck = deck_of(text)
    result = merged(deck, {one.key: f"Mot {one.msgid} encore" for one in deck.segments})
    assert [(one.segment.msgid, one.reason) for one in result.refused] == []
    assert_same_structure(deck, deck_of(result.text))
