"""The command that counts: stats."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import click

from l10n.cli.shared import LOCALES, UNUSABLE, Context, in_colour, progress, say, shared_options, write_named

_FORMATS = ("text", "json", "csv", "markdown", "badge", "svg", "html")


@click.command()
@LOCALES
@click.option(
    "--by", type=click.Choice(["locale", "deck", "slide"]), default="locale", help="What gets a row."
)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="How to print it.")
@click.option("--output", "-o", metavar="FILE", help="Write it to FILE.")
@shared_options
@click.pass_obj
def stats(shared: Context, locales: tuple[str, ...], by: str, form: str, output: str | None) -> None:
    """Count messages and words, translated and not.

    A state is also: untranslated; copied, if a translation is the source text and nobody marked it as meant;
    refused, if it would break the deck. badge is data for shields.io; html is one page with all slides, and
    what is left to do in each.
    """
    from l10n.report.figures import FORMATS, Wanted
    from l10n.stats import By
    from l10n.survey import survey

    project = shared.project(dry=True)
    found = survey(project, locales, progress=lambda decks: progress(shared, decks))
    file = shared.base / output if output else None
    way = Path(os.path.relpath(project.root, file.parent if file else Path.cwd())).as_posix()
    wanted = Wanted(By(by), way=way)
    if file is None:
        columns = shutil.get_terminal_size().columns
        wanted = replace(wanted, colour=in_colour(), columns=columns)
    text = FORMATS[form](found, wanted)
    if file is None:
        say(text)
    elif write_named(project, file, f"{text}\n") and not shared.quiet:
        say(f"wrote {output}")
    for problem in found.problems:
        say(f"error: {problem}", error=True)
    if not found.locales:
        say("note: there is no language yet; add one with `l10n init LOCALE`", error=True)
    if found.problems:
        sys.exit(UNUSABLE)
