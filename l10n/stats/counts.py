"""How far translations are: what state each message is in, counted in messages and in words."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from l10n.catalog import Counts, State, counted
from l10n.errors import L10nError


class Message(NamedTuple):
    """A message of a deck in one locale."""

    msgid: str
    slide: int
    """The number of its slide, as in ``DeckStats.slides``."""
    words: int
    state: State
    line: int = 0
    """Of its ``msgid`` in the catalog, 1-based; 0 if it is not in it."""
    reason: str = ""
    """Why it was refused."""
    lender: str = ""
    """The locale whose translation is published instead."""


class Translation(NamedTuple):
    """A deck in one locale."""

    locale: str
    catalog: str
    """The catalog, relative to the project; empty if there is none."""
    messages: tuple[Message, ...]
    known: Counts | None = None
    """The counts of the whole deck, where its messages were not asked for."""

    @property
    def counts(self) -> Counts:
        """Of the whole deck."""
        return self.known or counted((one.state, one.words) for one in self.messages)

    def by_slide(self) -> dict[int, Counts]:
        """Of each slide that has messages, by its number."""
        slides: dict[int, list[tuple[State, int]]] = {}
        for one in self.messages:
            slides.setdefault(one.slide, []).append((one.state, one.words))
        return {number: counted(slides[number]) for number in sorted(slides)}


class DeckStats(NamedTuple):
    """A deck in all locales that were asked for."""

    deck: str
    """Its path below ``source``."""
    slides: tuple[str, ...]
    """Titles; the first slide is number 1, and a step belongs to its slide. None where no messages are."""
    translations: tuple[Translation, ...]
    not_extracted: int = 0
    """Words that the deck shows and that are in no message."""


class Survey(NamedTuple):
    """All decks in all locales that were asked for."""

    source_locale: str
    locales: tuple[str, ...]
    decks: tuple[DeckStats, ...]
    problems: tuple[L10nError, ...]
    """What could not be read: a deck is left out, and a catalog counts as empty."""


class By(StrEnum):
    """What gets a row of its own."""

    LOCALE = "locale"
    DECK = "deck"
    SLIDE = "slide"


class Row(NamedTuple):
    """Counts of a locale, of a deck in it, or of a slide of that."""

    locale: str
    counts: Counts
    deck: str = ""
    slide: int = 0
    """Its number; 0 where the whole deck is meant."""
    title: str = ""
    not_extracted: int = 0
    """Words that its decks show and that are in no message; those of a slide are told with its deck."""


def rows(survey: Survey, by: By) -> list[Row]:
    """Locale by locale, in the order of the decks; slides without messages are left out."""
    if by is By.LOCALE:
        words = sum(deck.not_extracted for deck in survey.decks)
        return [Row(locale, total(survey, locale), not_extracted=words) for locale in survey.locales]
    return [
        row
        for index in range(len(survey.locales))
        for deck in survey.decks
        for row in _deck_rows(deck, deck.translations[index], by)
    ]


def _deck_rows(deck: DeckStats, translation: Translation, by: By) -> list[Row]:
    if by is By.DECK:
        return [Row(translation.locale, translation.counts, deck.deck, not_extracted=deck.not_extracted)]
    return [
        Row(translation.locale, counts, deck.deck, number, deck.slides[number - 1])
        for number, counts in translation.by_slide().items()
    ]


def total(survey: Survey, locale: str) -> Counts:
    """Of all decks in a locale."""
    counts = Counts()
    for deck in survey.decks:
        for translation in deck.translations:
            if translation.locale == locale:
                counts += translation.counts
    return counts
