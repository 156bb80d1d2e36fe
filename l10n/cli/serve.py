"""The command that shows a project in a browser: serve."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from l10n.cli.shared import UNUSABLE, Context, say, shared_options, viewer_options

if TYPE_CHECKING:
    from l10n.project import Project


@click.command()
@click.argument("locale", default="", metavar="[LOCALE]")
@click.option("--port", type=click.IntRange(0, 65535), default=8123, help="Port of the page (8123).")
@click.option("--host", default="127.0.0.1", help="Address of this machine (127.0.0.1: nobody else's).")
@click.option("--no-open", is_flag=True, help="Open no browser.")
@click.option("--read-only", is_flag=True, help="Show everything, change nothing.")
@click.option("--export", metavar="DIR", help="Write it as files to look at, and end: for a pull request.")
@viewer_options
@shared_options
@click.pass_obj
def serve(
    shared: Context,
    *,
    locale: str,
    port: int,
    host: str,
    no_open: bool,
    read_only: bool,
    export: str | None,
) -> None:
    """Translate in a browser, both slides in view.

    Source and localised slide stand side by side, and show each change of a deck or a catalog at once.
    What is saved there goes to the catalog. LOCALE may be left out where there is only one. Ctrl-C ends it.
    Decks of Marp, reveal.js and Quarto that no page shows are shown by Marp, reveal.js and pandoc, where
    these are installed; no program within the project is run unless it is named.
    """
    from l10n.serve import Asked
    from l10n.serve import serve as serving

    def started(address: str) -> None:
        say(f"{address}  (Ctrl-C ends it)")
        if not no_open:
            click.launch(address)

    project = shared.project()
    if export:
        _export(shared, project, locale, export)
        return
    serving(project.config, Asked(locale, host, port, read_only, shared.viewers), started)


def _export(shared: Context, project: Project, locale: str, folder: str) -> None:
    from l10n.project import made_folder
    from l10n.serve import export

    made = made_folder(project, shared.base / folder)
    problems = export(project.config, locale, made, shared.viewers)
    for problem in problems:
        say(f"error: {problem}", error=True)
    if not shared.quiet:
        say(f"wrote {folder}/index.html, and what it shows")
    if problems:
        sys.exit(UNUSABLE)
