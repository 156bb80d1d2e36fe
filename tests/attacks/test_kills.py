"""Whenever a run is killed, nothing is lost, and the next run ends as if it had not been.

Between two calls that change something on the disk all moments are alike, so each such call is one moment.
"""

import hashlib
import os
import signal
from collections.abc import Callable

import pytest
from cli.conftest import Outcome, Workspace

from attacks.hazards import COMMANDS, Watch, begun, endangered, restored, undisturbed
from l10n.system import workers

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


SAYS = "\nSome text\n"
OF_ENGINES = {
    "marp.md": f"---\nmarp: true\nheader: A header\n---\n\n# Title\n{SAYS}\n---\n\n<!-- A note -->\n",
    "slidev.md": f'---\ntitle: A deck\n---\n\n# Title\n{SAYS}\n<Card title="A card" />\n\n<!-- A note -->\n',
    "reveal.md": f'# Title\n\n<!-- .slide: class="x" -->\n{SAYS}\nNote: A note\n',
    "xaringan.Rmd": f"---\ntitle: A deck\n---\n\n# Title\n{SAYS}\n```{{r fig.cap='A plot'}}\nx\n```\n",
    "quarto.qmd": f"---\ntitle: A deck\n---\n\n## Title\n{SAYS}\n+---+\n| a |\n+---+\n",
    "remark-html.html": f'<textarea id="source">\n# Title\n{SAYS}\n???\n\nA note\n</textarea>\n',
}
"""A deck of each engine but remark."""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("deck", OF_ENGINES)
def test_decks_of_every_engine_come_through_a_kill(scratch: Workspace, deck: str, line_end: str) -> None:
    scratch.monkeypatch.setattr(workers, "processors", lambda: 1)
    begun(scratch)
    engine = deck.partition(".")[0]
    scratch.write("l10n.toml", f'[dialects]\n"{deck}" = "{engine}"\n')
    text = OF_ENGINES[deck].replace("\n", line_end)
    scratch.deck(deck, text.encode())
    scratch.ok("init", "fr")
    name = scratch.po(deck.removesuffix(".md"))
    scratch.replace(name, 'msgid "Some text"\nmsgstr ""', 'msgid "Some text"\nmsgstr "Du texte"')
    scratch.ok("sync")
    scratch.deck(deck, text.replace("# Title", "# Other title").encode())
    watch = Watch(scratch.monkeypatch)
    run = undisturbed(scratch, watch, ["sync"])
    assert (
        text.replace("Some text", "Du texte").replace("# Title", "# Other title").encode()
        in run.after.values()
    )
    for call in (name for name in CHANGING if name not in ("fsync", "set_mode")):
        for number in range(1, run.calls[call] + 1):
            point = f"a kill at {call}, call {number}"
            restored(scratch.root, run.before)
            watch.aims(call, number, kill)
            assert killed(scratch, ("sync",)), point
            run.check_whole(scratch.root, point)
            watch.rests()
            assert scratch.run("sync").code == run.code, point
            run.check_same(scratch.root, point)


DECKS = 40
LETTERS = str.maketrans("0123456789", "ghijklmnop")


@pytest.fixture
def many(scratch: Workspace) -> Workspace:
    """So many translated decks, all edited, that processes share them."""
    begun(scratch)
    for number in range(DECKS):
        scratch.deck(f"{number:02}.md", f"# Deck {number}\n\nText of {number}\n")
    scratch.ok("init", "fr")
    for number in range(DECKS):
        scratch.translate(f"Text of {number}", f"Texte de {number}", f"{number:02}")
    scratch.ok("sync")
    for number in range(DECKS):
        scratch.deck(f"{number:02}.md", f"# Deck {number}\n\nText of {number}\n\n{unlike(number)}\n")
    return scratch


def unlike(number: int) -> str:
    """A line that has nothing in common with others; else comments would point to those like it.

    After a run that was broken off, none points from a message that this had got to.
    """
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    return " ".join(digest[at : at + 5].translate(LETTERS) for at in range(0, 40, 5))


def until_done(work: Workspace, *args: str) -> Outcome:
    """The run after one that was killed: the processes that it had started may be at their last decks."""
    outcome = work.run(*args)
    while "another l10n command is at work" in outcome.err:
        outcome = work.run(*args)
    return outcome


def helper_dies(process: int) -> None:
    if os.getpid() != process:
        kill()


def run_dies(process: int) -> None:
    os.kill(process, signal.SIGKILL)


@pytest.mark.parametrize("dies", [helper_dies, run_dies])
def test_many_decks_come_through_when_a_process_is_killed(
    many: Workspace, dies: Callable[[int], None]
) -> None:
    watch = Watch(many.monkeypatch)
    with many.monkeypatch.context() as patch:
        patch.setattr(workers, "processors", lambda: 1)
        run = undisturbed(many, watch, ["sync"])
    many.monkeypatch.setattr(workers, "processors", lambda: 2)
    for name in ("create", "fsync", "exchange", "unlink"):
        for number in range(5, DECKS // 2, 5):
            point = f"a kill at {name}, call {number}"
            restored(many.root, run.before)
            ended = os.fork()
            if not ended:
                process = os.getpid()
                watch.aims(name, number, lambda: dies(process))  # noqa: B023 - it ends with this turn
                os._exit(many.run("sync").code)
            _, status = os.waitpid(ended, 0)
            assert status == (signal.SIGKILL if dies is run_dies else 2 << 8), point
            watch.rests()
            again = until_done(many, "sync")
            assert again.code == 0, f"after {point}: {again}"
            run.check_same(many.root, point)
