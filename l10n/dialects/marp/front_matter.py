"""Front matter as Marp's plug-in finds it: also behind more dashes, and without an end."""

from __future__ import annotations

import re

from l10n.dialects.data import Data, Prose
from l10n.dialects.marp.directives import LOOSE
from l10n.regex import regex

_OPENING = regex(r"(?P<marks>-{3,})[^\n]*(?:\n|\Z)")


def find_front_matter(text: str, prose: tuple[Prose, ...]) -> Data | None:
    """What Marp takes for front matter; up to the end of the text, if nothing ends it."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    closing = re.compile(
        rf"^(?: {{0,3}}-{{{len(opening['marks'])},}}[ \t]*|[ \t]*\.\.\.)(?:\n|\Z)", re.MULTILINE
    ).search(text, opening.end())
    end, after = closing.span() if closing else (len(text), len(text))
    return Data(0, after, (opening.end(), end), "yaml", prose=prose, loose=LOOSE)
