"""Seven years of upstream changes, replayed: what stays published, beside msgmerge.

Every message of the first snapshot is translated, by a pseudo-translation that maps letters one to one; then
the catalogs are updated through all snapshots. So each one that is published can be checked for truth.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from bench.inputs.decks import ROOT
from l10n.catalog.headers import new_catalog
from l10n.catalog.model import Entry
from l10n.catalog.reader import load
from l10n.language.locales import info
from l10n.markdown.constructs import SpanKind, blanked, spans
from l10n.markdown.inline import words
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.sync.decks import Step, run
from l10n.system.files import Files

BUNDLE = ROOT.parent / "shared" / "corpus" / "container.training.history.bundle"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_OTHER = "абвгдежзийклмнопрстуфхцчшщ"
_THERE = str.maketrans(_LATIN + _LATIN.upper(), _OTHER + _OTHER.upper())
_ENTITY = re.compile(r"&#?\w+;")
_MECHANICAL = (SpanKind.CODE, SpanKind.LINK, SpanKind.IMAGE, SpanKind.URL, SpanKind.NUMBER)

Decks = Mapping[str, Sequence[Entry]]
"""By deck: its messages."""


def pseudo(msgid: str) -> str:
    """The message with the letters of its prose in another alphabet; markup stays."""
    kept = [(one.start, one.end) for one in spans(msgid)]
    kept += [match.span() for match in _ENTITY.finditer(blanked(msgid, sorted(kept)))]
    parts: list[str] = []
    at = 0
    for start, end in [*sorted(kept), (len(msgid), len(msgid))]:
        parts += msgid[at:start].translate(_THERE), msgid[start:end]
        at = end
    return "".join(parts)


def true(entry: Entry) -> bool:
    """Whether a translation says what its message says; how that is spaced does not count."""
    return entry.msgstr.split() == pseudo(entry.msgid).split()


def shape(msgid: str) -> str:
    """The message with white space, numbers, URLs and code blanked."""
    ranges = [(one.start, one.end) for one in spans(msgid) if one.kind in _MECHANICAL]
    return " ".join(re.sub("\x00+", "\x00", blanked(msgid, ranges)).split())


@dataclass
class Figures:
    """Words, by what became of them; and entries that are wrong."""

    words: Counter[str] = field(default_factory=Counter)
    wrong: int = 0
    proposals: int = 0
    anothers: int = 0
    """Proposals that belong to another message."""

    def count(self, before: Decks, after: Decks) -> None:
        """Compare the catalogs before and after a step."""
        held = {(deck, one.key) for deck, entries in before.items() for one in entries}
        stays = {(deck, one.key) for deck, entries in after.items() for one in entries}
        published = {one.key for entries in before.values() for one in entries if one.translated}
        shapes = {
            shape(one.msgid)
            for deck, entries in before.items()
            for one in entries
            if one.translated and (deck, one.key) not in stays
        }
        for deck, entry in ((deck, one) for deck, entries in after.items() for one in entries):
            size = words(entry.msgid)
            self.words["all"] += size
            self.words["kept" if entry.key in published else "carried"] += size * entry.translated
            self.wrong += entry.translated and not true(entry)
            if (deck, entry.key) not in held:
                mechanical = "mechanical" if shape(entry.msgid) in shapes else "other"
                self._count_new(entry, "moved" if entry.key in published else mechanical)
        used = {key for entries in after.values() for one in entries for key in (one.key, one.previous)}
        self.words["lost"] += sum(words(msgid) for context, msgid in published - used)

    def _count_new(self, entry: Entry, what: str) -> None:
        size = words(entry.msgid)
        self.words[what] += size
        self.words[f"{what} published"] += size * entry.translated
        if entry.fuzzy and entry.msgstr:
            self.words["fuzzy"] += size
            self.proposals += 1
            self.anothers += entry.previous is not None and not alike(entry.previous[1], entry.msgid)

    def add(self, other: Figures) -> None:
        """Count another step in."""
        self.words += other.words
        self.wrong += other.wrong
        self.proposals += other.proposals
        self.anothers += other.anothers


def alike(one: str, other: str) -> bool:
    """Whether two messages have half of their words in common, in order: then one may be the other's edit."""
    return (
        SequenceMatcher(None, one.casefold().split(), other.casefold().split(), autojunk=False).ratio() >= 0.5
    )


