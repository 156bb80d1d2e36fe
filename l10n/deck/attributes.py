"""Attributes that people read: their values are shown or read aloud, and stand in no message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.deck.html import shown_tags
from l10n.deck.model import Span
from l10n.markdown import has_prose, without_code

_NAMES = (
    "alt|title|summary|placeholder|caption|label"
    "|aria-(?:label|description|placeholder|roledescription|valuetext)"
)
READ_BY_PEOPLE = re.compile(_NAMES)
"""Their names."""
_ATTRIBUTE = re.compile(
    rf"(?<=[\s\"'{{])(?:{_NAMES})\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))",
    re.IGNORECASE,
)
_SHORTCODE = re.compile(r"\{\{[<%](?:(?!\{\{|\}\})[\s\S])*[>%]\}\}|\{%(?:(?!\{%|%\})[\s\S])*%\}")
_SIGNS = re.compile(r"=\s*[\"'\w]")


def attributes_of_html(html: str) -> Iterator[Span]:
    """Where the values stand that people read, in raw HTML."""
    if _SIGNS.search(html):
        for start, end in shown_tags(html):
            yield from _values(html, start, end)


def attributes_in_prose(text: str) -> Iterator[Span]:
    """The same in a block of prose: in tags, shortcodes, and Pandoc's lists behind images."""
    if "<" not in text and "{" not in text:
        return
    bare = without_code(text)
    yield from sorted({*attributes_of_html(bare), *_of_shortcodes(bare), *_of_lists(bare)})


def shown_in_lines(text: str) -> Iterator[Span]:
    """The same in what stands on lines of its own: tags of components, a shortcode, a container.

    Of a table that is drawn, all is shown.
    """
    if text.startswith("+") and has_prose(text):
        yield Span(0, len(text))
    elif text.startswith("<") and not text.startswith("<<"):
        yield from _values(text, 0, len(text))
    elif text.startswith("{"):
        yield from _of_shortcodes(text[: len(text) - len(_behind_first(text))])
    elif text.startswith(":"):
        yield from _values(text, 0, len(text.split("\n", 1)[0]))


def _of_shortcodes(text: str) -> Iterator[Span]:
    for match in _SHORTCODE.finditer(text):
        yield from _values(text, *match.span())


def _of_lists(text: str) -> Iterator[Span]:
    for one in _LIST.finditer(text):
        yield from (Span(*match.span(1)) for match in _FIGURE.finditer(text, *one.span()))


_LIST = re.compile(r"\{[^{}\n]*\}")
_FIGURE = re.compile(r"(?<=[\s{\"'])(?:fig|tbl|lst)-(?:s?cap|alt)=\"([^\"]*[^\W\d_][^\"]*)\"")


def _behind_first(text: str) -> str:
    """What follows the shortcodes that ``text`` begins with: it may be code."""
    match = _FIRST.match(text)
    return text[match.end() :] if match else text


_FIRST = re.compile(rf"(?:(?:{_SHORTCODE.pattern})[ \t]*)+")


def _values(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _ATTRIBUTE.finditer(text, start, end):
        value = Span(*match.span(match.lastgroup or 0))
        if has_prose(value.of(text)):
            yield value
