"""Real readers see the same blocks in a page and in what is built from it, whatever stands in the catalog."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from laws.page_texts import hostile_lines, pages
from laws.texts import translations
from support import FRENCH, translated

from engines.readers import Reader, missing, running
from l10n.build.splice import Built, build
from l10n.deck.parser import parse, skim
from l10n.dialects import DIALECTS, FLAVOURS, Dialect, Settings

pytestmark = pytest.mark.engine
PAGES = int(os.environ.get("ENGINE_PAGES", "100"))
"""How many pages each reader is asked about; those that are a process each are asked about fewer."""


@pytest.fixture(scope="module", params=["vitepress", "mdx", "mkdocs", "pandoc"])
def reader(request: pytest.FixtureRequest) -> Iterator[tuple[str, Reader]]:
    if reason := missing(request.param):
        pytest.skip(reason)
    with running(request.param) as read:
        yield request.param, read


def dialect(name: str) -> Dialect:
    return DIALECTS["markdown"].with_settings(Settings(flavour=name if name in FLAVOURS else "commonmark"))


def published(text: str, name: str, translate: Callable[[str], str]) -> Built:
    of = dialect(name)
    deck = parse(text, of)
    return build(deck, translated(deck, translate), partial(skim, dialect=of), FRENCH)


def number(name: str) -> int:
    return max(PAGES // 4, 1) if name == "pandoc" else PAGES


def test_good_translations_leave_the_blocks(reader: tuple[str, Reader]) -> None:
    name, read = reader

    @settings(max_examples=number(name))
    @given(pages(name))
    def blocks_stay(text: str) -> None:
        had = read(text)
        assume(had is not None)
        result = published(text, name, "Mot {} encore".format)
        assert [(one.reason, one.segment.msgid) for one in result.refused] == []
        assert read(result.text) == had, result.text

    blocks_stay()


def test_no_translation_changes_the_blocks(reader: tuple[str, Reader]) -> None:
    name, read = reader

    @settings(max_examples=number(name))
    @given(st.data(), pages(name))
    def blocks_stay(data: st.DataObject, text: str) -> None:
        had = read(text)
        assume(had is not None)
        result = published(
            text, name, lambda msgid: data.draw(st.one_of(hostile_lines(msgid), translations(msgid)))
        )
        assert read(result.text) == had, result.text

    blocks_stay()
