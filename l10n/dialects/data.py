"""Stretches of YAML, TOML and HTML for tools to read: where they stand, which of their values are prose."""

from __future__ import annotations

import re
from typing import NamedTuple


class Prose(NamedTuple):
    """Values that are messages."""

    keys: str
    """A pattern of their path; see the setting ``front-matter``."""
    document: bool = False
    """Whether a value over lines (YAML's ``|``) is a Markdown document of several messages, and not one."""


class Data(NamedTuple):
    """The ranges of one stretch in a text, and what of it is for translators."""

    start: int
    end: int
    inner: tuple[int, int]
    """Without what fences it."""
    language: str
    """``yaml``, ``toml``; ``data``, a file of YAML or JSON; ``html``, ``svg``, of which the texts are values;
    or ``r``, of which it is one string.
    """
    sure: bool = True
    """Whether it is none of the engine's slides if it cannot be read."""
    prose: tuple[Prose, ...] = ()
    loose: re.Pattern[str] | None = None
    """Keys of which the rest of a line is the value, whatever YAML says of it: it matches up to the value."""
    named: str = "front matter"
    """What translators call it: the word of a ``deck.Kind``."""
