"""The pages of a project that show decks, and which decks each shows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from l10n.project.folder import Project

_HTML = (".html", ".htm")
_WORD = re.compile(r"[^\s\"'`()<>=,;?#]+")
"""What may name a file, in a tag or in a script."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that shows decks."""

    path: str
    """Below ``source``."""
    decks: tuple[str, ...]
    """Those that it shows, in the order in which it names them."""


def deck_pages(project: Project) -> Iterator[Page]:
    """The HTML files that are decks, or name some, by path; ``FileError`` for one that cannot be read."""
    decks = frozenset(project.decks)
    for path in sorted((*project.decks, *project.others)):
        if path.lower().endswith(_HTML):
            named = (path,) if path in decks else _named(_text(project, path), path, decks)
            if shown := tuple(dict.fromkeys(named)):
                yield Page(path, shown)


def _text(project: Project, path: str) -> str:
    return (project.files.read(project.source.file(path)) or b"").decode("utf-8", "replace")


def _named(text: str, page: str, decks: frozenset[str]) -> Iterator[str]:
    folder = posixpath.dirname(page)
    for word in _WORD.findall(text):
        if (name := posixpath.normpath(posixpath.join(folder, word))) in decks:
            yield name
