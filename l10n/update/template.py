"""From a deck to its template: the messages that translators see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple
from urllib.parse import quote

from l10n.catalog import Catalog, Entry, Key
from l10n.deck import Deck, Segment


class Told(NamedTuple):
    """What translators read of a message at one of its places."""

    msgctxt: str | None
    msgid: str
    comments: Sequence[str]
    line: int
    """Where it begins."""


def told(deck: Deck) -> Iterator[Told]:
    """What is told of each segment, in order."""
    for segment in deck.segments:
        yield Told(*segment.key, described(deck, segment), deck.line_of(segment.span.start))


def extract(deck: Deck, file: str, *, with_lines: bool = False) -> list[Entry]:
    """The messages of a deck; see ``collected``."""
    return collected(told(deck), file, with_lines=with_lines)


def reference(file: str) -> str:
    """How ``#:`` names a file."""
    return quote(file, safe="/+@=,~!()'") if " " in file else file


def together(decks: Iterable[Sequence[Entry]]) -> list[Entry]:
    """The messages of several decks, in order: one entry for each, with what is said of it in all of them."""
    found: dict[Key, list[Entry]] = {}
    for entry in (entry for entries in decks for entry in entries):
        found.setdefault(entry.key, []).append(entry)
    return [every[0] if len(every) == 1 else _of_all(every) for every in found.values()]


def _of_all(entries: Sequence[Entry]) -> Entry:
    comments = [comment for entry in entries for comment in entry.comments]
    references = [place for entry in entries for place in entry.references]
    return entries[0]._replace(comments=_once(comments), references=_once(references))


def collected(messages: Iterable[Told], file: str, *, with_lines: bool = False) -> list[Entry]:
    """One entry per message, in the order of the deck; ``file`` names that.

    The same text twice is one entry, with what is said of each place.
    """
    name = reference(file)
    places: dict[Key, list[Told]] = {}
    for one in messages:
        places.setdefault(one[:2], []).append(one)
    return [
        Entry(
            msgid,
            "",
            msgctxt,
            comments=_once([comment for one in every for comment in one.comments]),
            references=_once([f"{name}:{one.line}" for one in every]) if with_lines else (name,),
        )
        for (msgctxt, msgid), every in places.items()
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


def dated(known: Set[Key], new: Catalog, date: str) -> Catalog:
    """``new`` with the date of its template, which stays as long as its messages are those ``known``."""
    return new if new.by_key.keys() == known else new.with_field("POT-Creation-Date", date)


def _once(values: list[str]) -> tuple[str, ...]:
    return tuple(values) if len(values) == 1 else tuple(dict.fromkeys(values))
