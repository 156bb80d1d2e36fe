"""The ``l10n`` command: options, output and exit codes; how anything is done is elsewhere.

Exit codes: 0 clean; 1 findings, or ``--check`` would change something; 2 the input or the command line cannot
be used; 3 a bug of ours; 130 interrupted.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from l10n import __version__
from l10n.errors import L10nError

if TYPE_CHECKING:
    from l10n.project import Project
    from l10n.results import Report
    from l10n.workflow import Step

FINDINGS = 1
UNUSABLE = 2
BUG = 3
INTERRUPTED = 130
CLOSED_PIPE = 141
"""As a program that SIGPIPE ends."""
_OUTPUT_FULL = (errno.ENOSPC, errno.EIO)
_NAMED = 20
"""How many written files are named; the rest are counted."""
_LONG = 30
"""From how many decks on a terminal shows a progress bar."""


class _Commands(click.Group):
    """Lists commands in the order of their use, and turns bad input into one line and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except L10nError as error:
            _say(f"error: {error}", error=True)
            ctx.exit(UNUSABLE)


def _say(text: str, *, error: bool = False) -> None:
    click.echo(text, err=error)


class _Context:
    """Options that all commands share."""

    def __init__(self) -> None:
        self.folder = Path()
        self.config: Path | None = None
        self.quiet = False

    def project(self, *, dry: bool = False) -> Project:
        from l10n import config
        from l10n.files import Files
        from l10n.project import Project

        if not self.folder.is_dir():
            raise L10nError(f"there is no folder {str(self.folder)!r}; name another with -C")
        settings = config.load(self.folder / self.config) if self.config else config.find(self.folder)
        return Project(settings, Files(settings.root, dry=dry))


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command takes, before or after its name."""
    kept = partial(click.option, expose_value=False, callback=_set)
    options = (
        kept("-C", "folder", metavar="DIR", help="Run in this folder."),
        kept("--config", metavar="FILE", help="Read settings from this file."),
        kept("--quiet", "-q", is_flag=True, help="Print problems only."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _set(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    shared = ctx.ensure_object(_Context)
    if option.name == "folder" and value is not None:
        shared.folder = Path(value)
    elif option.name == "config" and value is not None:
        shared.config = Path(value)
    elif option.name == "quiet" and value:
        shared.quiet = True


_CHECK = click.option("--check", is_flag=True, help="Write nothing; exit 1 and name what would change.")
_STRICT = click.option("--strict", is_flag=True, help="Exit 1 if a translation was refused.")
_LOCALES = click.argument("locales", nargs=-1, metavar="[LOCALE]...")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="l10n")
@_shared
def cli() -> None:
    """Keep slide decks in several languages in sync.

    Source decks in source/ become gettext catalogs in locales/, and with their translations localised
    decks in build/. Translators edit .po files; separators, links and footnotes are kept from harm.

    \b
    Start:      l10n init fr        add a language
    Every day:  l10n sync           bring catalogs and built decks up to date
    """


@cli.command()
@click.argument("locales", nargs=-1, required=True, metavar="LOCALE...")
@_shared
@click.pass_obj
def init(shared: _Context, locales: tuple[str, ...]) -> None:
    """Add languages: a catalog with a full header for each deck."""
    from l10n.workflow import add_locales

    project = shared.project()
    report = add_locales(project, locales)
    _summary(shared, report, dry=False)
    if not (report.changed or report.problems or shared.quiet):
        _say("nothing to add: every deck has its catalogs")
    listed = project.config.locales
    for locale in sorted(report.locales.keys() - set(listed or report.locales)):
        _say(f"note: add {locale!r} to 'locales' in the settings to work on it", error=True)
    _exit(report)


def _run(
    shared: _Context, steps: Step, locales: tuple[str, ...], *, check: bool, strict: bool = False
) -> Report:
    from l10n.workflow import run

    report = run(shared.project(dry=check), steps, locales, lambda decks: _progress(shared, decks))
    _summary(shared, report, dry=check)
    _exit(report, changes=check, refusals=strict)
    return report


@cli.command()
@_CHECK
@_shared
@click.pass_obj
def extract(shared: _Context, check: bool) -> None:
    """Write the templates: locales/templates/*.pot."""
    from l10n.workflow import Step

    _run(shared, Step.EXTRACT, (), check=check)


@cli.command()
@_LOCALES
@_CHECK
@_shared
@click.pass_obj
def update(shared: _Context, locales: tuple[str, ...], check: bool) -> None:
    """Bring catalogs up to the source decks."""
    from l10n.workflow import Step

    _run(shared, Step.UPDATE, locales, check=check)


@cli.command()
@_LOCALES
@_CHECK
@_STRICT
@_shared
@click.pass_obj
def build(shared: _Context, locales: tuple[str, ...], check: bool, strict: bool) -> None:
    """Write the localised decks, and all they need, to build/LOCALE/."""
    from l10n.workflow import Step

    _run(shared, Step.BUILD, locales, check=check, strict=strict)


@cli.command()
@_LOCALES
@_CHECK
@_STRICT
@_shared
@click.pass_obj
def sync(shared: _Context, locales: tuple[str, ...], check: bool, strict: bool) -> None:
    """Extract, update and build in one pass: the everyday command."""
    from l10n.report.text import locale_table
    from l10n.workflow import Step, run

    steps = Step.EXTRACT | Step.UPDATE | Step.BUILD
    report = run(shared.project(dry=check), steps, locales, lambda decks: _progress(shared, decks))
    _summary(shared, report, dry=check)
    if not shared.quiet and report.locales:
        _say(locale_table(report))
    elif not report.locales:
        _say("note: there is no language yet; add one with `l10n init LOCALE`", error=True)
    _exit(report, changes=check, refusals=strict)


@cli.command()
@click.argument("catalogs", nargs=-1, metavar="[CATALOG]...")
@_CHECK
@_shared
@click.pass_obj
def fmt(shared: _Context, catalogs: tuple[str, ...], check: bool) -> None:
    """Rewrite catalogs without line wrapping, as msgcat --no-wrap does."""
    from l10n.workflow import format_catalogs

    report = format_catalogs(shared.project(dry=check), [shared.folder / name for name in catalogs])
    _summary(shared, report, dry=check)
    _exit(report, changes=check)


@cli.command()
@click.argument("deck")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
@_shared
@click.pass_obj
def inspect(shared: _Context, deck: str, form: str) -> None:
    """Show slides, steps, notes and messages of DECK.

    Each message has its kind and line; each slide its properties and content classes.
    """
    from l10n.report import inspection
    from l10n.sources import read_deck

    parsed = read_deck(shared.project(), shared.folder / deck)
    _say(inspection.as_json(parsed) if form == "json" else inspection.as_text(parsed))


def _progress(shared: _Context, decks: Sequence[str]) -> Iterable[str]:
    if shared.quiet or len(decks) < _LONG or not sys.stderr.isatty():
        yield from decks
        return
    with click.progressbar(decks, label="decks", file=sys.stderr) as bar:
        yield from bar


def _summary(shared: _Context, report: Report, *, dry: bool) -> None:
    for problem in report.problems:
        _say(f"error: {problem}", error=True)
    for totals in report.locales.values():
        for refused in totals.refused:
            _say(f"{refused.path}:{refused.line}: not published: {refused.reason}", error=True)
    if dry or not shared.quiet:
        _name("would write" if dry else "wrote", report.changed, limit=None if dry else _NAMED)
        _name("would remove" if dry else "removed", report.removed, limit=None if dry else _NAMED)


def _name(verb: str, paths: Sequence[str], *, limit: int | None) -> None:
    for path in paths[:limit]:
        _say(f"{verb} {path}")
    if limit is not None and len(paths) > limit:
        _say(f"{verb} {len(paths) - limit:,} files more")


def _exit(report: Report, *, changes: bool = False, refusals: bool = False) -> None:
    if report.problems:
        sys.exit(UNUSABLE)
    changed = changes and (report.changed or report.removed)
    refused = refusals and any(totals.refused for totals in report.locales.values())
    if changed or refused:
        sys.exit(FINDINGS)


def main() -> None:
    """Run the command; the one place that decides how the program ends."""
    # Decks are many small values without cycles: collecting garbage less often saves a quarter of the time.
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
    # Files are written behind the parsing: between two calls to the system the writer must not wait for long.
    sys.setswitchinterval(0.0005)
    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.UsageError as error:
        error.show()
        sys.exit(UNUSABLE)
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted", error=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # What is still to be written at exit has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLOSED_PIPE)
    except OSError as error:
        if error.errno not in _OUTPUT_FULL:
            _bug()
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _say(f"error: the output cannot be written: {error.strerror}", error=True)
        sys.exit(UNUSABLE)
    except Exception:
        _bug()


def _bug() -> NoReturn:
    import traceback

    traceback.print_exc()
    python = sys.version.split()[0]
    _say(f"this is a bug in l10n {__version__} (Python {python}); please report it", error=True)
    sys.exit(BUG)
