"""Source decks, read from their files and parsed once for all that is done with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from l10n.build import Built, build
from l10n.catalog import Catalog, Entry, Key, State, new_catalog, state
from l10n.deck import Deck, Slides, decoded, parse, parse_named, skim, with_language
from l10n.errors import DeckError, Place
from l10n.language import Glossary, direction, info, language_tag
from l10n.markdown import words
from l10n.project.choice import Choice
from l10n.project.folder import Project
from l10n.project.pages import page_by_itself
from l10n.system import File
from l10n.update import extract


class SourceDeck:
    """One source deck, read and parsed once for all that is done with it."""

    def __init__(self, project: Project, path: str) -> None:
        """Read the deck ``path`` of the project; ``DeckError`` if it, or its name, cannot be read as text."""
        self.project = project
        self.path = path
        self.file = project.deck_file(path)
        self.shown = self.file.shown
        _refuse_odd_name(self.file)
        text = decoded(_content(project, self.file), self.shown)
        self.choice = project.engines.choice(path, text)
        self.dialect = project.engines.dialect(self.choice)
        self.deck = parse_named(text, self.dialect, self.shown)

    def parse(self, text: str) -> Deck:
        """The deck in ``text``, in this deck's dialect."""
        return parse(text, self.dialect)

    def skim(self, text: str) -> Slides:
        """The slides of a deck in the same dialect."""
        return skim(text, self.dialect)

    def built(self, catalog: Catalog, locale: str) -> Built:
        """The deck with the translations of a catalog that are fit to publish.

        A deck of which anything is translated says in its front matter that it is in the locale's language. A
        page without slides does in any case, for it shows decks that may be.
        """
        built = build(self.deck, publishable(catalog), self.skim, self.project.localised(locale))
        if built.text == self.deck.text and not self._is_page:
            return built
        source, tag = map(language_tag, (self.project.config.source_locale, locale))
        return replace(built, text=with_language(built.text, source, tag, direction(locale)))

    @property
    def _is_page(self) -> bool:
        """Whether it is a page of texts, without slides."""
        is_shown = any(slide.marks.is_shown for slide in self.deck.slides)
        return not is_shown and page_by_itself(self.path) is not None

    def new_catalog(self, locale: str, date: str) -> Catalog:
        """A catalog without entries, as its first; ``LocaleError`` if babel does not know the locale."""
        way_up = self.project.way_up(self.project.catalog_file(self.path, locale))
        return new_catalog(self.path, date, info(locale), way_up)

    @cached_property
    def entries(self) -> list[Entry]:
        """The deck's messages."""
        with_lines = self.project.config.references == "line"
        return extract(self.deck, self.shown, with_lines=with_lines)

    def states(
        self, catalog: Catalog, glossary: Glossary, refused: Collection[Key] = ()
    ) -> Iterator[tuple[State, int]]:
        """The state of each of its messages in a catalog, and its words; ``refused`` is what a build told."""
        for message in self.entries:
            entry = catalog.by_key.get(message.key, message)
            found = State.REFUSED if message.key in refused else state(entry, glossary)
            yield found, words(message.msgid)

    @cached_property
    def words(self) -> int:
        """How many words of prose they have."""
        return sum(words(message.msgid) for message in self.entries)

    @cached_property
    def not_extracted(self) -> int:
        """How many words the deck shows that are in no message."""
        return sum(words(span.of(self.deck.text)) for span in self.deck.untold)


def _refuse_odd_name(file: File) -> None:
    """A name with line ends, controls or what is no text: whatever is done with a deck begins here."""
    if not file.name.isprintable():
        message = "its name holds a character that catalogs and terminals cannot show; rename it"
        raise DeckError(message, Place(file.shown))


def _content(project: Project, file: File) -> bytes:
    data = project.files.read(file)
    if data is None:
        raise DeckError("it cannot be found: it was removed, or its link leads nowhere", Place(file.shown))
    return data


def publishable(catalog: Catalog) -> dict[Key, str]:
    """The translations that are fit to publish: neither empty nor fuzzy."""
    return {entry.key: entry.msgstr for entry in catalog.entries if entry.translated}


def read_deck(project: Project, path: Path) -> tuple[Deck, Choice]:
    """The deck in a file that the user named, in the dialect that the project gives it, and why in that."""
    file = project.named(path)
    text = read_text(project, file)
    choice = project.engines.choice(file.name, text, beside=file.room.base == project.source.base)
    return parse_named(text, project.engines.dialect(choice), file.shown), choice


def read_text(project: Project, file: File) -> str:
    """The text of any file; ``DeckError`` if it cannot be read as text."""
    data = project.files.read(file)
    if data is None:
        raise DeckError("there is no such file", Place(file.shown))
    return decoded(data, file.shown)