def bench(limit: int | None = None) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: a row per step, and one for all; one sentence without the corpus."""
    if not BUNDLE.exists():
        yield (
            f"The replay needs {BUNDLE.name} in {BUNDLE.parent.relative_to(ROOT.parent)}; it is not there.",
        )
        return
    with tempfile.TemporaryDirectory() as name:
        history = Path(name) / "history"
        _git(Path(name), "clone", "-q", "-b", "main", str(BUNDLE), str(history))
        commits = _git(history, "rev-list", "--reverse", "HEAD").split()[:limit]
        ours = Ours(Path(name) / "ours")
        tools: dict[str, Ours | Theirs] = {
            "l10n": ours,
            "msgmerge --previous": Theirs(Path(name) / "previous", "--previous"),
            "msgmerge -N": Theirs(Path(name) / "none", "--no-fuzzy-matching"),
        }
        yield ("tool", "step", "words", "kept", "carried", "fuzzy", "lost", "moved", "of these published",
               "mechanical", "of these published", "wrong", "proposals", "another's")  # fmt: skip
        totals = {tool: Figures() for tool in tools}
        state: dict[str, Decks] = {}
        for commit in commits:
            _git(history, "checkout", "-q", commit)
            for tool, how in tools.items():
                before = state.get(tool)
                state[tool] = how.step(history / "slides", ours)
                if before is None:
                    continue
                step = Figures()
                step.count(before, state[tool])
                totals[tool].add(step)
                yield _row(tool, _git(history, "log", "-1", "--format=%cs").strip(), step)
        for tool, figures in totals.items():
            yield _row(tool, "all", figures)


def _row(tool: str, step: str, figures: Figures) -> tuple[str, ...]:
    counts = figures.words
    plain = [f"{counts[what]:,}" for what in ("all", "kept", "carried", "fuzzy", "lost")]
    pairs = [(counts[what], counts[f"{what} published"]) for what in ("moved", "mechanical")]
    shares = [cell for all_, some in pairs for cell in (f"{all_:,}", f"{some / all_:.1%}" if all_ else "-")]
    return (tool, step, *plain, *shares, *map(str, (figures.wrong, figures.proposals, figures.anothers)))


class Ours:
    """This toolkit, in a project of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.project = Project(Config(root, locales=("fr",)), Files(root))

    def step(self, decks: Path, _ours: Ours) -> Decks:
        """The catalogs, brought up to the decks; the first time, every message is translated."""
        first = not self.root.exists()
        self.root.mkdir(exist_ok=True)
        shutil.rmtree(self.root / "source", ignore_errors=True)
        shutil.copytree(decks, self.root / "source")
        self.project = Project(Config(self.root, locales=("fr",)), Files(self.root))
        report = run(self.project, Step.EXTRACT | Step.UPDATE)
        assert not report.problems, report.problems
        if first:
            for deck in self.project.decks:
                path = self.project.catalog_file(deck, "fr").path
                catalog = load(path.read_bytes(), deck)
                entries = tuple(one._replace(msgstr=pseudo(one.msgid), lines=()) for one in catalog.entries)
                path.write_text(replace(catalog, entries=entries).render(), encoding="utf-8")
        return {deck: _live(self.project.catalog_file(deck, "fr").path) for deck in self.project.decks}


class Theirs:
    """GNU msgmerge, with our templates."""

    def __init__(self, root: Path, option: str) -> None:
        self.root = root
        self.option = option

    def step(self, _decks: Path, ours: Ours) -> Decks:
        """The catalogs, brought up to the templates; at first they are ours."""
        first = not self.root.exists()
        result = {}
        for deck in ours.project.decks:
            path = self.root / f"{deck}.po"
            path.parent.mkdir(parents=True, exist_ok=True)
            if first:
                path.write_bytes(ours.project.catalog_file(deck, "fr").path.read_bytes())
            elif not path.exists():
                empty = new_catalog(deck, "2026-01-01 00:00+0000", info("fr"), "..")
                path.write_text(empty.render(), encoding="utf-8")
            if not first:
                template = ours.project.template_file(deck).path
                command = [
                    "msgmerge",
                    "-q",
                    "--no-wrap",
                    self.option,
                    "-o",
                    str(path),
                    str(path),
                    str(template),
                ]
                subprocess.run(command, check=True)
            result[deck] = _live(path)
        return result


def _live(path: Path) -> list[Entry]:
    return [entry for entry in load(path.read_bytes(), path.name).entries if not entry.obsolete]


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True
    ).stdout
