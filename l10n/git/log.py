"""What changed in the source since each entry of a locale was last right, from git; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from l10n.catalog import Catalog, Key, State
from l10n.deck import Segment
from l10n.errors import DeckError, GitError, L10nError, Place
from l10n.git.catalog_history import CatalogHistory, was_shared
from l10n.git.changes import Change, trace
from l10n.git.logged import Fate, LoggedDeck, LoggedMessage, LoggedSlide, SourceLog
from l10n.git.repository import Repository, Revision
from l10n.git.snapshots import Message, Snapshot, message_of
from l10n.project import KnownCounts, Project, SourceDeck, refuse_former
from l10n.update import extract


def source_log(
    project: Project, locale: str, decks: Sequence[str] = (), *, since: str | None = None, every: bool = False
) -> SourceLog:
    """What changed since entries were right, in the named decks or all; after a revision, if one is named.

    ``every`` tells of messages that are right, too. Raises ``GitError`` where there is no git, no repository
    or no such revision, and ``LocaleError`` and ``DeckError`` for what the project has not.
    """
    (locale,) = project.chosen((locale,))
    refuse_former(project, (locale,))
    repository = Repository(project.root)
    after = repository.since(repository.commit(since)) if since else None
    log = SourceLog(locale, [], [])
    complete = frozenset() if every else _complete(project, repository, locale)
    histories = _Histories(repository, shared=was_shared(project, repository, locale))
    for deck in decks or project.decks:
        if deck in complete:
            continue
        try:
            logged, cut = _DeckLog(project, repository, histories, locale, deck).told(after, every=every)
        except L10nError as error:
            log.note(error)
            continue
        log.shallow |= cut
        if logged.slides:
            log.decks.append(logged)
    return log


class _Histories:
    """The history of each catalog: one for all that decks share, and else none for longer than a deck."""

    def __init__(self, repository: Repository, *, shared: bool) -> None:
        self._begun = partial(CatalogHistory, repository, shared=shared)
        self._of_all = self._begun() if shared else None

    def next(self) -> CatalogHistory:
        """That of the next deck."""
        return self._of_all or self._begun()


_TOLD = (State.FUZZY, State.UNTRANSLATED, State.BORROWED)


def _complete(project: Project, repository: Repository, locale: str) -> frozenset[str]:
    """The decks of which there is nothing to tell, as the last sync knows.

    Their catalogs are committed: one without history is to be named, even if all in it is right.
    """
    committed = _committed(repository, project.messages(locale).base)
    if not committed:
        return frozenset()
    decks = (
        deck
        for deck in project.decks
        if repository.path(project.catalog_file(deck, locale).path) in committed
    )
    known = KnownCounts(project).of(decks)
    return frozenset(
        deck
        for deck, counts in known.items()
        if not any(counts.locales[locale].of(one).messages for one in _TOLD)
    )


def _committed(repository: Repository, folder: Path) -> frozenset[str]:
    try:
        return frozenset(repository.files("HEAD", repository.path(folder)))
    except GitError:  # there is no commit yet: that is named with each deck
        return frozenset()


class _DeckLog:
    """The history of one deck and its catalog."""

    def __init__(
        self, project: Project, repository: Repository, histories: _Histories, locale: str, deck: str
    ) -> None:
        project.files.forget()
        if deck not in project.decks:
            raise DeckError(f"the project has no deck {deck!r}; name one below {project.config.source!r}")
        self.repository = repository
        self.source = SourceDeck(project, deck)
        file = project.catalog_file(deck, locale)
        self.shown = file.shown
        self.content = project.files.read(file)
        if self.content is None:
            raise GitError("there is no such catalog yet; make it with `l10n update`", Place(self.shown))
        self.catalog = self.source.own(project.catalogs.of(file) or Catalog(), stale=True)
        self.borrowed = self.source.borrowed(self.catalog, locale)
        self.catalogs = histories.next()
        self.history = self.catalogs.of(deck, file)
        if not self.history:
            raise GitError("it is in no commit yet, so it has no history; commit it", Place(self.shown))
        self.path = repository.path(self.source.file.path)
        self.between: dict[tuple[str, str], Sequence[Revision]] = {}
        self.known: dict[str, frozenset[Key]] = {}

    def told(self, after: frozenset[str] | None, *, every: bool) -> tuple[LoggedDeck, bool]:
        """What there is to tell, and whether more would be told if history were whole."""
        now = self._now()
        wanted = [key for key, message in now.items() if every or not message.right]
        changes = trace(self._snapshots(now), wanted)
        cut = any(change.changed is None for change in changes.values()) and self.repository.is_shallow()
        slides = [self._slide(slide, changes, now, after) for slide in self._keys_by_slide()]
        found = tuple(slide for slide in slides if slide.messages)
        return LoggedDeck(self.source.shown, self.shown, found), cut

    def _now(self) -> dict[Key, Message]:
        """The deck's messages as they are, whether or not the catalog has been brought up to it."""
        entries = self.catalog.by_key
        return {
            entry.key: message_of(entries[entry.key])
            if entry.key in entries
            else Message(entry.key, right=False)
            for entry in self.source.entries
        }

    def _snapshots(self, now: Mapping[Key, Message]) -> Iterator[Snapshot]:
        yield Snapshot(None, now)
        if not self.catalogs.is_as_in(self.history[0], self.content):
            yield Snapshot(None, {key: message_of(entry) for key, entry in self.catalog.by_key.items()})
        yield from self.catalogs.snapshots(self.source, self.history)

    def _keys_by_slide(self) -> Iterator[tuple[int, dict[Key, Segment]]]:
        """For each slide, steps included: its index, and the messages that are first said on it."""
        deck = self.source.deck
        slides: dict[int, dict[Key, Segment]] = {}
        seen: set[Key] = set()
        first = 0
        starts = [first := first if slide.continued else at for at, slide in enumerate(deck.slides)]
        for segment in deck.segments:
            if segment.key not in seen:
                slides.setdefault(starts[segment.slide], {})[segment.key] = segment
                seen.add(segment.key)
        yield from slides.items()

    def _slide(
        self,
        slide: tuple[int, Mapping[Key, Segment]],
        changes: Mapping[Key, Change],
        now: Mapping[Key, Message],
        after: frozenset[str] | None,
    ) -> LoggedSlide:
        at, segments = slide
        deck = self.source.deck
        messages = {
            key: self._message(segment, changes[key], right_now=now[key].right)
            for key, segment in segments.items()
            if key in changes
        }
        new = len(messages) == len(segments) and all(one.fate is Fate.NEW for one in messages.values())
        told = tuple(one for key, one in messages.items() if _is_after(one, changes[key], after))
        return LoggedSlide(deck.slides[at].title, deck.line_of(deck.slides[at].span.start), new, told)

    def _message(self, segment: Segment, change: Change, *, right_now: bool) -> LoggedMessage:
        return LoggedMessage(
            segment,
            self.source.deck.line_of(segment.span.start),
            _fate(change, right_now=right_now),
            right_now,
            change.before[1] if change.before else None,
            change.right.revision if change.right else None,
            self._changed(change),
            self.borrowed[segment.key].lender if segment.key in self.borrowed else "",
        )

    def _changed(self, change: Change) -> Revision | None:
        """The commit that changed the source, where the catalog was only brought up to it later."""
        if change.changed is None or change.earlier is None:
            return None
        newer = change.changed.revision
        if change.before == change.key:
            return newer
        older = change.earlier.revision or self.history[0]
        commits = self._deck_commits(older.commit, newer.commit if newer else "HEAD")
        if newer and len(commits) < 2:
            return commits[0] if commits else newer
        return self._first_with(change.key, commits) or newer

    def _deck_commits(self, older: str, newer: str) -> Sequence[Revision]:
        """The commits that changed the deck between two that changed the catalog, oldest first."""
        if (older, newer) not in self.between:
            self.between[older, newer] = self.repository.between(older, newer, self.path)[::-1]
        return self.between[older, newer]

    def _first_with(self, key: Key, commits: Sequence[Revision]) -> Revision | None:
        """The first commit, oldest first, whose deck has the message, if it stayed there once it came."""
        low, high = 0, len(commits)
        while low < high:
            middle = (low + high) // 2
            if key in self._messages(commits[middle]):
                high = middle
            else:
                low = middle + 1
        return commits[low] if low < len(commits) else None

    def _messages(self, revision: Revision) -> frozenset[Key]:
        if revision.commit not in self.known:
            data = self.repository.read(revision.commit, revision.path) or b""
            deck = self.source.parse(data.decode("utf-8", "replace"))
            self.known[revision.commit] = frozenset(entry.key for entry in extract(deck, self.source.shown))
        return self.known[revision.commit]


def _fate(change: Change, *, right_now: bool) -> Fate:
    if change.before is not None:
        return Fate.FUZZY if change.before == change.key else Fate.CHANGED
    if right_now:
        return Fate.RIGHT
    return Fate.NEW if change.changed else Fate.UNTRANSLATED


def _is_after(message: LoggedMessage, change: Change, commits: frozenset[str] | None) -> bool:
    """Whether what became of it became so in one of these commits, or is not committed."""
    if commits is None:
        return True
    if change.changed is None or message.fate is Fate.RIGHT:  # as it was from the beginning
        return False
    return message.changed is None or message.changed.commit in commits
