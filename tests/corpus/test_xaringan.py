"""Real decks in R Markdown: what is not translated stays, and every good translation is published."""

import re
from pathlib import Path

import pytest
from support import FRENCH, deck_of, merged, slides_of, structure, translated

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
from l10n.adopt.alignment.align import align
from l10n.adopt.alignment.judgement import State, judged
from l10n.deck.model import Slide

XARINGAN = OTHERS / "xaringan"
DECKS = sorted(XARINGAN.rglob("*.Rmd"))

pytestmark = needs(DECKS)
each_deck = pytest.mark.parametrize("path", DECKS, ids=lambda path: path.relative_to(XARINGAN).as_posix())

FORMULA = re.compile(r"(?<![\w;])\$(?! )[^$]+\$")


def pseudo_translation(msgid: str) -> str:
    """One that keeps formulas, too."""
    formulas = iter(FORMULA.findall(msgid))
    return re.sub("<0>", lambda _: next(formulas), pseudo(FORMULA.sub("<0>", msgid)))


@each_deck
def test_empty_and_identity_catalogs_give_the_deck_byte_for_byte(path: Path) -> None:
    for catalog in ({}, translated(parsed(path, "xaringan"), str)):
        comes_back(path, "xaringan", catalog)


@each_deck
def test_pseudo_translation_is_published_whole(path: Path) -> None:
    is_published_whole(path, "xaringan", pseudo_translation)


CHUNK = re.compile(r"^[ \t>]*```|^#\||^\$\$|^\\(?:begin|end)\{|^`r [^`]*`$", re.MULTILINE)
"""A chunk or a formula."""


@each_deck
def test_no_message_is_structure(path: Path) -> None:
    assert structure_in_messages(path, "xaringan", own=CHUNK) == []


@each_deck
def test_built_deck_gives_back_its_catalog(path: Path) -> None:
    deck = parsed(path, "xaringan")
    catalog = translated(deck, "Mot {} encore".format)
    assert read_back(deck, merged(deck, catalog, "xaringan").text, "xaringan") == catalog


def slides(text: str) -> tuple[Slide, ...]:
    return slides_of(text, "xaringan")


def test_translation_by_hand_builds_a_deck_with_the_structure_of_its_source() -> None:
    templates = XARINGAN / "yihui+xaringan" / "inst" / "rmarkdown" / "templates"
    source, target = (
        parsed(templates / name / "skeleton" / "skeleton.Rmd", "xaringan")
        for name in ("xaringan", "xaringan_zh-CN")
    )
    alignment = align(source, target, FRENCH)
    pairs = judged(alignment, FRENCH, slides, lambda _segment, _msgstr: "")
    catalog = {pair.key: pair.msgstr for pair in pairs if pair.state is State.TRANSLATED}
    result = merged(source, catalog, "xaringan")
    assert alignment.fit > 0.8
    assert len(catalog) > len(source.segments) / 2
    assert result.refused == ()
    assert structure(deck_of(result.text, "xaringan")) == structure(source)
