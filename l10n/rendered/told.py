"""Where flaws of a slide are told: at one of its translations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from posixpath import basename
from urllib.parse import quote

from l10n.catalog import Entry, Key
from l10n.checks import (
    Baseline,
    Finding,
    Flaw,
    Job,
    Pair,
    Reader,
    RenderedFlaw,
    RenderedRule,
    Request,
    whereabouts,
)
from l10n.deck import Deck
from l10n.project import Project, SourceDeck


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide of a page."""

    deck: str
    index: int
    """Of it in the deck."""
    first: int
    """Of the slide that it is a step of; its own if it is none."""
    title: str


def slides(project: Project, deck: str) -> Iterator[Slide]:
    """The slides of a deck that its engine shows."""
    first = 0
    for index, slide in enumerate(SourceDeck(project, deck).deck.slides):
        first = first if slide.continued else index
        if slide.marks.is_shown:
            yield Slide(deck, index, first, slide.title)


def told(
    project: Project,
    request: Request,
    locale: str,
    slide: Slide,
    flaws: Sequence[tuple[RenderedRule, RenderedFlaw]],
) -> Iterator[Finding]:
    """Each at the translation that is at fault, of those that the user asks about."""
    job = Job(project.catalog_file(slide.deck, locale), locale, slide.deck)
    subject = Reader(project).subject(job)
    on_it = _keys(subject.source.deck, slide) if subject.source else set()
    if request.changed_since:
        before = Baseline(project.root, request.changed_since).before(job)
        on_it -= set(before.unchanged(job, subject.catalog, subject.source))
    entries = [one for key, one in subject.catalog.by_key.items() if key in on_it and one.translated]
    where = whereabouts(subject)
    for rule, found in flaws:
        entry = _at_fault(entries, found.names)
        if entry:
            pair = Pair(entry.msgid, entry.msgstr, entry.msgctxt, None, subject.file, deck=slide.deck)
            yield from where.findings([(rule, pair, found.flaw)])
        elif found.names and not request.changed_since:
            yield from where.findings([(rule, 1, Flaw(f"slide “{slide.title}”: {found.flaw.message}"))])


def _at_fault(entries: Sequence[Entry], path: str) -> Entry | None:
    """The entry that names the path, or that grew most where none is named; None if there is no such."""
    if not path:
        return max(entries, key=lambda one: len(one.msgstr) - len(one.msgid), default=None)
    names = {basename(path), quote(basename(path))}
    naming = [one for one in entries if any(name in one.msgstr for name in names)]
    return min(naming, key=lambda one: any(name in one.msgid for name in names), default=None)


def _keys(deck: Deck, slide: Slide) -> set[Key]:
    """The messages that a slide shows, with those of the steps before it."""
    shown = range(slide.first, slide.index + 1)
    return {one.key for one in deck.segments if one.slide in shown and not one.in_notes}
