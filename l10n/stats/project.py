"""Counting a project: each deck read once, and held against its catalog in each locale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from itertools import chain
from typing import NamedTuple

from l10n.catalog import Catalog, Key, State
from l10n.deck import Deck
from l10n.errors import DeckError, L10nError, Place, distinct
from l10n.language import Glossary
from l10n.markdown import words
from l10n.project import DeckCounts, Glossaries, KnownCounts, Project, SourceDeck, refuse_former
from l10n.stats.counts import DeckStats, Message, Survey, Translation
from l10n.system import Progress, shared_out


def survey(
    project: Project, names: tuple[str, ...] = (), progress: Progress = iter, *, by_message: bool = True
) -> Survey:
    """Count the named locales, or all; ``LocaleError`` for one that the project has not.

    Copies count by the locale's glossary, ``ConfigError`` if it cannot be read. Nothing is written. Where
    nothing is wanted ``by_message``, a deck that is as the last sync left it has the counts which that made.
    """
    chosen = project.chosen(names)
    decks = project.some_decks()
    refuse_former(project, chosen)
    known = {} if by_message else _known(project, chosen, decks)
    with closing(
        shared_out(_Counting(project, chosen), [one for one in decks if one not in known])
    ) as others:
        found = [known.get(deck) or next(others) for deck in progress(decks)]
    problems = distinct(chain.from_iterable(one.problems for one in found))
    counted = tuple(one.deck for one in found if one.deck)
    return Survey(project.config.source_locale, chosen, counted, tuple(problems))


def _known(project: Project, locales: Sequence[str], decks: Sequence[str]) -> dict[str, _Result]:
    """Of each deck that is as the last sync left it: what that counted."""
    known = KnownCounts(project).of(decks)
    return {deck: _Result(_as_counted(project, deck, locales, counts), ()) for deck, counts in known.items()}


def _as_counted(project: Project, deck: str, locales: Sequence[str], counts: DeckCounts) -> DeckStats:
    files = {locale: project.catalog_file(deck, locale).shown for locale in locales}
    translations = (Translation(one, shown, (), counts.locales[one]) for one, shown in files.items())
    return DeckStats(deck, (), tuple(translations), counts.not_extracted)


class _Result(NamedTuple):
    """A deck, counted; None if it could not be read."""

    deck: DeckStats | None
    problems: Sequence[L10nError]


class _Counting:
    """Counts decks, in whichever process; a ``Task``."""

    def __init__(self, project: Project, locales: Sequence[str]) -> None:
        self.project = project
        self.locales = locales
        self.glossaries = Glossaries(project)

    def __call__(self, path: str) -> _Result:
        """Count a deck in all locales."""
        self.project.files.forget()
        try:
            source = SourceDeck(self.project, path)
        except L10nError as error:
            return _Result(None, [error])
        problems: list[L10nError] = []
        return _Result(_Counted(source, self.glossaries, problems).in_all(self.locales), problems)

    def lost(self, path: str, why: str) -> _Result:
        """Instead of its counts, where the process that counted has ended."""
        message = f"the process that counted it was ended by {why}; run the command again"
        return _Result(None, [DeckError(message, Place(self.project.deck_file(path).shown))])

    def helping(self, number: int) -> AbstractContextManager[None]:  # noqa: ARG002
        """Around all that another process does: it writes nothing."""
        return nullcontext()


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
            catalog = self.source.catalog(locale)
            glossary = self.glossaries.of(locale)
            messages = tuple(self._counted(catalog or Catalog(), locale, glossary))
        except L10nError as error:
            self.problems.append(error)
            return Translation(locale, shown, tuple(self.messages.values()))
        return Translation(locale, shown if catalog else "", messages)

    def _counted(self, catalog: Catalog, locale: str, glossary: Glossary) -> Iterable[Message]:
        built = self.source.built(catalog, locale)
        lines = catalog.lines_by_key()
        for entry, found in self.source.states(catalog, glossary, built.reasons, built.borrowed):
            key = entry.key
            reason, loan = built.reasons.get(key, ""), built.borrowed.get(key)
            lender = loan.lender if loan else ""
            yield self.messages[key]._replace(
                state=found, line=lines.get(key, 0), reason=reason, lender=lender
            )


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
