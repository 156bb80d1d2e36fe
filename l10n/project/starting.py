"""A project that begins: where its decks are, and its file of settings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from l10n.project.config import OWN_FILE, Config
from l10n.project.folder import Project
from l10n.project.looked_for import decks_at, decks_below, decks_shown_at, usual_folder
from l10n.project.patterns import literal
from l10n.project.schema import LINE, lay_out
from l10n.system import Changed, state

_COPIED = (
    "# All other files here are copied beside built decks; a folder for the decks alone has less to copy."
)


def with_decks_found(project: Project) -> Project:
    """The project; without settings and the default folder, one whose decks are where others have them."""
    config = project.config
    if config.file or project.source.is_there():
        return project
    at_top = Project(config._replace(source="."), project.files)
    shown = decks_shown_at(project.top, at_top.engines)
    found = usual_folder(config, project.top, project.engines.included)
    if found and not shown:
        return Project(config._replace(source=found), project.files)
    if decks := tuple(dict.fromkeys((*shown, *decks_at(project.top, at_top.engines)))):
        return _listing(project, ".", decks)
    decks = decks_below(config, project.top, at_top.engines)
    folders = {deck.partition("/")[0] for deck in decks}
    folder = folders.pop() if len(folders) == 1 else "."
    return _listing(project, folder, decks) if decks else project


def _listing(project: Project, folder: str, decks: Sequence[str]) -> Project:
    """The project with these decks only, which are below a folder; those that are translations left out."""
    names = [str(PurePosixPath(deck).relative_to(folder)) for deck in decks]
    for _ in range(2):  # what is a translation is only known of decks beside one another
        config = project.config._replace(source=folder, include=tuple(map(literal, names)))
        project = Project(config, project.files)
        names = [name for name in names if name not in project.copies]
    return project


def write_settings(project: Project) -> None:
    """Make its file of settings, and their schema, if it has none."""
    if project.config.file:
        return
    lay_out(state(project.root))
    file = project.top.file(OWN_FILE)
    project.files.sweep_beside(file)
    with suppress(Changed):  # somebody else has just made it
        if project.files.read(file) is None:
            project.files.write(file, _settings(project.config).encode())


def _settings(config: Config) -> str:
    told = "# Each setting has a default; editors that read the schema tell of all."
    lines = [LINE, told, f"source = {_string(config.source)}"]
    if config.include is not None:
        lines.append(_COPIED)
        lines.append(f"include = [{', '.join(map(_string, config.include))}]")
    return "\n".join([*lines, ""])


def _string(text: str) -> str:
    """A string of printable characters, as TOML has it."""
    return json.dumps(text, ensure_ascii=False)
