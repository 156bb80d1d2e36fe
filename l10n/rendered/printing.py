"""Pages with their decks as PDF, by the browser's own print."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from l10n.errors import L10nError, Place
from l10n.project import Project
from l10n.rendered.browser import screen
from l10n.rendered.looking import pages
from l10n.rendered.site import served
from l10n.system import Made


def print_pages(project: Project, locales: Sequence[str], made: Made) -> Sequence[L10nError]:
    """Make a file for each locale and page; what cannot be printed. ``L10nError`` if nothing can be.

    Pages are shown as a build would write them: none is needed.
    """
    problems: list[L10nError] = []
    every = pages(project)
    with served(project) as site, screen(site.address) as browser, made.filled(problems):
        for locale in locales:
            for page in every:
                name = PurePosixPath(quote(page.path)).with_suffix(".pdf")
                try:
                    made.put(f"{locale}/{name}", browser.printed(site.page(page.path, locale)))
                except L10nError as error:
                    problems.append(_placed(error, Place(project.source.shown(page.path)), locale))
    return problems


def _placed(error: L10nError, place: Place, locale: str) -> L10nError:
    return error if error.place else L10nError(f"{error.message} in {locale}", place)
