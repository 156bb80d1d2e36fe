"""One run at a time, and what the next knows of one that was broken off."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

from l10n.errors import DiskError, FileError, L10nError, Place
from l10n.system.file import Changed
from l10n.system.files import Files
from l10n.system.own_room import state
from l10n.system.rooms import Room

_LOCK, _RUNNING, _IGNORED = "lock", "running", ".gitignore"
PATIENCE = 120.0
"""Seconds that a run waits for others, so that one for each locale may be started at once."""
_PAUSE, _SILENT = 0.05, 1.0
"""Seconds between two tries, and before anybody is told that a run waits."""


@dataclass(slots=True)
class Hold:
    """What a run that holds the project knows of the one before, and leaves for the next."""

    broken_off: bool
    """Whether the last run was, and may have left files in the making, and work undone."""
    unfinished: bool
    """Whether the next run shall think the same of this one."""
    littered: bool = False
    """Whether the next run shall at least sweep."""
    waited: bool = False
    """Whether another run was at work first, so that what was seen before that may hold no more."""

    def note(self, problems: Iterable[L10nError]) -> None:
        """What the system refused, the next run has to do."""
        self.unfinished |= any(isinstance(problem, DiskError) for problem in problems)


@contextmanager
def exclusive(files: Files) -> Iterator[Hold]:
    """Hold the project for one run, once no other does; ``FileError`` if that takes too long."""
    room, patience = state(files.root), _Patience(files.waits)
    with _held(room, _LOCK, patience):
        for name in room.files():
            if name.startswith(_HELPERS.format("")):  # a killed run's may be at their last decks
                with _held(room, name, patience):
                    pass
        with _marked(room) as hold:
            hold.waited = patience.began is not None
            if room.read(_IGNORED) is None:
                with suppress(Changed):
                    room.put(_IGNORED, b"*\n", None)
            yield hold


class _Patience:
    """How long a run has waited for others."""

    def __init__(self, tell: Callable[[], None]) -> None:
        """``tell`` is called once, if it takes longer than nobody would notice."""
        self._tell: Callable[[], None] | None = tell
        self.began: float | None = None

    def wait(self, room: Room) -> None:
        """A moment; ``FileError`` at the end of it all."""
        now = time.monotonic()
        self.began = now if self.began is None else self.began
        if now - self.began >= PATIENCE:
            message = "another l10n command is at work on this project; wait until it is done"
            raise FileError(message, Place(str(room.anchor)))
        if self._tell and now - self.began >= _SILENT:
            self._tell()
            self._tell = None
        time.sleep(_PAUSE)


_HELPERS = "lock-{}"


@contextmanager
def helping(files: Files, number: int) -> Iterator[None]:
    """Hold the project as one of the processes that a run has started, so that no other outruns it."""
    with ExitStack() as stack:
        if not files.dry:
            with suppress(FileError):  # the run itself holds the project, unless it is killed
                stack.enter_context(state(files.root).held(_HELPERS.format(number)))
        yield


@contextmanager
def _held(room: Room, name: str, patience: _Patience) -> Iterator[None]:
    while True:
        with room.held(name) as held:
            if held:
                yield
                return
        patience.wait(room)


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
