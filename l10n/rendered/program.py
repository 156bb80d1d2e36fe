"""A program that answers, for as long as it is asked; one that hangs, breaks or babbles is ended."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Lock, Timer
from typing import IO, cast

from l10n.errors import L10nError

_PATIENCE = 10.0
"""Seconds that an answer may take, the start of the program included."""
_LONGEST = 1 << 25
"""Bytes of an answer: a deck with its pictures in it."""
_COMPLAINT = 300
"""Bytes of what a program says of its failure."""
_LATE, _LONG = "took more than {:g} seconds", "answers with more than {:,} bytes"


class Program:
    """Each question is a line of JSON, and so is each answer. It may be asked from several threads."""

    def __init__(
        self, title: str, command: Sequence[str], patience: float = _PATIENCE, longest: int = _LONGEST
    ) -> None:
        """``title`` is what errors call it. It is started when it is asked, and anew where it failed."""
        self.title = title
        self.command = command
        self.patience = patience
        self.longest = longest
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._has_ended = False

    def asked(self, question: object) -> object:
        """What it answers; ``L10nError`` if it does not within time and measure."""
        with self._lock:
            if self._has_ended:
                raise L10nError(f"{self.title} is not asked any more")
            answer, late = self._answer(json.dumps(question).encode() + b"\n")
            fault, said = self._read(answer)
            if late:
                fault = _LATE.format(self.patience)
            if fault:
                self._end()  # what it would say next answers nothing that is asked
                raise L10nError(f"{self.title} {fault}")
            return said

    def end(self) -> None:
        """End it for good; whoever waits for an answer gets none."""
        self._has_ended = True
        if running := self._process:
            running.kill()
        with self._lock:
            self._end()

    def _answer(self, question: bytes) -> tuple[bytes, bool]:
        """A line, or what there is of one, and whether it came too late."""
        process, late = self._running(), Event()
        try:
            with _ended_after(self.patience, process, late):
                given, got = _pipes(process)
                given.write(question)
                given.flush()
                return got.readline(self.longest + 1), late.is_set()
        except OSError:
            return b"", late.is_set()

    def _read(self, answer: bytes) -> tuple[str, object]:
        """What is wrong with an answer, if anything is, and what it says."""
        if len(answer) > self.longest:
            return _LONG.format(self.longest), None
        if not answer.endswith(b"\n"):
            return "ended without an answer", None
        try:
            return "", json.loads(answer)
        except (ValueError, RecursionError):
            return "says what is no answer", None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _started(self.title, self.command, subprocess.PIPE, subprocess.DEVNULL)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in _pipes(process):
            with suppress(OSError):  # what it did not read any more
                pipe.close()


def answer_once(
    title: str, command: Sequence[str], question: bytes, patience: float = _PATIENCE, longest: int = _LONGEST
) -> bytes:
    """What a program makes of its input before it ends; ``L10nError`` if it fails, in time and measure.

    The first line of what it says of a failure is in the error.
    """
    late = Event()
    with TemporaryFile() as given, TemporaryFile() as complaints:
        given.write(question)
        given.seek(0)
        process = _started(title, command, given, complaints)
        with process, _ended_after(patience, process, late):
            answer = cast("IO[bytes]", process.stdout).read(longest + 1)
            if len(answer) > longest:
                process.kill()
            process.wait()  # while the clock runs: it may have closed its output and go on
        if late.is_set():
            raise L10nError(f"{title} {_LATE.format(patience)}")
        if len(answer) > longest:
            raise L10nError(f"{title} {_LONG.format(longest)}")
        if process.returncode:
            raise L10nError(f"{title} cannot show this deck: {_first_line(complaints) or 'it says nothing'}")
        return answer


def _first_line(said: IO[bytes]) -> str:
    said.seek(0)
    return said.read(_COMPLAINT).decode("utf-8", "replace").split("\n")[0].strip()


def _started(
    title: str, command: Sequence[str], given: IO[bytes] | int, complaints: IO[bytes] | int
) -> subprocess.Popen[bytes]:
    pipe, here = subprocess.PIPE, Path(__file__).parent
    try:
        return subprocess.Popen(  # noqa: S603 - SECURITY.md says which programs
            command, stdin=given, stdout=pipe, stderr=complaints, cwd=here
        )
    except OSError as error:
        raise L10nError(f"{title} cannot be started: {error.strerror}") from error


@contextmanager
def _ended_after(patience: float, process: subprocess.Popen[bytes], late: Event) -> Iterator[None]:
    """A process, killed when it is late, so that nobody waits any longer."""

    def ended() -> None:
        late.set()
        process.kill()

    clock = Timer(patience, ended)
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    return cast("tuple[IO[bytes], IO[bytes]]", (process.stdin, process.stdout))
