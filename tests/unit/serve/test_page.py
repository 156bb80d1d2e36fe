"""The page speaks the languages that it says it does."""

import re
from importlib.resources import files

import pytest

from l10n.catalog import load
from l10n.serve.page import WORDS, as_html, language, words

STATIC = files("l10n.serve").joinpath("static")
TEXTS = {one.name: one.read_text(encoding="utf-8") for one in STATIC.iterdir()}


def test_all_of_it_is_translated_and_nothing_else() -> None:
    data = files("l10n.serve").joinpath("words", "fr.po").read_bytes()
    french = {entry.msgid: entry for entry in load(data, "fr.po").entries}
    assert french.keys() == set(WORDS.values())
    assert all(entry.translated for entry in french.values())
    assert words("fr")["undo"] == "Annuler"


def test_every_word_that_scripts_and_page_use_is_in_the_table() -> None:
    used = {name for text in TEXTS.values() for name in re.findall(r"\bwords\.(\w+)", text)}
    assert used <= WORDS.keys()


@pytest.mark.parametrize(
    ("accepted", "spoken"),
    [("fr-CA,fr;q=0.9,en;q=0.8", "fr"), ("de, fr;q=0.5", "fr"), ("de", "en"), ("", "en"), ("en, fr", "en")],
)
def test_the_page_speaks_the_first_language_that_it_knows(accepted: str, spoken: str) -> None:
    assert language(accepted) == spoken


def test_what_is_said_is_escaped() -> None:
    page = as_html("en", token='"><script>', decks="", project="", locale="<b>")
    assert "<script>" not in page
    assert "<b>" not in page


def test_scripts_write_no_html() -> None:
    for name, text in TEXTS.items():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", text), name
