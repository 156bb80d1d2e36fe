"""What stands above the built decks: a page that lists them, and a script that leads to other languages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import quote

from l10n.errors import ConfigError, Place
from l10n.language import autonym, direction, language_tag
from l10n.markdown import as_read
from l10n.project import Project, deck_pages
from l10n.sync.listing import Listing
from l10n.sync.results import DeckResult, Totals

_PAGE, _SCRIPT = "index.html", "languages.js"


class Language(NamedTuple):
    """A language that decks are built in."""

    locale: str
    """The folder below ``output``."""
    tag: str
    """As ``lang`` and ``hreflang`` take it."""
    name: str
    """In itself."""
    dir: str
    percent: int = 0
    """How much of all decks is complete."""


class Translation(NamedTuple):
    """A deck in a language."""

    language: Language
    title: str
    url: str
    """From the index page to the page that shows it, else to the deck itself."""
    percent: int


class Listed(NamedTuple):
    """A deck."""

    path: str
    title: str
    translations: Listing[Translation]


def write_index(project: Project, results: Sequence[DeckResult], totals: Mapping[str, Totals]) -> None:
    """Write page and script; ``ConfigError`` or ``FileError`` where that cannot be done."""
    languages = {
        locale: Language(locale, language_tag(locale), autonym(locale), direction(locale), one.complete)
        for locale, one in totals.items()
    }
    decks = Listing(_listed(one, languages, shown_by) for one, shown_by in _with_pages(project, results))
    source = language_tag(project.config.source_locale)
    page = _template(project, decks=decks, languages=Listing(languages.values()), source=source)
    for name, content in ((_PAGE, page), (_SCRIPT, _script([*languages.values()]))):
        file = project.above_built(name)
        project.files.settled(partial(project.files.write, file, content.encode("utf-8", "replace")))


def _with_pages(project: Project, results: Sequence[DeckResult]) -> list[tuple[DeckResult, str]]:
    """Each deck, by path, and what to open for it."""
    pages: dict[str, str] = {}
    for page in deck_pages(project):
        for deck in page.decks:
            pages.setdefault(deck, page.path)
    found = sorted(results, key=lambda one: one.deck)
    return [(one, pages.get(one.deck, one.deck)) for one in found if one.titles]


def _listed(result: DeckResult, languages: Mapping[str, Language], shown_by: str) -> Listed:
    translations = Listing(
        Translation(
            languages[locale],
            _title(result, locale),
            quote(f"{locale}/{shown_by}", errors="surrogatepass"),
            one.complete,
        )
        for locale, one in result.locales.items()
    )
    return Listed(result.deck, _title(result), translations)


def _title(result: DeckResult, locale: str = "") -> str:
    """The deck's title in that language or else the source's, as it is read; its path where it has none."""
    title = result.titles.get(locale) or result.titles[""]
    return as_read(title) if title else result.deck


def _template(project: Project, **data: object) -> str:
    """The page, from the project's own template or from ours."""
    from l10n.sync.index_page import laid_out

    name = project.config.index
    if not isinstance(name, str):
        return laid_out(_ours("index.html"), Place(_PAGE), **data)
    content = project.files.read(project.top.file(name))
    if content is None:
        raise ConfigError(f"'index' names {name!r}, and there is no such file", Place(project.config.file))
    return laid_out(content.decode("utf-8", "replace"), Place(name), **data)


def _script(languages: Sequence[Language]) -> str:
    shown = [{key: value for key, value in one._asdict().items() if key != "percent"} for one in languages]
    return _ours(_SCRIPT).replace("[/* languages */]", json.dumps(shown), 1)


def _ours(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
