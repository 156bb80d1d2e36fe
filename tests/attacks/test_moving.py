"""Catalogs move from one setting to another: whatever fails or is killed meanwhile, nothing is lost."""

import errno
import os
from collections.abc import Callable
from typing import Any

import pytest
from cli.conftest import Workspace, contents

from attacks.hazards import Undisturbed, Watch, begun, restored, translations, undisturbed
from attacks.test_kills import CHANGING, kill, killed
from l10n.sync.moving import Move
from l10n.system import workers

WAYS = {"joined": ("deck", "project"), "parted": ("project", "deck"), "overwritten": ("project", "folder")}
DECKS = {"one": "Un", "part/two": "Deux", "part/three": "Trois"}
THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"


def ready(work: Workspace, old: str, new: str) -> None:
    """Three decks in two folders, each with a translation of its own; then the setting is changed."""
    work.monkeypatch.setattr(workers, "processors", lambda: 1)
    begun(work)
    for name in DECKS:
        work.deck(f"{name}.md", f"# Title of {name}\n\nHello\n\nOnly {name}\n")
    work.ok("init", "fr")
    for name, text in DECKS.items():
        work.translate("Hello", f"{text} bonjour", name)
        work.translate(f"Only {name}", f"{text} seulement", name)
    work.write("l10n.toml", f'catalogs-per = "{old}"\n')
    work.ok("sync")
    work.next_day()
    work.write("l10n.toml", f'catalogs-per = "{new}"\n')


def all_there(work: Workspace, run: Undisturbed, point: str) -> None:
    missing = run.translations - translations(contents(work.root))
    assert not missing, f"no catalog has {missing} after {point}"


def every_call(run: Undisturbed) -> list[tuple[str, int]]:
    calls = ((name, count) for name, count in run.calls.items() if THOROUGH or name in CHANGING)
    return [(name, number) for name, count in calls for number in range(1, count + 1)]


@pytest.mark.parametrize("way", WAYS)
def test_a_move_that_is_killed_costs_nothing_and_the_next_run_ends_it(scratch: Workspace, way: str) -> None:
    ready(scratch, *WAYS[way])
    watch = Watch(scratch.monkeypatch)
    run = undisturbed(scratch, watch, ("sync",))
    assert len(run.translations) >= 6
    for name, number in every_call(run):
        point = f"a kill at {name}, call {number}"
        restored(scratch.root, run.before)
        watch.aims(name, number, kill)
        assert killed(scratch, ("sync",)), point
        all_there(scratch, run, point)
        watch.rests()
        again = scratch.run("sync")
        assert again.code == run.code, f"after {point}: {again}"
        run.check_same(scratch.root, point)


def failing(number: int) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("way", WAYS)
def test_a_move_in_which_a_call_fails_costs_nothing(scratch: Workspace, way: str) -> None:
    ready(scratch, *WAYS[way])
    watch = Watch(scratch.monkeypatch)
    run = undisturbed(scratch, watch, ("sync",))
    for name, number in every_call(run):
        point = f"an error at {name}, call {number}"
        restored(scratch.root, run.before)
        watch.aims(name, number, failing(errno.ENOSPC))
        scratch.run("sync")
        all_there(scratch, run, point)
        watch.rests()
        again = scratch.run("sync")
        assert again.code == run.code, f"after {point}: {again}"
        run.check_same(scratch.root, point)


def test_what_somebody_saves_while_catalogs_move_comes_along(scratch: Workspace) -> None:
    ready(scratch, *WAYS["joined"])
    content, old = Move._content, scratch.po("part/three")

    def saved_then(*args: Any) -> bytes:
        made = content(*args)
        if scratch.path(old).exists() and "Quatre" not in scratch.read(old):
            scratch.replace(old, "Trois seulement", "Quatre seulement")
        return made

    scratch.monkeypatch.setattr(Move, "_content", saved_then)
    scratch.ok("sync")
    assert "Quatre seulement" in scratch.read("build/fr/part/three.md")
    assert not scratch.path(old).exists()
