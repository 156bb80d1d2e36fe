"""Settings that one dialect has: a row each, with what its value may be and what holds without it."""

from __future__ import annotations

from typing import Any, NamedTuple

from l10n.language import Check


class Option(NamedTuple):
    """A setting of a dialect."""

    name: str
    """As users write it."""
    check: Check[Any]
    """What its value must be."""
    default: object
    meaning: str
    """In Markdown, without links."""
    elsewhere: tuple[str, str] | None = None
    """The engine's own file of settings, in JSON beside ours, and how it names this one there."""
