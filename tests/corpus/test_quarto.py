"""Real decks of Quarto: what is not translated stays, and every good translation is published."""

import re
from functools import partial
from pathlib import Path

import pytest
from support import merged, translated

from corpus.real import (
    OTHERS,
    comes_back,
    is_published_whole,
    needs,
    parsed,
    pseudo,
    read_back,
    structure_in_messages,
)

QUARTO = OTHERS / "quarto"
DECKS = sorted(QUARTO.rglob("*.qmd"))

pytestmark = needs(DECKS)
each_deck = pytest.mark.parametrize("path", DECKS, ids=lambda path: path.relative_to(QUARTO).as_posix())

KEPT = re.compile(
    r"(`+)(?!`).*?(?<!`)\1(?!`)|\]\((?:[^()\s]|\([^()]*\)|\{\{<[^<>]*>\}\})*\)|\{\{+<[^<>]*>\}+"
    r"|(?<=[\]`)])\{[^{}]*\}|<[^<>]*>|https?://(?:\{\{<[^<>]*>\}\}|[^\s{])+|&#?\w+;|@[\w-]+|\[\^\w+\]|\\\w+|\$[^$]+\$"
)
"""Markup that a translator keeps."""


@each_deck
def test_empty_and_identity_catalogs_give_the_deck_byte_for_byte(path: Path) -> None:
    for catalog in ({}, translated(parsed(path, "quarto"), str)):
        comes_back(path, "quarto", catalog)


@each_deck
def test_pseudo_translation_is_published_whole(path: Path) -> None:
    is_published_whole(path, "quarto", partial(pseudo, kept=KEPT))


OWN = re.compile(
    r"^:::|^[ \t>]*```|^#\||^\$\$|^\\(?:begin|end)\{|^\. \. \.$|^\{\{<[^<>]*>\}\}$|^\+---", re.MULTILINE
)
"""A div, a chunk or a pause."""


@each_deck
def test_no_message_is_structure(path: Path) -> None:
    assert structure_in_messages(path, "quarto", own=OWN) == []


@each_deck
def test_built_deck_gives_back_its_catalog(path: Path) -> None:
    deck = parsed(path, "quarto")
    catalog = translated(deck, "Mot {} encore".format)
    result = merged(deck, catalog, "quarto")
    refused = {one.segment.key for one in result.refused}
    published = {key: msgstr for key, msgstr in catalog.items() if key not in refused}
    assert read_back(deck, result.text, "quarto") == published
