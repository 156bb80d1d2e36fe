"""Slides of real decks that a translation makes too full: remark in pages made for it, Marp, reveal.js.

Nobody translated most of them, so that translations are pseudo-translations, a third longer.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib

from bench.inputs.pairs import CORPUS
from l10n.build import pseudo_translation
from l10n.project import Project, SourceDeck, find_config
from l10n.system import Files

_ENGINES = Path(__file__).parent.parent / "tests/engines/packages"
_REMARK = _ENGINES / "package/starter/template/remark.min.js"
VIEWERS = {"marp": _ENGINES / "marp", "reveal": _ENGINES / "reveal/node_modules/reveal.js"}
"""By name: where what shows decks without a page is."""
_DECKS = {
    "remark": ("container.training/**/*.md", "dialects/remark/**/*.md", "pairs/**/en.md", "seed/en.md"),
    "marp": ("dialects/marp/**/*.md",),
    "reveal": ("dialects/reveal/**/*.md",),
}
_MOST = 300
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<style>.remark-slide-content { font-size: 32px; line-height: 1.35; padding: 1em 3em; }</style></head>
<body><script src="../remark.min.js"></script>
<script>
remark.macros.scale = function (width) { return `<img src="${this}" style="width: ${width}">`; };
remark.create({ sourceUrl: 'deck.md', ratio: '16:9' });
</script></body></html>
"""


def bench() -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first."""
    yield ("decks", "slides", "pages that cannot be measured", "too full", "too wide", "cut off", "seconds")
    with tempfile.TemporaryDirectory() as name:
        yield _measured(Path(name))


def _measured(root: Path) -> tuple[str, ...]:
    decks = make_pages(root)
    start = time.monotonic()
    named = [f"--{name}={path}" for name, path in VIEWERS.items()]
    args = ("check", "--rendered", "--select", "rendered", "--format", "json", *named)
    done = subprocess.run(
        [sys.executable, "-m", "l10n", *args], check=False, cwd=root, capture_output=True, text=True
    )
    seconds = time.monotonic() - start
    found = Counter(_kind(one["message"]) for one in json.loads(done.stdout))
    failed = sum(line.startswith("error:") for line in done.stderr.splitlines())
    project = Project(find_config(root), Files(root, dry=True))
    every = (SourceDeck(project, deck).deck.slides for deck in project.decks)
    shown = sum(slide.marks.is_shown for slides in every for slide in slides)
    kinds = ("too full", "too wide", "cut off")
    return (f"{decks:,}", f"{shown:,}", str(failed), *(str(found[one]) for one in kinds), f"{seconds:.0f}")


def _kind(message: str) -> str:
    return next(kind for kind in ("too full", "too wide", "cut off") if kind in message)


def make_pages(root: Path) -> int:
    """A project of decks, a folder each, with their catalogs; how many these are."""
    found = [(name, path) for name in _DECKS for path in _paths(name)][:_MOST]
    for number, (name, path) in enumerate(found):
        folder = root / "source" / f"{name}-{number:03}"
        folder.mkdir(parents=True)
        shutil.copy(path, folder / "deck.md")
        if name == "remark":
            (folder / "index.html").write_text(_PAGE, encoding="utf-8")
    shutil.copy(_REMARK, root / "source")
    dialects = "".join(f'"{name}-*/deck.md" = "{name}"\n' for name in _DECKS)
    settings = f'include = ["*/deck.md"]\n[dialects]\n{dialects}'
    (root / "l10n.toml").write_text(settings, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "l10n", "-q", "init", "fr"], cwd=root, check=True)
    project = Project(find_config(root), Files(root))
    for deck in project.decks:
        _translate(project, deck)
    return len(found)


def _paths(name: str) -> list[Path]:
    return sorted(path for pattern in _DECKS[name] for path in CORPUS.glob(pattern))


def _translate(project: Project, deck: str) -> None:
    renderer = SourceDeck(project, deck).dialect.renderer
    catalog = polib.pofile(str(project.catalog_file(deck, "fr").path))
    for entry in catalog:
        entry.msgstr = pseudo_translation(entry.msgid, renderer)
    catalog.save()
