"""What a run of the command takes, in a process of its own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from bench.inputs.decks import ROOT

_RUN = """
import json, resource, sys, time
started = time.perf_counter()
from l10n.cli import main
try:
    main()
except SystemExit:
    pass
seconds = time.perf_counter() - started
used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
cpu = sum(one.ru_utime + one.ru_stime for one in used)
print(json.dumps([seconds, cpu, *(one.ru_maxrss / 1024 for one in used)]))
"""


class Cost(NamedTuple):
    """What a run took."""

    seconds: float
    cpu: float
    """Seconds of all processes."""
    peak: float
    """MB of the process itself."""
    helper: float
    """MB of the largest process that helped it, what they share included."""


def python(code: str, *arguments: str, tree: Path = ROOT) -> Cost:
    """What that code takes, which prints it as JSON; it imports from the checkout ``tree``."""
    # As installed: compiled once, whatever a machine that builds images wants.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tree, env=environment)
    return Cost(*json.loads(done.stdout.splitlines()[-1]))


def best(costs: list[Cost]) -> Cost:
    """The least of each figure."""
    return Cost(*map(min, zip(*costs, strict=True)))


def run(project: Path, *arguments: str, tree: Path = ROOT) -> Cost:
    """What ``l10n`` takes with these arguments, in a project."""
    return python(_RUN, *arguments, "-q", "-C", str(project), tree=tree)


def run_others(folder: Path, *steps: tuple[tuple[str, ...], bytes]) -> Cost:
    """What other programs take, one after another, each with what it is given to read."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    for command, given in steps:
        subprocess.run(command, cwd=folder, input=given, capture_output=True, check=True)
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, cpu, 0.0, 0.0)
