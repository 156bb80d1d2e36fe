"""From a deck to its template: the messages that translators see."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from l10n.catalog import Catalog, Entry, Key
from l10n.deck import Deck, Segment


def extract(deck: Deck, reference: str, *, with_lines: bool = False) -> list[Entry]:
    """One entry per message, in the order of the deck; ``reference`` names its file.

    The same text twice is one entry, with what is said of each place.
    """
    name = quote(reference, safe="/+@=,~!()'") if " " in reference else reference
    places: dict[Key, tuple[list[str], list[str]]] = {}
    for segment in deck.segments:
        comments, references = places.setdefault(segment.key, ([], []))
        comments += described(deck, segment)
        references.append(f"{name}:{deck.line_of(segment.span.start)}" if with_lines else name)
    return [
        Entry(msgid, "", msgctxt, comments=_once(comments), references=_once(references))
        for (msgctxt, msgid), (comments, references) in places.items()
    ]


def described(deck: Deck, segment: Segment) -> Sequence[str]:
    """What translators read of a segment: what it is and on which slide, then what the author says.

    Slides have titles here; numbers would change with every inserted slide. Texts of pages are on none.
    """
    where = "presenter notes of slide" if segment.in_notes else "slide"
    what = segment.kind.value
    if segment.kind.is_on_slide:
        what = f"{what}, {where} “{deck.slides[segment.slide].title}”"
    # For gettext a backslash at the end of a line joins it to the next, also in a comment.
    return (what, *(f"{said}." if said.endswith("\\") else said for said in segment.comments))


def dated(old: Catalog, new: Catalog, date: str) -> Catalog:
    """``new`` with the date of its template: the messages' alone, so that it stays as long as they do."""
    return new if new.by_key.keys() == old.by_key.keys() else new.with_field("POT-Creation-Date", date)


def _once(values: list[str]) -> tuple[str, ...]:
    return tuple(values) if len(values) == 1 else tuple(dict.fromkeys(values))
