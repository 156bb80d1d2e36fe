"""Real pages with decks: what is not translated stays, and every good translation is published."""

import html
import re
from pathlib import Path

import pytest
from support import msgids, translated

from corpus.real import OTHERS, comes_back, is_published_whole, needs, parsed, pseudo, structure_in_messages
from corpus.test_corpus import REMARK
from l10n.deck.model import Kind

NAME = "remark-html"
MACRO = re.compile(r"!\[:[^\]]*\]\([^)]*\)")
PAGES = sorted((OTHERS / NAME).rglob("*.html"))

pytestmark = needs(PAGES)
each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parts[-1])
each_deck = pytest.mark.parametrize("path", REMARK, ids=lambda path: path.parts[-1])


def pseudo_translation(msgid: str) -> str:
    """One that keeps macros, too."""
    macros = iter(MACRO.findall(msgid))
    return re.sub("<0>", lambda _: next(macros), pseudo(MACRO.sub("<0>", msgid)))


@each_page
def test_empty_and_identity_catalogs_give_the_page_byte_for_byte(path: Path) -> None:
    for catalog in ({}, translated(parsed(path, NAME), str)):
        comes_back(path, NAME, catalog)


@each_page
def test_pseudo_translation_is_published_whole(path: Path) -> None:
    is_published_whole(path, NAME, pseudo_translation)


@each_page
def test_no_message_is_structure(path: Path) -> None:
    assert structure_in_messages(path, NAME) == []


@each_page
def test_title_of_the_page_is_a_message(path: Path) -> None:
    assert parsed(path, NAME).segments[0].kind is Kind.PAGE


@each_deck
def test_deck_has_the_same_messages_in_a_page(path: Path) -> None:
    text = path.read_bytes().decode().replace("&nbsp;", "\u00a0")
    page = f'<html><textarea id="source">\n{html.escape(text)}</textarea></html>\n'
    assert msgids(page, NAME) == msgids(text)
