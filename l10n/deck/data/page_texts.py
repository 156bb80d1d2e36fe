"""The texts of a page, and where they stand: its title, what it shows, and attributes that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from l10n.deck.attributes import attributes_of_html
from l10n.deck.data.field import Field
from l10n.deck.html import IN_PAGES, runs, titles
from l10n.deck.model import Kind
from l10n.deck.quoting import HTML_TEXTS
from l10n.markdown import unescaped

_BLANK = re.compile(r"[ \t\n\f\r]+")


def page_texts(html: str) -> tuple[tuple[Field, ...], tuple[tuple[int, int], ...]]:
    """The texts that are plain, and where the others stand: those with tags in them, or without quotes."""
    found = sorted(_found(html), key=itemgetter(0))
    fields = (_field(html, start, end, mark) for start, end, mark in found if mark is not None)
    untold = ((start, end) for start, end, mark in found if mark is None)
    return tuple(fields), tuple(untold)


def _found(html: str) -> Iterator[tuple[int, int, str | None]]:
    """Every text, and the quotes around it; None where it is more than text, or has none."""
    for start, end in titles(html):
        if html[start:end].strip():
            yield *_trimmed(html, start, end), ""
    for run in runs(html, IN_PAGES):
        yield run.start, run.end, None if "<" in html[run.start : run.end] else ""
    for start, end in attributes_of_html(html):
        mark = html[start - 1]
        yield start, end, mark if mark in "\"'" else None


def _trimmed(html: str, start: int, end: int) -> tuple[int, int]:
    text = html[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def _field(html: str, start: int, end: int, mark: str) -> Field:
    msgid = _BLANK.sub(" ", unescaped(html[start:end]))
    return Field(start, end, ("page", "text"), HTML_TEXTS[mark], msgid.strip(" "), Kind.PAGE)
