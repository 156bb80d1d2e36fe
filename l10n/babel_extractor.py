"""Decks in ``pybabel extract``: the plug-in behind ``[l10n: source/**.md]`` in a Babel mapping file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO

from l10n.deck import decoded, parse_named
from l10n.dialects import DIALECTS, Dialect, certain, marks_in
from l10n.errors import ConfigError, DeckError, Place
from l10n.update import described

_WITH_CONTEXT = "pgettext"
"""How Babel is told that the first of two strings is a context."""
Found = tuple[int, str | None, str | tuple[str, str], list[str]]
"""Line, function, message and comments, as Babel wants them."""


def extract(
    fileobj: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, str]
) -> Iterator[Found]:
    """Each message of a deck, as often as it stands there; the option ``dialect`` is one of ours.

    Without it the marks of the deck say which holds, as elsewhere.

    What a message is, and what the author says, is a comment of it, whatever tags Babel is told to look for.
    Raises ``ConfigError`` for an unknown dialect, ``DeckError`` for a deck that cannot be used.
    """
    del comment_tags
    name = str(getattr(fileobj, "name", "deck"))
    text = decoded(fileobj.read(), name)
    deck = parse_named(text, _dialect(options, text), name)
    for segment in deck.segments:
        line = deck.line_of(segment.span.start)
        comments = list(described(deck, segment))
        if segment.msgctxt is None:
            yield line, None, segment.msgid, comments
        elif _WITH_CONTEXT in keywords:
            yield line, _WITH_CONTEXT, (segment.msgctxt, segment.msgid), comments
        else:
            message = f"this message has a context; give pybabel the keyword {_WITH_CONTEXT}:1c,2"
            raise DeckError(message, Place(name, line))


def _dialect(options: Mapping[str, str], text: str) -> Dialect:
    mark = certain(marks_in(text))
    known = mark is not None and mark.engine.name in DIALECTS
    name = options.get("dialect", mark.engine.name if mark and known else "remark")
    if name not in DIALECTS:
        raise ConfigError(f"there is no dialect {name!r}; known are {', '.join(DIALECTS)}")
    return DIALECTS[name]
