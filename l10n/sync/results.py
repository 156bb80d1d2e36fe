"""What comes of a run, in numbers and names."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Container, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from l10n.catalog import Count, Counts, complete_percent
from l10n.errors import L10nError, Place, distinct
from l10n.update import Changes

if TYPE_CHECKING:
    from l10n.catalog import Catalog, Key
    from l10n.project import SourceDeck


@dataclass(slots=True)
class Refused:
    """A translation that was not published."""

    path: str
    line: int
    reason: str
    msgid: str


@dataclass(slots=True)
class Totals:
    """Counts of one locale: messages and their words, by state."""

    messages: int = 0
    words: int = 0
    translated: int = 0
    """In the sense of ``State.TRANSLATED``."""
    fuzzy: int = 0
    untranslated: int = 0
    refused: list[Refused] = field(default_factory=list)
    written: int = 0
    """Files that were (or would be) written."""
    not_extracted: int = 0
    """Words that decks show and that are in no message."""
    copied: int = 0
    complete_words: int = 0
    """Of ``words``, those of messages that are translated or borrowed."""
    borrowed: int = 0
    """In the sense of ``State.BORROWED``."""

    @classmethod
    def nothing_known(cls, messages: int, words: int, not_extracted: int = 0) -> Totals:
        """Of a deck whose catalog cannot be read: nothing counts as translated."""
        return cls(messages=messages, words=words, untranslated=messages, not_extracted=not_extracted)

    @classmethod
    def of(cls, counts: Counts, not_extracted: int = 0) -> Totals:
        """Of messages that were counted by state."""
        return cls(
            messages=counts.total.messages,
            words=counts.total.words,
            translated=counts.translated.messages,
            fuzzy=counts.fuzzy.messages,
            untranslated=counts.untranslated.messages,
            not_extracted=not_extracted,
            copied=counts.copied.messages,
            borrowed=counts.borrowed.messages,
            complete_words=counts.complete.words,
        )

    @property
    def complete(self) -> int:
        """How much is complete, as ``complete_percent`` has it."""
        done = Count(self.translated + self.borrowed, self.complete_words)
        whole = Count(self.messages, self.words)
        return complete_percent(Counts(translated=done, untranslated=whole - done))

    def add(self, other: Totals) -> None:
        """Count another deck in."""
        self.messages += other.messages
        self.words += other.words
        self.translated += other.translated
        self.complete_words += other.complete_words
        self.copied += other.copied
        self.borrowed += other.borrowed
        self.fuzzy += other.fuzzy
        self.untranslated += other.untranslated
        self.refused += other.refused
        self.not_extracted += other.not_extracted


@dataclass(slots=True)
class Report:
    """What came of a run."""

    locales: dict[str, Totals] = field(default_factory=dict)
    problems: list[L10nError] = field(default_factory=list)
    """Files that could not be read or written; all others went through."""
    changes: dict[str, Changes] = field(default_factory=dict)
    """What an update did, by locale."""
    changed: list[str] = field(default_factory=list)
    """Files that were (or would be) written."""
    removed: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    """Catalogs among them of decks that were renamed, and what they are called now."""
    warnings: list[str] = field(default_factory=list)
    """Decks with marks of another engine than that of their dialect, and files that are no decks any more."""
    notes: list[str] = field(default_factory=list)
    """What the user may want to do something about, and what is no fault."""
    compiled: list[str] = field(default_factory=list)
    """Files that editors made of catalogs."""
    kinds: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """By dialect and reason: the decks that are read so; those of a run that read all."""
    frames: list[str] = field(default_factory=list)
    """Pages that show decks and are copied, with what texts they have; told of where languages are added."""
    copies: dict[str, list[str]] = field(default_factory=dict)
    """By locale: decks that are translations by their names; told then, too."""
    lists_decks: bool = False
    """Whether the settings list what is a deck; told then, too."""
    begun: bool = False
    """Whether the project has got its settings in this run."""
    lost: bool = False
    """A process ended before it was done, and may have left files in the making."""

    def add(self, result: GroupResult) -> None:
        """Count the decks of a group in."""
        self.problems += result.problems
        self.changed += result.changed
        self.removed += result.removed
        self.moved |= result.moved
        self.lost |= result.lost
        self.warnings += result.warnings
        for deck in result.decks:
            self.warnings += deck.warnings
            if deck.read_as:
                self.kinds.setdefault(deck.read_as, []).append(deck.shown)
            for locale, totals in deck.locales.items():
                self.locales[locale].add(totals)
        for locale, changes in result.all_changes().items():
            self.changes[locale] = self.changes.get(locale, Changes()) + changes

    def sort_out(self, passed_over: Callable[[Collection[str]], Collection[str]]) -> None:
        """Name each problem and each file once, and refusals in the order of their catalogs."""
        out = passed_over([*self.changed, *self.removed])
        self.changed = [path for path in dict.fromkeys(self.changed) if path not in out]
        self.removed = [path for path in dict.fromkeys(self.removed) if path not in out]
        self.problems = distinct(self.problems)
        for totals in self.locales.values():
            totals.refused.sort(key=lambda refused: (refused.path, refused.line))


class Updated(NamedTuple):
    """A catalog, brought up to its decks."""

    catalog: Catalog
    changes: Changes | None = None
    """What an update did, if there was one."""
    new: tuple[Key, ...] = ()
    """Messages that nothing in it helps with, where another catalog might."""
    again: tuple[Key, ...] = ()
    """Those of them that are not new, but that the last run may not have got to."""
    problem: L10nError | None = None
    """Why it could not be written."""


@dataclass(slots=True)
class DeckResult:
    """What came of one deck."""

    deck: str = ""
    locales: dict[str, Totals] = field(default_factory=dict)
    shown: str = ""
    """The deck, as messages name it, once it is read."""
    read_as: tuple[str, str] | None = None
    """Its dialect, and the reason; None if it is not read."""
    warnings: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    """Of the deck (at the empty name) and of its builds by locale, if an index is to be written."""
    counts: dict[str, Counts] = field(default_factory=dict)
    """The numbers of ``locales`` by state, if it was gone through."""
    known_counts: tuple[str, str] | None = None
    """For the cache, if other commands may rely on them: a fingerprint, and the counts."""

    def read(self, source: SourceDeck) -> None:
        """Note in which dialect it was read, and what speaks against that."""
        choice = source.choice
        self.shown, self.read_as = source.shown, (choice.dialect, choice.reason)
        if choice.warning:
            self.warnings.append(f"{Place(source.shown, choice.warned_at)}: {choice.warning}")
        line, doubt = source.doubt
        if doubt:
            self.warnings.append(f"{Place(source.shown, line)}: {doubt}")

    def to_data(self) -> dict[str, object]:
        """As the cache keeps it."""
        locales = {name: asdict(one) for name, one in self.locales.items()}
        return {"deck": self.deck, "locales": locales, "warnings": self.warnings, "titles": self.titles}

    @classmethod
    def from_data(cls, known: Any) -> DeckResult:
        """From the cache; an error of Python's if that is damaged."""
        result = cls(str(known["deck"]))
        result.titles = {str(name): str(title) for name, title in known["titles"].items()}
        result.warnings = list(map(str, known["warnings"]))
        for locale, values in known["locales"].items():
            refused = [Refused(**one) for one in values.pop("refused")]
            result.locales[locale] = Totals(**values, refused=refused)
        return result


