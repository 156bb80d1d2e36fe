"""Aligning a deck with what was built of it gives back the catalog that it was built from.

The law holds for translations that were published, that differ from their messages and keep what must not
change with the language, and for messages that stand once in their deck: of two equal ones nobody can say
which is which, though their translation is the same.
"""

from collections import Counter

from hypothesis import assume, given
from hypothesis import strategies as st
from support import FRENCH, deck_of, merged, slides_of

from l10n.adopt.alignment.align import align
from l10n.adopt.alignment.in_place import in_place
from l10n.adopt.alignment.judgement import State, judged
from l10n.adopt.alignment.labels import Labels
from l10n.adopt.results import entries, leftovers
from l10n.catalog.model import Key
from l10n.deck.model import Deck, Segment
from l10n.update.template import extract
from laws.texts import any_text, decks, structured_text


def no_doubt(_segment: Segment, _msgstr: str) -> str:
    return ""


def adopted(source: Deck, built: Deck) -> dict[Key, str]:
    pairs = judged(align(source, built, FRENCH), FRENCH, slides_of, no_doubt, built=True)
    return {pair.key: pair.msgstr for pair in pairs if pair.state is State.TRANSLATED}


@given(data=st.data(), text=decks())
def test_built_deck_gives_back_its_catalog(data: st.DataObject, text: str) -> None:
    deck = deck_of(text)
    keys = sorted({segment.key for segment in deck.segments}, key=repr)
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    catalog = {key: f"Mot {key[1]} encore" for key in chosen}
    result = merged(deck, catalog)
    refused = {one.segment.key for one in result.refused}
    counts = Counter(segment.key for segment in deck.segments)
    found = adopted(deck, deck_of(result.text))
    for key in keys:
        if counts[key] == 1 and key not in refused:
            assert found.get(key) == catalog.get(key)


@given(data=st.data(), text=decks())
def test_adopted_catalog_builds_the_deck_again_whatever_stands_in_it(data: st.DataObject, text: str) -> None:
    deck = deck_of(text)
    keys = sorted({segment.key for segment in deck.segments}, key=repr)
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    result = merged(deck, {key: data.draw(structured_text()) for key in chosen})
    built = deck_of(result.text)
    alignment = in_place(deck, built)
    assume(alignment)
    assert alignment
    counts = Counter(segment.key for segment in deck.segments)
    assume(all(counts[key] == 1 for key in chosen))
    pairs = judged(alignment, FRENCH, slides_of, no_doubt, built=True)
    again = merged(deck, {one.key: one.msgstr for one in pairs if one.state is State.TRANSLATED})
    assert [one.msgid for one in deck_of(again.text).segments] == [one.msgid for one in built.segments]


@given(one=decks(), other=decks())
def test_each_block_of_a_translation_is_in_an_entry_or_left_over(one: str, other: str) -> None:
    source, target = deck_of(one), deck_of(other)
    alignment = align(source, target, FRENCH)
    pairs = judged(alignment, FRENCH, slides_of, no_doubt)
    found = entries(extract(source, "deck.md"), pairs, {})
    left = leftovers(alignment, pairs, {(entry.key, entry.msgstr) for entry in found})
    kept = "\n".join([*(entry.msgstr for entry in found), *(block.text for block in left)])
    known = {segment.msgid for segment in source.segments}
    labels = Labels(source, target, FRENCH)
    untranslated = {index for pair in pairs if pair.same for index in pair.target}
    for index, segment in enumerate(target.segments):
        whole, text = segment.block.of(target.text), labels.translated(segment.msgid)
        assert index in untranslated or segment.msgid in known or text in kept or whole in kept


@given(text=decks())
def test_source_deck_is_no_translation_of_itself(text: str) -> None:
    assert adopted(deck_of(text), deck_of(text)) == {}


@given(one=st.one_of(decks(), structured_text(), any_text()), other=st.one_of(structured_text(), any_text()))
def test_any_two_texts_can_be_aligned(one: str, other: str) -> None:
    source, target = deck_of(one), deck_of(other)
    alignment = align(source, target, FRENCH)
    taken = [index for match in alignment.matches for index in match.source]
    given_away = [index for match in alignment.matches for index in match.target]
    assert len(set(taken)) == len(taken) <= len(source.segments)
    assert len(set(given_away)) == len(given_away) <= len(target.segments)
    assert all(0 <= match.confidence <= 1 for match in alignment.matches)
    judged(alignment, FRENCH, slides_of, no_doubt)
