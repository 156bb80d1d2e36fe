"""Talk, an engine that nobody has: how little a dialect is that stands on the seam alone.

Slides are parted by lines of ``===``, steps begin at ``+++``, presenter notes behind ``@notes``. A deck may
begin with lines such as ``[theme]: dark``, of which ``[title]:`` is shown, and ``{{date}}`` is filled in.
"""

import re

from l10n.dialects.base import Plain
from l10n.dialects.cut import Cut, Slice, SlideMarks
from l10n.dialects.engines import Engine, Sign
from l10n.dialects.renderer import Renderer

_HEADER = re.compile(r"(?:\[[a-z]+\]:.*(?:\n|\Z))*")
_LINE = re.compile(r"^\[([a-z]+)\]:[ \t]*(.*)", re.MULTILINE)
_TITLE = re.compile(r"^\[title\]:[ \t]*(.+)", re.MULTILINE)
_RENDERER = Renderer(macros=re.compile(r"\{\{\w+\}\}"))
_MARK = re.compile(r"^(?:===|\+\+\+|@notes)(?:\n|\Z)", re.MULTILINE)


class Talk(Plain):
    """A dialect of slides."""

    name = "talk"
    renderer = _RENDERER

    def cut(self, text: str) -> Cut:
        """Slides and steps, each with a document of what is shown, and of what is said."""
        header = _HEADER.match(text).end()
        slides = [SlideMarks(0, properties=_LINE.findall(text, 0, header), prose=frozenset({"title"}))]
        slices = [Slice(*title.span(1)) for title in _TITLE.finditer(text, 0, header)]
        slide, at, in_notes = 0, header, False
        for mark in _MARK.finditer(text, header):
            slices.append(Slice(at, mark.start(), slide=slide, in_notes=in_notes))
            at, in_notes = mark.end(), mark.group().startswith("@")
            if in_notes:
                slides[-1].notes += 1
                continue
            slides[-1].end = mark.start()
            slides.append(SlideMarks(at, continued=mark.group().startswith("+")))
            slide = slide if slides[-1].continued else len(slides) - 1
        slides[-1].end = len(text)
        return Cut(slides, (*slices, Slice(at, len(text), slide=slide, in_notes=in_notes)))


TALK = Talk()
ENGINE = Engine("talk", "Talk", signs=(Sign(r"^(@notes)$", holds="@notes"),))
