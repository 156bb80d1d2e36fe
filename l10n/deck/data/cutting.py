"""A cut whose data is read: it holds no Markdown, and what no translation may change is on its slides."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from l10n.dialects import Cut, Slice, SlideMarks

if TYPE_CHECKING:
    from l10n.deck.data.field import Field
    from l10n.deck.data.reading import ReadData


def with_data_read(cut: Cut, text: str) -> tuple[Cut, tuple[ReadData, ...]]:
    """The cut with its data as code of slides, and with documents that are values; and what was read."""
    if not cut.data:
        return cut, ()
    from l10n.deck.data.reading import read_data  # which most decks need not wait for

    found = tuple(one for data in cut.data if (one := read_data(text, data)) is not None)
    if not found:
        return cut, ()
    within = _within(cut.slices, found)
    gone = {id(one) for some in within for one in some}
    slides = list(cut.slides)
    for data, some in zip(found, within, strict=True):
        _note(
            slides,
            data,
            [str(field.path) for field in data.fields if any(_shows(one, field, text) for one in some)],
        )
    documents = (part for data in found for part in _documents(data, slides))
    slices = (*(one for one in cut.slices if id(one) not in gone), *documents)
    untold = (*cut.untold, *(span for data in found for span in data.untold))
    return cut._replace(slides=slides, slices=slices, untold=untold), found


def _within(slices: Iterable[Slice], found: Sequence[ReadData]) -> list[list[Slice]]:
    """The slices that lie in each stretch."""
    starts = [data.start for data in found]
    within: list[list[Slice]] = [[] for _ in found]
    for one in slices:
        at = bisect_right(starts, one.start) - 1
        if at >= 0 and one.end <= found[at].end:
            within[at].append(one)
    return within


def slide_of(slides: Sequence[SlideMarks], offset: int) -> int:
    """The number of the slide in which something stands."""
    return max(0, bisect_right(slides, offset, key=attrgetter("start")) - 1)


def first_slide(slides: Sequence[SlideMarks], data: ReadData) -> int:
    """The slide that the engine takes a stretch for: that of its first message."""
    return slide_of(slides, data.fields[0].start if data.fields else data.start)


def _note(slides: list[SlideMarks], data: ReadData, shown: Sequence[str]) -> None:
    """Put new values for the slides of a stretch: what it keeps is code, and messages are no properties."""
    at = slide_of(slides, data.start)
    slides[at] = replace(slides[at], code=[*slides[at].code, data.rest, *shown])
    for number in range(at, first_slide(slides, data) + 1):
        slides[number] = replace(slides[number], prose=slides[number].prose | data.keys)


def _documents(data: ReadData, slides: Sequence[SlideMarks]) -> Iterator[Slice]:
    """The values that are Markdown documents, as those of the slide."""
    from l10n.deck.data.scalars import YamlBlock

    for field in data.documents:
        indent = len(field.quoting.indent) if isinstance(field.quoting, YamlBlock) else 0
        slide = slide_of(slides, field.start)
        yield Slice(field.start - indent, field.end, slide=slide, indent=indent)


def _shows(part: Slice, field: Field, text: str) -> bool:
    """Whether the engine shows some of a value: what it takes for no property."""
    at = part.start
    for start, end in (*part.masks, (part.end, part.end)):
        if text[max(at, field.start) : min(start, field.end)].strip():
            return True
        at = end
    return False
