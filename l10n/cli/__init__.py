"""The ``l10n`` command: options, output and exit codes; how anything is done is elsewhere.

Exit codes: 0 clean; 1 findings, or ``--check`` would change something; 2 the input or the command line cannot
be used; 3 a bug of ours; 130 interrupted.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from l10n import __version__
from l10n.cli.interrupt import end_on_interrupt
from l10n.cli.shared import UNUSABLE, say, shared_options, show
from l10n.errors import L10nError

BUG = 3
INTERRUPTED = 130
CLOSED_PIPE = 141
"""As a program that SIGPIPE ends."""
_OUTPUT_FULL = (errno.ENOSPC, errno.EIO)


SECTIONS = {
    "To start": {"init": "decks", "adopt": "adopt"},
    "Every day": {"sync": "decks", "serve": "serve", "extract": "decks", "update": "decks", "build": "decks"},
    "To look": {"check": "check", "stats": "stats", "log": "git", "inspect": "files", "glossary": "glossary"},
    "Catalogs and git": {
        "fmt": "files",
        "install-merge-driver": "git",
        "merge-driver": "git",
        "weblate": "git",
    },
}
"""All commands, by what they are for, each with the file that has it."""
_FILES = {name: file for files in SECTIONS.values() for name, file in files.items()}


class _Commands(click.Group):
    """Lists commands by what they are for, and turns bad input into one line and exit code 2.

    A command is imported once it is asked for: none waits for the others.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_FILES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        # Where there is none of that name, click looks for those that are nearly called so.
        for name in {cmd_name} if cmd_name in _FILES else _FILES:
            if name not in self.commands:
                file = import_module(f"l10n.cli.{_FILES[name]}")
                self.add_command(getattr(file, name.replace("-", "_")))
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """By section; whole sentences, for click would cut them short beside the longest name."""
        longest = max(map(len, _FILES))
        for title, names in SECTIONS.items():
            found = ((name, self.get_command(ctx, name)) for name in names)
            rows = [(name.ljust(longest), one.get_short_help_str(limit=999)) for name, one in found if one]
            with formatter.section(title):
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except L10nError as error:
            say(f"error: {error}", error=True)
            ctx.exit(UNUSABLE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="l10n")
@shared_options
def cli() -> None:
    """Keep slide decks in several languages in sync.

    Source decks in source/ become gettext catalogs in locales/, and with their translations localised
    decks in build/. Translators edit .po files; separators, links and footnotes are kept from harm.

    \b
    Start:      l10n init fr        add a language
    Every day:  l10n sync           bring catalogs and built decks up to date
    """


def main() -> None:
    """Run the command; the one place that decides how the program ends."""
    end_on_interrupt()
    _set_up()
    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.UsageError as error:
        _tell(error)
        sys.exit(UNUSABLE)
    except (click.Abort, KeyboardInterrupt):
        say("interrupted", error=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # What is still to be written at exit has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLOSED_PIPE)
    except OSError as error:
        if error.errno not in _OUTPUT_FULL:
            _bug()
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        say(f"error: the output cannot be written: {error.strerror}", error=True)
        sys.exit(UNUSABLE)
    except Exception:
        _bug()


def _set_up() -> None:
    # Decks and catalogs are many small values without cycles: looking for such takes time and finds none.
    gc.freeze()
    gc.set_threshold(1_000_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.errors in {"strict", "surrogateescape"}:
            stream.reconfigure(errors="replace")  # what an old terminal cannot show must not stop the program


def _tell(error: click.UsageError) -> None:
    """As click shows it: how to call the command, and what is wrong; or the help, where that is all it says.

    What is wrong quotes arguments, which a shell makes of names of files: it stays on its line.
    """
    said = error.format_message()
    if error.ctx is not None and said == error.ctx.get_help():
        show(said, error=True)
        return
    if error.ctx is not None:
        show(f"{error.ctx.get_usage()}\nTry '{error.ctx.command_path} --help' for help.\n", error=True)
    say(f"Error: {said}", error=True)


def _bug() -> NoReturn:
    import traceback

    show(traceback.format_exc().rstrip("\n"), error=True)
    python = sys.version.split()[0]
    say(f"this is a bug in l10n {__version__} (Python {python}); please report it", error=True)
    sys.exit(BUG)
