"""One project in one locale, worked on by one request after the other."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from l10n.catalog import Catalog, Key, state
from l10n.deck import Deck
from l10n.errors import FileError, L10nError, LocaleError, Place
from l10n.project import Config, Lending, Memo, Page, Project, SourceDeck, deck_pages, page_by_itself
from l10n.rendered import Showing, Viewers
from l10n.serve.saving import ConflictError, Edit, GoneError, Saved, save, undo
from l10n.serve.shelf import Shelf
from l10n.serve.verdict import Data, Draft, of_draft
from l10n.serve.view import deck_view
from l10n.sync import Step, build_deck, run
from l10n.system import Files, is_passed_over

Result = TypeVar("Result")
Versions = dict[str, str]
_REMEMBERED = 16
"""Decks, as they were read and built last: each is asked for several times for one edit."""


class Workshop:
    """What pages ask for; requests come from several threads."""

    def __init__(self, config: Config, name: str, viewers: Viewers | None = None) -> None:
        """Build all of it; ``name`` is a locale, or empty where there is one only."""
        self.config = config
        self.viewers = viewers or Viewers()
        self._lock = threading.RLock()
        self._handing = threading.Lock()
        self._saves: list[Saved] = []
        self._times = 0
        self._readings = 0
        project = Project(config, Files(config.root))
        self.locale = _one(project, name)
        project.some_decks()
        self._open()

    def _open(self) -> None:
        """Forget all that was known, and build all."""
        self.project = Project(self.config, Files(self.config.root))
        self.project.memo = Memo(_REMEMBERED)
        # Frames do not wait for what is worked out meanwhile: rooms of their own, for each is one reader's.
        self._handed = Project(self.config, Files(self.config.root))
        self._shelf = Shelf(self.project, self.locale)
        self._pages: Sequence[Page] | None = None
        self._messages: dict[str, tuple[bytes, Sequence[Key]]] = {}
        self._built: dict[str, Versions] = {}
        self._times += 1
        run(self.project, Step.BUILD, (self.locale,))

    def close(self) -> None:
        """End what was started for it."""
        self.viewers.close()

    @property
    def name(self) -> str:
        """What tells it apart from other projects and locales, and says no more."""
        return sha256(f"{self.config.root.resolve()}\0{self.locale}".encode()).hexdigest()[:16]

    def decks(self) -> list[str]:
        """The decks, by the names that ``view`` takes."""
        return self.project.decks

    def view(self, deck: str) -> Data:
        """What is shown of a deck; ``FileError`` if there is none of that name.

        ``reading`` grows: of two views, the one that has the higher knows all that the other does.
        """
        with self._lock:
            self._readings += 1
            self.project.files.forget()
            view = deck_view(self.project, self._known(deck), self.locale)
            return {**view, "versions": self._versions(deck), "reading": self._readings}

    def next(self, deck: str, wanted: str) -> Data | None:
        """The first deck after that one, itself the last, with a message to edit in a state; or None."""
        names = self.decks()
        at = names.index(self._known(deck)) + 1
        with self._lock:
            catalogs = self._shelf.catalogs()
            files = {name: self.project.catalog_file(name, self.locale).name for name in names}
        likely = (
            name
            for name in [*names[at:], *names[:at]]
            if files[name] in catalogs
            and any(state(one) == wanted for one in self._own(name, catalogs[files[name]]).by_key.values())
        )
        return next(filter(None, (self._having(name, wanted) for name in likely)), None)

    def _having(self, deck: str, wanted: str) -> Data | None:
        with suppress(L10nError):  # what is wrong with it is said to whoever opens it
            view = self.view(deck)
            messages = (one for slide in view["slides"] for one in slide["messages"])
            return view if any(one["editable"] and one["state"] == wanted for one in messages) else None
        return None

    def tried(self, draft: Draft) -> Data:
        """What would be said of a translation if it was saved."""
        with self._lock:
            self.project.files.forget()
            self._known(draft.deck)
            return of_draft(self.project, draft, self.locale)

    def matches(self, draft: Draft) -> list[Data]:
        """What the locale has translated already that is like a message."""
        with self._lock:
            self._known(draft.deck)
            return self._shelf.matches(draft)

    def save(self, edit: Edit) -> dict[str, Versions]:
        """Save an edit and build its deck; ``ConflictError`` if its entry was changed meanwhile."""
        with self._lock:
            self._known(edit.deck)
            saved = save(self.project, self.locale, edit)
            if saved.before != saved.after:
                self._saves.append(saved)
            return self._build([edit.deck])

    def undo(self) -> tuple[Saved | None, dict[str, Versions]]:
        """Take the last save back, and build its deck; None if there is none.

        ``ConflictError`` if its entry was changed since, ``GoneError`` if it is there no more: then the save
        before it is the next to take back.
        """
        with self._lock:
            if not self._saves:
                return None, {}
            last = self._saves[-1]
            try:
                undo(self.project, self.locale, last)
            except (ConflictError, GoneError):
                self._saves.pop()
                raise
            self._saves.pop()
            return last, self._build([last.deck])

    def read(self, kind: str, path: str) -> bytes | None:
        """A file of the source, or of what is built; ``FileError`` if it lies elsewhere."""
        with self._handing:
            room = self._handed.source if kind == "source" else self._handed.built(self.locale)
            return room.read(path)

    def engine_of(self, deck: str) -> str:
        """The name of the dialect that a deck is read in; ``FileError`` if it cannot be read."""
        with self._lock:
            return self.project.engines.choice(deck, self.text("source", deck)).dialect

    def showing(self, kind: str, path: str, lang: str) -> Showing:
        """A deck as a viewer is asked of it; ``L10nError`` if it cannot be read."""
        with self._lock:
            text, engines = self.text(kind, path), self.project.engines
            dialect = engines.dialect(engines.choice(path, self.text("source", path)))
            return Showing(path, text, lang, dialect, lambda: self._styles(kind))

    def _styles(self, kind: str) -> Mapping[str, bytes]:
        with self._lock:
            known = self.project.others if kind == "source" else self.project.assets(self.locale)
            return {path: self.read(kind, path) or b"" for path in known if path.endswith(".css")}

    def page_of(self, deck: str) -> Page | None:
        """The page that shows a deck; None where there is none, or pages cannot be read."""
        with self._lock, suppress(L10nError):
            if self._pages is None:
                self._pages = list(deck_pages(self.project))
            return next((page for page in self._pages if deck in page.decks), page_by_itself(deck))
        return None

    def deck(self, kind: str, path: str) -> tuple[SourceDeck, Deck]:
        """A source deck, and what is to be shown of it: that, or what is built of it."""
        with self._lock:
            self.project.files.forget()
            source = SourceDeck(self.project, self._known(path))
            built = self.read("built", path) if kind == "built" else None
            return source, source.parse(built.decode("utf-8", "replace")) if built else source.deck

    def text(self, kind: str, path: str) -> str:
        """A source deck, or what is built of it, where that is; ``FileError`` if there is no such deck."""
        with self._lock:
            self.project.files.forget()
            kinds = dict.fromkeys((kind, "source"))
            found = (self.read(one, self._known(path)) for one in kinds)
            return next(filter(None, found), b"").decode("utf-8", "replace")

    def folders(self) -> list[Path]:
        """What is to be watched."""
        return [self.project.source.base, self.project.root / self.config.catalogs]

    def changed(self, paths: Iterable[Path]) -> dict[str, Versions]:
        """Build what has to do with these files, unless it is built; which decks that were."""
        with self._lock:
            root = self.project.root
            made = (root / self.config.output, self.project.templates.base)
            found = [self._decks_of(path) for path in paths if not _is_made(path, root, made)]
            decks = {deck for some in found for deck in some or ()}
            self.project.files.forget()
            if None in found:
                self._open()
                return {deck: self._versions(deck) for deck in self.project.decks}
            return self._build(sorted(decks))

    def _build(self, decks: Iterable[str]) -> dict[str, Versions]:
        """Build decks of which something changed; each is as new as what it was built of, or newer."""
        self.project.files.forget()
        stale = {deck: now for deck in decks if (now := self._versions(deck)) != self._built.get(deck)}
        for deck in stale:
            build_deck(self.project, deck, self.locale)
        self._built |= stale
        return stale

    def _versions(self, deck: str) -> Versions:
        """What names a deck and its translation as they are now; each is another once that changed."""
        source = _digest(self.project.files.read(self.project.deck_file(deck)) or b"")
        catalog = _digest(self._translations(deck))
        return {"source": f"{self._times}-{source}", "built": f"{self._times}-{source}-{catalog}"}

    def _translations(self, deck: str) -> bytes:
        """What the catalog has for a deck: what its other decks have makes no new version of this one."""
        content = self.project.files.read(self.project.catalog_file(deck, self.locale)) or b""
        with suppress(L10nError):  # what is wrong with it is said where it is shown
            if self.project.shares and content:
                whole = self.project.catalogs.of(self.project.catalog_file(deck, self.locale)) or Catalog()
                return "".join(line for one in self._own(deck, whole).entries for line in one.lines).encode()
        return content

    def _own(self, deck: str, catalog: Catalog) -> Catalog:
        """What a deck has of its catalog; all of it where the deck cannot be read."""
        with suppress(L10nError):
            return (
                self.project.catalogs.own(catalog, deck, self._keys(deck)) if self.project.shares else catalog
            )
        return catalog

    def _keys(self, deck: str) -> Sequence[Key]:
        """The messages of a deck, which is read again once it changed."""
        content = self.project.files.read(self.project.deck_file(deck)) or b""
        known = self._messages.get(deck)
        if known is None or known[0] != content:
            keys = [entry.key for entry in SourceDeck(self.project, deck).entries]
            known = self._messages[deck] = content, keys
        return known[1]

    def _decks_of(self, path: Path) -> set[str] | None:
        """The decks that a file is of; none if it is of none that is shown, None if all may be concerned."""
        found = {deck for deck in self.project.decks if path in self._paths(deck)}
        if found:
            return found if path.is_file() else None
        catalogs = self.project.root / self.config.catalogs
        elsewhere = path.is_relative_to(catalogs) and not path.is_relative_to(catalogs / self.locale)
        return set() if elsewhere else None

    def _paths(self, deck: str) -> set[Path]:
        files = [self.project.deck_file(deck), self.project.catalog_file(deck, self.locale)]
        return {file.path for file in (*files, *Lending(self.project, deck).files(self.locale))}

    def _known(self, deck: str) -> str:
        if deck not in self.project.decks:
            raise FileError("there is no such deck", Place(deck))
        return deck


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def _is_made(path: Path, root: Path, made: Iterable[Path]) -> bool:
    """Whether we write it ourselves, or somebody is only about to write a file."""
    inside = path.relative_to(root).parts if path.is_relative_to(root) else (path.name,)
    return any(map(is_passed_over, inside)) or any(map(path.is_relative_to, made))


def _one(project: Project, name: str) -> str:
    """The locale of that name, or the only one; ``LocaleError`` if there is none, or which is not said."""
    chosen = project.chosen((name,) if name else ())
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise LocaleError("there is no language yet; add one with `l10n init LOCALE`")
    raise LocaleError(f"the project has several locales; name one: {', '.join(chosen)}")
