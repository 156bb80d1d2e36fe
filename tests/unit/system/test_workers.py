"""Whatever becomes of a process, each piece has its result, in order, and none is waited for in vain."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from l10n.errors import L10nError
from l10n.system import workers
from l10n.system.workers import shared_out

PIECES = [f"{number:03}" for number in range(100)]
HALF = len(PIECES) // 2


@dataclass
class Noting:
    """Says which process did a piece; notes it in a file, too."""

    folder: Path
    fatal: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()

    def __call__(self, piece: str) -> tuple[str, int]:
        if piece in self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        if piece in self.broken:
            raise ZeroDivisionError(piece)
        (self.folder / piece).touch()
        return piece, os.getpid()

    def lost(self, piece: str, why: str) -> tuple[str, str]:
        return piece, why

    @contextmanager
    def helping(self, number: int) -> Iterator[None]:
        (self.folder / f"helper {number}").touch()
        yield


@pytest.fixture(params=["fork", "spawn"])
def two(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two processors, however many there are; processes are forked only where there is one thread."""
    monkeypatch.setattr(workers, "processors", lambda: 2)
    idle = threading.Event()
    if request.param == "spawn":
        threading.Thread(target=idle.wait).start()
    yield
    idle.set()


@pytest.mark.usefixtures("two")
def test_results_come_in_order_from_two_processes(tmp_path: Path) -> None:
    results = list(shared_out(Noting(tmp_path), PIECES, HALF))
    assert [piece for piece, _ in results] == PIECES
    first, *others = [process for _, process in results]
    assert first == os.getpid()
    assert len(set(others)) == 2
    assert first not in others
    assert others[::2] == [others[0]] * len(others[::2])
    assert sorted(path.name for path in tmp_path.glob("helper*")) == ["helper 0", "helper 1"]


def test_few_pieces_are_done_by_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 8)
    assert {process for _, process in shared_out(Noting(tmp_path), PIECES[:31])} == {os.getpid()}


def test_with_one_processor_all_are_done_by_this_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 1)
    assert {process for _, process in shared_out(Noting(tmp_path), PIECES)} == {os.getpid()}


@pytest.mark.usefixtures("two")
def test_piece_that_ends_its_process_is_lost_and_no_other(tmp_path: Path) -> None:
    fatal = ("010", "012", "013", "099")
    results = list(shared_out(Noting(tmp_path, fatal=fatal), PIECES, HALF))
    assert [piece for piece, _ in results] == PIECES
    assert [(piece, why) for piece, why in results if isinstance(why, str)] == [
        (piece, "signal 9") for piece in fatal
    ]


@pytest.mark.usefixtures("two")
def test_error_in_a_process_is_an_error_here_with_its_traceback(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError) as error:
        list(shared_out(Noting(tmp_path, broken=("050",)), PIECES, HALF))
    assert "ZeroDivisionError: 050" in str(error.value)
    assert "in __call__" in str(error.value)


@pytest.mark.usefixtures("two")
def test_processes_end_when_nobody_takes_their_results(tmp_path: Path) -> None:
    pieces = [f"{number:05}" for number in range(20_000)]
    with closing(shared_out(Noting(tmp_path), pieces)) as results:
        others = {process for _, (_, process) in zip(range(20), results, strict=False)} - {os.getpid()}
    assert len(others) == 3
    for process in others:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    assert len(list(tmp_path.iterdir())) < len(pieces)


def test_where_no_process_can_be_started_that_is_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(workers, "processors", lambda: 2)
    monkeypatch.setattr(os, "fork", refused)
    with pytest.raises(L10nError, match="no process can be started: Resource temporarily unavailable"):
        list(shared_out(Noting(tmp_path), PIECES))
