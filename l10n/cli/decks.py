"""The commands that go through the decks: init, extract, update, build, sync."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.shared import (
    CHECK,
    LOCALES,
    STRICT,
    Context,
    leave,
    note_no_language,
    note_unlisted,
    progress,
    say,
    shared_options,
    show,
    summary,
)

if TYPE_CHECKING:
    from l10n.project import Project
    from l10n.sync import Report, Step


@click.command()
@click.argument("locales", nargs=-1, required=True, metavar="LOCALE...")
@shared_options
@click.pass_obj
def init(shared: Context, locales: tuple[str, ...]) -> None:
    """Add languages: a full catalog header for each deck."""
    from l10n.report.sync import copies_lines, frames_lines, kinds_lines, next_lines
    from l10n.sync import add_locales

    project = shared.project()
    report = add_locales(project, locales)
    summary(shared, report, dry=False)
    if not shared.quiet:
        say(*kinds_lines(report), *frames_lines(report))
        say(*(copies_lines(report) if report.changed else ()), *next_lines(report))
    if not (report.changed or report.problems or shared.quiet):
        say("nothing to add: every deck has its catalogs")
    note_unlisted(project, report.locales)
    if not shared.quiet:
        _note_built(project)
    leave(report)


def _note_built(project: Project) -> None:
    """Say how built decks, which every clone builds anew, stay out of commits."""
    from l10n.git import is_new_to

    output = project.config.output
    if is_new_to(project.root, f"{output}/"):
        say(
            f"note: built decks go to {output}/, which git would commit; add `{output}/` to .gitignore",
            error=True,
        )


_NO_CARRY = click.option(
    "--no-carry",
    is_flag=True,
    help="Make every edited message fuzzy, even if only a number or a link changed.",
)
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print what was done.",
)


def _run(shared: Context, steps: Step, locales: tuple[str, ...], *, check: bool, **asked: Any) -> Report:
    from l10n.sync import run

    return run(shared.project(dry=check), steps, locales, lambda decks: progress(shared, decks), **asked)


def _print(shared: Context, report: Report, form: str, *, check: bool, table: bool = False) -> None:
    """Everything as JSON, or files, changes and perhaps a table as text."""
    from l10n.report.sync import as_json, changes_text, locale_table

    if form == "json":
        show(as_json(report))
        return
    summary(shared, report, dry=check)
    if shared.quiet:
        return
    if table and report.locales:
        show(locale_table(report))
    if changes := changes_text(report):
        show(changes)


@click.command()
@CHECK
@shared_options
@click.pass_obj
def extract(shared: Context, check: bool) -> None:
    """Write the templates: locales/templates/*.pot."""
    from l10n.sync import Step

    report = _run(shared, Step.EXTRACT, (), check=check)
    summary(shared, report, dry=check)
    leave(report, changes=check)


@click.command()
@LOCALES
@CHECK
@_NO_CARRY
@_FORMAT
@shared_options
@click.pass_obj
def update(shared: Context, *, locales: tuple[str, ...], check: bool, no_carry: bool, form: str) -> None:
    """Bring catalogs up to the source decks.

    A message whose edit was mechanical stays translated, another one becomes fuzzy with its old
    translation; either keeps the message it had before, and a comment shows what changed.
    """
    from l10n.sync import Step

    report = _run(shared, Step.UPDATE, locales, check=check, carry=not no_carry)
    _print(shared, report, form, check=check)
    leave(report, changes=check)


@click.command()
@LOCALES
@CHECK
@STRICT
@click.option(
    "--pseudo",
    is_flag=True,
    help="Build all decks once more, each message accented, a third longer and in brackets, to see before "
    "any translation which slides will not hold, and what is in no message. It goes to build/qps-ploc.",
)
@click.option("--pdf", metavar="DIR", help="Print each page that shows decks, too, to DIR/LOCALE/PAGE.pdf.")
@shared_options
@click.pass_obj
def build(
    shared: Context, *, locales: tuple[str, ...], check: bool, strict: bool, pseudo: bool, pdf: str | None
) -> None:
    """Write localised decks, with all they need, to build/."""
    from l10n.sync import Step, build_pseudo

    if pseudo and locales:
        raise click.UsageError("--pseudo is in no language; leave the LOCALE out")
    if pdf and (pseudo or check):
        raise click.UsageError("--pdf goes with neither --pseudo nor --check")
    if pseudo:
        report = build_pseudo(shared.project(dry=check), lambda decks: progress(shared, decks))
    else:
        report = _run(shared, Step.BUILD, locales, check=check)
    if pdf:
        _print_pages(shared, report, pdf)
    summary(shared, report, dry=check)
    leave(report, changes=check, refusals=strict)


def _print_pages(shared: Context, report: Report, folder: str) -> None:
    """Print what was built; what cannot be printed is among the problems of the build."""
    from l10n.errors import L10nError
    from l10n.project import made_folder
    from l10n.rendered import print_pages

    project = shared.project(dry=True)
    made = made_folder(project, shared.base / folder)
    try:
        report.problems += print_pages(project, [*report.locales], made)
    except L10nError as error:
        report.problems.append(error)
    if not shared.quiet:
        say(*(f"printed {folder}/{name}" for name in sorted(made.names)))


@click.command()
@LOCALES
@CHECK
@STRICT
@_NO_CARRY
@_FORMAT
@shared_options
@click.pass_obj
def sync(
    shared: Context, *, locales: tuple[str, ...], check: bool, strict: bool, no_carry: bool, form: str
) -> None:
    """Extract, update and build, in one pass.

    --check asks of what is committed: what git ignores, such as build/, is out of date in no clone.
    """
    from l10n.sync import Step

    steps = Step.EXTRACT | Step.UPDATE | Step.BUILD
    asked = {"passed_over": partial(_ignored, shared)} if check else {}
    report = _run(shared, steps, locales, check=check, carry=not no_carry, **asked)
    _print(shared, report, form, check=check, table=True)
    note_no_language(report.locales)
    if not shared.quiet:
        _note_compiled(shared, report)
    leave(report, changes=check, refusals=strict)


def _ignored(shared: Context, paths: Collection[str]) -> Collection[str]:
    """Those of the paths that git ignores in the project."""
    from l10n.git import ignored

    return ignored(shared.project(dry=True).root, paths)


def _note_compiled(shared: Context, report: Report) -> None:
    """Say once what editors leave beside catalogs, unless git ignores it."""
    out = _ignored(shared, report.compiled) if report.compiled else frozenset()
    if left := [path for path in report.compiled if path not in out]:
        more = f" and {len(left) - 1:,} more" if len(left) > 1 else ""
        say(
            f"note: {left[0]}{more}: compiled by an editor, and not read here; add `*.mo` to .gitignore",
            error=True,
        )
