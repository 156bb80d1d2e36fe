"""The commands that look at one file at a time: fmt, inspect."""

from __future__ import annotations

import click

from l10n.cli.shared import CHECK, Context, leave, note_no_language, shared_options, show, summary


@click.command()
@click.argument("catalogs", nargs=-1, metavar="[CATALOG]...")
@CHECK
@shared_options
@click.pass_obj
def fmt(shared: Context, catalogs: tuple[str, ...], check: bool) -> None:
    """Rewrite catalogs without wrapping, as msgcat does."""
    from l10n.sync import format_catalogs

    project = shared.project(dry=check)
    report = format_catalogs(project, [project.named(shared.base / name) for name in catalogs])
    summary(shared, report, dry=check)
    if not catalogs:
        note_no_language(project.locales)
    leave(report, changes=check)


@click.command()
@click.argument("deck")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
@shared_options
@click.pass_obj
def inspect(shared: Context, deck: str, form: str) -> None:
    """Show slides, steps, notes and messages of DECK.

    Each message has its kind and line; each slide its properties and content classes. The dialect that the
    deck is read in is named, and why.
    """
    from l10n.project import read_deck
    from l10n.report.inspection import as_json, as_text

    parsed, choice = read_deck(shared.project(), shared.base / deck)
    show(as_json(parsed, choice) if form == "json" else as_text(parsed, choice))
