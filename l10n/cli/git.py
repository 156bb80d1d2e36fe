"""The commands that work with git: log, merge-driver, install-merge-driver, weblate."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli.shared import CHECK, FINDINGS, UNUSABLE, Context, columns, in_colour, say, shared_options, show
from l10n.report.plain import on_one_line, start_of

if TYPE_CHECKING:
    from l10n.project import Project

_SHOWN = 60
"""How many columns of a message are shown beside its place."""
_NAMED = 20
"""How many conflicts are named; the rest are counted."""
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("merge-driver")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("marker_size")
@click.argument("path")
@shared_options
def merge_driver(base: Path, ours: Path, theirs: Path, marker_size: str, path: str) -> None:  # noqa: ARG001
    """Merge two versions of a catalog; git runs this.

    BASE, OURS and THEIRS are git's %O %A %B; the result takes the place of OURS. MARKER_SIZE (%L) is not
    needed: a catalog gets no conflict markers. PATH (%P) names the file in messages.

    Exits with 1, so that git stops, if both sides translated one message differently: the entry is fuzzy
    then and has both texts, one of them in a comment.
    """
    from l10n.git import merge_files

    conflicts = merge_files(base, ours, theirs, path)
    for conflict in conflicts[:_NAMED]:
        shown = start_of(on_one_line(conflict.msgid), _SHOWN)
        say(f"{conflict.place}: translated differently on both sides: “{shown}”", error=True)
    if len(conflicts) > _NAMED:
        say(f"{path}: {len(conflicts) - _NAMED:,} more like these", error=True)
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
    """Let git merge catalogs, message by message.

    Commit .gitattributes; every clone must run this once, as git takes no settings from strangers.
    """
    from l10n.git import ATTRIBUTES, SETTINGS, install

    setup = install(shared.project(dry=check))
    done = "would add" if check else "added"
    lines = [f"{done} to {ATTRIBUTES}: {line}" for line in setup.patterns]
    lines += [f"{done} to git config: {name} = {SETTINGS[name]}" for name in setup.settings]
    if check or not shared.quiet:
        for line in lines:
            say(line)
    if not (lines or shared.quiet):
        say("git merges catalogs by message already")
    if _is_not_found("l10n"):
        say("note: git will not find the command `l10n`; put it on the PATH", error=True)
    if check and lines:
        sys.exit(FINDINGS)


def _is_not_found(program: str) -> bool:
    import shutil

    return shutil.which(program) is None


@click.command()
@shared_options
@click.pass_obj
def weblate(shared: Context) -> None:
    """Print what Weblate needs to find all catalogs.

    It is the configuration of its add-on "Component discovery", as JSON, with paths as the repository has
    them.
    """
    from l10n.git import discovery

    show(json.dumps(discovery(shared.project(dry=True)), indent=2))


@click.command("log")
@click.argument("locale")
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option("--since", metavar="REVISION", help="Only what changed after this git revision.")
@click.option("--all", "every", is_flag=True, help="Tell of messages that are right, too.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
@shared_options
@click.pass_obj
def log(
    shared: Context, locale: str, decks: tuple[str, ...], *, since: str | None, every: bool, form: str
) -> None:
    """Show what changed in the source since translation.

    For each message that is fuzzy or untranslated: its source when its translation was last right, and how
    it differs now; the commit in which it was right, and the one that changed it. By deck and slide, from
    git's history of catalogs and decks; nothing is written.
    """
    from l10n.git import source_log
    from l10n.report.log import as_json, as_lines, marked, painted

    project = shared.project()
    names = [_called(project, shared.base / name, name) for name in decks]
    told = source_log(project, locale, names, since=since, every=every)
    if form == "json":
        show(as_json(told))
    elif told.decks or not told.problems:
        say(*as_lines(told, paint=painted if in_colour() else marked, columns=columns()))
    for problem in told.problems:
        say(f"error: {problem}", error=True)
    if told.shallow:
        say(_SHALLOW, error=True)
    if told.problems:
        sys.exit(UNUSABLE)


def _called(project: Project, path: Path, name: str) -> str:
    """A deck as the project calls it: named by its path, or as it is named below the folder of the decks."""
    file = project.named(path)
    return file.name if file.room.base == project.source.base else project.alike.named(name) or name


_SHALLOW = "note: this clone is shallow, so older commits are missing: try `git fetch --unshallow`"
