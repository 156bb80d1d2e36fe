"""What is known to be up to date, so that a run with nothing to do costs little.

For each deck there is a fingerprint of everything that was read and written for it, and what came of it. The
whole folder may be deleted at any time; it is hidden, and ignores itself in git.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from l10n.errors import FileError
from l10n.system.digests import fingerprint
from l10n.system.file import Changed
from l10n.system.looks import is_settled, look
from l10n.system.own_room import state

_CACHE, _CODE = "cache.json", "code"
_PACKAGE = Path(__file__).parent.parent


def code_fingerprint(package: Path = _PACKAGE) -> bytes:
    """Changes whenever the package or a library does, so that no result outlives the code it came from.

    The same code installed anew has the same: a cache holds on another machine, too.
    """
    files = ((path.relative_to(package).as_posix(), path) for path in package.rglob("*.py"))
    parts = (part for name, path in sorted(files) for part in (name.encode(), path.read_bytes()))
    return fingerprint((*(name.encode() for name in libraries()), *parts)).encode()


def known_code(root: Path, *, dry: bool, package: Path = _PACKAGE) -> bytes:
    """The same, read anew only where a file of the package is not what it was when that was kept in ``root``.

    ``dry`` never writes. What was changed a moment ago is not kept: the next change might look the same.
    """
    room, content = state(root), None
    looks, settled = _looks(package)
    with suppress(FileError):
        content = room.read(_CODE)
    kept, _, digest = (content or b"").partition(b" ")
    if kept == looks and digest:
        return digest
    digest = code_fingerprint(package)
    if not dry and settled:
        with suppress(FileError, Changed):
            room.put(_CODE, looks + b" " + digest, content)
    return digest


def _looks(package: Path) -> tuple[bytes, bool]:
    """A digest of how its files look, and of the libraries; whether all of these files are settled."""
    now, found = time.time(), sorted(_modules(str(package)))
    marks = [f"{path} {look(one)}" for path, one in found]
    digest = fingerprint([repr((libraries(), marks)).encode()])
    return digest.encode(), all(is_settled(one, now) for _, one in found)


def _modules(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _modules(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path, entry.stat()


def libraries() -> list[str]:
    """What is installed beside markdown-it-py, with versions; nothing where that does not say so in names."""
    found = find_spec("markdown_it")
    folders = [Path(found.origin).parents[1]] if found and found.origin else []
    return sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))


class Cache:
    """Results by deck and kind of run. What goes wrong with it only costs time, so nothing is said of it."""

    def __init__(self, root: Path, *, dry: bool) -> None:
        """Read it, or begin anew; ``dry`` never writes."""
        self.room = state(root)
        self.dry = dry
        self.content, self.rows = self._read()
        self.is_new = False

    def _read(self) -> tuple[bytes | None, dict[str, dict[str, tuple[str, str]]]]:
        """The file, and what it says: by deck and kind a fingerprint and a result."""
        content = None
        with suppress(
            FileError, ValueError, RecursionError, AttributeError, TypeError
        ):  # damaged is as good as none
            content = self.room.read(_CACHE)
            rows = json.loads(content or b"{}")
            return content, {
                deck: {kind: (str(digest), str(result)) for kind, (digest, result) in kinds.items()}
                for deck, kinds in rows.items()
            }
        return content, {}

    def get(self, deck: str, kind: str) -> tuple[str, str] | None:
        """What was stored: a fingerprint, and the result that holds as long as that is the same."""
        return self.rows.get(deck, {}).get(kind)

    def put(self, deck: str, kind: str, digest: str, result: str) -> None:
        """Store a result."""
        if not self.dry and self.get(deck, kind) != (digest, result):
            self.rows.setdefault(deck, {})[kind] = digest, result
            self.is_new = True

    def close(self, decks: Iterable[str]) -> bool:
        """Keep what was stored for ``decks``; False if that went wrong, and may have left a file behind."""
        gone = self.rows.keys() - set(decks)
        if self.dry or not (self.is_new or gone):
            return True
        kept = {deck: kinds for deck, kinds in self.rows.items() if deck not in gone}
        data = json.dumps(kept).encode()
        with suppress(FileError, Changed):
            self.room.put(_CACHE, data, self.content)
            return True
        return False


class Rows:
    """What is remembered of one deck, in rows; what goes wrong with it only costs time."""

    def __init__(self, root: Path, deck: str, *, dry: bool) -> None:
        """Nothing is read before a row is asked for; ``dry`` never writes."""
        self.room, self.name, self.dry = state(root), _rows_of(deck), dry

    @cached_property
    def _read(self) -> tuple[bytes | None, dict[str, tuple[str, str]]]:
        """The file, and its rows by key, each behind its digest; a row that is damaged is none."""
        content = None
        with suppress(FileError):
            content = self.room.read(self.name)
        lines = (line.split(" ", 2) for line in (content or b"").decode(errors="replace").split("\n"))
        found = (line for line in lines if len(line) == _FIELDS)
        rows = ((key, check, row) for key, check, row in found if check == fingerprint([row.encode()]))
        return content, {key: (check, row) for key, check, row in rows}

    def get(self, key: str) -> str | None:
        """The row of a key."""
        return self._read[1].get(key, ("", None))[1]

    def keep(self, rows: Mapping[str, str]) -> None:
        """Keep these, and no others; a row is one line."""
        if self.dry:
            return
        content, _ = self._read
        data = "".join(f"{key} {self._check(key, row)} {row}\n" for key, row in rows.items()).encode()
        if data != (content or b""):
            with suppress(FileError, Changed):
                self.room.put(self.name, data, content)

    def _check(self, key: str, row: str) -> str:
        check, known = self._read[1].get(key, ("", ""))
        return check if known == row else fingerprint([row.encode()])


_ROWS = "parts"
_FIELDS = 3
"""Of a line: key, digest and row."""


def _rows_of(deck: str) -> str:
    return f"{_ROWS}/{fingerprint([deck.encode(errors='surrogatepass')])}"


def forget_rows(root: Path, decks: Iterable[str]) -> None:
    """Remove the rows of all decks but these, and what was left where rows could not be kept."""
    room = state(root)
    with suppress(FileError):
        room.sweep(_ROWS, deep=False)
        for name in {*room.files(below=_ROWS)} - {*map(_rows_of, decks)}:
            room.remove(name)
