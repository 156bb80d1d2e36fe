"""Catalogs that nobody asks for any more, and files that are no decks any more although they have one."""

from __future__ import annotations

from l10n.project.folder import Project
from l10n.project.former import formers_of
from l10n.project.patterns import Patterns
from l10n.system import File


def forsaken(project: Project, locale: str) -> list[File]:
    """The orphans that are of no file which only lost the mark of its engine, and that are not to move."""
    found = project.orphans(locale)
    if not found:
        return []
    kept = {project.catalog_file(deck, locale) for deck in former_decks(project)}
    kept |= {one.file for one in formers_of(project, locale)}
    return [file for file in found if file not in kept]


def former_decks(project: Project) -> list[str]:
    """Files with the ending of a dialect that have a catalog, but that nothing makes decks any more."""
    if project.config.include is not None:
        return []
    include, exclude = Patterns(project.engines.included), Patterns(project.config.exclude)
    files = (path for path in project.others if not path.endswith(".md") and include.matches(path))
    return [path for path in files if not exclude.matches(path) and _has_catalog(project, path)]


def _has_catalog(project: Project, path: str) -> bool:
    files = [project.catalog_file(path, locale) for locale in project.locales]
    if project.shares:  # a deck's entries name it
        named = project.deck_file(path).shown.encode()
        return any(named in (project.files.read(file) or b"") for file in files)
    return any(file.room.status(file.name) is not None for file in files)
