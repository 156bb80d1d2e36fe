"""Whatever call to the operating system fails, and with whatever error: nothing is lost, and all is told."""

import errno
import gc
import hashlib
import os
from collections.abc import Callable, Iterator

import pytest
from cli.conftest import Workspace

from attacks.hazards import (
    COMMANDS,
    Snapshot,
    Undisturbed,
    Watch,
    endangered,
    restored,
    taken,
    undisturbed,
)

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
"""Each call fails with each error; otherwise with one, in turn."""


def failing(number: int) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


def digest(snapshot: Snapshot) -> bytes:
    state = sorted((name, content) for name, (content, _) in snapshot.items())
    return hashlib.blake2b(repr(state).encode()).digest()


def points(run: Undisturbed) -> Iterator[tuple[str, int, int]]:
    """Each call, and the errors that it is to fail with."""
    for name, count in run.calls.items():
        if name == "close":
            continue
        for number in range(1, count + 1):
            for turn in range(len(ERRORS)) if THOROUGH else (number,):
                yield name, number, ERRORS[turn % len(ERRORS)]


@pytest.mark.parametrize("command", COMMANDS)
def test_call_that_fails_costs_nothing_and_the_next_run_ends_as_if_it_had_not(
    scratch: Workspace, command: str
) -> None:
    endangered(scratch)
    watch = Watch(scratch.monkeypatch)
    args = COMMANDS[command]
    run = undisturbed(scratch, watch, args)
    recovered: set[bytes] = set()
    told = 0
    for name, number, error in points(run):
        point = f"{name}, call {number}, {errno.errorcode[error]}"
        restored(scratch.root, run.before)
        watch.aims(name, number, failing(error))
        outcome = scratch.run(*args)
        watch.rests()
        gc.collect(0)  # descriptors of folders, which the command leaves to its end
        assert outcome.code in (run.code, 2), f"{point}: {outcome}"
        assert "Traceback" not in outcome.err, f"{point}: {outcome}"
        told += outcome.code == 2
        if outcome.code != 2:
            assert run.is_done(scratch.root), f"nothing is told of {point}"
        state = digest(taken(scratch.root))
        if state not in recovered:
            run.check_whole(scratch.root, point)
            again = scratch.run(*args)
            assert again.code == run.code, f"after {point}: {again}"
            run.check_same(scratch.root, point)
            recovered.add(state)
    assert told > (run.calls.total() - run.calls["close"]) / 2, "few were told of: the test proves little"
