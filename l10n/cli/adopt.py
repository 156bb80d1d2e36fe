"""The command that makes catalogs from translations that exist."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli.shared import UNUSABLE, Context, note_unlisted, progress, say, shared_options, show, write_named

if TYPE_CHECKING:
    from l10n.adopt import AdoptReport
    from l10n.project import Project

_NAMED = 20
"""How many files are named that have no deck; the rest are counted."""


@click.command()
@click.argument("locale", metavar="LOCALE")
@click.argument("translated", nargs=-1, required=True, metavar="TRANSLATED...")
@click.option("--source", metavar="DECK", help="The source deck, where names do not tell.")
@click.option("--history", is_flag=True, help="Find the revision that was translated.")
@click.option("--revision", metavar="REV", help="Name the revision that was translated.")
@click.option("--leftovers", metavar="FILE", help="Keep what has no counterpart in this file.")
@click.option("--overwrite", is_flag=True, help="Replace translations that are there.")
@click.option("--dry-run", "dry", is_flag=True, help="Write nothing; show the pairs side by side.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
@click.option("--force", is_flag=True, help="Adopt what fits poorly, too.")
@shared_options
@click.pass_obj
def adopt(
    shared: Context,
    *,
    locale: str,
    translated: tuple[str, ...],
    source: str | None,
    history: bool,
    revision: str | None,
    leftovers: str | None,
    overwrite: bool,
    dry: bool,
    form: str,
    force: bool,
) -> None:
    """Make catalogs from decks that were translated already.

    TRANSLATED are files or folders. Each is aligned with its source deck, or with the revision of it that was
    translated. Sure pairs become translations, doubtful ones fuzzy, and what is left over is named. Of decks
    that were built here, edits are taken back into the catalogs.
    """
    from l10n.adopt import Options, adopt_decks

    if history and revision is not None:
        raise click.UsageError("--history finds the revision, --revision names it; use one of the two")
    project = shared.project(dry=dry)
    options = Options(_deck(shared, project, source), history, revision, overwrite, force)
    bar = partial(progress, shared, label="revisions" if history else "decks")
    report = adopt_decks(project, locale, [shared.base / name for name in translated], options, bar)
    _hand_over(shared, project, report, form=form, dry=dry, leftovers=leftovers)


def _hand_over(
    shared: Context, project: Project, report: AdoptReport, *, form: str, dry: bool, leftovers: str | None
) -> None:
    """Shows what came of it, and ends the command with an error if that has problems."""
    from l10n.report.adoption import leftovers_text

    _tell(report)
    _print(shared, report, form, side_by_side=dry)
    if leftovers and not dry:
        _keep_leftovers(shared, project, leftovers, leftovers_text(report))
    note_unlisted(project, [report.locale])
    if report.problems:
        raise SystemExit(UNUSABLE)


def _keep_leftovers(shared: Context, project: Project, name: str, text: str) -> None:
    """Write what is left over, and say so on stderr; no file where nothing is, and none had been before."""
    file = shared.base / name
    if (text or file.exists()) and write_named(project, file, text) and not shared.quiet:
        say(f"wrote {name}", error=True)


def _tell(report: AdoptReport) -> None:
    """What the user should know besides what was adopted."""
    for stray in report.strays[:_NAMED]:
        say(f"note: {stray}: no source deck has a name like this; name its deck with --source", error=True)
    if len(report.strays) > _NAMED:
        say(f"note: {len(report.strays) - _NAMED:,} more files like these", error=True)
    for note in report.notes:
        say(f"note: {note}", error=True)
    for problem in report.problems:
        say(f"error: {problem}", error=True)


def _print(shared: Context, report: AdoptReport, form: str, *, side_by_side: bool) -> None:
    from l10n.report.adoption import as_json, as_text

    if form == "json":
        show(as_json(report))
    elif report.decks and not shared.quiet:
        show(as_text(report, side_by_side=side_by_side))


def _deck(shared: Context, project: Project, source: str | None) -> Path | None:
    """The file of a deck that is named by its path, or as it is named below the folder of the decks."""
    if not source:
        return None
    deck = project.alike.named(source)
    return project.source.base / deck if deck else shared.base / source
