"""Decks in R Markdown that remark shows: what knitr leaves of them is remark's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple, cast

from l10n.dialects.base import Plain, Settings
from l10n.dialects.chunk_options import Options
from l10n.dialects.cut import Cut, Fact, Slice, without_fillings
from l10n.dialects.data import Data
from l10n.dialects.front_matter import find_front_matter
from l10n.dialects.remark.lexer import REMARK as RULES
from l10n.dialects.remark.marks import RemarkMarks
from l10n.dialects.remark.renderer import MARKED
from l10n.dialects.remark.slides import REMARK, cut_slides
from l10n.dialects.xaringan.handed import handed, lines_apart
from l10n.dialects.xaringan.knitr import INLINE, code_run, find_chunks
from l10n.markdown import BlockReader
from l10n.regex import regex

_FORMULA = r"(?<![\w\\`$])(?:\$\$[^$]+\$\$|\$(?! )[^$]+(?<! )\$(?![$0-9]))"
_RENDERER = MARKED._replace(
    macros=regex(rf"{INLINE}|{_FORMULA}|{MARKED.macros.pattern}"),
    spoken=partial(regex(_FORMULA).sub, " "),
    formulas=regex(_FORMULA),
)

_BLANKS = regex(r"[ \t]+(?=\n|\Z)")
"""At the end of a fence's first line: as long as what knitr takes from there."""


@dataclass(slots=True)
class KnitrMarks(RemarkMarks):
    """A slide or step, with what knitr runs in it."""

    run: list[str] = field(default_factory=list)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What no translation may change, besides blocks."""
        return (("what knitr runs", sorted(self.run)), *RemarkMarks.facts.__get__(self))


class _Knitted(NamedTuple):
    """A deck as knitr leaves it."""

    text: str
    run: tuple[tuple[int, str], ...]
    data: tuple[Data, ...]
    """Captions in options of chunks."""
    untold: tuple[tuple[int, int], ...]
    """Those that no message can hold."""


@lru_cache(4)  # each version of remark is handed the same
def _knitted(text: str) -> _Knitted:
    chunks = list(find_chunks(text))
    front = find_front_matter(text)
    prose = [chunk.prose for chunk in chunks if front is None or chunk.start >= front.end]
    data, untold = (
        tuple(chain.from_iterable(getattr(one, what) for one in prose)) for what in Options._fields
    )
    return _Knitted(handed(text, chunks), tuple(code_run(text, chunks)), data, untold)


class Xaringan(Plain):
    """The dialect of decks in R Markdown."""

    name = "xaringan"
    dedent = True
    renderer = _RENDERER
    settings = Settings(("title", "subtitle", "description"))

    def cut(self, text: str) -> Cut:
        """Slides, and the documents that remark gives to its renderer, of what knitr leaves."""
        knitted = _knitted(text)
        cut = cut_slides(knitted.text, RULES, KnitrMarks)
        slides = cast("Sequence[KnitrMarks]", cut.slides)
        starts = [slide.start for slide in slides]
        for at, code in knitted.run:
            slides[bisect_right(starts, at) - 1].run.append(code)
        return _completed(cut, text, self.settings.front_matter)

    @property
    def readers(self) -> Sequence[BlockReader]:
        """Those of remark."""
        return REMARK.readers

    def earlier(self, text: str) -> Cut | None:
        """The same by remark 0.14."""
        earlier = REMARK.earlier(_knitted(text).text)
        return earlier and _completed(earlier, text, self.settings.front_matter)


def _completed(cut: Cut, text: str, keys: Sequence[str]) -> Cut:
    """The cut with what remark never sees, and with lines out of its documents that are no prose."""
    knitted = _knitted(text)
    for slide in cut.slides:
        slide.code = [_BLANKS.sub("", without_fillings(one)) for one in slide.code]
    slices = tuple(_without_lines_apart(one, text) for one in cut.slices)
    front = find_front_matter(text, keys)
    return cut._replace(
        slices=slices,
        data=(*((front,) if front else ()), *knitted.data),
        handed=knitted.text,
        untold=knitted.untold,
    )


def _without_lines_apart(part: Slice, text: str) -> Slice:
    found = [
        one for one in lines_apart(text, part.start, part.end) if not _meets(one, (*part.masks, *part.code))
    ]
    return part._replace(masks=tuple(sorted((*part.masks, *found)))) if found else part


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


XARINGAN = Xaringan()
