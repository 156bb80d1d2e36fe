"""The commands that go through the decks: init, extract, update, build, sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from l10n.cli.shared import CHECK, LOCALES, STRICT, Context, leave, progress, say, shared_options, summary

if TYPE_CHECKING:
    from l10n.results import Report
    from l10n.workflow import Step


@click.command()
@click.argument("locales", nargs=-1, required=True, metavar="LOCALE...")
@shared_options
@click.pass_obj
def init(shared: Context, locales: tuple[str, ...]) -> None:
    """Add languages: a catalog with a full header for each deck."""
    from l10n.workflow import add_locales

    project = shared.project()
    report = add_locales(project, locales)
    summary(shared, report, dry=False)
    if not (report.changed or report.problems or shared.quiet):
        say("nothing to add: every deck has its catalogs")
    listed = project.config.locales
    for locale in sorted(report.locales.keys() - set(listed or report.locales)):
        say(f"note: add {locale!r} to 'locales' in the settings to work on it", error=True)
    leave(report)


def _run(
    shared: Context, steps: Step, locales: tuple[str, ...], *, check: bool, strict: bool = False
) -> Report:
    from l10n.workflow import run

    report = run(shared.project(dry=check), steps, locales, lambda decks: progress(shared, decks))
    summary(shared, report, dry=check)
    leave(report, changes=check, refusals=strict)
    return report


@click.command()
@CHECK
@shared_options
@click.pass_obj
def extract(shared: Context, check: bool) -> None:
    """Write the templates: locales/templates/*.pot."""
    from l10n.workflow import Step

    _run(shared, Step.EXTRACT, (), check=check)


@click.command()
@LOCALES
@CHECK
@shared_options
@click.pass_obj
def update(shared: Context, locales: tuple[str, ...], check: bool) -> None:
    """Bring catalogs up to the source decks."""
    from l10n.workflow import Step

    _run(shared, Step.UPDATE, locales, check=check)


@click.command()
@LOCALES
@CHECK
@STRICT
@shared_options
@click.pass_obj
def build(shared: Context, locales: tuple[str, ...], check: bool, strict: bool) -> None:
    """Write the localised decks, and all they need, to build/LOCALE/."""
    from l10n.workflow import Step

    _run(shared, Step.BUILD, locales, check=check, strict=strict)


@click.command()
@LOCALES
@CHECK
@STRICT
@shared_options
@click.pass_obj
def sync(shared: Context, locales: tuple[str, ...], check: bool, strict: bool) -> None:
    """Extract, update and build in one pass: the everyday command."""
    from l10n.report.text import locale_table
    from l10n.workflow import Step, run

    steps = Step.EXTRACT | Step.UPDATE | Step.BUILD
    report = run(shared.project(dry=check), steps, locales, lambda decks: progress(shared, decks))
    summary(shared, report, dry=check)
    if not shared.quiet and report.locales:
        say(locale_table(report))
    elif not report.locales:
        say("note: there is no language yet; add one with `l10n init LOCALE`", error=True)
    leave(report, changes=check, refusals=strict)


COMMANDS = (init, extract, update, build, sync)
