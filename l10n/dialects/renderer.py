"""What renders a deck's Markdown, as far as a translation can break it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.markdown import MACRO


@dataclass(frozen=True, slots=True)
class Renderer:
    """What holds for the inline text of a deck, beyond CommonMark."""

    marked: bool
    """It is remark's, marked 0.3: its content classes, macros, references and emphasis count."""
    macros: re.Pattern[str]
    """What a translation must keep as it stands."""
    hides_bars: bool = True
    """Whether a backslash makes a bar in a table cell text."""
    breaks: bool = False
    """Whether a line end shows on the page."""
    unsafe_start: re.Pattern[str] | None = None
    """What a laid out line must not begin with, beyond CommonMark's marks."""


MARKED = Renderer(
    marked=True,
    macros=re.compile(MACRO),
    hides_bars=False,
    unsafe_start=re.compile("def"),  # a slip of marked 0.3.9 (``ending_words`` in remark's ``versions``)
)
