"""What goes beside the built decks, and what must not stay there."""

from __future__ import annotations

from l10n.errors import FileError, Place
from l10n.project import Project
from l10n.results import DeckResult


def copy(project: Project, locale: str, result: DeckResult) -> None:
    """Copy what is no deck, and take away what was built before and has no source any more."""
    decks = set(project.decks)
    found = project.assets(locale)
    for path, origin in found.items():
        project.files.forget()
        with result.noting():
            if path in decks:
                message = "it would replace a built deck; translate the deck in its catalog"
                raise FileError(message, Place(project.files.shown(origin)))
            content = project.files.read(origin)
            if content is not None:
                project.files.write(project.output_file(path, locale), content)
    _take_away(project, locale, decks | found.keys())


def _take_away(project: Project, locale: str, built: set[str]) -> None:
    manifest = project.manifest(locale)
    before = (project.files.read(manifest) or b"").decode("utf-8", "replace").split("\n")
    for path in sorted(set(before) - built - {""}):
        if not path.startswith("/") and ".." not in path.split("/"):
            project.files.remove(project.output_file(path, locale))
    names = "".join(f"{path}\n" for path in sorted(built))
    project.files.write(manifest, names.encode("utf-8", "replace"), listed=False)
