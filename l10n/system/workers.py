"""Work shared out among processes; what comes of it, in order.

Shares are dealt out beforehand, and a process ends by itself once its share is done, or nobody takes what
comes of it. So whatever becomes of this process, none is left behind, and none stops in the middle of a file.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

from l10n.errors import L10nError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Result_co = TypeVar("Result_co", covariant=True)

WORTH = 16
"""How many pieces a process must get to be worth its start."""


class Task(Protocol[Result_co]):
    """What is to be done with each piece."""

    def __call__(self, piece: str, /) -> Result_co:
        """Do it."""

    def lost(self, piece: str, why: str, /) -> Result_co:
        """Instead of a result, where the process that was at it has ended."""

    def helping(self, number: int, /) -> AbstractContextManager[None]:
        """Around all that the process of that number does."""


class _Bug(NamedTuple):
    """Instead of a result: an error that is none of the user's."""

    traceback: str


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(task: Task[Result_co], pieces: Sequence[str], worth: int = WORTH) -> Generator[Result_co]:
    """What comes of each piece, in order; close it to end the processes early.

    ``worth`` is how many pieces a process must get to be worth its start.
    """
    # One more than there are processors, for there is always one that waits for the disk.
    count = min(processors() + 1, len(pieces) // worth)
    if processors() < 2 or count < 2:
        yield from map(task, pieces)
        return
    # What the first needs is imported here, once, and not by every process.
    yield task(pieces[0])
    crew = _Crew(task, pieces[1:], count)
    try:
        yield from crew.results()
    finally:
        crew.end()


class _Crew(Generic[Result_co]):
    """The processes, and what each has still to do."""

    def __init__(self, task: Task[Result_co], pieces: Sequence[str], count: int) -> None:
        self.task = task
        self.pieces = pieces
        self.shares = [deque(pieces[number::count]) for number in range(count)]
        self.running: dict[int, tuple[Any, Connection]] = {}

    def results(self) -> Iterator[Result_co]:
        for number in range(len(self.shares)):
            self._start(number)
        for at in range(len(self.pieces)):
            yield self._next(at % len(self.shares))

    def end(self) -> None:
        """Each process ends after the piece that it is at, for nobody takes its result."""
        for _, taker in self.running.values():
            taker.close()
        for process, _ in self.running.values():
            process.join()

    def _start(self, number: int) -> None:
        import multiprocessing

        forks = _can_fork()
        context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        taker, giver = context.Pipe(duplex=False)
        inherited = [taker, *(other for _, other in self.running.values())] if forks else []
        arguments = self.task, number, tuple(self.shares[number]), giver, inherited
        process = context.Process(target=_help, args=arguments)
        try:
            with _uninterrupted():
                process.start()
                self.running[number] = process, taker
        except OSError as error:
            raise L10nError(f"no process can be started: {error.strerror}") from error
        finally:
            giver.close()

    def _next(self, number: int) -> Result_co:
        _, taker = self.running[number]
        piece = self.shares[number].popleft()
        try:
            result: Result_co | _Bug = taker.recv()
        except (EOFError, OSError):
            return self.task.lost(piece, self._replaced(number))
        if not isinstance(result, _Bug):
            return result
        raise RuntimeError(f"in another process:\n{result.traceback}")

    def _replaced(self, number: int) -> str:
        """What ended a process; another one does what it has left."""
        process, taker = self.running.pop(number)
        taker.close()
        process.join()
        if self.shares[number]:
            self._start(number)
        code = process.exitcode
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _can_fork() -> bool:
    """A fork starts faster and has all that is imported; but what other threads hold stays locked in it.

    On macOS system libraries have such threads, which Python does not know of.
    """
    return sys.platform not in ("darwin", "win32") and threading.active_count() == 1


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits: it is for this process, and must not hit a new one before that can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _help(
    task: Task[object], number: int, share: Sequence[str], giver: Connection, inherited: Sequence[Connection]
) -> None:
    """What a process does."""
    import multiprocessing

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for taker in inherited:  # as long as one is open anywhere, a pipe is not broken
        taker.close()
    with task.helping(number), suppress(BrokenPipeError):
        parent = multiprocessing.parent_process()
        if parent and parent.is_alive():  # else it ended before this process held anything
            for piece in share:
                giver.send(_attempted(task, piece))


def _attempted(task: Task[object], piece: str) -> object:
    try:
        return task(piece)
    except Exception:
        import traceback

        return _Bug(traceback.format_exc())
