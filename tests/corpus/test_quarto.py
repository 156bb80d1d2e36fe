"""Real decks of Quarto: what is not translated stays, and every good translation is published."""

import re
from functools import cache
from pathlib import Path

import pytest
from support import FRENCH, deck_of, merged, slides_of, structure, translated

from corpus.test_corpus import ACCENTS, CORPUS, STRUCTURE
from l10n.adopt.alignment.align import align
from l10n.adopt.alignment.judgement import State, judged
from l10n.deck.model import Deck, Slide

QUARTO = CORPUS / "dialects" / "quarto"
DECKS = sorted(QUARTO.rglob("*.qmd")) if QUARTO.is_dir() else []

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not DECKS, reason="the real decks are not in ../shared/corpus"),
]
each_deck = pytest.mark.parametrize("path", DECKS, ids=lambda path: path.relative_to(QUARTO).as_posix())


@cache
def parsed(path: Path) -> Deck:
    return deck_of(path.read_bytes().decode(), "quarto")


KEPT = re.compile(
    r"(`+)(?!`).*?(?<!`)\1(?!`)|\]\((?:[^()\s]|\([^()]*\)|\{\{<[^<>]*>\}\})*\)|\{\{+<[^<>]*>\}+"
    r"|(?<=[\]`)])\{[^{}]*\}|<[^<>]*>|https?://(?:\{\{<[^<>]*>\}\}|[^\s{])+|&#?\w+;|@[\w-]+|\[\^\w+\]|\\\w+|\$[^$]+\$"
)
"""Markup that a translator keeps."""


def pseudo(msgid: str) -> str:
    """A translation with accents, a third longer, and all markup kept."""
    parts: list[str] = []
    at = 0
    for kept in KEPT.finditer(msgid):
        parts += msgid[at : kept.start()].translate(ACCENTS), kept.group()
        at = kept.end()
    return "".join([*parts, msgid[at:].translate(ACCENTS)]) + " èèèè" * (len(msgid) * 3 // 50 + 1)


@each_deck
def test_empty_and_identity_catalogs_give_the_deck_byte_for_byte(path: Path) -> None:
    deck = parsed(path)
    for catalog in ({}, translated(deck, lambda msgid: msgid)):
        result = merged(deck, catalog, "quarto")
        assert (result.text.encode(), result.refused) == (path.read_bytes(), ())


@each_deck
def test_pseudo_translation_is_published_whole(path: Path) -> None:
    deck = parsed(path)
    result = merged(deck, translated(deck, pseudo), "quarto")
    assert [(one.segment.msgid, one.reason) for one in result.refused] == []
    assert structure(deck_of(result.text, "quarto")) == structure(deck)


OWN = re.compile(
    r"^:::|^[ \t>]*```|^#\||^\$\$|^\\(?:begin|end)\{|^\. \. \.$|^\{\{<[^<>]*>\}\}$|^\+---", re.MULTILINE
)


@each_deck
def test_no_message_is_structure(path: Path) -> None:
    patterns = {**STRUCTURE, "a div, a chunk or a pause": OWN}
    found = [
        (what, segment.msgid)
        for segment in parsed(path).segments
        for what, pattern in patterns.items()
        if pattern.search(segment.msgid)
    ]
    assert found == []


def slides(text: str) -> tuple[Slide, ...]:
    return slides_of(text, "quarto")


@each_deck
def test_built_deck_gives_back_its_catalog(path: Path) -> None:
    deck = parsed(path)
    catalog = translated(deck, lambda msgid: f"Mot {msgid} encore")
    result = merged(deck, catalog, "quarto")
    refused = {one.segment.key for one in result.refused}
    target = deck_of(result.text, "quarto")
    pairs = judged(align(deck, target, FRENCH), FRENCH, slides, lambda _segment, _msgstr: "", built=True)
    found = {pair.key: pair.msgstr for pair in pairs if pair.state is State.TRANSLATED}
    assert found == {key: msgstr for key, msgstr in catalog.items() if key not in refused}
