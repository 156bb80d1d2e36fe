"""The same from outside of the process: strace lets calls of the real system fail, wait, or be the last."""

import functools
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from cli.conftest import COMMAND, ONE, Outcome, Workspace

from l10n.system.regular import TEMPORARY

PO = "locales/fr/LC_MESSAGES/one.po"


@functools.cache
def works() -> bool:
    """Whether strace is there, and may trace here."""
    if shutil.which("strace") is None:
        return False
    tried = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not works(), reason="strace is not installed, or may trace nothing here")


def start(work: Workspace, inject: str, *args: str) -> subprocess.Popen[str]:
    strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={inject}"]
    return subprocess.Popen(
        [*strace, *COMMAND, *args],
        cwd=work.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def traced(work: Workspace, inject: str, *args: str) -> Outcome:
    process = start(work, inject, *args)
    out, err = process.communicate(timeout=60)
    return Outcome(process.returncode, out, err)


@pytest.fixture
def edited(french: Workspace) -> Workspace:
    french.translate("Hello world", "Bonjour")
    french.ok("sync")
    french.deck("one.md", ONE + "\nMore\n")
    return french


def three(work: Workspace) -> tuple[str, ...]:
    """Three versions of a catalog, and what git asks of a merge driver."""
    catalog = work.read(PO)
    for name, msgstr in (("O", "Bonjour"), ("A", "Salut"), ("B", "Bonjour")):
        work.write(name, catalog.replace("Bonjour", msgstr))
    work.replace("B", 'msgid "One"\nmsgstr ""', 'msgid "One"\nmsgstr "Un"')
    return "merge-driver", "O", "A", "B", "7", "a.po"


@pytest.mark.parametrize(
    "inject", ["fsync:error=ENOSPC:when=1", "fsync:signal=KILL:when=1", "renameat2:error=EIO:when=1"]
)
def test_merge_driver_leaves_ours_whole(edited: Workspace, inject: str) -> None:
    args = three(edited)
    ours = edited.read("A")
    outcome = traced(edited, inject, *args)
    assert outcome.code != 0
    assert "Traceback" not in outcome.err
    assert edited.read("A") == ours
    edited.ok(*args)
    assert all(f'msgstr "{text}"' in edited.read("A") for text in ("Un", "Salut"))
    assert not list(edited.root.rglob(f"*{TEMPORARY}"))


@pytest.mark.parametrize("call", ["fsync", "renameat2", "unlinkat"])
@pytest.mark.parametrize("what", ["error=ENOSPC", "error=EACCES", "signal=KILL"])
@pytest.mark.parametrize("number", [1, 3])
def test_sync_that_is_hit_leaves_files_whole_and_the_next_completes(
    edited: Workspace, call: str, what: str, number: int, tmp_path: Path
) -> None:
    done = tmp_path / "done"
    shutil.copytree(edited.root, done)
    subprocess.run([*COMMAND, "sync"], cwd=done, check=True, capture_output=True)
    old, new = edited.files(), Workspace(done, edited.monkeypatch).files()
    edited.monkeypatch.chdir(edited.root)
    outcome = traced(edited, f"{call}:{what}:when={number}", "sync")
    assert outcome.code in (0, 2, -9, 137)
    assert "Traceback" not in outcome.err
    for name, content in edited.files().items():
        assert name.endswith(TEMPORARY) or content in (old.get(name), new.get(name))
    edited.ok("sync")
    assert edited.files() == new


def test_system_without_an_exchange_of_names_does_the_same(edited: Workspace) -> None:
    outcome = traced(edited, "renameat2:error=ENOSYS", "sync")
    assert outcome.code == 0, outcome
    assert edited.read("build/fr/one.md").endswith("More\n")
    assert 'msgstr "Bonjour"' in edited.read(PO)
    assert not list(edited.root.rglob(f"*{TEMPORARY}"))


@pytest.mark.parametrize("command", ["sync", "update", "fmt", "check --fix"])
def test_save_while_the_disk_takes_its_time_is_not_lost(edited: Workspace, command: str) -> None:
    edited.replace(PO, 'msgid "Speak slowly"', 'msgid ""\n"Speak slowly"')
    edited.replace(PO, 'msgstr "Bonjour"', 'msgstr "Bonjour !"')
    edited.deck("one.md", edited.read("source/one.md").replace("Hello world", "Hello world!"))
    edited.replace(PO, 'msgid "Hello world"', 'msgid "Hello world!"')
    process = start(edited, "fsync:delay_enter=700000", *command.split())
    folder = edited.path(PO).parent
    while process.poll() is None and not list(folder.glob(f".*{TEMPORARY}")):
        time.sleep(0.01)
    assert process.poll() is None, process.communicate()
    text = edited.read(PO).replace('msgid "One"\nmsgstr ""', 'msgid "One"\nmsgstr "MINE"')
    edited.write("beside", text).replace(edited.path(PO))
    process.communicate(timeout=60)
    assert 'msgstr "MINE"' in edited.read(PO)
