"""The command that looks for what is wrong with translations: check."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.shared import (
    FINDINGS,
    UNUSABLE,
    Context,
    note_no_language,
    say,
    shared_options,
    show,
    viewer_options,
)
from l10n.project import Severity
from l10n.report.findings.formats import FORMATS

if TYPE_CHECKING:
    from l10n.checks import Outcome, Request, Seen
    from l10n.project import Project
    from l10n.system import Made

_STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Where GitHub names the file that the summary of a step is appended to."""


def _names(ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    """An option that may be repeated, or hold several names with commas between them."""
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip())


def _named(flag: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(flag, multiple=True, metavar="RULE,...", callback=_names, help=text)


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@_named("--select", "Only these rules, families or severities.")
@_named("--ignore", "All but these.")
@click.option(
    "--fail-on", type=click.Choice([*map(str, Severity)]), help="Exit 1 from this severity on (error)."
)
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="Of words translated.")
@click.option("--not-below", default="", metavar="REV", help="As complete as at this git revision.")
@click.option("--changed-since", default="", metavar="REV", help="Only entries that changed since then.")
@click.option("--fix", is_flag=True, help="Repair what is certain, and check the result.")
@click.option("--rendered", is_flag=True, help="Show the decks in a browser, too: slides that overflow.")
@click.option("--shots", metavar="DIR", help="The same, with pictures of what is found there.")
@click.option("--format", "form", type=click.Choice([*FORMATS]), default="text", help="How to print it.")
@click.option("--verbose", "-v", is_flag=True, help="Show the messages, and where in them it is (text).")
@viewer_options
@shared_options
@click.pass_obj
def check(
    shared: Context,
    /,
    names: tuple[str, ...],
    *,
    rendered: bool,
    shots: str | None,
    form: str,
    verbose: bool,
    **asked: Any,
) -> None:
    """Find what is wrong with translations.

    Checks all catalogs of the project; those of a locale, if NAME is one; or the catalog whose path NAME
    is, also outside of a project. Nothing is written without --fix, but for pictures.
    """
    from l10n.checks import Request, check_catalogs
    from l10n.project import made_folder

    asked["fail_on"] = asked["fail_on"] or ""
    project = shared.project()
    request = Request(names, shared.base, **asked)
    pictures = made_folder(project, shared.base / shots) if shots else None
    looking = partial(_look, pictures=pictures, named=shared.viewers)
    outcome = check_catalogs(project, request, looking if rendered or shots else None)
    _tell(shared, outcome)
    if pictures and not shared.quiet:
        count = len(pictures.names)
        say(f"{count} {'picture' if count == 1 else 'pictures'} in {shots}", error=True)
    if form == "text":
        _print(shared, outcome, verbose=verbose)
    else:
        _report(outcome, form, project.root)
    if not names:
        note_no_language(project.locales)
    if outcome.problems:
        sys.exit(UNUSABLE)
    if outcome.failed:
        sys.exit(FINDINGS)


def _look(project: Project, request: Request, pictures: Made | None, named: Mapping[str, Path]) -> Seen:
    """What a browser shows of it; what drives one is loaded when it is asked for."""
    from l10n.rendered import installed, look

    with closing(installed(project.root, named)) as viewers:
        return look(project, request, pictures, viewers)


def _tell(shared: Context, outcome: Outcome) -> None:
    """What could not be checked, and what was repaired."""
    for problem in outcome.problems:
        say(f"error: {problem}", error=True)
    if not shared.quiet:
        for file, count in outcome.fixed.items():
            say(f"repaired {count} {'entry' if count == 1 else 'entries'} in {file}", error=True)


def _print(shared: Context, outcome: Outcome, *, verbose: bool) -> None:
    """The findings for people."""
    from l10n.report.findings.tally import counted
    from l10n.report.findings.text import as_lines

    if outcome.findings:
        say(*as_lines(outcome.findings, verbose=verbose))
    elif not (shared.quiet or outcome.problems):
        checked = f"{counted(outcome.messages, 'translation')} in {counted(outcome.catalogs, 'catalog')}"
        shown = f", {counted(outcome.slides, 'slide')} shown" if outcome.slides else ""
        say(f"{checked}{shown}: nothing found")


def _report(outcome: Outcome, form: str, root: Path) -> None:
    """The findings for programs, with paths as code hosts know them."""
    from l10n.report.findings.github import as_step_summary
    from l10n.report.findings.places import in_repository

    findings = in_repository(outcome.findings, root)
    if printed := FORMATS[form](findings, outcome.rules):
        show(printed)
    if form == "github" and (file := os.environ.get(_STEP_SUMMARY)):
        _append(Path(file), as_step_summary(findings))


def _append(file: Path, text: str) -> None:
    """Add to a file that is not ours, but the CI server's."""
    from l10n.errors import FileError, Place

    try:
        with file.open("a", encoding="utf-8") as summary:
            summary.write(text)
    except OSError as error:
        raise FileError(
            f"cannot be written: {error.strerror}; see {_STEP_SUMMARY}", Place(str(file))
        ) from error
