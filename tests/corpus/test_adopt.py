"""Real translations: what is published is right, most of it is found, and so is the revision."""

import json
import subprocess
from pathlib import Path

import pytest
from support import FRENCH, deck_of, structure

from bench.bench_adopt import bench_pairs
from corpus.real import CORPUS
from l10n.adopt.alignment.align import align
from l10n.adopt.decks import Options, adopt_decks
from l10n.adopt.revisions import best_version, versions
from l10n.catalog.reader import load
from l10n.git.repository import Repository
from l10n.project.config import Config
from l10n.project.folder import Project
from l10n.sync.decks import Step, run
from l10n.system.files import Files

ENOUGH = {"exact": 98.0, "near": 98.0, "drifted": 93.0}
"""Recall in percent, by how far a translation has drifted from its source."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (CORPUS / "seed").is_dir(), reason="the real pairs are not in ../shared/corpus"),
]


def test_what_is_published_is_right_and_most_is_found() -> None:
    _, *rows = bench_pairs()
    assert len(rows) == 6
    for name, quality, _, _, precision, recall, *_ in rows:
        assert float(precision.rstrip("%")) >= 99.5, name
        assert float(recall.rstrip("%")) >= ENOUGH[quality], name


def test_translation_of_another_deck_fits_poorly() -> None:
    folders = [path.parent for path in sorted(CORPUS.glob("*/*/gold.json"))] + [CORPUS / "seed"]
    sources = {folder: deck_of((folder / "en.md").read_text(encoding="utf-8")) for folder in folders}
    for folder in folders:
        french = deck_of((folder / "fr.md").read_text(encoding="utf-8"))
        fits = {other: align(source, french, FRENCH).fit for other, source in sources.items()}
        assert fits.pop(folder) > 0.9
        assert max(fits.values()) < 0.4


def test_history_of_the_seed_finds_the_revision_that_was_translated(tmp_path: Path) -> None:
    bundle = CORPUS / "seed" / "concepts-k8s.history.bundle"
    subprocess.run(["git", "clone", "-q", "-b", "main", str(bundle), str(tmp_path)], check=True)
    deck = next(tmp_path.rglob("*.md"))
    found = versions(Repository(tmp_path), deck, deck.read_text(encoding="utf-8"))
    french = deck_of((CORPUS / "seed" / "fr.md").read_text(encoding="utf-8"))
    best, alignment = best_version(found, french, deck_of, FRENCH)
    assert best.text == (CORPUS / "seed" / "en.md").read_text(encoding="utf-8")
    assert best.revision is not None
    gold = json.loads((CORPUS / "seed" / "gold.json").read_text(encoding="utf-8"))["pairs"]
    lines = [
        [
            alignment.source.line_of(alignment.source.segments[one.source[0]].span.start),
            french.line_of(french.segments[one.target[0]].span.start),
        ]
        for one in alignment.matches
    ]
    assert lines == gold


def test_what_upstream_left_alone_is_published_and_nothing_else(tmp_path: Path) -> None:
    bundle = CORPUS / "seed" / "concepts-k8s.history.bundle"
    subprocess.run(["git", "clone", "-q", "-b", "main", str(bundle), str(tmp_path)], check=True)
    file = next(tmp_path.rglob("*.md"))
    project = Project(Config(tmp_path, source=str(file.parent.relative_to(tmp_path))), Files(tmp_path))
    report = adopt_decks(project, "fr", [CORPUS / "seed" / "fr.md"], Options(source=file, history=True))
    assert not report.problems

    french = deck_of((CORPUS / "seed" / "fr.md").read_text(encoding="utf-8"))
    blocks = {french.line_of(one.span.start): one.msgid for one in french.segments}
    english = deck_of((CORPUS / "seed" / "en.md").read_text(encoding="utf-8"))
    lines = {english.line_of(one.span.start): one.msgid for one in english.segments}
    gold = json.loads((CORPUS / "seed" / "gold.json").read_text(encoding="utf-8"))["pairs"]
    right: dict[str, set[str]] = {}
    for one, other in gold:
        if one in lines:
            right.setdefault(lines[one], set()).add(blocks[other])

    catalog = load(project.catalog_file(file.name, "fr").path.read_bytes(), "fr.po")
    unchanged = {one.msgid: one for one in catalog.by_key.values() if one.msgid in right}
    assert len(unchanged) > 60
    for msgid, entry in unchanged.items():
        assert entry.msgstr in right[msgid]
        assert entry.translated or entry.msgstr == msgid
    published = [one for one in catalog.by_key.values() if one.translated and one.msgid not in right]
    assert published == []

    run(Project(project.config, Files(tmp_path)), Step.BUILD, ("fr",))
    newest = deck_of(file.read_text(encoding="utf-8"))
    built = deck_of(project.output_file(file.name, "fr").path.read_text(encoding="utf-8"))
    assert structure(built) == structure(newest)
    assert [one.msgid for one in built.segments] == [
        entry.msgstr if (entry := catalog.by_key[one.key]).translated else one.msgid
        for one in newest.segments
    ]
