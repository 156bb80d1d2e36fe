"""Whatever happens to a run, every file is whole: as it was, or as it shall be."""

import errno
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cli.conftest import COMMAND, ONE, Workspace, contents
from l10n.system import disk, lock
from l10n.system.files import Files
from l10n.system.lock import exclusive

DECKS = 30
ROUNDS = 8
KILLS_A_ROUND = 5
ROUNDS_AT_ONCE = 4
CHANGING = [["init", "de"], ["extract"], ["update"], ["build"], ["sync"], ["fmt"]]


def paragraphs(deck: int, first: int) -> Iterator[str]:
    yield f"# Deck {deck}"
    for number in range(first, first + 8):
        yield f"Paragraph {number} of deck {deck}, with a [link](https://example.com/{number})"


def edited(root: Path) -> None:
    """Each deck loses translated paragraphs and gets new ones; two change their names."""
    for number in range(DECKS):
        (root / f"source/{number:02}.md").write_text("\n\n".join(paragraphs(number, 4)) + "\n")
    (root / "source/03.md").rename(root / "source/renamed.md")
    (root / "source/04.md").rename(root / "source/moved.md")
    (root / "source/image.svg").write_text("<svg>new</svg>" * 999)


KILLED = """
import os, signal, sys, threading
left, delay = int(sys.argv[1]), float(sys.argv[2])

from l10n.system import disk

def watched(act):
    def watch(*args):
        global left
        left -= 1
        if left == 0:
            end = threading.Timer(delay, os.kill, (os.getpid(), signal.SIGKILL))
            end.start() if delay else os.kill(os.getpid(), signal.SIGKILL)
        return act(*args)
    return watch

for name in ("create", "write", "fsync", "set_mode", "exchange", "rename_new", "unlink", "make_folder"):
    setattr(disk, name, watched(getattr(disk, name)))
sys.argv = ["l10n", *sys.argv[3:]]
from l10n.cli import main
main()
"""
"""Runs a command and kills it where it is about to touch the disk for the nth time, or a moment later."""


