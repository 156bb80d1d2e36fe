"""What a check of many catalogs takes, and that it grows with them."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.inputs.big import make_translated_project

_SIZES = (1, 5, 20)
_ENTRIES = 3000


def times() -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: what a check of many catalogs takes, start of Python included."""
    yield "catalogs", "entries", "in a project s", "processor s", "µs an entry", "by path s"
    for count in _SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            paths = make_translated_project(folder / "project", count, _ENTRIES)
            entries = sum(path.read_text(encoding="utf-8").count("\nmsgid ") - 1 for path in paths)
            spent, processor = _timed(folder / "project")
            other = folder / "alone"
            other.mkdir()
            for path in paths:
                path.rename(other / path.name)
            by_path, _ = _timed(other, *(path.name for path in paths))
        yield (
            f"{count}", f"{entries:,}", f"{spent:.1f}", f"{processor:.1f}", f"{1e6 * spent / entries:.0f}",
            f"{by_path:.1f}",
        )  # fmt: skip


def _timed(folder: Path, *names: str) -> tuple[float, float]:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "l10n", "check", "-q", "-C", str(folder), *names]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - started, after.ru_utime - before.ru_utime
