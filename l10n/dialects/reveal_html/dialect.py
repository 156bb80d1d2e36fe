"""Decks of reveal.js in pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from l10n.dialects.base import Plain
from l10n.dialects.cut import Cut, Refuses, Slice, SlideMarks
from l10n.dialects.embedding import Embedding
from l10n.dialects.options import Option
from l10n.dialects.page_data import page_data
from l10n.dialects.reveal.dialect import REVEAL, cut_deck
from l10n.dialects.reveal.inline import RENDERER
from l10n.dialects.reveal.markdown import indent
from l10n.dialects.reveal.separators import NOTES, SEPARATOR, VERTICAL, Separators, named_by, without_file
from l10n.dialects.reveal_html.place import Section, decks_in, sections
from l10n.markdown import BlockReader, Decoding
from l10n.regex import regex

_RENDERER = RENDERER._replace(embedding=Embedding(decks_in, indent))
_OPTIONS = (without_file(SEPARATOR), without_file(VERTICAL, ""), without_file(NOTES))
"""Without a setting no slides stand below each other: only reveal-md has a separator for that."""
_ATTRIBUTES = ("data-separator", "data-separator-vertical", "data-separator-notes")


class _RevealHtml(Plain):
    name = "reveal-html"
    renderer = _RENDERER
    options: Sequence[Option] = _OPTIONS

    def cut(self, text: str) -> Cut:
        """Slides and documents of its parts, and the page; ``DeckError`` for a separator not to be used."""
        *decks, page = text.split("\0")
        found = _Parts()
        for deck, section in zip(decks, chain(sections(page), repeat(None)), strict=False):
            found.add(deck, section, self._separators(section.said if section else {}))
        data = page_data(page, found.at, self.settings.front_matter)
        return Cut(found.slides, tuple(found.slices), data=data)

    def _separators(self, said: Mapping[str, str]) -> Separators:
        pairs = zip(self.options, _ATTRIBUTES, strict=True)
        return Separators(*(named_by(name, said) or str(self.settings.of(option)) for option, name in pairs))

    @property
    def readers(self) -> Sequence[BlockReader]:
        """Those of decks by themselves."""
        return REVEAL.readers

    def has_own_lines(self, source: str) -> bool:
        """As in decks by themselves."""
        return REVEAL.has_own_lines(source)


class _Parts:
    """What is gathered of the parts of a view, while one after the other is cut."""

    def __init__(self) -> None:
        self.at = 0
        self.slides: list[SlideMarks] = []
        self.slices: list[Slice] = []

    def add(self, deck: str, section: Section | None, by: Separators) -> None:
        cut = cut_deck(deck, by, dialect=REVEAL_HTML.name)
        self.slices += self._moved(cut.slices, section.place.decoding if section else None)
        for marks in cut.slides:
            marks.start, marks.end = marks.start + self.at, marks.end + self.at
        self.slides += cut.slides
        self.at += len(deck) + 1

    def _moved(self, slices: Sequence[Slice], decoding: Decoding | None) -> Iterator[Slice]:
        for one in slices:
            yield one._replace(
                start=self.at + one.start,
                end=self.at + one.end,
                slide=len(self.slides) + one.slide,
                refuses=one.refuses if decoding else InScript(one.refuses),
                decoding=decoding,
            )


_SCRIPT = regex(r"</?script\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InScript:
    """What a translation may not bring along into a ``<script>``: its text is read as it is written."""

    also: Refuses | None = None

    def __call__(self, msgid: str, text: str) -> str | None:
        """Why it cannot stand there; None if it can."""
        if len(_SCRIPT.findall(text)) > len(_SCRIPT.findall(msgid)):
            return "a tag of a script would end the script that it stands in"
        return self.also(msgid, text) if self.also else None


REVEAL_HTML = _RevealHtml()
