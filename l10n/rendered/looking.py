"""Every page with its decks, in the source and in each locale, side by side: what rules find there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import nullcontext, suppress

from l10n.checks import Finding, RenderedRule, Request, Seen, ShownSlide
from l10n.errors import L10nError, Place
from l10n.project import Page, Project, deck_pages
from l10n.rendered.browser import Screen, screen
from l10n.rendered.measures import Measure
from l10n.rendered.pictures import Told, take
from l10n.rendered.site import Site, served
from l10n.rendered.told import Slide, slides, told
from l10n.rendered.viewer import Viewer
from l10n.rendered.viewers import Viewers
from l10n.system import Made


def look(
    project: Project, request: Request, pictures: Made | None = None, viewers: Viewers | None = None
) -> Seen:
    """Show what is asked for; ``L10nError`` where there is no browser, or no page that shows a deck.

    ``pictures`` gets those of the slides of which something is told; ``viewers`` show what no page does.
    """
    seen = Seen()
    locales = project.chosen(request.names)
    own = dict(_shown_by(project, viewers)) if viewers else {}
    every = pages(project, own)
    remembered = pictures.filled(seen.problems) if pictures else nullcontext()
    with served(project, viewers, own) as site, screen(site.address) as browser, remembered:
        for page in every:
            try:
                _Look(project, request, site, browser, page).into(seen, locales, pictures)
            except L10nError as error:
                seen.problems.append(error)
    return seen


def pages(project: Project, own: Collection[str] = ()) -> Sequence[Page]:
    """The pages that show decks, and those that decks have of their ``own``; ``L10nError`` without any."""
    named = (
        Page(page.path, tuple(deck for deck in page.decks if deck not in own)) for page in deck_pages(project)
    )
    others = (page for page in named if page.decks)  # the rest only leads to them
    if found := [*others, *(Page(deck, (deck,)) for deck in sorted(own))]:
        return found
    message = "there is no page here that shows a deck (an HTML file that names it, or that is one)"
    raise L10nError(message, Place(project.config.source))


def _shown_by(project: Project, viewers: Viewers) -> Iterator[tuple[str, Viewer]]:
    """The decks that a viewer shows as their engine does, which is how their readers see them."""
    named = {deck for page in deck_pages(project) for deck in page.decks}
    for deck in project.decks:
        with suppress(L10nError):  # it is named where decks are checked
            text = (project.source.read(deck) or b"").decode("utf-8", "replace")
            dialect = project.engines.choice(deck, text).dialect
            viewer = viewers.of(dialect, paged=deck in named)
            if viewer and viewer.is_engine:
                yield deck, viewer


class _Look:
    """One page."""

    def __init__(self, project: Project, request: Request, site: Site, browser: Screen, page: Page) -> None:
        self.project = project
        self.request = request
        self.site = site
        self.browser = browser
        self.page = page
        self.place = Place(project.source.shown(page.path))

    def into(self, seen: Seen, locales: Sequence[str], pictures: Made | None) -> None:
        every = [slide for deck in self.page.decks for slide in slides(self.project, deck)]
        source = self._shown("", every)
        for locale in locales:
            found = self._told(locale, every, source, self._shown(locale, every))
            seen.findings += [one for _, findings in found.values() for one in findings]
            seen.slides += len(every)
            if pictures and found:
                take(pictures, self.site, self.browser, (self.page.path, locale), found)

    def _shown(self, locale: str, every: Sequence[Slide]) -> Sequence[Measure]:
        try:
            found = self.browser.slides(self.site.page(self.page.path, locale))
        except L10nError as error:
            raise L10nError(f"{error.message}{f' in {locale}' if locale else ''}", self.place) from error
        if len(found) != len(every):
            counts = f"its slides ({len(found)}) are not those of its decks ({len(every)})"
            message = f"{counts}; nothing can be said of them"
            raise L10nError(message, self.place)
        return found

    def _told(
        self, locale: str, every: Sequence[Slide], source: Sequence[Measure], shown: Sequence[Measure]
    ) -> Told:
        """By the number of a slide in the page: what is told of it."""
        found: dict[int, tuple[Slide, Sequence[Finding]]] = {}
        known: set[tuple[str, int]] = set()
        for number, (slide, before, after) in enumerate(zip(every, source, shown, strict=True), 1):
            lost = self.site.missing(after.media, locale) - self.site.missing(before.media)
            flawed = self._findings(locale, slide, ShownSlide(before.overflow, after.overflow, lost))
            if flawed and (slide.deck, slide.first) not in known:  # a step shows what stood before it, too
                known.add((slide.deck, slide.first))
                found[number] = slide, flawed
        return found

    def _findings(self, locale: str, slide: Slide, shown: ShownSlide) -> Sequence[Finding]:
        rules = (
            one for one in self.request.rules(self.project.config, locale) if isinstance(one, RenderedRule)
        )
        flaws = [(rule, flaw) for rule in rules for flaw in rule.check(shown)]
        return list(told(self.project, self.request, locale, slide, flaws)) if flaws else []
