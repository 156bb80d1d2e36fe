"""With many decks processes help; nothing that a user sees tells whether they did."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import COMMAND, Workspace, contents
from l10n.deck import Deck, parse
from l10n.dialects import Dialect
from l10n.errors import FileError
from l10n.system import lock, workers
from l10n.system.files import Files
from l10n.system.lock import exclusive, helping

DECKS = 60
DECK = "# Deck {0}\n\nHello {0}\n\n---\n\n- one [link](https://example.com/{0})\n- two\n"


@pytest.fixture
def many(empty: Workspace) -> Workspace:
    """Synced and translated decks; then nearly all are edited, renamed or broken."""
    for number in range(DECKS):
        empty.deck(f"{number:02}.md", DECK.format(number))
    empty.deck("style.css", "css")
    empty.ok("init", "fr", "de")
    for number in range(0, DECKS, 3):
        empty.translate(f"Hello {number}", "- Salut" if number % 2 else "Salut", f"{number:02}")
    empty.ok("sync")
    empty.next_day()
    for number in range(DECKS - 3):
        empty.deck(f"{number:02}.md", "First\n\n---\n\n" + DECK.format(number))
    empty.write(empty.po("07"), "<<<<<<< HEAD\n")
    empty.deck("08.md", b"caf\xe9")
    empty.path("build/fr/09.md").unlink()
    empty.path("build/fr/09.md").mkdir()
    empty.path("source/12.md").rename(empty.path("source/renamed.md"))
    empty.path("source/15.md").rename(empty.path("source/moved.md"))
    empty.path("source/16.md").unlink()
    empty.deck("new.md", "New\n")
    return empty


def with_processors(project: Workspace, number: int, *args: str) -> tuple[int, str, str]:
    with project.monkeypatch.context() as patch:
        patch.setattr(workers, "processors", lambda: number)
        outcome = project.run(*args)
    return outcome.code, outcome.out, outcome.err


@pytest.mark.parametrize(
    "args",
    [["sync"], ["sync", "--check"], ["extract"], ["update", "fr"], ["build"], ["init", "es"]],
    ids=" ".join,
)
@pytest.mark.parametrize("cache", [True, False], ids=["with a cache", "without a cache"])
def test_files_output_and_exit_code_are_the_same_with_and_without_helpers(
    many: Workspace, args: list[str], cache: bool
) -> None:
    if not cache:
        shutil.rmtree(many.path(".l10n"))
    start = many.root.with_name("start")
    shutil.copytree(many.root, start)
    alone = with_processors(many, 1, *args)
    files = contents(many.root)
    shutil.rmtree(many.root)
    shutil.copytree(start, many.root)
    many.monkeypatch.chdir(many.root)
    assert with_processors(many, 3, *args) == alone
    assert contents(many.root) == files
    assert with_processors(many, 1, *args) == with_processors(many, 3, *args)


def test_what_helpers_did_is_known_to_the_next_run(many: Workspace) -> None:
    with_processors(many, 2, "sync")
    read: list[str] = []

    def noted(text: str, dialect: Dialect) -> Deck:
        read.append(text)
        return parse(text, dialect)

    with many.monkeypatch.context() as patch:
        patch.setattr(os, "fork", None)
        patch.setattr("l10n.deck.parser.parse", noted)
        assert many.run("sync").code == 2, "three decks have their problem again"
    with_problems = [many.read(f"source/{name}.md") for name in ("07", "09")]
    assert sorted(read) == sorted(with_problems), "the others are known, and one is no text"


RUN = """
import os, signal, sys
from l10n.system import workers
workers.processors = lambda: 2
main, sign, left = os.getpid(), int(sys.argv[1]), 20

from l10n.system import disk

def watched(act):
    def _watch(*args):
        global left
        if os.getpid() != main:
            left -= 1
            if left == 0:
                WHAT
        return act(*args)
    return _watch

disk.exchange, disk.rename_new = watched(disk.exchange), watched(disk.rename_new)
sys.argv = ["l10n", "sync"]
from l10n.cli import main as run
run()
"""
"""Runs ``sync``; in a helper, where it is about to put its twentieth file in place, something happens."""


def run(root: Path, what: str, number: int = signal.SIGKILL) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", RUN.replace("WHAT", what), str(int(number))]
    return subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def settled(root: Path) -> dict[str, bytes]:
    assert subprocess.run([*COMMAND, "sync"], cwd=root, capture_output=True, check=False).returncode == 2
    assert not list(root.rglob("*.l10n-tmp"))
    return contents(root)


def test_killed_with_its_helpers_at_work_it_leaves_every_file_whole(many: Workspace) -> None:
    done = many.root.with_name("done")
    shutil.copytree(many.root, done)
    old, new = contents(many.root), settled(done)
    process = run(many.root, "os.kill(main, sign)")
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    found = {name: data for name, data in contents(many.root).items() if not name.endswith(".l10n-tmp")}
    assert all(data in (old.get(name), new.get(name)) for name, data in found.items())
    assert sum(new.get(name) != old.get(name) == data for name, data in found.items()) > 20
    assert settled(many.root) == new


def test_a_helper_that_is_killed_costs_one_deck_and_is_named(many: Workspace) -> None:
    done = many.root.with_name("done")
    shutil.copytree(many.root, done)
    new = settled(done)
    process = run(many.root, "os.kill(os.getpid(), sign)")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "Traceback" not in err
    lost = [line for line in err.splitlines() if "ended by signal 9" in line]
    assert len(lost) >= 1
    assert all(line.startswith("error: source/") for line in lost)
    assert settled(many.root) == new


def test_interrupted_with_its_helpers_at_work_it_ends_quietly(many: Workspace) -> None:
    process = run(many.root, "os.killpg(main, sign)", signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.strip()) == (130, "", "interrupted")
    assert not list(many.root.rglob("*.l10n-tmp"))


def test_a_bug_in_a_helper_is_reported_with_its_traceback(many: Workspace) -> None:
    process = run(many.root, "1 / 0")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "ZeroDivisionError" in err
    assert "in _watch" in err
    assert "this is a bug in l10n" in err
    assert not list(many.root.rglob("*.l10n-tmp"))


def test_a_project_is_held_as_long_as_a_helper_is_at_work(many: Workspace) -> None:
    files = Files(many.root)
    many.monkeypatch.setattr(lock, "PATIENCE", 0.0)
    with helping(files, 1):
        with pytest.raises(FileError, match="another l10n command"), exclusive(files):
            pass
        assert many.run("sync").code == 2
    with exclusive(files):
        pass


def test_nothing_to_do_starts_no_process(many: Workspace) -> None:
    for name in ("08.md", "09.md"):
        many.deck(name, "text\n")
    shutil.rmtree(many.path("build/fr/09.md"))
    many.path(many.po("07")).unlink()
    many.ok("sync")
    with many.monkeypatch.context() as patch:
        patch.setattr(workers, "processors", lambda: 8)
        patch.setattr(os, "fork", None)
        many.ok("sync")
