"""reveal.js sees the same slides in a deck and in what is built from it, whatever stands in the catalog."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws.reveal_texts import deck_lines, decks, hostile
from laws.texts import translations
from support import FRENCH, translated

from engines.engine import NODE
from l10n.build.splice import Built, build
from l10n.deck.parser import parse, skim
from l10n.dialects import DIALECTS

pytestmark = pytest.mark.engine
HERE = Path(__file__).parent
PACKAGES = HERE / "packages" / "reveal" / "package.json"
"""Where ``make engines`` puts reveal.js."""
PLUGINS = {
    "6": "node_modules/reveal.js/dist/plugin/markdown.js",
    "5.1.0": "node_modules/reveal-of-reveal-md/plugin/markdown/markdown.js",
}
"""By version: that of today, and that of reveal-md, whose marked is another."""
REVEAL = DIALECTS["reveal"]
many = settings(max_examples=int(os.environ.get("ENGINE_DECKS", "300")))
Engine = Callable[[str], Any]


@contextmanager
def running(version: str) -> Iterator[Engine]:
    """The plug-in of that version, in a process that answers deck after deck."""
    command = [str(NODE), str(HERE / "reveal.js"), str(PACKAGES), PLUGINS[version]]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == "ready"

        def ask(text: str) -> Any:
            seen = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
            process.stdin.write(json.dumps(seen) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()


@pytest.fixture(scope="module", params=PLUGINS)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if NODE is None:
        pytest.skip("there is no node")
    if not PACKAGES.exists():
        pytest.skip("there is no reveal.js; see CONTRIBUTING.md")
    with running(request.param) as ask:
        yield ask


def published(text: str, translate: Callable[[str], str]) -> Built:
    deck = parse(text, REVEAL)
    return build(deck, translated(deck, translate), lambda text: skim(text, REVEAL), FRENCH)


def test_slides_and_notes_are_those_of_the_engine(engine: Engine) -> None:
    @many
    @given(decks())
    def same(text: str) -> None:
        found = [(slide.marks.below, slide.marks.notes == 1) for slide in parse(text, REVEAL).slides]
        assert found == [(one["below"], one["notes"]) for one in engine(text)["slides"]]

    same()


def test_slides_of_any_text_are_those_of_the_engine(engine: Engine) -> None:
    """Notes can stand in code or in a comment that nothing ends; then they are not shown as notes."""

    @many
    @given(deck_lines())
    def same(text: str) -> None:
        slides = [slide.marks for slide in parse(text, REVEAL).slides]
        shown = engine(text)["slides"]
        assert [marks.below for marks in slides] == [one["below"] for one in shown]
        assert all(marks.notes == 1 for marks, one in zip(slides, shown, strict=True) if one["notes"])

    same()


def test_good_translations_leave_the_slides(engine: Engine) -> None:
    @many
    @given(decks())
    def stay(text: str) -> None:
        result = published(text, "Mot {} encore".format)
        assert [(one.reason, one.segment.msgid) for one in result.refused] == []
        assert engine(result.text)["slides"] == engine(text)["slides"], result.text

    stay()


@pytest.mark.parametrize("texts", [decks, deck_lines])
def test_no_translation_changes_the_slides(
    engine: Engine, texts: Callable[[], st.SearchStrategy[str]]
) -> None:
    @many
    @given(st.data(), texts())
    def stay(data: st.DataObject, text: str) -> None:
        result = published(text, lambda msgid: data.draw(st.one_of(hostile(msgid), translations(msgid))))
        assert engine(result.text)["slides"] == engine(text)["slides"], result.text

    stay()
