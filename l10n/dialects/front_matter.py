"""Front matter: where it stands, in any dialect. What is in it, ``deck/front_matter`` reads."""

from __future__ import annotations

import re
from typing import NamedTuple

_FRONT_MATTER = re.compile(
    r"(?P<yaml>---)[ \t]*\n(?P<inner>(?:(?!---[ \t]*(?:\n|\Z)|\.\.\.[ \t]*(?:\n|\Z)).*\n)*)"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|(?P<toml>\+\+\+)[ \t]*\n(?P<table>(?:(?!\+\+\+[ \t]*(?:\n|\Z)).*\n)*)\+\+\+[ \t]*(?:\n|\Z)"
)


class FrontMatter(NamedTuple):
    """The ranges of front matter in a text."""

    start: int
    end: int
    inner: tuple[int, int]
    """Without its fences."""
    language: str
    """``yaml`` or ``toml``."""
    sure: bool = True
    """Whether it is none of the engine's slides if it cannot be read."""


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter that ``text`` begins with, if it does."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None
    language = "yaml" if match["yaml"] else "toml"
    return FrontMatter(0, match.end(), match.span("inner" if match["yaml"] else "table"), language)
