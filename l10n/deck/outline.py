"""The slides of a deck, and their titles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from l10n.deck.blocks import Document
from l10n.deck.data.cutting import with_data_read
from l10n.deck.items import Block, Item
from l10n.deck.model import Earlier, Kind, Segment, Slide, Span
from l10n.deck.view import View
from l10n.dialects import Cut, Dialect, Slice
from l10n.language import excerpt

ReadDocuments = Callable[[Iterable[Slice]], Iterable[Document]]


def read_earlier(seen: View, dialect: Dialect, newest: Cut, read: ReadDocuments) -> Earlier | None:
    """What an earlier version of the engine makes of a text; None if there is none that counts."""
    cut = dialect.earlier(seen.text)
    if cut is None:
        return None
    cut, _ = with_data_read(cut, seen.text)
    strays = (Span(seen.origin(start), seen.origin(end)) for start, end in cut.strays)
    known = set(newest.slices)
    documents = read(one for one in cut.slices if one not in known)
    return Earlier(cut.version, cut.slides, tuple(strays), tuple(documents))


def read_slides(cut: Cut, documents: list[Document], titles: Mapping[int, str], seen: View) -> list[Slide]:
    """The slides in order, each with its documents, which are only read when something is asked of them."""
    parts: dict[int, list[Document]] = {}
    for document in documents:
        parts.setdefault(document.slice.slide, []).append(document)
    slides: list[Slide] = []
    for index, marks in enumerate(cut.slides):
        title = slides[-1].title if marks.continued and slides else titles.get(index, "")
        span = Span(seen.origin(marks.start), seen.origin(marks.end))
        own = sorted(parts.get(index, ()), key=lambda document: document.slice.start)
        slides.append(Slide(span, marks.continued, title, marks, tuple(own)))
    return slides


def read_titles(found: Iterable[Item], segments: tuple[Segment, ...], text: str) -> dict[int, str]:
    """By slide: its first heading, be it a message or not, else its first words."""
    titles: dict[int, str] = {}
    for item in found:
        if isinstance(item, Block) and item.kind is Kind.HEADING and not item.slice.in_notes:
            titles.setdefault(item.slice.slide, excerpt(text[item.start : item.end]))
    for segment in segments:
        if segment.slide not in titles and segment.kind.is_on_slide:
            titles[segment.slide] = excerpt(segment.msgid)
    return titles
