"""Real decks of Marp, reveal.js and Slidev: their engines see the same, and messages have what they show."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from corpus import real
from corpus.real import OTHERS, needs, pseudo
from hypothesis import strategies as st
from laws import marp_texts, reveal_texts, slidev_texts
from support import deck_of

from engines.judged import Judged, Look, judge

ENGINES = {
    "marp": (marp_texts, ("marp.js", "marp", "Marp Core")),
    "reveal": (
        reveal_texts,
        ("reveal.js", "reveal", "reveal.js", "node_modules/reveal.js/dist/plugin/markdown.js"),
    ),
    "slidev": (slidev_texts, ("slidev.mjs", "slidev", "Slidev")),
}
DECKS = {dialect: sorted((OTHERS / dialect).rglob("*.md")) for dialect in ENGINES}
PARTED_BY_LINES = "---\nseparator: ^\\n\\n\\n\nverticalSeparator: ^\\n\\n\n---\n"
SAID_IN_PAGES = {"RemiEven+go-tf-provider-lab": PARTED_BY_LINES}
"""By project: what its pages say of its decks, as these would say it themselves."""
pytestmark = [pytest.mark.engine, *needs(list(chain(*DECKS.values())))]


class Engine(NamedTuple):
    """An engine, and the real decks of it."""

    judged: Judged
    look: Look

    @property
    def decks(self) -> list[Path]:
        return DECKS[self.judged.dialect]

    def slides(self, text: str) -> dict[str, Any]:
        """What the engine makes of a deck, but for its words."""
        return {what: seen for what, seen in self.look(text).items() if what != "words"}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    texts, program = ENGINES[request.param]
    with judge(*program) as look:
        yield Engine(Judged(request.param, texts), look)


def read(path: Path) -> str:
    """The deck in that file."""
    return SAID_IN_PAGES.get(path.relative_to(OTHERS).parts[1], "") + path.read_bytes().decode()


def test_an_identity_catalog_gives_them_byte_for_byte(engine: Engine) -> None:
    for path in engine.decks:
        assert engine.judged.published(read(path), str).text == read(path), path


KEPT = re.compile(
    rf"\[click(?::\d)?\]|:[a-z]+:|\$[^$]+\$|[\w@-]+(?:[.@][\w-]+)+(?:/\w+)?|{real.KEPT.pattern}"
)
"""Markup and addresses that a translator keeps."""


@pytest.mark.parametrize("translate", ["Mot {} encore".format, partial(pseudo, kept=KEPT)])
def test_good_translations_are_published_and_leave_the_slides(
    engine: Engine, translate: Callable[[str], str]
) -> None:
    for path in engine.decks:
        result = engine.judged.published(read(path), translate)
        assert [(one.reason, one.segment.msgid) for one in result.refused] == [], path
        assert engine.slides(result.text) == engine.slides(read(path)), path


def test_no_translation_changes_some_slides_of_them(engine: Engine) -> None:
    parts = [part for path in engine.decks for part in some_slides(path, engine.judged.dialect)]
    engine.judged.no_translation_changes(engine.slides, lambda: st.sampled_from(parts))


def some_slides(path: Path, dialect: str) -> Iterator[str]:
    """Each two slides of a deck that follow each other."""
    deck = deck_of(read(path), dialect)
    starts = [slide.span.start for slide in deck.slides]
    for start, end in zip(starts, [*starts[2:], len(deck.text)], strict=False):
        yield deck.text[start:end]


ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\w[\w/-]*\.\w[\w./#?=-]*")
NOBODY_TRANSLATES = 0.01
"""Of words: names in one line with code."""


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", ADDRESS.sub(" ", html.unescape(text))))


def test_what_the_engine_shows_and_speaks_is_in_messages(engine: Engine) -> None:
    shown, missing = Counter[str](), Counter[str]()
    for path in engine.decks:
        here = words(said(engine.look(read(path))["words"]))
        messages = words(said([one.msgid for one in deck_of(read(path), engine.judged.dialect).segments]))
        shown += here
        missing += here - messages
    assert shown.total() > 1_000
    assert missing.total() <= NOBODY_TRANSLATES * shown.total(), missing


def said(words: list[Any]) -> str:
    return "\n".join(one if isinstance(one, str) else said(one) for one in words)
