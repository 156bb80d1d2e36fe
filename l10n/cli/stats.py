"""The command that counts: stats."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from l10n.cli.shared import (
    LOCALES,
    UNUSABLE,
    Context,
    columns,
    hand_over,
    note_no_language,
    progress,
    say,
    shared_options,
    show,
    write_named,
)
from l10n.report.stats.formats import FORMATS

if TYPE_CHECKING:
    from l10n.report.stats.wanted import Wanted
    from l10n.stats import Survey

_EXACT = ("csv",)
"""The formats that have titles as they are, whatever characters these have."""
_BY_MESSAGE = ("html",)
"""The formats that tell of single messages, whatever gets a row."""


@click.command()
@LOCALES
@click.option(
    "--by", type=click.Choice(["locale", "deck", "slide"]), default="locale", help="What gets a row."
)
@click.option("--format", "form", type=click.Choice([*FORMATS]), default="text", help="How to print it.")
@click.option("--output", "-o", metavar="FILE", help="Write it to FILE.")
@shared_options
@click.pass_obj
def stats(shared: Context, locales: tuple[str, ...], by: str, form: str, output: str | None) -> None:
    """Count messages and words, translated and not.

    A state is also: untranslated; copied, if a translation is the source text and nobody marked it as meant;
    refused, if it would break the deck. badge is data for shields.io; html is one page with all slides, and
    what is left to do in each.
    """
    from l10n.report.stats.wanted import Wanted
    from l10n.stats import By, survey

    project = shared.project(dry=True)
    found = survey(
        project,
        locales,
        progress=lambda decks: progress(shared, decks),
        by_message=By(by) is By.SLIDE or form in _BY_MESSAGE,
    )
    file = shared.base / output if output else None
    way = Path(os.path.relpath(project.root, file.parent if file else Path.cwd())).as_posix()
    if file is None:
        _print(found, form, Wanted(By(by), way=way))
    elif (
        write_named(project, file, FORMATS[form](found, Wanted(By(by), way=way)) + "\n") and not shared.quiet
    ):
        say(f"wrote {output}")
    for problem in found.problems:
        say(f"error: {problem}", error=True)
    note_no_language(found.locales)
    if found.problems:
        sys.exit(UNUSABLE)


def _print(found: Survey, form: str, wanted: Wanted) -> None:
    from l10n.report.stats.text import as_lines
    from l10n.stats import rows

    if form == "text":
        say(*as_lines(rows(found, wanted.by), wanted.by, columns=columns()))
    elif form in _EXACT:
        hand_over(FORMATS[form](found, wanted))
    else:
        show(FORMATS[form](found, wanted))
