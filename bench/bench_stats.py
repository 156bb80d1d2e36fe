"""``l10n stats`` over many catalogs, and the page that it makes of them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.inputs.decks import ROOT, make_project, translate

_LOCALES = ("de", "es", "fr", "it", "pt_BR")


def bench(sizes: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first."""
    yield ("decks", "catalogs", "text s", "html s", "page MB")
    for count in sizes:
        with tempfile.TemporaryDirectory() as name:
            project = Path(name)
            make_project(project, count)
            _run(project, "init", *_LOCALES)
            translate(project)
            text = _run(project, "stats")
            page = _run(project, "stats", "--format", "html", "--output", "page.html")
            size = (project / "page.html").stat().st_size / 1e6
        yield f"{count:,}", f"{count * len(_LOCALES):,}", f"{text:.2f}", f"{page:.2f}", f"{size:.2f}"


def _run(project: Path, *arguments: str) -> float:
    """How many seconds the command takes."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "l10n", "-C", str(project), "-q", *arguments]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started
