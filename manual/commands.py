"""The page of commands, from their own help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc

import click

from l10n.cli import SECTIONS, cli

_HEAD = """# Commands

`l10n COMMAND --help` says the same, for the version that you have; this page is made from it:
`make reference`.

Every command takes `-C DIR` (run in this folder), `--config FILE` (read settings from this file) and
`--quiet`, `-q` (print problems only), before or after its name.

Exit codes: 0 clean; 1 something was found, or would change; 2 the input or the command line cannot be used;
3 a bug in l10n; 130 interrupted.
"""
_SHARED = {"folder", "config", "quiet"}
_KEPT = re.compile(r"^\x08\n(.*?)$(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
"""A paragraph whose lines click leaves as they are."""


def page() -> str:
    """``docs/commands.md``."""
    return "\n".join([_HEAD, *(line for title in SECTIONS for line in _section(title))])


def _section(title: str) -> Iterator[str]:
    yield f"## {title}\n"
    whole = click.Context(cli, info_name="l10n", **cli.context_settings)
    for name in SECTIONS[title]:
        if command := cli.get_command(whole, name):
            yield from _commands(command, whole)


def _commands(command: click.Command, whole: click.Context) -> Iterator[str]:
    """The command, or those of a group."""
    if isinstance(command, click.Group):
        inner = click.Context(command, whole, info_name=command.name)
        for one in command.commands.values():
            yield from _command(one, inner)
    else:
        yield from _command(command, whole)


def _command(command: click.Command, whole: click.Context) -> Iterator[str]:
    context = click.Context(command, whole, info_name=command.name)
    yield f"### {context.command_path.partition(' ')[2]}\n"
    yield f"```sh\n{' '.join([context.command_path, *command.collect_usage_pieces(context)])}\n```\n"
    yield _KEPT.sub(r"```\n\1\n```", cleandoc(command.help or "")) + "\n"
    own = (one for one in command.params if isinstance(one, click.Option) and one.name not in _SHARED)
    rows = filter(None, (one.get_help_record(context) for one in own))
    options = [f"| `{_cell(names)}` | {_cell(what)} |" for names, what in rows]
    if options:
        yield "\n".join(["| option | does |", "| --- | --- |", *options, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
