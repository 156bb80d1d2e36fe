"""Slidev decks: a Markdown document a slide, its properties above it, and its note at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.dialects.base import Plain
from l10n.dialects.commonmark.comments import InComment
from l10n.dialects.cut import Cut, Slice, SlideMarks
from l10n.dialects.data import Data, Prose
from l10n.dialects.options import Option
from l10n.dialects.readable import ATTRIBUTES
from l10n.dialects.renderer import Renderer
from l10n.dialects.slidev.inline import RENDERER
from l10n.dialects.slidev.markdown import has_own_lines, read
from l10n.dialects.slidev.slides import RawSlide, raw_slides
from l10n.language import strings
from l10n.markdown import BlockReader
from l10n.regex import regex

PROPERTIES = Option(
    "properties",
    strings,
    ("title", "subtitle", "heading", "subheading", "caption", "figureCaption", "quote", "description"),
    "properties of slides that their layout shows, and so are messages",
)
"""What of a slide's properties its layout shows."""
READ = Option(
    "attributes",
    strings,
    tuple(sorted(ATTRIBUTES)),
    "attributes of tags and components that are shown or read aloud, and so are messages",
)
"""Attributes of tags and components that are shown or read aloud."""
_OF_DECKS = (
    "titleTemplate",
    "seoMeta.ogTitle",
    "seoMeta.ogDescription",
    "seoMeta.twitterTitle",
    "seoMeta.twitterDescription",
)
_INFO = Prose("info", document=True)
_INCLUDES = regex(r"^src[ \t]*:[ \t]*\S", re.MULTILINE)
_OURS = regex(r"l10n\s")
_SEPARATOR = regex(r"^---", re.MULTILINE)


class Slidev(Plain):
    """A dialect of slides."""

    name = "slidev"
    options: Sequence[Option] = (PROPERTIES, READ)

    @property
    def renderer(self) -> Renderer:
        """markdown-it with Slidev's plug-ins."""
        names = frozenset(name.lower() for name in self.settings.of(READ))
        return RENDERER._replace(attributes=names)

    def cut(self, text: str) -> Cut:
        """Slides, their properties, their Markdown and their notes."""
        found = list(raw_slides(text))
        slides = [SlideMarks(one.start, end=one.end, notes=int(one.note is not None)) for one in found]
        slices = (part for number, one in enumerate(found) for part in _documents(text, one, number))
        return Cut(slides, tuple(slices), data=tuple(map(self._data, filter(_has_data, found))))

    def _data(self, slide: RawSlide) -> Data:
        keys = dict.fromkeys((*self.settings.front_matter, *self.settings.of(PROPERTIES), *_OF_DECKS))
        return Data(*slide.data, slide.inner, "yaml", prose=(_INFO, *map(Prose, keys)))

    @property
    def readers(self) -> Sequence[BlockReader]:
        """CommonMark's blocks, tables, components, and what stands on lines of its own."""
        return (read,)

    def has_own_lines(self, source: str) -> bool:
        """Whether there is a sign of a slot, a component, a formula or attributes."""
        return has_own_lines(source)


def _has_data(slide: RawSlide) -> bool:
    return slide.data[0] < slide.data[1]


def _documents(text: str, slide: RawSlide, number: int) -> Iterator[Slice]:
    """The Markdown of a slide and of its note; of one that is read from another file, nothing."""
    if _INCLUDES.search(text, *slide.inner):
        return
    yield Slice(*slide.content, slide=number)
    if slide.note and not _OURS.match(text, *slide.note):
        yield Slice(*slide.note, slide=number, in_notes=True, refuses=InComment(_separates))


def _separates(msgid: str, text: str) -> str | None:
    """Why a text would part slides; in comments it does so in versions of Slidev that are in use."""
    return "a line that starts with --- would begin a slide" if new_separator(msgid, text) else None


def new_separator(msgid: str, text: str) -> bool:
    """Whether a line of ``text`` starts as one between slides does, and none of ``msgid``."""
    return bool(_SEPARATOR.search(text) and not _SEPARATOR.search(msgid))


SLIDEV = Slidev()
