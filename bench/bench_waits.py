"""Where people wait: each command with nothing to do, after an edit, and cold.

``python -m bench waits baseline=FOLDER`` runs the code of another checkout in turns with this one, in copies
of the same projects, so that what else a machine does disturbs both alike; ``decks=335`` takes those of that
size, and ``job=sentence`` the jobs with that word in their names.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path

from bench.costs import Cost, best, run
from bench.inputs.decks import ROOT, make_huge_deck, make_project, translate

_LOCALES = ("fr", "de", "es", "it", "nl", "pl", "pt", "ru", "sv", "tr")
_SIZES = ((335, 1), (335, 3), (335, 10), (3_015, 1))
"""Numbers of decks and of locales."""
_SLIDES = 12_000
"""Of the one huge deck."""
_TIMES = 3
"""Each is run so often, and the best counts; of ratios, the median."""
_A_WHILE = 3.0
"""Seconds after which files are no more as fresh as those that nobody has looked at since."""
_NEW = count()

Job = Callable[[Path, Path], Cost]
"""Does it in a project, with the code of a checkout."""


def bench(options: Sequence[str] = ()) -> Iterator[tuple[str, ...]]:
    """Rows of a table, its head first; seconds of all processes, and seconds that a person waits."""
    chosen = dict(option.split("=", 1) for option in options)
    word = chosen.get("job", "")
    trees = [ROOT, *(Path(chosen[name]).resolve() for name in ("baseline",) if name in chosen)]
    yield "decks", "locales", "job", "CPU s", "wall s", "CPU of the baseline's"
    for decks, locales in _SIZES:
        if chosen.get("decks", str(decks)) == str(decks):
            jobs = _named(word, _JOBS if (decks, locales) == _SIZES[0] else _SYNCS)
            make = partial(make_project, count=decks)
            yield from _rows(f"{decks:,}", _LOCALES[:locales], trees, jobs, make)
    if chosen.get("decks", "1") == "1":
        huge = partial(make_huge_deck, slides=_SLIDES)
        yield from _rows(f"1 of {_SLIDES:,} slides", _LOCALES[:1], trees, _named(word, _SYNCS), huge)


def _named(word: str, jobs: Mapping[str, Job]) -> Mapping[str, Job]:
    return {name: job for name, job in jobs.items() if word in name}


def _rows(
    named: str,
    locales: tuple[str, ...],
    trees: Sequence[Path],
    jobs: Mapping[str, Job],
    make: Callable[[Path], object],
) -> Iterator[tuple[str, ...]]:
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "0"
        _prepare(project, locales, make)
        projects = [project, *(Path(name) / str(number) for number in range(1, len(trees)))]
        for copy in projects[1:]:
            shutil.copytree(project, copy)
        time.sleep(_A_WHILE)
        for job, do in jobs.items():
            runs = [[do(one, tree) for one, tree in zip(projects, trees, strict=True)] for _ in range(_TIMES)]
            ours, *theirs = (best(list(costs)) for costs in zip(*runs, strict=True))
            ratio = f"{statistics.median(ours.cpu / base.cpu for ours, base in runs):.2f}" if theirs else ""
            yield named, str(len(locales)), job, f"{ours.cpu:.2f}", f"{ours.seconds:.2f}", ratio


def _prepare(project: Path, locales: Sequence[str], make: Callable[[Path], object]) -> None:
    """A project in which all is translated and committed."""
    project.mkdir()
    make(project)
    run(project, "init", *locales)
    translate(project, every=1)
    run(project, "sync")
    nobody = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "all")):
        subprocess.run(["git", *command], cwd=project, check=True, env={**os.environ, **nobody})


def _warm(*command: str) -> Job:
    """What a command takes once a sync has seen all."""

    def job(project: Path, tree: Path) -> Cost:
        run(project, "sync", tree=tree)
        return run(project, *command, tree=tree)

    return job


def _edited(edit: Callable[[str], str], files: str = "source/**/*.md", *command: str) -> Job:
    """What a sync, or another command after it, takes once one of the files was edited."""

    def job(project: Path, tree: Path) -> Cost:
        run(project, "sync", tree=tree)
        every = sorted(project.glob(files))
        file = every[len(every) // 2]
        before = file.read_text(encoding="utf-8")
        file.write_text(edit(before), encoding="utf-8")
        cost = run(project, "sync", tree=tree)
        if command:
            cost = run(project, *command, tree=tree)
        file.write_text(before, encoding="utf-8")
        run(project, "sync", tree=tree)
        return cost

    return job


def _cold(project: Path, tree: Path) -> Cost:
    for made in (".l10n", "build"):
        shutil.rmtree(project / made, ignore_errors=True)
    return run(project, "sync", tree=tree)


def _restored(project: Path, tree: Path) -> Cost:
    """In another place, with what a sync has left: as the next run of a CI job."""
    run(project, "sync", tree=tree)
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(project, clone := Path(name) / "clone")
        time.sleep(_A_WHILE)
        return run(clone, "sync", tree=tree)


def _other_line(text: str) -> str:
    return text.replace(" the ", f" the {next(_NEW)} ", 1)


def _another_sentence(text: str) -> str:
    return f"{text}\n---\n\nNobody has ever seen sentence {next(_NEW)} of this deck before\n"


def _other_translation(text: str) -> str:
    before, string, after = text.rpartition('msgstr "')
    return f"{before}{string}Other {after}"


_CHECK = "check", "--changed-since", "HEAD"
_SYNCS: Mapping[str, Job] = {
    "sync, nothing to do": _warm("sync"),
    "sync, one line edited": _edited(_other_line),
    "sync, one new sentence": _edited(_another_sentence),
    "sync, cold": _cold,
}
_JOBS: Mapping[str, Job] = {
    **_SYNCS,
    "sync, cache restored elsewhere": _restored,
    "stats": _warm("stats"),
    "log": _warm("log", _LOCALES[0]),
    "check --changed-since HEAD, nothing changed": _warm(*_CHECK),
    "check --changed-since HEAD, one translation changed": _edited(
        _other_translation, f"locales/{_LOCALES[0]}/**/*.po", *_CHECK
    ),
}
