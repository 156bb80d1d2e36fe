"""Which files are made, and by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from l10n.checks.documentation import page as checks
from l10n.project.schema import as_json
from manual.commands import page as commands
from manual.settings import page as settings

ROOT = Path(__file__).parent.parent
MADE: Mapping[str, Callable[[], str]] = {
    "docs/checks.md": checks,
    "docs/commands.md": commands,
    "docs/schema.json": as_json,
    "docs/settings.md": settings,
    "l10n/project/schema.json": as_json,
}
"""Below the project's folder: what makes each file's text."""
