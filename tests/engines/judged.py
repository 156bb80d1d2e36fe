"""An engine judges a deck and what is built from it: it must see the same in both."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws.texts import translations
from support import deck_of, merged, translated

from engines.node import HERE, in_page, missing, started
from l10n.build.splice import Built

many = settings(max_examples=int(os.environ.get("ENGINE_DECKS", "75")))
Texts = Callable[[], st.SearchStrategy[str]]
Look = Callable[[str], Any]
"""What an engine sees in a deck, without what a translation may change."""


@contextmanager
def judge(program: str, package: str, name: str, *arguments: str) -> Iterator[Look]:
    """The engine of that name, which ``make engines`` puts into a package; skips the test if it did not."""
    packages = HERE / "packages" / package / "package.json"
    if reason := missing(packages, name):
        pytest.skip(reason)
    with started(program, packages, *arguments) as one:
        assert one.greeting == "ready"
        yield lambda text: one.asked(in_page(text))


class Decks(Protocol):
    """The texts that an engine is asked about, a module of ``laws``."""

    decks: Texts
    """As people write them."""
    hostile: Callable[[str], st.SearchStrategy[str]]
    """Translations of a message."""


@dataclass(frozen=True)
class Judged:
    """A dialect, and the decks that its engine is asked about."""

    dialect: str
    texts: Decks

    def published(self, text: str, translate: Callable[[str], str]) -> Built:
        """What is built from a deck whose messages are translated so."""
        deck = deck_of(text, self.dialect)
        return merged(deck, translated(deck, translate), self.dialect)

    def good_translations_are_published_and_stay(self, look: Look) -> None:
        """None is refused, and the engine sees what it sees in the source."""

        @many
        @given(self.texts.decks())
        def stay(text: str) -> None:
            result = self.published(text, "Mot {} encore".format)
            assert [(one.reason, one.segment.msgid) for one in result.refused] == []
            assert look(result.text) == look(text), result.text

        stay()

    def no_translation_changes(self, look: Look, texts: Texts) -> None:
        """Whatever stands in the catalog, the engine sees what it sees in the source."""

        @many
        @given(st.data(), texts())
        def stay(data: st.DataObject, text: str) -> None:
            result = self.published(text, lambda msgid: data.draw(self._any_translation(msgid)))
            assert look(result.text) == look(text), result.text

        stay()

    def _any_translation(self, msgid: str) -> st.SearchStrategy[str]:
        return st.one_of(self.texts.hostile(msgid), translations(msgid))
