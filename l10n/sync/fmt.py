"""Catalogs in canonical form, whatever tool wrapped them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from l10n.catalog import Catalog, canonical
from l10n.errors import FileError, L10nError, Place
from l10n.project import Project, held
from l10n.sync.results import Report
from l10n.system import File


def format_catalogs(project: Project, named: Sequence[File]) -> Report:
    """Rewrite the given catalogs, or all of the project, in canonical form.

    ``FileError`` where there is neither a catalog nor a deck that could have one.
    """
    report = Report()
    files = named or [file for locale in project.locales for file in project.catalog_files(locale)]
    if not files:
        project.some_decks()
    with held(project) as hold:
        for file in files:
            project.files.forget()
            try:
                project.files.settled(partial(_format, project, file))
            except L10nError as error:
                report.problems.append(error)
        hold.note(report.problems)
    report.changed = project.files.changed
    return report


def _format(project: Project, file: File) -> None:
    if not project.holds(file):
        raise FileError("it lies outside of the project; nothing there is touched", Place(file.shown))
    old = project.catalogs.of(file)
    if old is None:
        raise FileError("there is no such file", Place(file.shown))
    project.files.write(file, formatted(old).render().encode())


def formatted(catalog: Catalog) -> Catalog:
    """The same in canonical form: entries without wrapping, obsolete ones last."""
    entries = [entry._replace(lines=tuple(canonical(entry.lines))) for entry in catalog.entries]
    entries.sort(key=lambda entry: entry.obsolete)
    tail = tuple(canonical(catalog.tail)) if any(line.strip() for line in catalog.tail) else ()
    return replace(catalog, header=tuple(canonical(catalog.header)[1:]), entries=tuple(entries), tail=tail)
