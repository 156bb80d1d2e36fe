"""Cold extract beside markdown-it-py's bare block parse; growth to many decks; a sync with nothing to do.

Every run is a process of its own (and those that help it). What is compared is run in turns, and the best of
several runs counts, so that what else a machine does disturbs both alike.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.costs import Cost, best, python, run
from bench.inputs.decks import make_project

_BARE = """
import json, sys, time
from pathlib import Path
from markdown_it import MarkdownIt
markdown = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.md"))]
started, cpu = time.perf_counter(), time.process_time()
for text in texts:
    markdown.parse(text)
print(json.dumps([time.perf_counter() - started, time.process_time() - cpu, 0, 0]))
"""


def _cold(command: str, project: Path) -> Cost:
    for made in (".l10n", "build", "locales/templates"):
        shutil.rmtree(project / made, ignore_errors=True)
    return run(project, command)


def bench(sizes: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first; start-up is what one deck takes."""
    yield (
        "decks",
        "MB",
        "bare parse s",
        "extract s",
        "ratio",
        "CPU ratio",
        "messages/s",
        "MB/s",
        "peak MB",
        "helper MB",
        "sync s",
        "again s",
    )
    startup = None
    for count in sizes:
        with tempfile.TemporaryDirectory() as name:
            project = Path(name)
            size = make_project(project, count) / 1e6
            bare, extract = _extracted(project, 5 if count < 10_000 else 1)
            startup = startup or extract
            messages = _messages(project)
            run(project, "init", "fr")
            sync = _cold("sync", project)
            again = best([run(project, "sync") for _ in range(3)])
        yield (
            f"{count:,}", f"{size:.2f}", f"{bare.seconds:.2f}", f"{extract.seconds:.2f}",
            *_ratios(bare, extract, startup, messages, size),
            f"{extract.peak:.0f}", f"{extract.helper:.0f}", f"{sync.seconds:.2f}", f"{again.seconds:.2f}",
        )  # fmt: skip


def _extracted(project: Path, turns: int) -> tuple[Cost, Cost]:
    runs = [(python(_BARE, str(project / "source")), _cold("extract", project)) for _ in range(turns)]
    bare, extract = zip(*runs, strict=True)
    return best(list(bare)), best(list(extract))


def _ratios(bare: Cost, extract: Cost, startup: Cost, messages: int, size: float) -> tuple[str, ...]:
    if extract is startup:
        return "", "", "", ""
    work = extract.seconds - startup.seconds
    cpu = (extract.cpu - startup.cpu) / bare.cpu
    return f"{work / bare.seconds:.2f}", f"{cpu:.2f}", f"{messages / work:,.0f}", f"{size / work:.2f}"


def _messages(project: Path) -> int:
    """How many messages the templates hold (their headers are none)."""
    paths = list((project / "locales" / "templates").rglob("*.pot"))
    return sum(path.read_text(encoding="utf-8").count("\nmsgid ") for path in paths)
