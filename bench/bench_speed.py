"""Cold extract beside markdown-it-py's bare block parse; growth to many decks; a sync with nothing to do.

Every figure is the best of several runs in processes of their own; ratios are taken within one bench run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.decks import ROOT, make_project

_COMMAND = """
import json, resource, sys, time
started = time.perf_counter()
from l10n.cli import main
try:
    main()
except SystemExit:
    pass
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([time.perf_counter() - started, peak]))
"""
_BARE = """
import json, resource, sys, time
from pathlib import Path
from markdown_it import MarkdownIt
markdown = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.md"))]
started = time.perf_counter()
for text in texts:
    markdown.parse(text)
spent = time.perf_counter() - started
print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def _python(code: str, *arguments: str) -> tuple[float, float]:
    """Seconds and peak memory in MB, as the code itself prints them."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    seconds, peak = json.loads(done.stdout.splitlines()[-1])
    return seconds, peak


def _best(runs: Iterator[tuple[float, float]]) -> tuple[float, float]:
    return min(runs)


def _cold(command: str, project: Path, repeat: int) -> tuple[float, float]:
    def runs() -> Iterator[tuple[float, float]]:
        for _ in range(repeat):
            for made in (".l10n", "build", "locales/templates"):
                shutil.rmtree(project / made, ignore_errors=True)
            yield _python(_COMMAND, command, "-q", "-C", str(project))

    return _best(runs())


def _warm(project: Path, repeat: int) -> tuple[float, float]:
    return _best(_python(_COMMAND, "sync", "-q", "-C", str(project)) for _ in range(repeat))


def bench(sizes: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first."""
    yield (
        "decks",
        "MB",
        "bare parse s",
        "extract s",
        "ratio",
        "messages/s",
        "MB/s",
        "peak MB",
        "sync s",
        "again s",
    )
    startup = 0.0
    for count in sizes:
        repeat = 3 if count < 10_000 else 1
        with tempfile.TemporaryDirectory() as name:
            project = Path(name)
            size = make_project(project, count) / 1e6
            bare, _ = _best(_python(_BARE, str(project / "source")) for _ in range(repeat))
            extract, peak = _cold("extract", project, repeat)
            startup = startup or extract
            work = extract - startup
            messages = _messages(project)
            _python(_COMMAND, "init", "-q", "-C", str(project), "fr")
            sync, _ = _cold("sync", project, 1)
            again, _ = _warm(project, repeat)
        ratio, speed, flow = (
            ("", "", "")
            if not work
            else (
                f"{work / bare:.2f}",
                f"{messages / work:,.0f}",
                f"{size / work:.2f}",
            )
        )
        yield (
            f"{count:,}", f"{size:.2f}", f"{bare:.2f}", f"{extract:.2f}", ratio, speed, flow,
            f"{peak:.0f}", f"{sync:.2f}", f"{again:.2f}",
        )  # fmt: skip


def _messages(project: Path) -> int:
    """How many messages the templates hold (their headers are none)."""
    paths = list((project / "locales" / "templates").rglob("*.pot"))
    return sum(path.read_text(encoding="utf-8").count("\nmsgid ") for path in paths)
