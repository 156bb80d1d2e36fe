"""What is done for decks with one catalog, by any process, and what tells that nothing is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from enum import Flag, auto
from typing import TYPE_CHECKING

from l10n.catalog import Key, now
from l10n.errors import DeckError, FileError, L10nError, Place
from l10n.project import (
    DeckCounts,
    Fingerprints,
    Glossaries,
    Group,
    PartStore,
    Project,
    counted_in,
)
from l10n.sync.orphans import Orphans
from l10n.sync.results import DeckResult, GroupResult
from l10n.system import File, Rows, helping

if TYPE_CHECKING:
    from l10n.sync.group_steps import GroupSteps
    from l10n.update import Answer

Answers = Mapping[tuple[str, str], Mapping[Key, "Answer"]]
"""By group and locale: what there is for new messages."""


class Step(Flag):
    """What to do with decks."""

    EXTRACT = auto()
    UPDATE = auto()
    BUILD = auto()


class Work:
    """What is done for one group, by whichever process: nothing stays behind but what comes of it."""

    def __init__(
        self,
        project: Project,
        steps: Step,
        chosen: tuple[str, ...],
        *,
        carry: bool = True,
        anew: bool = False,
        answers: Answers | None = None,
    ) -> None:
        """``carry`` leaves entries translated whose edit was mechanical; ``answers`` are for new messages.

        ``anew`` asks memory for all messages without a translation: the last run may not have got to them.
        """
        self.project = project
        self.files = project.files
        self.steps = steps
        self.locales = chosen
        self.carry = carry
        self.anew = anew
        self.answers = answers or {}
        self.date = now()
        self.glossaries = Glossaries(project)
        self.orphans = {locale: Orphans(project, locale) for locale in chosen}
        self.fingerprints = Fingerprints(project, chosen, self.glossaries, dry=project.files.dry)
        self.remembering: dict[str, bool] = {}
        self._every = {*chosen} == {*project.locales}
        self.kind = str(steps) if self._every else f"{steps} {' '.join(sorted(chosen))}"
        """What the cache calls such a run: one for each locale must not make the others forget."""
        self.writes_index = bool(project.config.index) and Step.BUILD in steps and self._every

    @property
    def is_all(self) -> bool:
        """Whether it looks at every file that any run does."""
        return self._every and self.steps == Step.EXTRACT | Step.UPDATE | Step.BUILD

    def __call__(self, name: str) -> GroupResult:
        """Do it for the group of that name."""
        return self.done(self.group(name))

    def group(self, name: str) -> Group:
        """The group of that name."""
        if not self.project.shares:
            return Group(name, (name,))
        return next(one for one in self.project.groups if one.name == name)

    def done(self, group: Group) -> GroupResult:
        """What comes of it for these decks of a group."""
        self.files.forget()
        result = GroupResult(group.name, [DeckResult(deck) for deck in group.decks])
        with result.noting():
            self.group_steps().take(result)
            if not result.problems:
                result.digest = self.fingerprint(group)
                self._note_counts(result)
        result.changed, result.removed, result.moved = self.files.new_changes()
        return result

    def group_steps(self) -> GroupSteps:
        """Where the steps are: not read before a group needs them, which most runs have none of.

        They know this work, which must not know them: what both hold, open folders too, would stay a while.
        """
        from l10n.sync.group_steps import GroupSteps

        return GroupSteps(self)

    def with_answers(self, answers: Answers) -> Work:
        """The same work, done again where there are answers for new messages."""
        return Work(self.project, self.steps, self.locales, carry=self.carry, anew=self.anew, answers=answers)

    def part_store(self, deck: str) -> PartStore | None:
        """Where what is known of the parts of a deck is kept; None if nothing is."""
        rows = Rows(self.files.root, deck, dry=self.files.dry)
        return PartStore(rows, self.fingerprints.common, self.project.shares)

    def lost(self, name: str, why: str) -> GroupResult:
        """What to say where the process at work on the group has ended."""
        decks = self.group(name).decks
        message = f"the process at work on it was ended by {why}; run the command again"
        problems: list[L10nError] = [DeckError(message, Place(self._shown(deck))) for deck in decks]
        return GroupResult(name, [DeckResult(deck) for deck in decks], problems=problems, lost=True)

    def helping(self, number: int) -> AbstractContextManager[None]:
        """Around all that another process does."""
        return helping(self.files, number)

    def may_adopt(self, group: Group) -> bool:
        """Whether a catalog without a deck may be its; one process deals with these, for all share them."""
        return Step.UPDATE in self.steps and any(
            not _is_there(self.project.catalog_file(group.decks[0], locale)) and self.orphans[locale].catalogs
            for locale in self.locales
        )

    def _shown(self, deck: str) -> str:
        return self.project.deck_file(deck).shown

    def fingerprint(self, group: Group) -> str:
        """A digest of all that is read and written for it."""
        return self.fingerprints.of(
            group.decks,
            template=Step.EXTRACT in self.steps,
            catalogs=bool(self.steps & (Step.UPDATE | Step.BUILD)),
            built=Step.BUILD in self.steps,
        )

    def _note_counts(self, result: GroupResult) -> None:
        """For the cache: what other commands may go by, of decks brought up to date in all locales."""
        if Step.UPDATE | Step.BUILD in self.steps and self.locales == self.project.locales:
            for one in result.decks:
                not_extracted = max((totals.not_extracted for totals in one.locales.values()), default=0)
                known = DeckCounts(not_extracted, one.counts)
                one.known_counts = counted_in(self.fingerprints, one.deck), known.to_json()


def _is_there(file: File) -> bool:
    """Whether something has that name; what is odd about it is said where it is read."""
    with suppress(FileError):
        return file.room.status(file.name) is not None
    return True
