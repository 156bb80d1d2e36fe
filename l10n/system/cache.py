"""What is known to be up to date, so that a run with nothing to do costs little.

For each deck there is a fingerprint of everything that was read and written for it, and what came of it. The
whole folder may be deleted at any time; it is hidden, and ignores itself in git.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import DiskError, FileError, L10nError, Place
from l10n.system.files import Files
from l10n.system.rooms import Changed, Room

FOLDER = ".l10n"
_CACHE, _LOCK, _RUNNING, _IGNORED = "cache.json", "lock", "running", ".gitignore"


def state(root: Path) -> Room:
    """The room of what is kept between runs."""
    return Room(root, FOLDER, hidden=True)


def fingerprint(parts: Iterable[bytes | None]) -> str:
    """A digest of the parts, in order; None (no such file) differs from empty."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(b"-" if part is None else b"%d:" % len(part))
        digest.update(part or b"")
    return digest.hexdigest()


def code_fingerprint() -> bytes:
    """Changes whenever this package does, so that no result outlives the code it came from."""
    here = Path(__file__).parent.parent
    stats = ((path.name, path.stat()) for path in sorted(here.rglob("*.py")))
    return fingerprint(
        [repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]).encode()]
    ).encode()


@dataclass(slots=True)
class Hold:
    """What a run that holds the project knows of the one before, and leaves for the next."""

    broken_off: bool
    """Whether the last run was, and may have left files in the making, and work undone."""
    unfinished: bool
    """Whether the next run shall think the same of this one."""
    littered: bool = False
    """Whether the next run shall at least sweep."""

    def note(self, problems: Iterable[L10nError]) -> None:
        """What the system refused, the next run has to do."""
        self.unfinished |= any(isinstance(problem, DiskError) for problem in problems)


@contextmanager
def exclusive(files: Files) -> Iterator[Hold]:
    """Hold the project for one run; ``FileError`` if another one holds it."""
    room = state(files.root)
    with _held(room, _LOCK):
        for name in room.files():
            if name.startswith(_HELPERS.format("")):  # a killed run's may be at their last decks
                with _held(room, name):
                    pass
        with _marked(room) as hold:
            if room.read(_IGNORED) is None:
                with suppress(Changed):
                    room.put(_IGNORED, b"*\n", None)
            yield hold


_HELPERS = "lock-{}"


@contextmanager
def helping(files: Files, number: int) -> Iterator[None]:
    """Hold the project as one of the processes that a run has started, so that no other outruns it."""
    with ExitStack() as stack:
        if not files.dry:
            with suppress(FileError):  # the run itself holds the project, unless it is killed
                stack.enter_context(_held(state(files.root), _HELPERS.format(number)))
        yield


@contextmanager
def _held(room: Room, name: str) -> Iterator[None]:
    with room.held(name) as held:
        if not held:
            message = "another l10n command is at work on this project; wait until it is done"
            raise FileError(message, Place(str(room.anchor)))
        yield


@contextmanager
def _marked(room: Room) -> Iterator[Hold]:
    """While it runs there is a mark; it stays if that is broken off, or if it leaves something to do."""
    broken_off = room.status(_RUNNING) is not None
    if not broken_off:
        _mark(room)
    hold = Hold(broken_off, unfinished=broken_off)
    yield hold
    if hold.unfinished or hold.littered:
        _mark(room)
    else:
        with suppress(FileError):
            room.remove(_RUNNING)


def _mark(room: Room) -> None:
    with suppress(FileError):  # without the mark, what a kill would leave is swept later
        room.make_empty(_RUNNING)


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
