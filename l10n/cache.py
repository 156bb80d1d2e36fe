"""What is known to be up to date, so that a run with nothing to do costs little.

A row per deck holds a fingerprint of everything that was read and written for it, and what came of it. The
whole folder may be deleted at any time; it is hidden, and ignores itself in git.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from l10n.errors import FileError, Place
from l10n.files import Files

FOLDER = ".l10n"


def fingerprint(parts: Iterable[bytes | None]) -> str:
    """A digest of the parts, in order; None (no such file) differs from empty."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(b"-" if part is None else b"%d:" % len(part))
        digest.update(part or b"")
    return digest.hexdigest()


def code_fingerprint() -> bytes:
    """Changes whenever this package does, so that no result outlives the code it came from."""
    here = Path(__file__).parent
    stats = ((path.name, path.stat()) for path in sorted(here.rglob("*.py")))
    return fingerprint(
        [repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]).encode()]
    ).encode()


@contextmanager
def exclusive(files: Files) -> Iterator[bool]:
    """Hold the project for one run; ``FileError`` if another one holds it.

    Gives whether the last run was broken off, and may have left files in the making.
    """
    folder = files.inside(files.root / FOLDER)
    try:
        folder.mkdir(exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise FileError(f"cannot be written: {error.strerror}", Place(FOLDER)) from error
    with _held(folder / "lock", files.root):
        for path in folder.glob(_HELPERS.format("*")):  # a killed run's may be at their last decks
            with _held(path, files.root):
                pass
        with _marked(folder / "running") as killed:
            yield killed


_HELPERS = "lock-{}"


@contextmanager
def helping(files: Files, number: int) -> Iterator[None]:
    """Hold the project as one of the processes that a run has started, so that no other outruns it."""
    with ExitStack() as stack:
        if not files.dry:
            with suppress(FileError):  # the run itself holds the project, unless it is killed
                stack.enter_context(_held(files.root / FOLDER / _HELPERS.format(number), files.root))
        yield


@contextmanager
def _held(path: Path, root: Path) -> Iterator[None]:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        message = "another l10n command is at work on this project; wait until it is done"
        raise FileError(message, Place(str(root))) from None
    except OSError as error:
        raise FileError(f"cannot be written: {error.strerror}", Place(FOLDER)) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _marked(running: Path) -> Iterator[bool]:
    """Gives whether the mark of a run that did not end is there; it stays if this one is broken off."""
    killed = running.exists()
    with suppress(OSError):  # without the mark, what a kill would leave is swept later
        running.touch()
    yield killed
    with suppress(OSError):
        running.unlink(missing_ok=True)


class Cache:
    """Results by deck and kind of run. What goes wrong with it only costs time, so nothing is said of it."""

    def __init__(self, root: Path, *, dry: bool) -> None:
        """Open it, or begin anew; ``dry`` only reads what is there."""
        self.dry = dry
        self.rows = _opened(root / FOLDER / "cache.sqlite3", dry=dry)

    def get(self, deck: str, kind: str) -> tuple[str, str] | None:
        """What was stored: a fingerprint, and the result that holds as long as that is the same."""
        query = "SELECT digest, result FROM results WHERE deck = ? AND kind = ?"
        with suppress(sqlite3.Error):
            row = self.rows.execute(query, (deck, kind)).fetchone() if self.rows else None
            return (str(row[0]), str(row[1])) if row else None
        return None

    def put(self, deck: str, kind: str, digest: str, result: str) -> None:
        """Store a result."""
        if self.rows and not self.dry:
            with suppress(sqlite3.Error):
                self.rows.execute("REPLACE INTO results VALUES (?, ?, ?, ?)", (deck, kind, digest, result))

    def close(self, decks: Iterable[str]) -> None:
        """Keep what was stored for ``decks``."""
        if self.rows is None:
            return
        with suppress(sqlite3.Error):
            if not self.dry:
                known = {str(row[0]) for row in self.rows.execute("SELECT DISTINCT deck FROM results")}
                gone = ((deck,) for deck in known.difference(decks))
                self.rows.executemany("DELETE FROM results WHERE deck = ?", gone)
                self.rows.commit()
        self.rows.close()


def _opened(path: Path, *, dry: bool) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            return _connected(path, dry=dry)
        except sqlite3.Error:
            if dry:
                return None
            with suppress(OSError):  # a damaged file is the same as none
                path.unlink()
    return None


def _connected(path: Path, *, dry: bool) -> sqlite3.Connection:
    if dry:
        rows = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    else:
        rows = sqlite3.connect(path)
        rows.execute(
            "CREATE TABLE IF NOT EXISTS results"
            " (deck TEXT, kind TEXT, digest TEXT, result TEXT, PRIMARY KEY (deck, kind))"
        )
    rows.execute("SELECT deck, kind, digest, result FROM results LIMIT 1").fetchone()
    return rows
