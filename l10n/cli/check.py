"""The command that looks for what is wrong with translations: check."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from l10n.cli.shared import FINDINGS, UNUSABLE, Context, say, shared_options

if TYPE_CHECKING:
    from l10n.checks.runner import Outcome

_SEVERITIES = ("error", "warning", "note")
_FORMATS = ("text", "json")


def _names(ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    """An option that may be repeated, or hold several names with commas between them."""
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip())


def _named(flag: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(flag, multiple=True, metavar="RULE,...", callback=_names, help=text)


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@_named("--select", "Only these rules, families or severities.")
@_named("--ignore", "All but these.")
@click.option("--fail-on", type=click.Choice(_SEVERITIES), help="Exit 1 from this severity on (error).")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="Of words translated.")
@click.option("--not-below", default="", metavar="REV", help="As complete as at this git revision.")
@click.option("--changed-since", default="", metavar="REV", help="Only entries that changed since then.")
@click.option("--fix", is_flag=True, help="Repair what is certain, and check the result.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="How to print it.")
@shared_options
@click.pass_obj
def check(shared: Context, /, names: tuple[str, ...], form: str, **asked: Any) -> None:
    """Find what is wrong with translations.

    Checks all catalogs of the project; those of a locale, if NAME is one; or the catalog whose path NAME
    is, also outside of a project. Nothing is written without --fix.
    """
    from l10n.checks.request import Request
    from l10n.checks.runner import check as run

    asked["fail_on"] = asked["fail_on"] or ""
    outcome = run(shared.project(), Request(names, shared.folder, **asked))
    _show(shared, outcome, form)
    if outcome.problems:
        sys.exit(UNUSABLE)
    if outcome.failed:
        sys.exit(FINDINGS)


def _show(shared: Context, outcome: Outcome, form: str) -> None:
    from l10n.report.findings import FORMATS

    for problem in outcome.problems:
        say(f"error: {problem}", error=True)
    if not shared.quiet:
        for file, count in outcome.fixed.items():
            say(f"repaired {count} {'entry' if count == 1 else 'entries'} in {file}", error=True)
    printed = FORMATS[form](outcome.findings, outcome.rules)
    if printed:
        say(printed)
    if form == "text" and not (shared.quiet or outcome.findings):
        say(f"{outcome.messages:,} translations in {outcome.catalogs:,} catalogs: nothing found")


COMMANDS = (check,)
