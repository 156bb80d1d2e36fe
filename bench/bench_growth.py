"""How time grows with the length of a text, whatever its shape; what grows faster than the text is marked.

``python -m bench growth`` tries every shape in every job at all sizes, which takes hours. Arguments make it
less: numbers are sizes, ``job=check`` and ``shape=<!--`` choose what has that word in its name,
``every=20`` takes one shape in twenty, and ``seconds=2`` is the patience with one run.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pkgutil
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import l10n
from bench.inputs.growth_jobs import JOBS, Command
from bench.inputs.growth_shapes import SHAPES

SIZES = (10_000, 100_000, 1_000_000)
_PATIENCE = 10.0
"""Seconds of processor time that one run has."""
_FACTOR = 1.8
"""Growth beyond that of the text which cannot be noise, or what grows as n log n."""
_START = 0.05
"""Seconds within which nothing is told about growth."""


@dataclass(frozen=True, slots=True)
class Run:
    """One job with one text."""

    size: int
    seconds: float | None
    """None if it was stopped."""
    failure: str = ""
    """What it ended with, if that is a fault of ours."""


def bench(sizes: Sequence[int] = (), options: Sequence[str] = ()) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first: what grows faster than its text, was stopped, or failed; then sums."""
    sizes = tuple(sizes) or SIZES
    chosen = dict(option.split("=", 1) for option in options)
    shapes = [name for name in SHAPES if chosen.get("shape", "") in name][:: int(chosen.get("every", 1))]
    jobs = [name for name in JOBS if chosen.get("job", "") in name]
    patience = float(chosen.get("seconds", _PATIENCE))
    yield "job", "shape", *(f"{size:,} s" for size in sizes), "growth", ""
    _import_all()
    counts = {"": 0, "faster than the text": 0, "stopped": 0, "fails": 0}
    worst = 0.0
    for shape in shapes:
        for job in jobs:
            runs = list(_runs(job, shape, sizes, patience))
            verdict = _verdict(runs, patience)
            counts[verdict.partition(":")[0]] += 1
            worst = max([worst, *_growths(runs)])
            if verdict or chosen.get("all"):
                yield job, f"`{shape}`", *map(_told, runs), *_rest(runs, len(sizes)), verdict
    yield f"{len(jobs)} jobs", f"{len(shapes)} shapes", *("" for _ in sizes), f"{worst:.1f}", _summary(counts)


def _import_all() -> None:
    """What commands import when they need it: it is not to be measured again with every run."""
    for module in pkgutil.walk_packages(l10n.__path__, "l10n."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _summary(counts: dict[str, int]) -> str:
    named = {name or "as the text": count for name, count in counts.items()}
    return ", ".join(f"{count:,} {name}" for name, count in named.items() if count)


def _rest(runs: Sequence[Run], columns: int) -> tuple[str, ...]:
    growths = list(_growths(runs))
    return *("" for _ in range(columns - len(runs))), f"{growths[-1]:.1f}" if growths else ""


def _told(run: Run) -> str:
    return run.failure or ("stopped" if run.seconds is None else f"{run.seconds:.2f}")


def _growths(runs: Sequence[Run]) -> Iterator[float]:
    """From size to size: how much more time a character takes."""
    for one, other in pairwise(runs):
        if one.seconds is not None and other.seconds is not None and other.seconds > 4 * _START:
            yield other.seconds / max(one.seconds, _START) / (other.size / one.size)


def _verdict(runs: Sequence[Run], patience: float) -> str:
    last = runs[-1]
    if last.failure:
        return f"fails: {last.failure}"
    if any(growth > _FACTOR for growth in _growths(runs)):
        return "faster than the text"
    if last.seconds is None:
        before = runs[-2] if len(runs) > 1 else Run(1, 0.0)
        linear = max(before.seconds or 0.0, _START) * last.size / before.size
        return "faster than the text" if linear * _FACTOR < patience else "stopped"
    return ""


def _runs(job: str, shape: str, sizes: Sequence[int], patience: float) -> Iterator[Run]:
    """The job with the shape at each size, until it is stopped."""
    for size in sizes:
        run = _run(job, SHAPES[shape].text(size), size, patience)
        yield run
        if run.seconds is None:
            return


def _run(job: str, text: str, size: int, patience: float) -> Run:
    """One run, in a process of its own, which the kernel ends when its time is up."""
    reader, writer = os.pipe()
    with tempfile.TemporaryDirectory() as name:
        child = os.fork()
        if child == 0:
            os.close(reader)
            _in_child(job, Path(name), text, patience, writer)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            told = pipe.read()
        os.waitpid(child, 0)
    seconds, _, failure = told.partition(" ")
    return Run(size, float(seconds) if seconds else None, failure)


def _in_child(job: str, folder: Path, text: str, patience: float, writer: int) -> None:
    """Prepare, run, and write what it took; never comes back."""
    try:
        _silence()
        signal.setitimer(signal.ITIMER_PROF, 4 * patience)
        os.chdir(folder)
        command = JOBS[job](folder, text)
        signal.setitimer(signal.ITIMER_PROF, patience)
        started = time.process_time()
        failure = _outcome(command)
        spent = time.process_time() - started
        signal.setitimer(signal.ITIMER_PROF, 0)
        os.write(writer, f"{spent} {failure}".encode())
    except BaseException as error:
        os.write(writer, f"0 {type(error).__name__} in preparation".encode())
    finally:
        os._exit(0)


def _silence() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stdout


def _outcome(command: Command) -> str:
    """What a run ends with, if that is a bug."""
    if callable(command):
        with contextlib.suppress(ValueError):
            command()
        return ""
    from l10n.cli import BUG, main

    sys.argv = ["l10n", *command]
    try:
        main()
    except SystemExit as ended:
        if ended.code == BUG:
            cause = ended.__context__
            return type(cause).__name__
    return ""
