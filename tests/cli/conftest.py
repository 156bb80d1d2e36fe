"""A project in a scratch folder, and the command run in it."""

import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

from l10n.cli import main

COMMAND = [sys.executable, "-m", "l10n"]
DAY = 86_400
ONE = """# One

Hello world

Read [the manual](https://example.com/manual)

???

Speak slowly
"""
TWO = "# Two\n\nFirst things first\n\n---\n\n## Then the rest\n\nThat is all\n"
NEW_SLIDE = "# A brand new slide\n\nWith a brand new paragraph\n\n---\n\n"


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def table(self) -> dict[str, dict[str, int]]:
        """By locale: the columns of ``sync``'s table, percents left out."""
        rows = [line.split() for line in self.out.splitlines()]
        start = next(i for i, row in enumerate(rows) if row[:2] == ["locale", "messages"])
        names = rows[start][1:]
        ended = takewhile(lambda row: not row[0].endswith(":"), rows[start + 1 :])
        cells = ([cell for cell in row if not cell.endswith("%")] for row in ended)
        return {row[0]: dict(zip(names, map(int, row[1:]), strict=True)) for row in cells}


class Workspace:
    """A project on disk, with shorthands for what users do to it."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.monkeypatch = monkeypatch
        self.now = 1_700_000_000
        self.set_clock(self.now)
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.chdir(root)

    def set_clock(self, seconds: int) -> None:
        self.now = seconds
        self.monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))

    def next_day(self) -> None:
        self.set_clock(self.now + DAY)

    def path(self, name: str) -> Path:
        return self.root / name

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, name: str) -> str:
        return self.path(name).read_bytes().decode()

    def deck(self, name: str, content: str | bytes) -> Path:
        return self.write(f"source/{name}", content)

    def po(self, deck: str = "one", locale: str = "fr") -> str:
        return f"locales/{locale}/LC_MESSAGES/{deck}.po"

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text, f"{old!r} is not in {name}:\n{text}"
        self.write(name, text.replace(old, new, 1))

    def translate(self, msgid: str, msgstr: str, deck: str = "one", locale: str = "fr") -> None:
        """As in a text editor: type into the empty msgstr."""
        entry = f'msgid "{msgid}"\nmsgstr "'
        self.replace(self.po(deck, locale), f'{entry}"', f'{entry}{msgstr}"')

    def line_of(self, name: str, text: str) -> int:
        """The 1-based line that ``text`` begins."""
        lines = self.read(name).split("\n")
        return next(number for number, line in enumerate(lines, 1) if line.startswith(text))

    def run(self, *args: str) -> Outcome:
        """The command as its entry point runs it, exit code included, without another process."""
        out, err = io.StringIO(), io.StringIO()
        self.monkeypatch.setattr(sys, "argv", ["l10n", *args])
        interrupt = signal.getsignal(signal.SIGINT)
        with redirect_stdout(out), redirect_stderr(err):
            try:
                main()
                code = 0
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(bool(end.code))
            finally:
                # What Ctrl-C does to a command is not what it does to tests.
                signal.signal(signal.SIGINT, interrupt)
        return Outcome(code, out.getvalue(), err.getvalue())

    def ok(self, *args: str) -> Outcome:
        """Run it, and expect no problem."""
        outcome = self.run(*args)
        assert outcome.code == 0, outcome
        return outcome

    def process(self, *args: str, timeout: float = 30) -> Outcome:
        """The command in a process of its own."""
        done = subprocess.run(
            [*COMMAND, *args], cwd=self.root, capture_output=True, text=True, timeout=timeout, check=False
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def snapshot(self) -> dict[str, tuple[object, ...]]:
        """All that a write would change: contents, kinds, modes and times of files, and times of folders."""
        return {
            path.relative_to(self.root).as_posix(): (
                path.readlink() if path.is_symlink() else path.read_bytes() if path.is_file() else None,
                path.lstat().st_mode,
                path.lstat().st_mtime_ns,
            )
            for path in sorted(self.root.rglob("*"))
        }

    def files(self, below: str = "") -> dict[str, bytes]:
        """Contents by path, the cache left out."""
        return contents(self.root / below)


def contents(root: Path) -> dict[str, bytes]:
    """What stands in a folder, by path; ``.l10n`` is left out."""
    found = sorted(path for path in root.rglob("*") if path.is_file())
    paths = {path.relative_to(root).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in paths.items() if not name.startswith(".l10n/")}


def added_and_removed(old: str, new: str) -> tuple[list[str], list[str]]:
    """Lines of a minimal diff."""
    from difflib import ndiff

    lines = list(ndiff(old.split("\n"), new.split("\n")))
    return [x[2:] for x in lines if x[:2] == "+ "], [x[2:] for x in lines if x[:2] == "- "]


def gettext(*args: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a tool of GNU gettext."""
    environment: Mapping[str, str] = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    return subprocess.run(args, cwd=folder, capture_output=True, env=environment, check=False)


needs_gettext = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A folder with nothing in it."""
    root = tmp_path / "project"
    root.mkdir()
    return Workspace(root, monkeypatch)


@pytest.fixture
def decks(empty: Workspace) -> Workspace:
    """Two decks, an image, no locale yet."""
    empty.deck("one.md", ONE)
    empty.deck("part/two.md", TWO)
    empty.deck("images/a.svg", "<svg>English</svg>\n")
    return empty


@pytest.fixture
def french(decks: Workspace) -> Workspace:
    """The same, with French catalogs, brought up to date."""
    decks.ok("init", "fr")
    decks.ok("sync")
    return decks


@pytest.fixture
def ship(empty: Workspace) -> Workspace:
    """A deck, and its translation of old."""
    from cli.adopting import ENGLISH, FRENCH

    empty.deck("one.md", ENGLISH)
    empty.write("old/one_fr.md", FRENCH)
    return empty