def sync(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, "sync"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def killed_sync(root: Path, luck: random.Random) -> int:
    """The exit code of a run that is killed on its way, unless it has too little to do for that."""
    delay = luck.choice([0, luck.uniform(0, 0.003)])
    args = [sys.executable, "-c", KILLED, str(luck.randrange(1, 70)), str(delay), "sync"]
    return subprocess.run(args, cwd=root, capture_output=True, check=False).returncode


@pytest.fixture
def edited_project(empty: Workspace) -> Workspace:
    """Synced and translated; then edited, and not synced yet."""
    for number in range(DECKS):
        empty.deck(f"{number:02}.md", "\n\n".join(paragraphs(number, 0)) + "\n")
    empty.deck("image.svg", "<svg>old</svg>" * 999)
    empty.ok("init", "fr")
    for number in range(DECKS):
        text = empty.read(empty.po(f"{number:02}"))
        for line in text.split("\n"):
            if line.startswith('msgid "Par'):
                text = text.replace(
                    f'{line}\nmsgstr ""',
                    f'{line}\nmsgstr "{line[7:-1].upper()}"'.replace(
                        "HTTPS://EXAMPLE.COM", "https://example.com"
                    ),
                )
        empty.write(empty.po(f"{number:02}"), text)
    empty.ok("sync")
    edited(empty.root)
    return empty


def test_a_run_killed_at_any_moment_leaves_every_file_whole_and_a_later_one_completes(
    edited_project: Workspace,
) -> None:
    start = edited_project.root
    done = start.with_name("done")
    shutil.copytree(start, done)
    with sync(done) as whole:
        assert whole.wait() == 0
    old, new = contents(start), contents(done)
    assert sum(old.get(name) != data for name, data in new.items()) > 3 * DECKS

    def round_of_kills(turn: int) -> Counter[str]:
        luck = random.Random(turn)
        root = start.with_name(f"round{turn}")
        shutil.copytree(start, root)
        seen: Counter[str] = Counter()
        for _ in range(KILLS_A_ROUND):
            seen["killed"] += killed_sync(root, luck) == -signal.SIGKILL
            seen += _checked(contents(root), old, new)
        again = sync(root)
        _, err = again.communicate(timeout=60)
        assert (again.returncode, err) == (0, "")
        assert contents(root) == new
        return seen

    with ThreadPoolExecutor(max_workers=ROUNDS_AT_ONCE) as rounds:
        seen = sum(rounds.map(round_of_kills, range(ROUNDS)), Counter())
    assert seen["killed"] > ROUNDS * KILLS_A_ROUND / 2, "few were killed: the test proves little"
    assert seen["half done"] > ROUNDS, "few were killed halfway: the test proves little"


def test_adoption_killed_at_any_step_is_finished_by_the_next(empty: Workspace) -> None:
    for number in range(3):
        text = "\n\n".join(paragraphs(number, 0)) + "\n"
        empty.deck(f"{number}.md", text)
        empty.write(f"old/{number}_fr.md", text.replace("Paragraph", "Alinéa").replace(" of ", " du "))
    done = empty.root.with_name("done")
    shutil.copytree(empty.root, done)
    adopt = ["adopt", "fr", "old"]
    subprocess.run([*COMMAND, *adopt], cwd=done, check=True, capture_output=True)
    new = catalogs(done)
    assert len(new) == 3
    killed = 0
    for step in range(1, 9, 2):
        command = [sys.executable, "-c", KILLED, str(step), "0", *adopt]
        ended = subprocess.run(command, cwd=empty.root, capture_output=True, check=False).returncode
        killed += ended == -signal.SIGKILL
        assert catalogs(empty.root).items() <= new.items()
        subprocess.run([*COMMAND, *adopt], cwd=empty.root, check=True, capture_output=True)
        assert catalogs(empty.root) == new
        shutil.rmtree(empty.path("locales"))
    assert killed > 1


def catalogs(root: Path) -> dict[str, str]:
    """The catalogs by name, without their dates."""
    found = {path.name: path.read_text(encoding="utf-8") for path in root.rglob("*.po")}
    return {name: re.sub(r"(?<=-Date: )[^\\]*", "", text) for name, text in found.items()}


def _checked(found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> Counter[str]:
    """Every file is as it was or as it shall be; none is missing that both have, and none is strange."""
    states: Counter[str] = Counter()
    for name, data in found.items():
        if name.endswith(".l10n-tmp"):
            continue
        assert data in (old.get(name), new.get(name)), f"{name} is neither old nor new"
        if old.get(name) != new.get(name):
            states["old" if data == old.get(name) else "new"] += 1
    for name in old.keys() & new.keys():
        assert name in found, f"{name} is gone"
    for name in old.keys() - new.keys():
        if name.endswith(".po") and name not in found:
            heirs = [one for one in new.keys() - old.keys() if one.endswith(".po") and one in found]
            assert heirs, f"{name} is gone, and nothing has its translations"
    return Counter({"half done": int(bool(states["old"] and states["new"]))})


def test_what_a_killed_run_left_behind_is_gone_after_the_next(edited_project: Workspace) -> None:
    left = edited_project.write("locales/fr/LC_MESSAGES/.05.po.l10n-tmp", "half a cat")
    edited_project.write(".l10n/running", "")
    edited_project.ok("sync")
    assert not left.exists()


@pytest.mark.parametrize("args", CHANGING, ids=" ".join)
def test_two_runs_do_not_interleave_and_the_second_says_why_it_ends(
    french: Workspace, args: list[str]
) -> None:
    french.deck("one.md", ONE + "\nMore\n")
    french.replace(french.po(), 'msgid "Hello world"', 'msgid ""\n"Hello world"')
    before = french.files()
    french.monkeypatch.setattr(lock, "PATIENCE", 0.0)
    with exclusive(Files(french.root)):
        outcome = french.run(*args)
    assert outcome.code == 2, outcome
    assert "another l10n command is at work" in outcome.err
    assert "wait" in outcome.err
    assert french.files() == before


@pytest.mark.parametrize(
    "args", [["sync", "--check"], ["fmt", "--check"], ["inspect", "source/one.md"]], ids=" ".join
)
def test_what_only_reads_need_not_wait(french: Workspace, args: list[str]) -> None:
    with exclusive(Files(french.root)):
        french.ok(*args)


def test_real_runs_at_once_wait_for_each_other(edited_project: Workspace) -> None:
    done = edited_project.root.with_name("done")
    shutil.copytree(edited_project.root, done)
    with sync(done) as whole:
        assert whole.wait() == 0
    runs = [sync(edited_project.root) for _ in range(3)]
    outcomes = [(run.communicate(timeout=60), run.returncode) for run in runs]
    assert {code for _, code in outcomes} == {0}, outcomes
    assert contents(edited_project.root) == contents(done)


def test_a_run_that_was_killed_holds_no_lock(edited_project: Workspace) -> None:
    assert killed_sync(edited_project.root, random.Random(1)) == -signal.SIGKILL
    edited_project.ok("sync")


def raising(number: int) -> Callable[..., None]:
    def fail(*_args: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["create", "write", "fsync", "exchange"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_where_the_disk_refuses_the_old_files_stay_whole(french: Workspace, call: str, number: int) -> None:
    french.deck("one.md", ONE + "\nMore\n")
    before = french.files()
    with french.monkeypatch.context() as patch:
        patch.setattr(disk, call, raising(number))
        outcome = french.run("sync")
    assert outcome.code == 2, outcome
    assert "Traceback" not in outcome.err
    for name in ("locales/templates/one.pot", french.po(), "build/fr/one.md"):
        assert f"error: {name}: " in outcome.err
    assert os.strerror(number) in outcome.err
    assert french.files() == before
    french.ok("sync")
    assert french.read("build/fr/one.md") == ONE + "\nMore\n"


def test_what_could_not_be_written_is_not_said_to_be_written(french: Workspace) -> None:
    french.deck("one.md", ONE + "\nMore\n")
    with french.monkeypatch.context() as patch:
        patch.setattr(disk, "fsync", raising(errno.ENOSPC))
        outcome = french.run("sync")
    assert "wrote" not in outcome.out
    assert outcome.table["fr"]["written"] == 0


@pytest.mark.parametrize("limit", [0, 200, 5000])
@pytest.mark.parametrize("cache", [True, False], ids=["with a cache", "without a cache"])
def test_a_disk_that_is_really_full_is_a_clear_error(french: Workspace, limit: int, cache: bool) -> None:
    """A limit on the size of files is what an ordinary process can have of a full disk."""
    french.deck("one.md", ONE * 100 + "".join(f"\nMore {'x' * n}\n" for n in range(100)))
    before = french.files()
    if not cache:
        shutil.rmtree(french.path(".l10n"))
    process = subprocess.Popen(
        [*COMMAND, "sync"],
        cwd=french.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),  # noqa: PLW1509
    )
    _, err = process.communicate(timeout=30)
    assert process.returncode == 2, err
    assert "Traceback" not in err
    assert "error: " in err
    assert french.files() == before


@pytest.mark.parametrize(
    "blocked", ["build", "build/fr", "locales/templates", "locales/fr/LC_MESSAGES/part", ".l10n"]
)
def test_a_file_where_a_folder_is_needed_is_a_clear_error(french: Workspace, blocked: str) -> None:
    shutil.rmtree(french.path(blocked))
    french.write(blocked, "in the way")
    outcome = french.run("sync")
    assert outcome.code == 2, outcome
    assert "Traceback" not in outcome.err
    assert f"error: {blocked}" in outcome.err
    assert french.read(blocked) == "in the way"


@pytest.mark.parametrize(
    "blocked", ["build/fr/one.md", "locales/templates/one.pot", "locales/fr/LC_MESSAGES/one.po"]
)
def test_a_folder_where_a_file_is_needed_is_a_clear_error_and_the_others_go_through(
    french: Workspace, blocked: str
) -> None:
    french.path(blocked).unlink()
    french.path(blocked).mkdir()
    french.deck("part/two.md", "# Two\n\nChanged\n")
    outcome = french.run("sync")
    assert outcome.code == 2, outcome
    assert f"error: {blocked}: " in outcome.err
    assert french.read("build/fr/part/two.md") == "# Two\n\nChanged\n"
