"""Whenever a run is killed, nothing is lost, and the next run ends as if it had not been.

Between two calls that change something on the disk all moments are alike, so each such call is one moment.
"""

import os
import signal

import pytest
from cli.conftest import Workspace

from attacks.hazards import COMMANDS, Watch, endangered, restored, undisturbed

CHANGING = (
    "make_folder", "open_lock", "lock", "create", "set_mode", "write", "fsync", "replace", "exchange",
    "rename_new", "unlink", "unlock",
)  # fmt: skip
THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
"""Killed at every call, be it only to look; and a second time, at another, before a run is let end."""


def killed(work: Workspace, args: tuple[str, ...]) -> bool:
    """Whether a run in a process of its own was killed; else it ended well."""
    process = os.fork()
    if not process:
        try:
            os._exit(work.run(*args).code)
        finally:
            os._exit(3)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) in (0, 1), "the run failed by itself"
    return os.WIFSIGNALED(status)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("command", COMMANDS)
def test_run_killed_at_any_moment_costs_nothing_and_the_next_ends_as_if_it_had_not_been(
    scratch: Workspace, command: str
) -> None:
    endangered(scratch)
    watch = Watch(scratch.monkeypatch)
    args = COMMANDS[command]
    run = undisturbed(scratch, watch, args)
    points = [
        (name, number)
        for name, count in run.calls.items()
        if THOROUGH or name in CHANGING
        for number in range(1, count + 1)
    ]
    for name, number in points:
        point = f"a kill at {name}, call {number}"
        restored(scratch.root, run.before)
        watch.aims(name, number, kill)
        assert killed(scratch, args), point
        run.check_whole(scratch.root, point)
        if THOROUGH and killed(scratch, args):
            run.check_whole(scratch.root, f"{point}, twice")
        watch.rests()
        again = scratch.run(*args)
        assert again.code == run.code, f"after {point}: {again}"
        run.check_same(scratch.root, point)
