"""Attributes that people read: their values are shown or read aloud.

They are messages where the dialect says so, and where they stand in quotes and in no other message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from l10n.deck.html import shown_tags
from l10n.deck.model import Span
from l10n.deck.quoting import HTML_VALUES, LIST_VALUES, ValueQuoting
from l10n.dialects import ATTRIBUTES
from l10n.markdown import has_prose, without_code
from l10n.regex import regex

NONE: Set[str] = frozenset()
READ_BY_PEOPLE = regex("|".join(sorted(ATTRIBUTES)))
"""Names of those of tags."""


class Value(NamedTuple):
    """Where a value stands, and how it is written if it can be a message."""

    start: int
    end: int
    quoting: ValueQuoting | None = None


Find = Callable[[str, Set[str]], Iterator[Value]]
"""Finds the values that people read; of attributes of those names they can be messages."""


@lru_cache(8)
def _attribute(names: Set[str]) -> re.Pattern[str]:
    every = "|".join(map(re.escape, sorted(ATTRIBUTES | names)))
    return re.compile(
        rf"(?<=[\s\"'{{])(?P<name>{every})\s*=\s*"
        r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))",
        re.IGNORECASE,
    )


_SHORTCODE = regex(r"\{\{[<%](?:(?!\{\{|\}\})[\s\S])*[>%]\}\}|\{%(?:(?!\{%|%\})[\s\S])*%\}")
_SIGNS = regex(r"=\s*[\"'\w]")


def attributes_of_html(html: str, names: Set[str] = NONE) -> Iterator[Value]:
    """The values that people read, in raw HTML."""
    if _SIGNS.search(html):
        for start, end in shown_tags(html):
            yield from _values(html, start, end, names)


def attributes_in_prose(text: str, names: Set[str] = NONE) -> Iterator[Value]:
    """The same in a block of prose: in tags, shortcodes, and Pandoc's lists behind images."""
    if "<" not in text and "{" not in text:
        return
    bare = without_code(text)
    found = (*attributes_of_html(bare, names), *_of_shortcodes(bare), *_of_lists(bare, names))
    yield from sorted({(one.start, one.end): one for one in found}.values(), key=_place)


def _place(value: Value) -> tuple[int, int]:
    return value.start, value.end


def shown_in_lines(text: str, names: Set[str] = NONE) -> Iterator[Value]:
    """The same in what stands on lines of its own: tags of components, a shortcode, a container.

    Of a table that is drawn, all is shown.
    """
    if text.startswith("+") and has_prose(text):
        yield Value(0, len(text))
    elif text.startswith("<") and not text.startswith("<<"):
        yield from _values(text, 0, len(text), names)
    elif text.startswith("{"):
        yield from _of_shortcodes(text[: len(text) - len(_behind_first(text))])
    elif text.startswith(":"):
        yield from _values(text, 0, len(text.split("\n", 1)[0]), NONE)


def without_values(text: str, find: Find, names: Set[str]) -> str:
    """Tags without the values that are messages, each of which is one ``a``."""
    if not names or "=" not in text:
        return text
    pieces: list[str] = []
    at = 0
    for start, end, quoting in find(text, names):
        if quoting:
            pieces += text[at:start], "a"
            at = end
    return "".join([*pieces, text[at:]])


def _of_shortcodes(text: str) -> Iterator[Value]:
    for match in _SHORTCODE.finditer(text):
        yield from _values(text, *match.span(), NONE)


def _of_lists(text: str, names: Set[str]) -> Iterator[Value]:
    for one in _LIST.finditer(text):
        for match in _FIGURE.finditer(text, *one.span()):
            quoting = LIST_VALUES[match["mark"]] if match["name"] in names else None
            if has_prose(match["value"]):
                yield Value(*match.span("value"), quoting)


_LIST = regex(r"\{[^{}\n]*\}")
_FIGURE = regex(
    r"(?<=[\s{\"'])(?P<name>(?:fig|tbl|lst)-(?:s?cap|alt))=(?P<mark>[\"'])(?P<value>(?:[^\"'\\]|\\.|(?!(?P=mark))[\"'])*)(?P=mark)"
)


def _behind_first(text: str) -> str:
    """What follows the shortcodes that ``text`` begins with: it may be code."""
    match = _FIRST.match(text)
    return text[match.end() :] if match else text


_FIRST = regex(rf"(?:(?:{_SHORTCODE.pattern})[ \t]*)+")


def _values(text: str, start: int, end: int, names: Set[str]) -> Iterator[Value]:
    for match in _attribute(names).finditer(text, start, end):
        value = Span(*match.span(next(group for group in _GROUPS if match[group] is not None)))
        if has_prose(value.of(text)):
            told = match["name"].lower() in names and match["bare"] is None
            yield Value(*value, HTML_VALUES[text[value.start - 1]] if told else None)


_GROUPS = ("double", "single", "bare")