@dataclass(slots=True)
class GroupResult:
    """What came of the decks that share a catalog."""

    name: str = ""
    """That of the group."""
    decks: list[DeckResult] = field(default_factory=list)
    changes: dict[str, Changes] = field(default_factory=dict)
    """What an update did, by locale."""
    new: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    """Messages that another catalog might help with, by locale."""
    again: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    """Those of them that are not new."""
    problems: list[L10nError] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    """What is to be said of none of them alone."""
    digest: str = ""
    """The fingerprint of its files, if another run may rely on this result."""
    lost: bool = False
    """The process at work on it ended."""

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Note what cannot be read or written, and go on with the rest."""
        try:
            yield
        except L10nError as error:
            self.problems.append(error)

    def note(self, locale: str, updated: Updated) -> None:
        """Note what came of its catalog."""
        if updated.changes is not None:
            self.changes[locale] = updated.changes
        if updated.new:
            self.new[locale], self.again[locale] = updated.new, updated.again
        if updated.problem:
            self.problems.append(updated.problem)

    def all_changes(self) -> dict[str, Changes]:
        """What an update did, by locale: nothing to any message where there was none."""
        every: dict[str, Changes] = {}
        for deck in self.decks:
            for locale, totals in deck.locales.items():
                if locale in self.changes:
                    every[locale] = self.changes[locale]
                else:
                    kept = Changes(kept=Count(totals.messages, totals.words))
                    every[locale] = every[locale] + kept if locale in every else kept
        return every

    def then(self, later: GroupResult, answered: Container[str]) -> GroupResult:
        """What came of the decks after they were gone through again; new messages were ``answered`` there.

        In these locales the later changes come on top, in others they are the same again.
        """
        changes = {
            locale: done + later.changes[locale] if locale in answered and locale in later.changes else done
            for locale, done in self.changes.items()
        }
        return replace(
            later,
            changes=changes,
            changed=list(dict.fromkeys((*self.changed, *later.changed))),
            removed=list(dict.fromkeys((*self.removed, *later.removed))),
            moved=self.moved | later.moved,
        )

    def to_json(self) -> str:
        """As the cache keeps it."""
        now = {locale: changes.now for locale, changes in self.changes.items()}
        kept = {locale: (count.messages, count.words) for locale, count in now.items()}
        return json.dumps([[deck.to_data() for deck in self.decks], kept])

    @classmethod
    def from_json(cls, text: str) -> GroupResult:
        """From the cache; ``ValueError`` if that is damaged."""
        try:
            decks, kept = json.loads(text)
            changes = {name: Changes(kept=Count(*map(int, count))) for name, count in kept.items()}
            return cls(decks=list(map(DeckResult.from_data, decks)), changes=changes)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(text) from error
