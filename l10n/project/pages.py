"""The pages of a project that show decks, and which decks each shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from l10n.project.folder import Project
from l10n.project.named import HTML, files_named


class Page(NamedTuple):
    """A page that shows decks."""

    path: str
    """Below ``source``."""
    decks: tuple[str, ...]
    """Those that it shows, in the order in which it names them."""


def deck_pages(project: Project) -> Iterator[Page]:
    """The HTML files that hold slides, or name decks, by path; ``FileError`` for one that cannot be read."""
    decks = frozenset(project.decks)
    for path in sorted((*project.decks, *project.others)):
        if path.lower().endswith(HTML):
            text = _text(project, path)
            holds = path in decks and project.engines.has_slides(path, text)
            named = (path,) if holds else _named(project, text, path)
            if shown := tuple(dict.fromkeys(named)):
                yield Page(path, shown)


def page_by_itself(deck: str) -> Page | None:
    """The page that a file with texts is; None if it is none that a browser shows."""
    return Page(deck, (deck,)) if deck.lower().endswith(HTML) else None


def _text(project: Project, path: str) -> str:
    return (project.files.read(project.source.file(path)) or b"").decode("utf-8", "replace")


def _named(project: Project, text: str, page: str) -> Iterator[str]:
    decks = filter(None, map(project.alike.named, files_named(text, page)))
    return (deck for deck in decks if deck != page)
