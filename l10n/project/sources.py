"""Source decks, read from their files and parsed once for all that is done with them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from l10n.build import Built, build
from l10n.catalog import Entry, Key
from l10n.deck import Deck, Slides, decoded, parse, parse_named, skim
from l10n.errors import DeckError, Place
from l10n.markdown import words
from l10n.project.folder import Project
from l10n.system import File
from l10n.update import extract


class SourceDeck:
    """One source deck, read and parsed once for all that is done with it."""

    def __init__(self, project: Project, path: str) -> None:
        """Read the deck ``path`` of the project; ``DeckError`` if it, or its name, cannot be read as text."""
        self.project = project
        self.path = path
        self.dialect = project.dialect(path)
        self.file = project.deck_file(path)
        self.shown = self.file.shown
        if not path.isprintable():
            message = "its name holds a character that catalogs and terminals cannot show; rename it"
            raise DeckError(message, Place(self.shown))
        self.deck = parse_named(decoded(_content(project, self.file), self.shown), self.dialect, self.shown)

    def parse(self, text: str) -> Deck:
        """The deck in ``text``, in this deck's dialect."""
        return parse(text, self.dialect)

    def skim(self, text: str) -> Slides:
        """The slides of a deck in the same dialect."""
        return skim(text, self.dialect)

    def built(self, translations: Mapping[Key, str], locale: str) -> Built:
        """The deck with its translations, which must be fit to publish: neither empty nor fuzzy."""
        return build(self.deck, translations, self.skim, self.project.localised(locale))

    @cached_property
    def entries(self) -> list[Entry]:
        """The deck's messages."""
        with_lines = self.project.config.references == "line"
        return extract(self.deck, self.shown, with_lines=with_lines)

    @cached_property
    def words(self) -> int:
        """How many words of prose they have."""
        return sum(words(message.msgid) for message in self.entries)


def _content(project: Project, file: File) -> bytes:
    data = project.files.read(file)
    if data is None:
        raise DeckError("it cannot be found: it was removed, or its link leads nowhere", Place(file.shown))
    return data


def read_deck(project: Project, path: Path) -> Deck:
    """The deck in a file that the user named, in the dialect that the project gives it."""
    file = project.named(path)
    return parse_named(read_text(project, file), project.dialect(file.name), file.shown)


def read_text(project: Project, file: File) -> str:
    """The text of any file; ``DeckError`` if it cannot be read as text."""
    data = project.files.read(file)
    if data is None:
        raise DeckError("there is no such file", Place(file.shown))
    return decoded(data, file.shown)
