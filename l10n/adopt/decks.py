"""Adopting translations that exist: pairing files, aligning decks, and filling catalogs.

A catalog is made for the revision that the translation was made from, and then brought up to today's source
by the same update as always. What a catalog has already stays, unless the user says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from l10n.adopt.alignment.align import Alignment, align
from l10n.adopt.alignment.in_place import in_place
from l10n.adopt.alignment.judgement import Judged, judged
from l10n.adopt.doubts import doubt
from l10n.adopt.outline_lines import outline_pairs, with_outline
from l10n.adopt.overlay import overlaid
from l10n.adopt.pairing import Paired, paired
from l10n.adopt.results import Adopted, AdoptReport, entries, leftovers, missing
from l10n.adopt.revisions import best_version, notes_on, version, versions
from l10n.adopt.told_revision import told_revision
from l10n.adopt.wrong_language import other_language
from l10n.catalog import Catalog, Counts, Entry, Key, State, detached, now, with_share
from l10n.checks import Setting
from l10n.deck import Deck, Segment
from l10n.errors import DeckError, GitError, L10nError, LocaleError, Place
from l10n.git import Repository, Revision
from l10n.language import Glossary, canonical, info, numerals_of
from l10n.project import Project, SourceDeck, held, publishable, read_text, refuse_former
from l10n.system import Progress, composed
from l10n.update import Proposer, dated, extract, update

POOR = 0.5
"""The share of blocks that must find a counterpart; a wrong deck seldom has more than a quarter."""


class Options(NamedTuple):
    """What a user asked for."""

    source: Path | None = None
    """The deck of the only translated file."""
    history: bool = False
    """Look for the revision that the translation was made from."""
    revision: str | None = None
    """That revision, if the user knows it."""
    overwrite: bool = False
    """Replace translations that the catalog has."""
    force: bool = False
    """Adopt what fits poorly."""


def adopt_decks(
    project: Project, name: str, names: Sequence[Path], options: Options, progress: Progress = iter
) -> AdoptReport:
    """Adopt translated files, or those in folders; ``LocaleError`` for a locale that babel does not know.

    ``progress`` wraps the decks, or with history the revisions of each.
    """
    locale = project.spelt(info(name).code)
    if canonical(locale) == project.config.source_locale:
        raise LocaleError(f"{name!r} is the language of the source decks; name that of the translation")
    report = AdoptReport(locale)
    with held(project) as hold:
        refuse_former(project, (locale,))
        pairing = paired(project, locale, names, options.source)
        report.problems = pairing.problems
        report.strays = [file.shown for file in pairing.strays]
        decks = list(pairing.found)
        for deck in decks if options.history else progress(decks):
            project.files.forget()
            attempt = _Attempt(project, locale, pairing.found[deck], options, progress, report.notes)
            try:
                report.decks.append(project.files.settled(attempt))
            except L10nError as error:
                report.problems.append(error)
        hold.note(report.problems)
    report.notes = list(dict.fromkeys(report.notes))
    report.changed = project.files.changed
    return report


@dataclass(frozen=True, slots=True)
class _Attempt:
    """The work on one translated file, from its beginning."""

    project: Project
    locale: str
    one: Paired
    options: Options
    progress: Progress
    notes: list[str]

    def __call__(self) -> Adopted:
        work = _Adoption(self.project, self.locale, self.one, self.options, self.progress)
        return work.done(self.notes)


class _Adoption:
    """The work on one translated file."""

    def __init__(
        self, project: Project, locale: str, one: Paired, options: Options, progress: Progress
    ) -> None:
        self.project = project
        self.locale = locale
        self.options = options
        self.progress = progress
        self.file = one.file
        self.shown = one.file.shown
        self.localised = project.localised(locale)
        self.job = SourceDeck(project, one.deck)
        self.setting = Setting(locale, self.job.deck.references, self.localised)
        self.catalog_file = project.catalog_file(one.deck, locale)
        self.whole = project.catalogs.of(self.catalog_file) or self.job.new_catalog(locale, now())
        self.old = self._old()
        self.known = publishable(self.old)
        published = self.job.built(self.old, locale)
        self.built = published.text
        self.borrowed = {(key, loan.msgstr) for key, loan in published.borrowed.items()}
        self.translated = self._translated()
        self.is_built = (
            self.file.path == project.output_file(one.deck, locale).path
            or self.built == self.translated.text != self.job.deck.text
        )

    def done(self, notes: list[str]) -> Adopted:
        """Align, judge, and write the catalog; ``notes`` takes what a user should know of history."""
        alignment, revision = self._aligned(notes)
        pairs = self._judged(alignment)
        self._refuse_poor(alignment, pairs)
        found = self._found(alignment, pairs)
        replacing = self.options.overwrite or (self.is_built and self._is_newest())
        catalog, changed = overlaid(self._updated(self.old), self._new(found), replacing=replacing)
        self._write(catalog, taken=any(one.taken for one in changed))
        taken = {(entry.key, entry.msgstr) for entry in (*found, *catalog.entries)} | self.borrowed
        return Adopted(
            source=self.job.shown,
            translated=self.shown,
            catalog=self.catalog_file.shown,
            fit=alignment.fit,
            revision=revision,
            pairs=pairs,
            missing=missing(alignment),
            leftovers=leftovers(alignment, pairs, taken),
            changed=changed,
            states=_states(self.job.counts(catalog, Glossary())),
            built=self.is_built,
        )

    def _translated(self) -> Deck:
        text = read_text(self.project, self.file)
        if "\0" in text:
            raise DeckError("this is a binary file; name a deck", Place(self.shown))
        deck = self.job.parse(text)
        if not deck.segments and self.job.deck.segments:
            raise DeckError("there is no prose in it; name a translated deck", Place(self.shown))
        return deck

    def _judged(self, alignment: Alignment) -> list[Judged]:
        return judged(alignment, self.localised, self.job.skim, self._doubt, built=self.is_built)

    def _found(self, alignment: Alignment, pairs: Sequence[Judged]) -> list[Entry]:
        """The messages that were translated, with what there is for them."""
        news = self._news(pairs) if self.is_built else pairs
        before = self._before if self.is_built else {}
        return entries(extract(alignment.source, self.job.shown), news, before)

    @cached_property
    def _before(self) -> dict[Key, str]:
        """What the catalog has for each message."""
        return {entry.key: entry.msgstr for entry in self.old.entries if not entry.obsolete}

    def _new(self, found: Sequence[Entry]) -> Catalog:
        """The catalog as it would be today if there had been none."""
        lines = (entry._replace(lines=tuple(self.old.formatted(entry))) for entry in found)
        new = self._updated(replace(self.old, entries=tuple(lines), tail=()))
        if self.is_built:
            return new
        languages = self.project.config.source_locale, self.locale
        texts = self.job.deck.text, self.translated.text
        return with_outline(new, (outline_pairs(text, *languages) for text in texts))

    def _aligned(self, notes: list[str]) -> tuple[Alignment, Revision | None]:
        """The best alignment with what the user allows: a revision, all of history, or today's source."""
        if not (self.options.history or self.options.revision is not None):
            told = self._aligned_as_told(notes)
            if told:
                return told
            again = self._aligned_again(self.translated) if self.is_built else None
            return again or align(self.job.deck, self.translated, self.localised), None
        try:
            file = self.job.file.path
            repository = Repository(file.parent)
            if self.options.revision is not None:
                named = version(repository, file, self.options.revision)
                return align(self.job.parse(named.text), self.translated, self.localised), named.revision
            found = versions(repository, file, self.job.deck.text)
        except GitError as error:
            if self.options.revision is not None:
                raise
            notes.append(f"aligned with today's {self.job.shown}: {error}")
            return align(self.job.deck, self.translated, self.localised), None
        notes += (f"{self.job.shown}: {note}" for note in notes_on(repository, found))
        best, alignment = best_version(found, self.translated, self.job.parse, self.localised, self.progress)
        return alignment, best.revision

    def _aligned_as_told(self, notes: list[str]) -> tuple[Alignment, Revision | None] | None:
        """With the revision that its front matter names; None if it names none that git knows."""
        name = told_revision(self.translated.text, self.project.config.revision_keys)
        if not name or self.is_built:
            return None
        try:
            file = self.job.file.path
            named = version(Repository(file.parent), file, name)
        except GitError as error:
            notes.append(f"aligned with today's {self.job.shown}, not with revision {name}: {error}")
            return None
        return align(self.job.parse(named.text), self.translated, self.localised), named.revision

    def _aligned_again(self, edited: Deck) -> Alignment:
        """The source with a deck that was built of it, edited or not: best by way of what was built.

        Where nothing was translated, as far as is known now, that says less than the places of blocks.
        """
        before = self.job.parse(self.built)
        between = in_place(self.job.deck, before)
        if between is None or self.built in (edited.text, self.job.deck.text):
            return in_place(self.job.deck, edited) or align(self.job.deck, edited, self.localised)
        return align(before, edited, self.localised)._replace(source=self.job.deck)

    def _refuse_poor(self, alignment: Alignment, pairs: Sequence[Judged]) -> None:
        if self.options.force or not (self.job.deck.segments or self.translated.segments):
            return
        if alignment.fit < POOR:
            message = (
                f"only {100 * alignment.fit:.0f}% of it fits {self.job.shown}: it is of another deck, or of "
                "a revision far from this one (try --history); --force adopts it all the same"
            )
            raise DeckError(message, Place(self.shown))
        if not self.is_built and all(pair.same for pair in pairs):
            message = f"nothing in it is translated: it is in the language of {self.job.shown}"
            raise DeckError(message, Place(self.shown))
        other = None if self.is_built else other_language(alignment.target, self.locale)
        if other:
            message = f"it seems to be in {other}, not in {self.locale!r}; --force adopts it all the same"
            raise DeckError(message, Place(self.shown))

    def _old(self) -> Catalog:
        """What the deck has of its catalog as it is, or of a new one without entries."""
        if not self.project.shares:
            return self.whole
        return detached(self.whole, composed(self.job.path), [entry.key for entry in self.job.entries])

    def _updated(self, catalog: Catalog) -> Catalog:
        """The catalog brought up to today's source."""
        return update(catalog, self.job.entries, Proposer(partial(numerals_of, self.locale)))[0]

    def _doubt(self, segment: Segment, msgstr: str) -> str:
        """Why a person should look at a translation; what was published once, and is known, needs no look.

        Where nothing is known any more, all that stands in a built deck was published.
        """
        published = not self.known or self.known.get(segment.key) == msgstr
        return "" if self.is_built and published else doubt(segment, msgstr, self.setting)

    def _news(self, pairs: Sequence[Judged]) -> list[Judged]:
        """Of a deck that was built here: what was edited since. All else the catalog knows better."""
        before = self._judged(self._aligned_again(self.job.parse(self.built)))
        same: set[tuple[Key, str]] = {(pair.key, pair.msgstr) for pair in before}
        if not self._is_newest():  # an edit was taken: where else the message stands, its text is older
            taken = {pair.key for pair in pairs if pair.msgstr == self._before.get(pair.key)}
            pairs = [pair for pair in pairs if pair.key not in taken]
        return [pair for pair in pairs if (pair.key, pair.msgstr) not in same]

    def _is_newest(self) -> bool:
        """Whether the built deck was touched after its catalog; if not, the catalog knows better."""
        ours, theirs = (one.room.status(one.name) for one in (self.file, self.catalog_file))
        return ours is None or theirs is None or ours.st_mtime_ns >= theirs.st_mtime_ns

    def _write(self, catalog: Catalog, *, taken: bool) -> None:
        catalog = dated(self.old.by_key.keys(), catalog, now())
        if taken:
            catalog = catalog.with_field("PO-Revision-Date", now())
        if self.project.shares:
            owner, place = composed(self.job.path), self.job.reference
            catalog = with_share(self.whole, owner, place, self.old, catalog)
        self.project.files.write(self.catalog_file, catalog.render().encode())


def _states(counts: Counts) -> dict[str, int]:
    states = {
        one.value: counts.of(one).messages for one in (State.TRANSLATED, State.FUZZY, State.UNTRANSLATED)
    }
    return states | ({"copied": counts.copied.messages} if counts.copied.messages else {})
