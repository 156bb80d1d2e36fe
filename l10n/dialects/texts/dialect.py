"""Files of texts: a dialect for each language."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.dialects.base import Plain
from l10n.dialects.cut import Cut, SlideMarks
from l10n.dialects.data import Data, Prose
from l10n.dialects.options import Option
from l10n.dialects.page_data import page_data
from l10n.dialects.renderer import Renderer
from l10n.language import strings
from l10n.markdown import MACRO
from l10n.regex import regex

_RENDERER = Renderer(macros=regex(rf"{MACRO}|\{{%[^%\n]*%\}}"), runs_tex=False, titles_say_anchors=False)
"""What generators of pages fill in stays, as do their tags."""


KEYS = Option(
    "keys",
    strings,
    ("title", "description"),
    "patterns of the keys of YAML and JSON whose values are messages; `*` stands for any part",
)
"""Whose values are messages."""


class NoSlide(SlideMarks):
    """All of a file that has no slides."""

    @property
    def is_shown(self) -> bool:
        """It is none."""
        return False


class _Texts(Plain):
    renderer = _RENDERER

    def __init__(self, name: str, options: Sequence[Option] = ()) -> None:
        self.name, self.options = name, options

    def cut(self, text: str) -> Cut:
        """The file as data, behind front matter if it may have some."""
        if self.options:
            keys = tuple(map(Prose, self.settings.of(KEYS)))
            data = Data(0, len(text), (0, len(text)), self.name, prose=keys, named="value")
            return Cut([NoSlide(0, end=len(text))], (), data=(data,))
        found = page_data(text, 0, self.settings.front_matter, self.name)
        return Cut([NoSlide(0, end=len(text))], (), data=found)


HTML = _Texts("html")
SVG = _Texts("svg")
DATA = _Texts("data", (KEYS,))
"""YAML and JSON, of which the settings say which values are texts."""
