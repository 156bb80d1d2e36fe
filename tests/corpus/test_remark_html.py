"""Real pages with decks: what is not translated stays, and every good translation is published."""

import html
import re
from functools import cache
from pathlib import Path

import pytest
from support import deck_of, merged, msgids, structure, translated

from corpus.test_corpus import CORPUS, REMARK, STRUCTURE, pseudo
from l10n.deck.model import Deck, Kind

NAME = "remark-html"
MACRO = re.compile(r"!\[:[^\]]*\]\([^)]*\)")
PAGES = sorted((CORPUS / "dialects" / NAME).rglob("*.html"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not PAGES, reason="the real decks are not in ../shared/corpus"),
]
each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parts[-1])
each_deck = pytest.mark.parametrize("path", REMARK, ids=lambda path: path.parts[-1])


@cache
def parsed(path: Path) -> Deck:
    return deck_of(path.read_bytes().decode(), NAME)


def pseudo_translation(msgid: str) -> str:
    """One that keeps macros, too."""
    macros = iter(MACRO.findall(msgid))
    return re.sub("<0>", lambda _: next(macros), pseudo(MACRO.sub("<0>", msgid)))


@each_page
def test_empty_and_identity_catalogs_give_the_page_byte_for_byte(path: Path) -> None:
    deck = parsed(path)
    for catalog in ({}, translated(deck, lambda msgid: msgid)):
        result = merged(deck, catalog, NAME)
        assert (result.text.encode(), result.refused) == (path.read_bytes(), ())


@each_page
def test_pseudo_translation_is_published_whole(path: Path) -> None:
    deck = parsed(path)
    result = merged(deck, translated(deck, pseudo_translation), NAME)
    assert [(one.segment.msgid, one.reason) for one in result.refused] == []
    assert result.published == len(deck.segments)
    assert structure(deck_of(result.text, NAME)) == structure(deck)


@each_page
def test_no_message_is_structure(path: Path) -> None:
    for segment in parsed(path).segments:
        for what, pattern in STRUCTURE.items():
            assert not pattern.search(segment.msgid), what


@each_page
def test_title_of_the_page_is_a_message(path: Path) -> None:
    assert parsed(path).segments[0].kind is Kind.PAGE


@each_deck
def test_deck_has_the_same_messages_in_a_page(path: Path) -> None:
    text = path.read_bytes().decode().replace("&nbsp;", "\u00a0")
    page = f'<html><textarea id="source">\n{html.escape(text)}</textarea></html>\n'
    assert msgids(page, NAME) == msgids(text)
