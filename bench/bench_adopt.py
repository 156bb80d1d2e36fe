"""Adopting translations: what is found, what of it is right, and how long a history takes.

Pairs aligned by hand are in the corpus in ../shared; without it there are no rows. A pair is right when both
first lines agree. Blocks without prose, which no message is made of, are set aside.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from bench.inputs.decks import ROOT
from bench.inputs.perturbed import CHANGES, Lines, numbered, russian
from l10n.adopt.alignment.align import align
from l10n.adopt.alignment.judgement import DOUBTFUL, SURE, Judged, State, judged
from l10n.adopt.doubts import doubt
from l10n.adopt.revisions import best_version, versions
from l10n.checks.model import Setting
from l10n.deck.model import Deck
from l10n.deck.parser import parse, skim
from l10n.dialects import DIALECTS
from l10n.git.repository import Repository
from l10n.markdown.targets import Localised

_CORPUS = ROOT.parent / "shared" / "corpus"
_FRENCH = Localised(("//[{locale}.]", "/[{locale}/]"), ("en",), ("fr",))
_ONCE = {"as it is", "Cyrillic", "Kanji"}
_BANDS = (0.99, SURE, (SURE + DOUBTFUL) / 2, DOUBTFUL, 0.0)
"""From which confidence on pairs are counted together."""
_THROWS = 3
"""How often a change with chance in it is tried."""


def _remark(text: str) -> Deck:
    return parse(text, DIALECTS["remark"])


@dataclass(frozen=True, slots=True)
class _Gold:
    """A pair aligned by hand."""

    name: str
    quality: str
    source: Deck
    translated: str
    pairs: list[tuple[int, int]]


@cache
def _golds() -> list[_Gold]:
    folders = [path.parent for path in sorted(_CORPUS.glob("pairs/*/gold.json"))]
    return [_gold(folder) for folder in (*folders, _CORPUS / "seed") if (folder / "gold.json").exists()]


def _gold(folder: Path) -> _Gold:
    known = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    source, translated = ((folder / name).read_text(encoding="utf-8") for name in ("en.md", "fr.md"))
    pairs = [(one, other) for one, other in known["pairs"]]
    return _Gold(folder.name, known["quality"], _remark(source), translated, pairs)


@dataclass(slots=True)
class _Score:
    """Counts of pairs."""

    gold: int = 0
    translated: int = 0
    right: int = 0
    found: int = 0
    """Right ones that are translated or fuzzy."""
    seconds: float = 0.0

    def add(self, gold: _Gold, lines: Lines) -> None:
        """Align a translation whose lines were those of the gold pair, and count."""
        start = time.process_time()
        target = _remark("\n".join(line for line, _ in lines))
        found = _aligned(gold, target)
        self.seconds += time.process_time() - start
        prose = {gold.source.line_of(one.span.start) for one in gold.source.segments}
        there = {lines[target.line_of(one.span.start) - 1][1] for one in target.segments}
        wanted = {(one, other) for one, other in gold.pairs if one in prose and other in there}
        sure = _places(found, lines, {State.TRANSLATED})
        self.gold += len(wanted)
        self.translated += len(sure)
        self.right += len(sure & wanted)
        self.found += len(_places(found, lines, {State.TRANSLATED, State.FUZZY}) & wanted)

    def row(self) -> tuple[str, ...]:
        """Gold pairs, translated ones, precision, recall, recall of translated ones, seconds."""
        shares = (self.right / max(1, self.translated), self.found / self.gold, self.right / self.gold)
        return (
            f"{self.gold:,}",
            f"{self.translated:,}",
            *(f"{100 * share:.2f}%" for share in shares),
            f"{self.seconds:.2f}",
        )


def _aligned(gold: _Gold, target: Deck) -> list[Judged]:
    doubts = partial(doubt, setting=Setting("fr", gold.source.references, _FRENCH))
    return judged(
        align(gold.source, target, _FRENCH), _FRENCH, partial(skim, dialect=DIALECTS["remark"]), doubts
    )


def _places(found: Iterable[Judged], lines: Lines, states: set[State]) -> set[tuple[int, int]]:
    return {(one.source_line, lines[one.translated_line - 1][1]) for one in found if one.state in states}


_HEAD = ("pairs", "translated", "precision", "recall", "translated of all", "s")


def bench_pairs() -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: each pair as it is."""
    yield "pair", "quality", *_HEAD
    for gold in _golds():
        score = _Score()
        score.add(gold, numbered(gold.translated))
        yield gold.name, gold.quality, *score.row()


def bench_changes() -> Iterator[tuple[str, ...]]:
    """The same for all pairs together, after changes to the translations."""
    yield "change", *_HEAD
    for name, change in CHANGES.items() if _golds() else ():
        score = _Score()
        for gold in _golds():
            for throw in range(1 if name in _ONCE else _THROWS):
                score.add(gold, change(numbered(gold.translated), random.Random(throw)))
        yield name, *score.row()


