"""What all commands share: their options, what they print of a run, and how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from l10n.errors import L10nError
from l10n.report.plain import Line, printable

if TYPE_CHECKING:
    from l10n.project import Config, Project
    from l10n.sync import Report

FINDINGS = 1
UNUSABLE = 2
_NAMED = 20
"""How many written files are named; the rest are counted."""
_LONG = 30
"""From how many decks on a terminal shows a progress bar."""


def say(*lines: Line, error: bool = False) -> None:
    """Print lines: results on stdout, problems on stderr.

    All that comes to a terminal comes this way. Much of it is by strangers - decks, catalogs, file names -,
    so each line stays one line, and has nothing that a terminal obeys but the styles of its pieces.
    """
    if not lines:
        return
    colour = in_colour() and not error
    text = "\n".join(printable(line, colour=colour) for line in lines)
    click.echo(text, err=error, color=True)  # what is there to be stripped off is gone already


def show(text: str, *, error: bool = False) -> None:
    """Print a text of several lines."""
    say(*text.split("\n"), error=error)


def hand_over(text: str) -> None:
    """Print a text that a program reads, byte for byte; on a terminal it is as harmless as any other."""
    if sys.stdout.isatty():
        show(text.replace("\r\n", "\n"))
    else:
        click.echo(text, color=True)


def in_colour() -> bool:
    """Whether stdout shows colours, and the user wants them: see no-color.org."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def columns() -> int:
    """How wide the terminal is."""
    import shutil  # with readers of archives, which most commands need not wait for

    return shutil.get_terminal_size().columns


class Context:
    """Options that all commands share."""

    def __init__(self) -> None:
        self.folder = Path()
        self.config: Path | None = None
        self.quiet = False
        self.named: dict[str, str] = {}
        self._noted = False

    @property
    def base(self) -> Path:
        """What the paths start from that the user names."""
        try:
            return self.folder.resolve()
        except OSError as error:
            message = f"the folder that this is run in cannot be found: {error.strerror}; name one with -C"
            raise L10nError(message) from error

    @property
    def viewers(self) -> Mapping[str, Path]:
        """Where the user has what shows decks, by name."""
        return {name: self.base / path for name, path in self.named.items()}

    def project(self, *, dry: bool = False) -> Project:
        """The project that the options name; ``dry`` writes nothing."""
        from l10n.project import Project, find_config, load_config
        from l10n.system import Files

        if not os.path.isdir(self.folder):  # noqa: PTH112 - no error, whatever the name is
            raise L10nError(f"there is no folder {str(self.folder)!r}; name another with -C")
        named = self.config
        settings = load_config(self.base / named, self.base) if named else find_config(self.base)
        self._note_passed_over(settings)
        told = {} if self.quiet else {"waits": _note_wait}
        return Project(settings, Files(settings.root, dry=dry, **told))

    def _note_passed_over(self, settings: Config) -> None:
        """Say once which of two files counts."""
        if settings.passed_over and not (self.quiet or self._noted):
            say(
                f"note: {settings.file} counts, and 'tool.l10n' in {settings.passed_over} does not",
                error=True,
            )
            self._noted = True


def _note_wait() -> None:
    say("note: another l10n command is at work on this project; waiting for it", error=True)


def note_no_language(locales: Collection[str]) -> None:
    """Say that there is none, so that nobody takes that for a project that is complete."""
    if not locales:
        say("note: there is no language yet; add one with `l10n init LOCALE`", error=True)


def write_named(project: Project, path: Path, text: str) -> bool:
    """Make the text the content of a file that the user named; False if it already is."""
    from l10n.system import Files

    file = project.named(path)
    files = Files(project.root)
    files.sweep_beside(file)
    return files.settled(lambda: files.write(file, text.encode()))


def shared_options(command: Callable[..., Any]) -> Callable[..., Any]:
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


_VIEWERS = {
    "marp": "Show decks of Marp by this Marp (else: by the one on PATH).",
    "reveal": "Show decks of reveal.js by this reveal.js (else: by the project's).",
    "pandoc": "Show decks of Quarto by this pandoc (else: by the one on PATH).",
}


def viewer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What names the programs and packages that show decks which no page shows."""
    for name, text in reversed(_VIEWERS.items()):
        option = partial(click.option, expose_value=False, callback=_name_viewer, metavar="PATH")
        command = option(f"--{name}", help=text)(command)
    return command


def _name_viewer(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    if value and option.name:
        ctx.ensure_object(Context).named[option.name] = value


def _set(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    shared = ctx.ensure_object(Context)
    if option.name == "folder" and value is not None:
        shared.folder = Path(value)
    elif option.name == "config" and value is not None:
        shared.config = Path(value)
    elif option.name == "quiet" and value:
        shared.quiet = True


CHECK = click.option("--check", is_flag=True, help="Write nothing; exit 1 and name what would change.")
STRICT = click.option(
    "--strict", is_flag=True, help="Exit 1 if there is a warning, or a translation was refused."
)
LOCALES = click.argument("locales", nargs=-1, metavar="[LOCALE]...")


def progress(shared: Context, decks: Sequence[str], label: str = "decks") -> Iterable[str]:
    """The decks, or what the label says, with a bar on a terminal if there are many."""
    if shared.quiet or len(decks) < _LONG or not sys.stderr.isatty():
        yield from decks
        return
    with click.progressbar(decks, label=label, file=sys.stderr) as bar:
        yield from bar


def summary(shared: Context, report: Report, *, dry: bool) -> None:
    """Print what went wrong, what was not published and what was written."""
    problems = (f"error: {problem}" for problem in report.problems)
    warnings = (f"warning: {warning}" for warning in report.warnings)
    notes = (f"note: {note}" for note in (report.notes if not shared.quiet else ()))
    refused = (
        f"{one.path}:{one.line}: not published: {one.reason}"
        for totals in report.locales.values()
        for one in totals.refused
    )
    say(*problems, *warnings, *notes, *dict.fromkeys(refused), error=True)
    if dry or not shared.quiet:
        _name_files(report, dry=dry)


def _name_files(report: Report, *, dry: bool) -> None:
    """What was written, moved and removed, each file once."""
    limit, moved = None if dry else _NAMED, report.moved
    wrote = [path for path in report.changed if path not in moved.values()]
    _name("would write" if dry else "wrote", wrote, limit=limit)
    _name("would move" if dry else "moved", [f"{old} to {new}" for old, new in moved.items()], limit=limit)
    removed = [path for path in report.removed if path not in moved]
    _name("would remove" if dry else "removed", removed, limit=limit)


def _name(verb: str, paths: Sequence[str], *, limit: int | None) -> None:
    say(*(f"{verb} {path}" for path in paths[:limit]))
    if limit is not None and len(paths) > limit:
        say(f"{verb} {len(paths) - limit:,} files more")


def note_unlisted(project: Project, locales: Iterable[str]) -> None:
    """Say which locales the settings leave out; where these list none, every locale is worked on."""
    listed = project.config.locales
    for locale in sorted(locales):
        if listed and locale not in project.locales:
            say(f"note: add {locale!r} to 'locales' in the settings to work on it", error=True)


def leave(report: Report, *, changes: bool = False, refusals: bool = False) -> None:
    """End with the exit code that the report asks for; return if that is 0."""
    if report.problems:
        sys.exit(UNUSABLE)
    changed = changes and (report.changed or report.removed)
    if changed:
        name = click.get_current_context().info_name
        say(f"not up to date: `l10n {name}` without --check writes it", error=True)
    refused = any(totals.refused for totals in report.locales.values()) or report.warnings
    if changed or (refusals and refused):
        sys.exit(FINDINGS)
