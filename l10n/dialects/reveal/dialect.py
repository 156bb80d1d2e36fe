"""Decks of reveal.js: cut as its plug-in cuts their text, whatever stands there, code and comments too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from l10n.dialects.base import Plain
from l10n.dialects.cut import Cut, Fact, Slice, SlideMarks
from l10n.dialects.data import Data, Prose
from l10n.dialects.options import Option
from l10n.dialects.renderer import Renderer
from l10n.dialects.reveal.attributes import elements
from l10n.dialects.reveal.inline import RENDERER
from l10n.dialects.reveal.markdown import goes_on, indent, items_ended, read, read_by_older
from l10n.dialects.reveal.separators import NOTES, SEPARATOR, VERTICAL, Separators, separators
from l10n.markdown import BlockReader
from l10n.regex import regex

_FRONT_MATTER = regex(r"---\n((?:(?!---).*\n)+?)---")
"""As the reader of reveal-md finds it; whether it is YAML decides whether it is some."""
_TEMPLATE = ("            ", "\n          ")
"""What stands before and behind the text in reveal-md's page, where front matter is read."""


_TOO_MANY = 2
"""Markers of notes on one slide."""


@dataclass(slots=True)
class RevealMarks(SlideMarks):
    """What reveal.js finds in a slide."""

    dialect: str = ""
    """Whose settings say what parts slides."""
    below: bool = False
    """Whether it stands below the slide before it."""
    elements: Sequence[str] = ()
    """What the comments for elements stand behind."""
    items_ended: tuple[int, int] = (0, 0)
    """How many items some version ends at a tag, and how many of those at a line of nothing else."""

    @property
    def doubt(self) -> str:
        """A slide has notes behind one marker; where there are more, other separators are likely meant."""
        if self.notes < _TOO_MANY:
            return ""
        return (
            f"this slide has {self.notes} markers of notes, so reveal.js shows them all on it; "
            "if something else parts its slides, write that to l10n.toml: "
            f"separator = '...' below [options.{self.dialect}]"
        )

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What no translation may change, besides blocks."""
        return (
            ("the slides and which stand below each other", self.below),
            ("the presenter notes", self.notes),
            ("the front matter", self.code),
            ("the element that gets the attributes of a comment", self.elements),
            ("the lines that begin with a tag below an item", self.items_ended),
        )


class Reveal(Plain):
    """A dialect of slides."""

    name = "reveal"
    options: Sequence[Option] = (SEPARATOR, VERTICAL, NOTES)

    @property
    def renderer(self) -> Renderer:
        """What stands in for marked."""
        return RENDERER

    def cut(self, text: str) -> Cut:
        """Slides and notes; ``DeckError`` if front matter says separators that cannot be used."""
        front, said = _front_matter(text, self.settings.front_matter)
        return cut_deck(text, self._separators(text, front, said), front)

    def loaded(self, text: str) -> RevealText:
        """The same as reveal.js gets it; ``DeckError`` if its separators cannot be used."""
        front, said = _front_matter(text, self.settings.front_matter)
        by = self._separators(text, front, said)
        return RevealText(text[front.end if front else 0 :], front is not None, _typed(text, front), by)

    def _separators(self, text: str, front: Data | None, said: Mapping[str, Any]) -> Separators:
        return separators(said, self.settings, text[: front.inner[1]] if front else "")

    @property
    def readers(self) -> Sequence[BlockReader]:
        """CommonMark's blocks and tables, as two versions of marked have them."""
        return (read, read_by_older)

    def has_own_lines(self, source: str) -> bool:
        """Whether lines are read with another indent than they have."""
        return bool(indent(source))


class RevealText(NamedTuple):
    """A deck behind its front matter, if it has some: with that, reveal-md puts it into its page."""

    text: str
    in_page: bool
    said: Mapping[str, Any]
    """What its front matter says."""
    by: Separators

    @property
    def attributes(self) -> Mapping[str, str]:
        """Those of a section that holds the text, or names its file."""
        return self.by.attributes


