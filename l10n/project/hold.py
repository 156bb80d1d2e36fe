"""One command at a time that writes to a project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from l10n.project.config import OWN_FILE
from l10n.project.folder import Project
from l10n.project.schema import lay_out
from l10n.system import Hold, exclusive, state


@contextmanager
def held(project: Project) -> Iterator[Hold]:
    """Hold the project while it is worked on, unless nothing is to be written."""
    if project.files.dry:
        yield Hold(broken_off=False, unfinished=False)
        return
    with exclusive(project.files) as hold:
        if hold.waited:
            project.look_anew()
        if hold.broken_off:
            hold.littered = not project.files.sweep(project.made)
        if project.config.file == OWN_FILE:
            lay_out(state(project.root))
        yield hold
