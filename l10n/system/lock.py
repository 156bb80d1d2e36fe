"""One run at a time, and what the next knows of one that was broken off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import DiskError, FileError, L10nError, Place
from l10n.system.file import Changed
from l10n.system.files import Files
from l10n.system.rooms import Room

FOLDER = ".l10n"
_LOCK, _RUNNING, _IGNORED = "lock", "running", ".gitignore"


def state(root: Path) -> Room:
    """The room of what is kept between runs."""
    return Room(root, FOLDER, hidden=True)


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
