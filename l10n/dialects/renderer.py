"""What renders a deck's Markdown, as far as a translation can break it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from typing import NamedTuple, Protocol

from l10n.dialects.embedding import Embedding
from l10n.dialects.fault import Fault
from l10n.markdown import COMMONMARK, InlineReader


class Within(Protocol):
    """A rule about a block with its message, with its translation, and the translation by itself."""

    def __call__(self, before: str, after: str, text: str) -> Iterator[Fault]:
        """What would be read otherwise."""


def _nothing(before: str, after: str, text: str) -> Iterator[Fault]:  # noqa: ARG001
    return iter(())


def _no_start(before: str, after: str) -> Iterator[Fault]:  # noqa: ARG001
    return iter(())


class Renderer(NamedTuple):
    """What holds for the inline text of a deck, beyond CommonMark."""

    macros: re.Pattern[str]
    """What a translation must keep as it stands."""
    new_start: Callable[[str, str], Iterator[Fault]] = _no_start
    """That a block would begin as one of another kind."""
    behind_tag: Callable[[str, str], Iterator[Fault]] = _no_start
    """That a block would begin in raw HTML, where text behind a tag is Markdown."""
    signs: re.Pattern[str] | None = None
    """What shows that there may be a macro, besides the signs that all know."""
    commands: re.Pattern[str] | None = None
    """Words of an image's description that are said to the engine; no message begins or ends with them."""
    spoken: Callable[[str], str] = str
    """A message without what looks like prose, and is said to the engine."""
    within: Within = _nothing
    """What else of a block would be read otherwise."""
    inline: tuple[InlineReader, ...] = (COMMONMARK,)
    """How its versions read inline text: a translation keeps what each finds; checks go by the first."""
    unsafe_start: re.Pattern[str] | None = None
    """What a laid out line must not begin with, beyond CommonMark's marks."""
    longest_row: int = 0
    """Columns of a line of a table, beyond which its columns are as wide as its dashes; 0 if none are."""
    hides_bars: bool = True
    """Whether a backslash makes a bar in a table cell text."""
    breaks: bool = False
    """Whether a line end shows on the page."""
    runs_tex: bool = True
    """Whether some reader takes ``\\name`` for TeX."""
    titles_say_anchors: bool = True
    """Whether ``{#name}`` behind a title is its anchor."""
    entities_first: bool = False
    """Whether entities may be characters before it sees the text: in a page's ``<textarea>``."""
    formulas: re.Pattern[str] | None = None
    """What is neither prose nor Markdown, and must stay on one line."""
    goes_on_over_lines: bool = False
    """Whether a line end may stand in the target of a link."""
    attributes: Set[str] = frozenset()
    """Names of attributes whose values are messages, in small letters."""
    embedding: Embedding | None = None
    """How its decks stand in pages; None where a file is a deck."""
