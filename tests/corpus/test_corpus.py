"""The real decks: nothing changes that is not translated, and every good translation is published."""

import re
from pathlib import Path

import pytest
from support import translated

from corpus.real import (
    CORPUS,
    OTHERS,
    comes_back,
    is_published_whole,
    needs,
    parsed,
    pseudo,
    structure_in_messages,
)
from l10n.dialects.detect import certain, marks_in

SLIDES = CORPUS / "container.training" / "slides"
DECKS = sorted(CORPUS.rglob("*.md")) if CORPUS.is_dir() else []
DECKS = [path for path in DECKS if path.name != "README.md"]

pytestmark = needs(DECKS)


def named(path: Path) -> str:
    return path.relative_to(CORPUS).as_posix()


REMARK = [path for path in DECKS if OTHERS not in path.parents or OTHERS / "remark" in path.parents]
"""Decks of other engines come back byte for byte, too; but what is structure in them, remark does not say."""

each_deck = pytest.mark.parametrize("path", DECKS, ids=named)


each_remark_deck = pytest.mark.parametrize("path", REMARK, ids=named)


def test_all_decks_are_there() -> None:
    assert len(REMARK) >= 107


@each_deck
def test_empty_catalog_gives_the_deck_byte_for_byte(path: Path) -> None:
    comes_back(path, "remark", {})


@each_deck
def test_identity_catalog_gives_the_deck_byte_for_byte(path: Path) -> None:
    comes_back(path, "remark", translated(parsed(path, "remark"), str))


@each_remark_deck
def test_pseudo_translation_is_published_whole(path: Path) -> None:
    is_published_whole(path, "remark", pseudo)


@each_remark_deck
def test_no_message_is_structure(path: Path) -> None:
    assert structure_in_messages(path, "remark") == []


@each_deck
def test_every_message_has_a_letter(path: Path) -> None:
    without = [
        one.msgid for one in parsed(path, "remark").segments if not any(char.isalpha() for char in one.msgid)
    ]
    assert without == []


FENCE = re.compile(r" *(`{3,}|~{3,}) *\S* *$")


def separators(text: str) -> dict[str, int]:
    """Lines that are separators, fences left out: a plain count that knows nothing of this package."""
    counts = {"---": 0, "--": 0, "???": 0}
    fence = ""
    for line in text.split("\n"):
        if fence:
            fence = "" if line.rstrip().endswith(fence) else fence
        elif opening := FENCE.match(line):
            fence = opening[1][:3]
        elif line in counts:
            counts[line] += 1
    return counts


@pytest.mark.parametrize("path", [path for path in DECKS if SLIDES in path.parents], ids=named)
def test_slides_steps_and_notes_are_those_that_a_plain_count_finds(path: Path) -> None:
    deck = parsed(path, "remark")
    counts = separators(deck.text)
    found = {
        "---": sum(not slide.continued for slide in deck.slides) - 1,
        "--": sum(slide.continued for slide in deck.slides),
        "???": sum(slide.marks.notes for slide in deck.slides),
    }
    assert found == counts


def test_counts_over_all_decks_hold() -> None:
    decks = [parsed(path, "remark") for path in DECKS if SLIDES in path.parents]
    slides = [slide for deck in decks for slide in deck.slides]
    plain = [separators(deck.text) for deck in decks]
    assert len(slides) - len(decks) == sum(one["---"] + one["--"] for one in plain)
    assert sum(slide.continued for slide in slides) == sum(one["--"] for one in plain)
    keys = {key for slide in slides for key, _ in slide.marks.properties}
    assert keys <= {"class", "name", "FIXME", "TODO", "https"}


KNOWN = {"marp": 5, "quarto": 12, "remark": 17, "remark-html": 5, "reveal": 4, "slidev": 8, "xaringan": 20}
"""How many decks of each engine have a certain mark; of the others even people must look beside them."""


@pytest.mark.parametrize("engine", KNOWN)
def test_engine_is_known_by_certain_marks_and_never_wrongly(engine: str) -> None:
    paths = [path for path in (OTHERS / engine).rglob("*") if path.suffix in (".md", ".Rmd", ".qmd", ".html")]
    told = [marks for path in paths if (marks := marks_in(path.read_bytes().decode()))]
    assert {mark.engine.name for marks in told if (mark := certain(marks))} == {engine}
    assert all(certain(marks) for marks in told)
    assert len(told) >= KNOWN[engine]


@each_remark_deck
def test_remark_deck_is_never_taken_for_another(path: Path) -> None:
    marks = marks_in(path.read_bytes().decode())
    assert {mark.engine.name for mark in marks} <= {"remark"}
