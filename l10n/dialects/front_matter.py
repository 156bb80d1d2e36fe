"""Front matter: where it stands, in any dialect. What is in it, ``deck/data`` reads."""

from __future__ import annotations

from collections.abc import Iterable

from l10n.dialects.data import Data, Prose
from l10n.regex import regex

_FRONT_MATTER = regex(
    r"(?P<yaml>---)[ \t]*\n(?P<inner>(?:(?!---[ \t]*(?:\n|\Z)|\.\.\.[ \t]*(?:\n|\Z)).*\n)*)"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|(?P<toml>\+\+\+)[ \t]*\n(?P<table>(?:(?!\+\+\+[ \t]*(?:\n|\Z)).*\n)*)\+\+\+[ \t]*(?:\n|\Z)"
)


def find_front_matter(text: str, keys: Iterable[str] = ()) -> Data | None:
    """The front matter that ``text`` begins with, if it does; values of those keys are messages."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None
    language = "yaml" if match["yaml"] else "toml"
    inner = match.span("inner" if match["yaml"] else "table")
    return Data(0, match.end(), inner, language, prose=tuple(map(Prose, keys)))
