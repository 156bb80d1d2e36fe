"""Translations to try checks on: our own catalogs, and pairs of real decks from the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.inputs.decks import ROOT
from l10n.catalog.model import Catalog, Entry
from l10n.checks.model import Setting, Subject
from l10n.checks.subjects import Reader
from l10n.deck.model import Deck, Segment
from l10n.deck.parser import parse
from l10n.dialects import DIALECTS
from l10n.project.config import find_config
from l10n.project.folder import Project
from l10n.system.files import Files

CORPUS = ROOT.parent / "shared" / "corpus"
"""Real decks, if they are there."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A complete catalog, and what its rules go by."""

    name: str
    subject: Subject
    setting: Setting


def volumes() -> Iterator[Volume]:
    """Our own catalogs, then the pairs of the corpus as if they had been adopted."""
    project = Project(find_config(ROOT), Files(ROOT, dry=True))
    yield from (_own(project, deck) for deck in project.decks)
    for gold in sorted(CORPUS.glob("**/gold.json")):
        yield _adopted(project, gold)


def _own(project: Project, deck: str) -> Volume:
    from l10n.project.sources import SourceDeck

    file = project.catalog_file(deck, "fr")
    source = SourceDeck(project, deck)
    subject = Subject(file.shown, "fr", project.catalogs.of(file) or Catalog(), source=source, folder="fr")
    return Volume(file.shown, subject, Reader(project).setting(subject))


def _adopted(project: Project, gold: Path) -> Volume:
    """Blocks are a pair where both begin on lines that are paired by hand."""
    english, french = (_deck(gold.with_name(name)) for name in ("en.md", "fr.md"))
    lines = dict(json.loads(gold.read_text(encoding="utf-8"))["pairs"])
    there = {french.line_of(one.span.start): one for one in french.segments}
    entries: dict[tuple[str | None, str], Entry] = {}
    for one in english.segments:
        other = there.get(lines.get(english.line_of(one.span.start), 0))
        if other:
            entries.setdefault(one.key, Entry(one.msgid, other.msgid, references=(str(_line(english, one)),)))
    subject = Subject(gold.parent.name, "fr", Catalog(entries=tuple(entries.values())))
    setting = Setting("fr", english.references, project.localised("fr"))
    return Volume(gold.parent.name, subject, setting)


def _line(deck: Deck, segment: Segment) -> int:
    return deck.line_of(segment.span.start)


def _deck(path: Path) -> Deck:
    return parse(path.read_text(encoding="utf-8"), DIALECTS["remark"])
