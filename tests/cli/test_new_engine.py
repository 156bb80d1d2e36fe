"""A new engine is one folder: with nothing but the seam, one that is made up goes through everything."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws.texts import beside, lines_of, translations
from support import deck_of, merged, msgids, structure, translated

from cli.conftest import Workspace
from cli.talk import ENGINE
from l10n.dialects import ENGINES, table

DECK = """[title]: Meet Bob
[theme]: dark

# Hello {{name}}

- One

+++
- Two

@notes
Say hello.

===
# Next

Text
@notes
Bye.
"""
MARKS = ("===", "+++", "@notes", "[theme]: dark", "[title]: x", "{{name}}")
LINES = (
    *MARKS,
    "",
    "# A {{name}}",
    "Text",
    "- one",
    "  two",
    "> three",
    "```",
    "[title]: Meet Bob",
    "===x",
    "| a |",
)
DECKS = lines_of(LINES)


@pytest.fixture(autouse=True, scope="module")
def talk() -> Iterator[None]:
    """Its line in the table of dialects, and its row in that of engines."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(table.PLACES, "talk", "cli.talk:TALK")
        patch.setitem(ENGINES, "talk", ENGINE)
        yield


@pytest.fixture
def work(empty: Workspace) -> Workspace:
    empty.deck("one.md", DECK)
    assert "source/one.md read as talk: `@notes`" in empty.ok("init", "fr").out
    empty.ok("sync")
    return empty


def test_its_slides_steps_notes_and_header_are_read(work: Workspace) -> None:
    shown = work.ok("inspect", "source/one.md").out.splitlines()
    assert shown[0] == "2 slides, 1 step, 8 messages"
    assert "    1    paragraph: Meet Bob" in shown
    assert "   12    paragraph, notes: Say hello." in shown
    assert "   15  slide “Next”" in shown
    assert work.read("build/fr/one.md") == DECK


def test_pseudo_translation_is_of_every_message_and_of_nothing_else(work: Workspace) -> None:
    work.ok("build", "--pseudo")
    made = work.read("build/qps-ploc/one.md")
    assert structure(deck_of(made, "talk")) == structure(deck_of(DECK, "talk"))
    assert not set(msgids(made, "talk")) & set(msgids(DECK, "talk"))
    assert [line for line in made.split("\n") if line in MARKS] == [
        "[theme]: dark",
        "+++",
        "@notes",
        "===",
        "@notes",
    ]
    assert "{{name}}" in made


def test_what_would_break_it_is_refused_and_checks_say_so(work: Workspace) -> None:
    work.translate("Text", "a\\n===\\nb")
    work.translate("Hello {{name}}", "Bonjour")
    outcome = work.run("check")
    assert outcome.code == 1
    assert "its line 2 begins with '===', but it is one block [structural-line]" in outcome.out
    assert "{{name}}" in outcome.out
    assert work.run("build").err.count("not published") == 2
    assert work.read("build/fr/one.md") == DECK


def test_it_is_shown_side_by_side(work: Workspace) -> None:
    work.translate("Say hello.", "Dites bonjour.")
    work.ok("serve", "--export", "out")
    assert "Dites bonjour." in work.read("out/shown/plain/built/one.md.html")
    assert "Hello {{name}}" in work.read("out/shown/plain/source/one.md.html")


@given(text=DECKS)
def test_an_empty_and_an_identity_catalog_give_the_deck_back(text: str) -> None:
    deck = deck_of(text, "talk")
    assert merged(deck, {}, "talk").text == text
    assert merged(deck, translated(deck, lambda msgid: msgid), "talk").text == text


@given(data=st.data(), text=DECKS)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_translation_leaves_the_structure(data: st.DataObject, text: str) -> None:
    deck = deck_of(text, "talk")
    catalog = {
        one.key: data.draw(st.one_of(beside(one.msgid, MARKS), translations(one.msgid)))
        for one in deck.segments
    }
    built = merged(deck, catalog, "talk").text
    assert structure(deck_of(built, "talk")) == structure(deck)


def test_each_engine_is_in_the_contract_that_none_knows_another() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    contracts = {one["name"]: one for one in tomllib.loads(text)["tool"]["importlinter"]["contracts"]}
    held = set(contracts["Dialects do not know each other"]["modules"])
    assert held == {place.partition(":")[0] for name, place in table.PLACES.items() if name != "talk"}
