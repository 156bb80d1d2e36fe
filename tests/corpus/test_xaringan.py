"""Real decks in R Markdown: what is not translated stays, and every good translation is published."""

import re
from functools import cache
from pathlib import Path

import pytest
from support import FRENCH, deck_of, merged, slides_of, structure, translated

from corpus.test_corpus import CORPUS, STRUCTURE, pseudo
from l10n.adopt.alignment.align import align
from l10n.adopt.alignment.judgement import State, judged
from l10n.deck.model import Deck, Slide

XARINGAN = CORPUS / "dialects" / "xaringan"
DECKS = sorted(XARINGAN.rglob("*.Rmd")) if XARINGAN.is_dir() else []

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not DECKS, reason="the real decks are not in ../shared/corpus"),
]
each_deck = pytest.mark.parametrize("path", DECKS, ids=lambda path: path.relative_to(XARINGAN).as_posix())


@cache
def parsed(path: Path) -> Deck:
    return deck_of(path.read_bytes().decode(), "xaringan")


FORMULA = re.compile(r"(?<![\w;])\$(?! )[^$]+\$")


def pseudo_translation(msgid: str) -> str:
    """One that keeps formulas, too."""
    formulas = iter(FORMULA.findall(msgid))
    return re.sub("<0>", lambda _: next(formulas), pseudo(FORMULA.sub("<0>", msgid)))


@each_deck
def test_empty_and_identity_catalogs_give_the_deck_byte_for_byte(path: Path) -> None:
    deck = parsed(path)
    for catalog in ({}, translated(deck, lambda msgid: msgid)):
        result = merged(deck, catalog, "xaringan")
        assert (result.text.encode(), result.refused) == (path.read_bytes(), ())


@each_deck
def test_pseudo_translation_is_published_whole(path: Path) -> None:
    deck = parsed(path)
    result = merged(deck, translated(deck, pseudo_translation), "xaringan")
    assert [(one.segment.msgid, one.reason) for one in result.refused] == []
    assert result.published == len(deck.segments)
    assert structure(deck_of(result.text, "xaringan")) == structure(deck)


CHUNK = re.compile(r"^[ \t>]*```|^#\||^\$\$|^\\(?:begin|end)\{|^`r [^`]*`$", re.MULTILINE)


@each_deck
def test_no_message_is_structure(path: Path) -> None:
    patterns = {**STRUCTURE, "a chunk or a formula": CHUNK}
    found = [
        (what, segment.msgid)
        for segment in parsed(path).segments
        for what, pattern in patterns.items()
        if pattern.search(segment.msgid)
    ]
    assert found == []


def slides(text: str) -> tuple[Slide, ...]:
    return slides_of(text, "xaringan")


@each_deck
def test_built_deck_gives_back_its_catalog(path: Path) -> None:
    deck = parsed(path)
    catalog = translated(deck, lambda msgid: f"Mot {msgid} encore")
    target = deck_of(merged(deck, catalog, "xaringan").text, "xaringan")
    pairs = judged(align(deck, target, FRENCH), FRENCH, slides, lambda _segment, _msgstr: "", built=True)
    assert {pair.key: pair.msgstr for pair in pairs if pair.state is State.TRANSLATED} == catalog


def test_translation_by_hand_builds_a_deck_with_the_structure_of_its_source() -> None:
    templates = XARINGAN / "yihui+xaringan" / "inst" / "rmarkdown" / "templates"
    source, target = (
        parsed(templates / name / "skeleton" / "skeleton.Rmd") for name in ("xaringan", "xaringan_zh-CN")
    )
    alignment = align(source, target, FRENCH)
    pairs = judged(alignment, FRENCH, slides, lambda _segment, _msgstr: "")
    catalog = {pair.key: pair.msgstr for pair in pairs if pair.state is State.TRANSLATED}
    result = merged(source, catalog, "xaringan")
    assert alignment.fit > 0.8
    assert len(catalog) > len(source.segments) / 2
    assert result.refused == ()
    assert structure(deck_of(result.text, "xaringan")) == structure(source)
