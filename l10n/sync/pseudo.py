"""Decks with translations that nobody wrote, and that stand in no catalog."""

from __future__ import annotations

from collections.abc import Container, Mapping

from l10n.build import pseudo_translation
from l10n.catalog import Catalog, Key
from l10n.project import Project, SourceDeck
from l10n.sync.group_steps import GroupSteps, Job
from l10n.sync.work import Step, Work

LOCALE = "qps-ploc"
"""What stands for a language: a tag that BCP 47 leaves free, and that other tools use for the same."""


class PseudoSteps(GroupSteps):
    """The build of decks, with translations that are made for them."""

    def _catalog(self, job: Job, locale: str) -> Catalog:  # noqa: ARG002 - it is of no language
        return Catalog()

    def _share(self, deck: SourceDeck, catalog: Catalog) -> Catalog:  # noqa: ARG002 - there is none
        renderer = deck.dialect.renderer
        made = (entry._replace(msgstr=pseudo_translation(entry.msgid, renderer)) for entry in deck.entries)
        return Catalog(entries=tuple(made))

    def _places(
        self,
        deck: SourceDeck,
        locale: str,  # noqa: ARG002
        catalog: Catalog,  # noqa: ARG002
        keys: Container[Key],  # noqa: ARG002
    ) -> tuple[str, Mapping[Key, int]]:
        """Those of the messages in the deck."""
        lines = ((one.key, deck.deck.line_of(one.span.start)) for one in reversed(deck.deck.segments))
        return deck.shown, dict(lines)


class PseudoWork(Work):
    """The build of decks with them."""

    def __init__(self, project: Project) -> None:
        super().__init__(project, Step.BUILD, (LOCALE,))

    def group_steps(self) -> GroupSteps:
        """Where the steps are."""
        return PseudoSteps(self)

    def part_store(self, deck: str) -> None:
        """Nothing is kept."""
