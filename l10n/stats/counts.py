"""How far translations are: what state each message is in, counted in messages and in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum

from l10n.catalog import NOTHING, Count, Entry, means_copy
from l10n.errors import L10nError
from l10n.language import Glossary
from l10n.markdown import has_prose, prose


class State(StrEnum):
    """What a message is in one locale; each message has one state."""

    TRANSLATED = "translated"
    """It is published."""
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    COPIED = "copied"
    """Its translation is the source text, which has prose, and nobody said that this is meant."""
    REFUSED = "refused"
    """It is translated, but would break the deck; only a build can tell."""


_NO_TERMS = Glossary()


def state(entry: Entry, glossary: Glossary = _NO_TERMS) -> State:
    """The state of an entry that is not obsolete; what the glossary keeps or lists may be copied."""
    if not entry.msgstr:
        return State.UNTRANSLATED
    if entry.fuzzy:
        return State.FUZZY
    if entry.msgstr.split() != entry.msgid.split() or not has_prose(entry.msgid):
        return State.TRANSLATED
    meant = means_copy(entry) or not has_prose(glossary.without_kept(prose(entry.msgid)))
    return State.TRANSLATED if meant else State.COPIED


@dataclass(frozen=True, slots=True)
class Counts:
    """Messages and words by state; the fields are named as the states are."""

    translated: Count = NOTHING
    fuzzy: Count = NOTHING
    untranslated: Count = NOTHING
    copied: Count = NOTHING
    refused: Count = NOTHING

    def of(self, state: State) -> Count:
        """What is in that state."""
        found: Count = getattr(self, state.value)
        return found

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(self.of(State(one.name)) + other.of(State(one.name)) for one in fields(self)))

    @property
    def total(self) -> Count:
        """What is in any state."""
        return sum(map(self.of, State), NOTHING)


def counted(messages: Iterable[tuple[State, int]]) -> Counts:
    """From the state of each message and its words."""
    found = {one: [0, 0] for one in State}
    for state_of_it, words in messages:
        found[state_of_it][0] += 1
        found[state_of_it][1] += words
    return Counts(**{one.value: Count(*numbers) for one, numbers in found.items()})


def complete_percent(counts: Counts) -> int:
    """How much is translated, in percent of words, rounded down: 100 only if every message is."""
    done, total = counts.translated, counts.total
    if done.messages == total.messages:
        return 100
    return min(99, 100 * done.words // total.words) if total.words else 0


@dataclass(frozen=True, slots=True)
class Message:
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


@dataclass(frozen=True, slots=True)
class Translation:
    """A deck in one locale."""

    locale: str
    catalog: str
    """The catalog, relative to the project; empty if there is none."""
    messages: tuple[Message, ...]

    @property
    def counts(self) -> Counts:
        """Of the whole deck."""
        return counted((one.state, one.words) for one in self.messages)

    def by_slide(self) -> dict[int, Counts]:
        """Of each slide that has messages, by its number."""
        slides: dict[int, list[tuple[State, int]]] = {}
        for one in self.messages:
            slides.setdefault(one.slide, []).append((one.state, one.words))
        return {number: counted(slides[number]) for number in sorted(slides)}


@dataclass(frozen=True, slots=True)
class DeckStats:
    """A deck in all locales that were asked for."""

    deck: str
    """Its path below ``source``."""
    slides: tuple[str, ...]
    """Titles; the first slide is number 1, and a step belongs to its slide."""
    translations: tuple[Translation, ...]
    not_extracted: int = 0
    """Words that the deck shows and that are in no message."""


@dataclass(frozen=True, slots=True)
class Survey:
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


@dataclass(frozen=True, slots=True)
class Row:
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