def _typed(text: str, front: Data | None) -> Mapping[str, Any]:
    """What front matter says, with numbers and the like as what they are; nothing if that is no table."""
    import yaml

    try:
        said = yaml.safe_load(text[slice(*front.inner)]) if front else None
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _front_matter(text: str, keys: Sequence[str]) -> tuple[Data | None, Mapping[str, Any]]:
    """Front matter, and what it says; none, where a text begins with a rule."""
    import yaml

    match = _FRONT_MATTER.match(text)
    if match is None:
        return None, {}
    try:
        said = yaml.load(match[1], Loader=yaml.BaseLoader)  # noqa: S506 - all are strings
    except (yaml.YAMLError, ValueError, RecursionError):
        return None, {}
    if not isinstance(said, dict | list):
        return None, {}
    front = Data(0, match.end(), match.span(1), "yaml", prose=tuple(map(Prose, keys)))
    return front, said if isinstance(said, dict) else {}


def cut_deck(text: str, by: Separators, front: Data | None = None, *, dialect: str = "reveal") -> Cut:
    """Slides and notes of a text, by its separators; ``dialect`` is the one whose settings say others."""
    return _Deck(text, front, by, dialect).cut()


class _Deck:
    """A text, and what is gathered of it while it is cut."""

    def __init__(self, text: str, front: Data | None, by: Separators, dialect: str) -> None:
        self.text = text
        self.front = front
        self.by = by
        self.dialect = dialect
        self.slides: list[SlideMarks] = []
        self.slices: list[Slice] = []

    def cut(self) -> Cut:
        for start, end, below in self._ranges():
            self._slide(start, end, below=below)
        self.slides[0].start = 0
        return Cut(self.slides, tuple(self.slices), data=(self.front,) if self.front else ())

    def _ranges(self) -> Iterator[tuple[int, int, bool]]:
        """Where each slide begins and ends, and whether it stands below the one before."""
        begin = self.front.end if self.front else 0
        lead, rest = _TEMPLATE if self.front else ("", "")
        moved = begin - len(lead)
        start, below = begin, False
        for low, high, next_below in self.by.slides(f"{lead}{self.text[begin:]}{rest}"):
            yield start, min(max(begin, low + moved), len(self.text)), below
            start, below = min(max(begin, high + moved), len(self.text)), next_below
        yield start, len(self.text), below

    def _slide(self, start: int, end: int, *, below: bool) -> None:
        content = self.text[start:end]
        markers = self.by.markers(content)
        number = len(self.slides)
        marks = RevealMarks(start, end=end, notes=len(markers), dialect=self.dialect, below=below)
        marks.elements, marks.items_ended = elements(content), items_ended(content)
        self.slides.append(marks)
        has_notes = len(markers) == 1 and self.by.counts_markers
        shown = start + markers[0][0] if has_notes else end
        if self.front and not number:
            start += len(content) - len(content.lstrip("\n"))
        start = min(start, shown)
        keeps = OnSlide(indent(self.text[start:shown]))
        self.slices.append(Slice(start, shown, slide=number, refuses=keeps))
        if has_notes and not goes_on(self.text[start:shown]):
            low, high = _trimmed(self.text, self.slides[-1].start + markers[0][1], end)
            self.slices.append(Slice(low, high, slide=number, in_notes=True, refuses=OnSlide()))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space at its ends."""
    inner = text[start:end]
    bare = inner.strip()
    low = start + len(inner) - len(inner.lstrip())
    return (low, low + len(bare)) if bare else (end, end)


_SCRIPT_END = "__SCRIPT_END__"
"""What the plug-in writes for that tag, and reads as it."""


@dataclass(frozen=True, slots=True)
class OnSlide:
    """What a translation may not bring along: what the plug-in reads before its renderer does."""

    indent: str = ""
    """It is taken off anywhere, and ends a line there."""

    def __call__(self, msgid: str, text: str) -> str | None:
        """Why it cannot stand there; None if it can."""
        if text.count(_SCRIPT_END) > msgid.count(_SCRIPT_END):
            return f"{_SCRIPT_END} would be read as the end tag of a script"
        more = self.indent and text.count(self.indent) > msgid.count(self.indent)
        return "its run of blanks would end the line" if more else None


REVEAL = Reveal()
