"""The commands that work with git: log, merge-driver, install-merge-driver."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import click

from l10n.cli.shared import CHECK, FINDINGS, Context, say, shared_options

_SHOWN = 60
"""How many characters of a message are shown beside its place."""


@click.command("merge-driver")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("marker_size")
@click.argument("path")
@shared_options
def merge_driver(base: Path, ours: Path, theirs: Path, marker_size: str, path: str) -> None:  # noqa: ARG001
    """Merge two versions of a catalog by message; git runs this.

    BASE, OURS and THEIRS are git's %O %A %B; the result takes the place of OURS. MARKER_SIZE (%L) is not
    needed: a catalog gets no conflict markers. PATH (%P) names the file in messages.

    Exits with 1, so that git stops, if both sides translated one message differently: the entry is fuzzy
    then and has both texts, one of them in a comment.
    """
    from l10n.merge_driver import merge_files

    conflicts = merge_files(base, ours, theirs, path)
    for conflict in conflicts:
        shown = conflict.msgid.replace("\n", " ")
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
        say(f"{conflict.place}: translated differently on both sides: “{shown}”", error=True)
    if conflicts:
        say(
            "each is fuzzy now, with the other text in a comment; the file is valid, no text is lost",
            error=True,
        )
        say(f"choose, now or later, then: git add {shlex.quote(path)}", error=True)
        sys.exit(FINDINGS)


@click.command("install-merge-driver")
@CHECK
@shared_options
@click.pass_obj
def install_merge_driver(shared: Context, check: bool) -> None:
    """Let git merge catalogs by message: .gitattributes and git config.

    Commit .gitattributes; every clone must run this once, as git takes no settings from strangers.
    """
    from l10n.merge_driver_setup import ATTRIBUTES, SETTINGS, install

    setup = install(shared.project(dry=check))
    done = "would add" if check else "added"
    lines = [f"{done} to {ATTRIBUTES}: {line}" for line in setup.patterns]
    lines += [f"{done} to git config: {name} = {SETTINGS[name]}" for name in setup.settings]
    if check or not shared.quiet:
        for line in lines:
            say(line)
    if not (lines or shared.quiet):
        say("git merges catalogs by message already")
    if shutil.which("l10n") is None:
        say("note: git will not find the command `l10n`; put it on the PATH", error=True)
    if check and lines:
        sys.exit(FINDINGS)


COMMANDS = (merge_driver, install_merge_driver)