def bench_confidence() -> Iterator[tuple[str, ...]]:
    """How many pairs are right by how sure they are, over all changes."""
    yield "confidence", "pairs", "right"
    counts = {least: [0, 0] for least in _BANDS}
    for name, change in CHANGES.items():
        for gold in _golds():
            lines = change(numbered(gold.translated), random.Random(name))
            for pair in _aligned(gold, _remark("\n".join(line for line, _ in lines))):
                count = counts[max(least for least in _BANDS if least <= pair.confidence)]
                count[0] += 1
                count[1] += (pair.source_line, lines[pair.translated_line - 1][1]) in gold.pairs
    for least, (pairs, right) in counts.items() if _golds() else ():
        yield f"{least:.0%} and more", f"{pairs:,}", f"{100 * right / max(1, pairs):.1f}%"


def bench_history() -> Iterator[tuple[str, ...]]:
    """Which revision is found in the history of the seed, and in a long made-up one; how long it takes."""
    yield "history", "revisions", "texts", "lines", "found", "texts off", "s"
    bundle = _CORPUS / "seed" / "concepts-k8s.history.bundle"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if bundle.exists():
            _git(folder, "clone", "-q", "-b", "main", str(bundle), "seed")
            english = (_CORPUS / "seed" / "en.md").read_text(encoding="utf-8")
            french = (_CORPUS / "seed" / "fr.md").read_text(encoding="utf-8")
            yield "seed", *_searched(next((folder / "seed").rglob("*.md")), french, english)
            yield "of 500 lines", *_long(folder / "long", english)
            yield "of words only", *_reworded(folder / "words", english, french)
            cyrillic = "\n".join(line for line, _ in russian(numbered(english), random.Random(0)))
            yield "the same, in Cyrillic", *_reworded(folder / "letters", english, cyrillic)


def _long(folder: Path, text: str) -> tuple[str, ...]:
    """500 commits of a deck of 500 lines, the translation being of the 250th."""
    dice = random.Random(0)
    ends = [", and more", ", and less", " again", " for others", " with `code`", ", 42 of them"]
    texts = list(_edited(f"{text}\n---\n{text}", 500, lambda line: line + dice.choice(ends), dice))
    translated = russian(numbered(texts[250]), dice)
    return _made_up(folder, texts, "\n".join(line for line, _ in translated), 250)


def _reworded(folder: Path, text: str, translated: str) -> tuple[str, ...]:
    """100 commits that changed a few words each; the translation is of the 50th."""
    dice = random.Random(0)
    words = re.findall(r"\b[a-z]{3,}\b", text)

    def reworded(line: str) -> str:
        return re.sub(r"\b[a-z]{3,}\b", lambda old: dice.choice([old[0], old[0], dice.choice(words)]), line)

    before = list(_edited(text, 50, reworded, dice))[::-1]
    return _made_up(folder, [*before, text, *_edited(text, 49, reworded, dice)], translated, 50)


def _edited(text: str, times: int, edit: Callable[[str], str], dice: random.Random) -> Iterator[str]:
    """The text after each of some edits, each of one list item."""
    lines = text.split("\n")
    items = [at for at, line in enumerate(lines) if line.lstrip().startswith("- ")]
    for _ in range(times):
        at = dice.choice(items)
        lines[at] = edit(lines[at])
        yield "\n".join(lines)


def _made_up(folder: Path, texts: list[str], translated: str, made_from: int) -> tuple[str, ...]:
    """The row of a history made for the purpose."""
    folder.mkdir()
    stream: list[str] = []
    for number, text in enumerate(texts):
        data = text.encode()
        stream.append(
            f"commit refs/heads/main\ncommitter a <a@b> {1_500_000_000 + number} +0000\ndata 1\nx\n"
            f"M 644 inline deck.md\ndata {len(data)}\n{text}\n"
        )
    _git(folder, "init", "-q", "-b", "main")
    subprocess.run(
        ["git", "-C", str(folder), "fast-import", "--quiet"], input="".join(stream).encode(), check=True
    )
    _git(folder, "reset", "-q", "--hard")
    return _searched(folder / "deck.md", translated, texts[made_from])


def _searched(deck: Path, translated: str, made_from: str) -> tuple[str, ...]:
    start = time.process_time()
    repository = Repository(deck.parent)
    today = deck.read_text(encoding="utf-8")
    found = versions(repository, deck, today)
    best, _ = best_version(found, _remark(translated), _remark, _FRENCH)
    seconds = time.process_time() - start
    revisions = len(repository.history(repository.path(deck)))
    shown = best.revision.short if best.revision else "today's"
    lines = today.count("\n")
    texts = [one.text for one in found]
    off = abs(texts.index(best.text) - texts.index(made_from))
    return str(revisions), str(len(found)), str(lines), shown, str(off), f"{seconds:.1f}"


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def main() -> None:
    """Print the tables of adoption alone: ``python -m bench.bench_adopt``."""
    from bench.tables import show

    show("Adopted pairs", bench_pairs())
    show("Adopted after changes", bench_changes())
    show("Adopted by confidence", bench_confidence())
    show("Revisions found", bench_history())


if __name__ == "__main__":
    main()
