"""From a deck to its template: the messages that translators see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from l10n.catalog import Entry, Key
from l10n.model import Deck, Segment


def extract(deck: Deck, reference: str, *, with_lines: bool = False) -> list[Entry]:
    """One entry per message, in the order of the deck; ``reference`` names its file.

    The same text twice is one entry, with what is said of each place.
    """
    name = quote(reference, safe="/+@=,~!()'", encoding="utf-8") if " " in reference else reference
    entries: dict[Key, Entry] = {}
    for segment in deck.segments:
        place = f"{name}:{deck.line_of(segment.span.start)}" if with_lines else name
        comments = tuple(_comments(deck, segment))
        known = entries.get(segment.key)
        if known is None:
            entries[segment.key] = Entry(
                msgid=segment.msgid, msgctxt=segment.msgctxt, comments=comments, references=(place,)
            )
        else:
            entries[segment.key] = replace(
                known,
                comments=tuple(dict.fromkeys(known.comments + comments)),
                references=tuple(dict.fromkeys((*known.references, place))),
            )
    return list(entries.values())


def _comments(deck: Deck, segment: Segment) -> Iterator[str]:
    """What it is and on which slide; numbers would change with every inserted slide."""
    where = "presenter notes of slide" if segment.in_notes else "slide"
    yield f"{segment.kind}, {where} “{deck.slides[segment.slide].title}”"
    yield from segment.comments
