"""Counting a project: each deck read once, and held against its catalog in each locale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.catalog import Catalog, Entry, Key
from l10n.deck import Deck
from l10n.errors import L10nError, distinct
from l10n.language import Glossary
from l10n.markdown import words
from l10n.project import Glossaries, Project, SourceDeck
from l10n.stats.counts import DeckStats, Message, State, Survey, Translation, state
from l10n.system import Progress


def survey(project: Project, names: tuple[str, ...] = (), progress: Progress = iter) -> Survey:
    """Count the named locales, or all; ``LocaleError`` for one that the project has not.

    Copies count by the locale's glossary, ``ConfigError`` if it cannot be read. Nothing is written.
    """
    chosen = project.chosen(names)
    glossaries = Glossaries(project)
    problems: list[L10nError] = []
    decks: list[DeckStats] = []
    for path in progress(project.decks):
        project.files.forget()
        try:
            source = SourceDeck(project, path)
        except L10nError as error:
            problems.append(error)
            continue
        decks.append(_Counted(source, glossaries, problems).in_all(chosen))
    return Survey(project.config.source_locale, chosen, tuple(decks), tuple(distinct(problems)))


class _Counted:
    """One deck, counted."""

    def __init__(self, source: SourceDeck, glossaries: Glossaries, problems: list[L10nError]) -> None:
        self.source = source
        self.glossaries = glossaries
        self.problems = problems
        self.numbers = slide_numbers(source.deck)
        self.messages = _messages(source, self.numbers)

    def in_all(self, locales: Sequence[str]) -> DeckStats:
        slides = self.source.deck.slides
        titles = [slide.title for index, slide in enumerate(slides) if index == 0 or not slide.continued]
        translations = tuple(self._translation(locale) for locale in locales)
        return DeckStats(self.source.path, tuple(titles), translations, self.source.not_extracted)

    def _translation(self, locale: str) -> Translation:
        project = self.source.project
        file = project.catalog_file(self.source.path, locale)
        shown = file.shown
        try:
            catalog = project.catalog(file)
            if catalog is None:
                return Translation(locale, "", tuple(self.messages.values()))
            glossary = self.glossaries.of(locale)
        except L10nError as error:
            self.problems.append(error)
            return Translation(locale, shown, tuple(self.messages.values()))
        return Translation(locale, shown, tuple(self._counted(catalog, locale, glossary)))

    def _counted(self, catalog: Catalog, locale: str, glossary: Glossary) -> Iterable[Message]:
        refused = self.source.built(catalog, locale).reasons
        lines = catalog.lines_by_key()
        for key, message in self.messages.items():
            entry = catalog.by_key.get(key) or Entry(message.msgid)
            reason = refused.get(key, "")
            found = State.REFUSED if reason else state(entry, glossary)
            yield replace(message, state=found, line=lines.get(key, 0), reason=reason)


def slide_numbers(deck: Deck) -> list[int]:
    """For each slide and step of the deck, the number of its slide, from 1."""
    numbers: list[int] = []
    for slide in deck.slides:
        numbers.append(numbers[-1] + (not slide.continued) if numbers else 1)
    return numbers


def _messages(source: SourceDeck, numbers: Sequence[int]) -> dict[Key, Message]:
    """Each message where it first stands, not translated yet."""
    found: dict[Key, Message] = {}
    for segment in source.deck.segments:
        if segment.key not in found:
            count = words(segment.msgid)
            found[segment.key] = Message(segment.msgid, numbers[segment.slide], count, State.UNTRANSLATED)
    return found
