"""Source decks, read from their files and parsed once for all that is done with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from l10n.catalog import (
    Catalog,
    Counts,
    Entry,
    Key,
    Share,
    State,
    counted,
    state,
)
from l10n.deck import Deck, Slides, decoded, parse, parse_named, skim, with_language
from l10n.dialects import Dialect
from l10n.errors import DeckError, Place
from l10n.language import Glossary, direction, language_tag
from l10n.markdown import words
from l10n.project.begun import begun_catalog
from l10n.project.choice import Choice
from l10n.project.folder import Project
from l10n.project.lending import Lending, Loan
from l10n.project.pages import page_by_itself
from l10n.project.part_store import PartStore
from l10n.system import File, composed
from l10n.update import collected, reference, told

if TYPE_CHECKING:
    from l10n.project.parts import Parts


class Published(NamedTuple):
    """A localised deck, and whose translations readers see."""

    text: str
    reasons: Mapping[Key, str] = {}
    """Why translations of its own catalog are not published."""
    borrowed: Mapping[Key, Loan] = {}
    """What is published of other locales."""


class SourceDeck:
    """One source deck, read and parsed once for all that is done with it."""

    def __init__(self, project: Project, path: str, store: PartStore | None = None) -> None:
        """Read the deck ``path`` of the project; ``DeckError`` if it, or its name, cannot be read as text.

        If there is a ``store`` that is for it, it is read by part, where that comes to the same.
        """
        self.project = project
        self.path = path
        self.file = project.deck_file(path)
        self.shown = self.file.shown
        _refuse_odd_name(self.file)
        project.alike.refuse_shared(path)
        self.text = decoded(_content(project, self.file), self.shown)
        self.choice = project.engines.choice(path, self.text)
        self.dialect = project.engines.dialect(self.choice)
        self.parts = _parts(self.text, self.dialect, store)
        if self.parts is None:
            self.deck  # noqa: B018 - so that it is known here whether it can be read

    @cached_property
    def deck(self) -> Deck:
        """The deck as a whole; ``DeckError`` if it cannot be read."""
        asked = self.text, self.choice
        read = partial(parse_named, self.text, self.dialect, self.shown)
        return self.project.memo.of(("deck", self.path), asked, read)

    def parse(self, text: str) -> Deck:
        """The deck in ``text``, in this deck's dialect."""
        return parse(text, self.dialect)

    def skim(self, text: str, amid: Deck | None = None) -> Slides:
        """The slides of a deck in the same dialect, or of a stretch amid a deck."""
        return skim(text, self.dialect, amid)

    def built(self, catalog: Catalog, locale: str) -> Published:
        """The deck with the translations of a catalog that are fit to publish, and those that it borrows.

        A deck of which anything is translated says in its front matter that it is in the locale's language.
        A page without slides does in any case, for it shows decks that may be. What is borrowed and does not
        fit is its lender's affair, and no reason is given for it.
        """
        own, loans = publishable(catalog), self.loans(catalog, locale)
        texts = {key: loan.msgstr for key, loan in loans.items()} | own
        text, reasons = self._built(texts, locale)
        return Published(
            self._in_language(text, locale),
            {key: reason for key, reason in reasons.items() if key not in loans},
            {key: loan for key, loan in loans.items() if key not in reasons},
        )

    def borrowed(self, catalog: Catalog, locale: str) -> Mapping[Key, Loan]:
        """What is published of other locales; nothing is built where they have nothing for it."""
        return self.built(catalog, locale).borrowed if self.loans(catalog, locale) else {}

    def _built(self, translations: Mapping[Key, str], locale: str) -> tuple[str, Mapping[Key, str]]:
        """The text with translations, and why some are not in it."""
        localised = self.project.localised(locale)
        if self.parts and (found := self.parts.built(locale, translations, localised)):
            return found
        from l10n.build import build  # which a run that only extracts does not wait for

        asked = self.text, self.choice, translations
        make = partial(build, self.deck, translations, self.skim, localised)
        built = self.project.memo.of(("built", self.path, locale), asked, make)
        return built.text, built.reasons

    def _in_language(self, text: str, locale: str) -> str:
        if text == self.text and not self.is_page:
            return text
        source, tag = map(language_tag, (self.project.config.source_locale, locale))
        return with_language(text, source, tag, partial(direction, locale))

    @cached_property
    def lending(self) -> Lending:
        """What other locales have for it."""
        return Lending(self.project, self.path)

    def loans(self, catalog: Catalog, locale: str) -> dict[Key, Loan]:
        """What the locale would borrow where the catalog has nothing; a build tells what of it fits."""
        return self.lending.loans(self.keys, catalog, locale)

    @property
    def reference(self) -> str:
        """What catalogs call its file."""
        return reference(composed(self.shown))

    @property
    def is_page(self) -> bool:
        """Whether it is a page of texts, without slides."""
        return not self.is_shown and page_by_itself(self.path) is not None

    @cached_property
    def is_shown(self) -> bool:
        """Whether it has slides that are shown."""
        return self.parts.is_shown if self.parts else any(one.marks.is_shown for one in self.deck.slides)

    @property
    def doubt(self) -> tuple[int, str]:
        """See ``Deck``; dialects that are read by part know of none."""
        return (0, "") if self.parts else self.deck.doubt

    @property
    def title(self) -> str:
        """The first title that a slide has."""
        return self.parts.title if self.parts else title(self.deck)

    def new_catalog(self, locale: str, date: str) -> Catalog:
        """A catalog without entries, as its first; ``LocaleError`` if babel does not know the locale."""
        return begun_catalog(self.project, self.path, locale, date)

    def catalog(self, locale: str) -> Catalog | None:
        """What it has of its catalog; None if there is no such file, ``CatalogError`` if that is none."""
        found = self.project.catalogs.of(self.project.catalog_file(self.path, locale))
        return None if found is None else self.own(found)

    def own(self, catalog: Catalog, *, stale: bool = False) -> Catalog:
        """What it has of a catalog that may be that of other decks, too; ``stale`` entries as well."""
        keys = self.keys
        if stale and self.project.shares:
            keys = list(dict.fromkeys([*keys, *catalog.only_in.get(self.reference, ())]))
        return self.project.catalogs.own(catalog, self.path, keys)

    def share(self, catalog: Catalog) -> Share:
        """What it has, or had, of a catalog that decks share, whatever the settings say now."""
        return Share.of(catalog, composed(self.path), self.keys)

    @cached_property
    def entries(self) -> list[Entry]:
        """The deck's messages."""
        with_lines = self.project.config.references == "line"
        messages = self.parts.messages(with_lines=with_lines) if self.parts else told(self.deck)
        return collected(messages, composed(self.shown), with_lines=with_lines)

    @cached_property
    def keys(self) -> list[Key]:
        """Those of its messages."""
        return [entry.key for entry in self.entries]

    def states(
        self,
        catalog: Catalog,
        glossary: Glossary,
        refused: Collection[Key] = (),
        borrowed: Collection[Key] = (),
    ) -> Iterator[tuple[Entry, State]]:
        """Each of its messages as a catalog has it, and its state; what a build told of them is given."""
        live = catalog.by_key
        for key, message in zip(self.keys, self.entries, strict=True):
            entry = live.get(key, message)
            yield entry, state(entry, glossary, refused=key in refused, borrowed=key in borrowed)

    def counts(
        self,
        catalog: Catalog,
        glossary: Glossary,
        refused: Collection[Key] = (),
        borrowed: Collection[Key] = (),
    ) -> Counts:
        """How many messages and words are in each state."""
        states = self.states(catalog, glossary, refused, borrowed)
        return counted((found, self.words_of[entry.msgid]) for entry, found in states)

    @cached_property
    def words(self) -> int:
        """How many words of prose they have."""
        return sum(self.words_of[message.msgid] for message in self.entries)

    @cached_property
    def words_of(self) -> Mapping[str, int]:
        """By the text of a message: how many it has."""
        return self.parts.words if self.parts else {one.msgid: words(one.msgid) for one in self.entries}

    @cached_property
    def not_extracted(self) -> int:
        """How many words the deck shows that are in no message."""
        if self.parts:
            return self.parts.untold
        return sum(words(span.of(self.text)) for span in self.deck.untold)


def title(deck: Deck) -> str:
    """The first title that a slide of the deck has."""
    return next((slide.title for slide in deck.slides if slide.title), "")


def _parts(text: str, dialect: Dialect, store: PartStore | None) -> Parts | None:
    if store is None or not store.is_for(text):
        return None
    from l10n.project.parts import Parts  # which few decks need

    return Parts.of(text, dialect, store)


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
