"""What is known to be up to date, so that a run with nothing to do costs little.

A row per deck holds a fingerprint of everything that was read and written for it, and what came of it. The
whole folder may be deleted at any time; it is hidden, and ignores itself in git.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from l10n.errors import FileError, Place

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
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]).encode()


@contextmanager
def exclusive(root: Path) -> Iterator[None]:
    """Hold the project for one run; ``FileError`` if another one holds it."""
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        lock = FileLock(folder / "lock")
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


class Cache:
    """Results by deck and kind of run; a broken file is the same as none."""

    def __init__(self, root: Path) -> None:
        """Open it, or begin anew."""
        path = root / FOLDER / "cache.sqlite3"
        try:
            self.rows = _opened(path)
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            self.rows = _opened(path)

    def get(self, deck: str, kind: str, digest: str) -> str | None:
        """What was stored for that fingerprint."""
        query = "SELECT result FROM results WHERE deck = ? AND kind = ? AND digest = ?"
        row = self.rows.execute(query, (deck, kind, digest)).fetchone()
        return str(row[0]) if row else None

    def put(self, deck: str, kind: str, digest: str, result: str) -> None:
        """Store a result."""
        self.rows.execute("REPLACE INTO results VALUES (?, ?, ?, ?)", (deck, kind, digest, result))

    def forget_others(self, decks: Iterable[str]) -> list[str]:
        """The decks with results that are not among ``decks``; their results are dropped."""
        known = {str(row[0]) for row in self.rows.execute("SELECT DISTINCT deck FROM results")}
        gone = sorted(known.difference(decks))
        self.rows.executemany("DELETE FROM results WHERE deck = ?", ((deck,) for deck in gone))
        return gone

    def close(self) -> None:
        """Keep what was stored."""
        with suppress(sqlite3.DatabaseError):  # a full disk only costs the next run some time
            self.rows.commit()
        self.rows.close()


def _opened(path: Path) -> sqlite3.Connection:
    rows = sqlite3.connect(path)
    rows.execute(
        "CREATE TABLE IF NOT EXISTS results"
        " (deck TEXT, kind TEXT, digest TEXT, result TEXT, PRIMARY KEY (deck, kind))"
    )
    rows.execute("SELECT deck, kind, digest, result FROM results LIMIT 1").fetchone()
    return rows
