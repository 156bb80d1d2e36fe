"""Every page with its decks, in the source and in each locale, side by side: what rules find there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from l10n.catalog import Catalog, Key
from l10n.checks import (
    Baseline,
    Before,
    Finding,
    Flaw,
    Job,
    Overflow,
    Pair,
    Reader,
    RenderedRule,
    Request,
    Seen,
    ShownSlide,
    whereabouts,
)
from l10n.deck import Deck
from l10n.errors import L10nError, Place
from l10n.project import Page, Project, SourceDeck, deck_pages
from l10n.rendered.browser import Screen, screen
from l10n.rendered.site import Site, served
from l10n.system import File


@dataclass(frozen=True, slots=True)
class _Slide:
    """A slide of a page."""

    deck: str
    index: int
    """Of it in the deck."""
    first: int
    """Of the slide that it is a step of; its own if it is none."""


def look(project: Project, request: Request) -> Seen:
    """Show what is asked for; ``L10nError`` where there is no browser, or no page that shows a deck."""
    seen = Seen()
    locales = project.chosen(request.names)
    every = list(deck_pages(project))
    if not every:
        message = "there is no page here that shows a deck (an HTML file that names it, or that is one)"
        raise L10nError(message, Place(project.config.source))
    with served(project) as site, screen(site.address) as browser:
        for page in every:
            try:
                _Look(project, request, site, browser, page).into(seen, locales)
            except L10nError as error:
                seen.problems.append(error)
    return seen


class _Look:
    """One page."""

    def __init__(self, project: Project, request: Request, site: Site, browser: Screen, page: Page) -> None:
        self.project = project
        self.request = request
        self.site = site
        self.browser = browser
        self.page = page
        self.place = Place(project.source.shown(page.path))

    def into(self, seen: Seen, locales: Sequence[str]) -> None:
        slides = [slide for deck in self.page.decks for slide in _slides(self.project, deck)]
        source = self._shown("", slides)
        for locale in locales:
            shown = self._shown(locale, slides)
            told: set[tuple[str, int]] = set()
            for slide, before, after in zip(slides, source, shown, strict=True):
                found = self._findings(locale, slide, ShownSlide(before, after))
                if found and (slide.deck, slide.first) not in told:  # a step shows what stood before it, too
                    told.add((slide.deck, slide.first))
                    seen.findings += found
            seen.slides += len(slides)

    def _shown(self, locale: str, slides: Sequence[_Slide]) -> Sequence[Overflow]:
        address = self.site.page(self.page.path, locale)
        content = self.site.content(address.removeprefix(self.site.address)) or b""
        try:
            found = self.browser.slides(address, content.decode("utf-8", "replace"))
        except L10nError as error:
            raise L10nError(f"{error.message}{f' in {locale}' if locale else ''}", self.place) from error
        if len(found) != len(slides):
            counts = f"its slides ({len(found)}) are not those of its decks ({len(slides)})"
            message = f"{counts}; nothing can be said of them"
            raise L10nError(message, self.place)
        return found

    def _findings(self, locale: str, slide: _Slide, shown: ShownSlide) -> list[Finding]:
        rules = (
            one for one in self.request.rules(self.project.config, locale) if isinstance(one, RenderedRule)
        )
        flaws = [(rule, flaw) for rule in rules for flaw in rule.check(shown)]
        return list(self._told(locale, slide, flaws)) if flaws else []

    def _told(
        self, locale: str, slide: _Slide, flaws: Sequence[tuple[RenderedRule, Flaw]]
    ) -> Iterator[Finding]:
        """At the translation of the slide that grew most, of those that the user asks about, if any."""
        job = Job(self.project.catalog_file(slide.deck, locale), locale, slide.deck)
        subject = Reader(self.project).subject(job)
        on_it = _keys(subject.source.deck, slide) if subject.source else set()
        on_it -= set(self._unchanged(job.file, subject.catalog))
        entries = [one for key, one in subject.catalog.by_key.items() if key in on_it and one.translated]
        if entries:
            grown = max(entries, key=lambda one: len(one.msgstr) - len(one.msgid))
            pair = Pair(grown.msgid, grown.msgstr, grown.msgctxt, None, subject.file)
            yield from whereabouts(subject).findings((rule, pair, flaw) for rule, flaw in flaws)

    def _unchanged(self, file: File, catalog: Catalog) -> Collection[Key]:
        """The entries of which nothing is to be told."""
        if not self.request.changed_since:
            return frozenset()
        since = Baseline(self.project.root, self.request.changed_since).contents([file])
        return Before(since).unchanged(file, catalog)


def _keys(deck: Deck, slide: _Slide) -> set[Key]:
    """The messages that a slide shows, with those of the steps before it."""
    shown = range(slide.first, slide.index + 1)
    return {one.key for one in deck.segments if one.slide in shown and not one.in_notes}


def _slides(project: Project, deck: str) -> Iterator[_Slide]:
    """The slides of a deck that its engine shows."""
    first = 0
    for index, slide in enumerate(SourceDeck(project, deck).deck.slides):
        first = first if slide.continued else index
        if slide.marks.is_shown:
            yield _Slide(deck, index, first)
