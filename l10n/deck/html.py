"""The text of raw HTML: what of it can be a message, and what cannot.

A message is the text between two tags that begin or end a block (``<li>``, ``<td>``, ``<p>``, ``<br>``
is none of them), with the inline tags in it. Text that stands across such tags stays out, and is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from l10n.markdown import TEXT_TAGS
from l10n.regex import regex

_INLINE = regex(TEXT_TAGS)
"""Names of tags that may stand within a message."""
_EMPTY = regex("br|wbr|img")
_RAW = regex("script|style|textarea|title|xmp|iframe|noembed|noframes")
"""What stands in them is no HTML."""
_UNSEEN = regex("pre|svg|math|template|object|audio|video|canvas|select|datalist|noscript")
"""What stands in them is no text of the page, or must stay as it is."""
_NOTHING_TO_SEE = regex("script|style|title|template|link|meta")
"""Tags of which a page shows nothing, whatever their attributes say."""
_TOKEN = regex(
    r"<!--"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>]*)(?:\"[^\"<]*\"|'[^'<]*'|[^<>])*>?"
    r"|<[!?][^<>]*>?"
)
_ENTITY = regex(r"&#?\w++;?")
_LETTER = regex(r"[^\W\d_]")


class Tag(NamedTuple):
    """A tag within a text."""

    start: int
    end: int
    name: str
    closes: bool


class Run(NamedTuple):
    """A stretch of text that a page shows, between two tags that begin or end a block."""

    start: int
    end: int
    plain: bool
    """Whether all tags in it have their partner in it: then it can be a message."""


def runs(html: str) -> Iterator[Run]:
    """The stretches of text in raw HTML, in order; those without a letter are left out."""
    start = 0
    inner: list[Tag] = []
    unseen: list[str] = []
    for tag in _tags(html):
        if _INLINE.fullmatch(tag.name) and not unseen:
            inner.append(tag)
            continue
        if not unseen:
            yield from _run(html, start, tag.start, inner)
        _note_unseen(unseen, tag)
        start, inner = tag.end, []
    if not unseen:
        yield from _run(html, start, len(html), inner)


def shown_tags(html: str) -> Iterator[tuple[int, int]]:
    """Where the tags are that begin an element that a page shows, inline ones too, in order."""
    unseen: list[str] = []
    for tag in _tags(html):
        match = _TOKEN.match(html, tag.start)
        if match and tag.name and not (unseen or tag.closes or _NOTHING_TO_SEE.fullmatch(tag.name)):
            yield match.span()
        _note_unseen(unseen, tag)


_VERBATIM = regex("pre|svg|math")
"""Elements in which blank lines part blocks of Markdown, and all of it is still the element's."""


def left_open(html: str, already: str = "") -> str:
    """The element in which what follows stands, and is no text to translate; nothing if there is none.

    ``already`` is one that was open before.
    """
    unseen = [already] if already else []
    for tag in _tags(html):
        _note_unseen(unseen, tag, _VERBATIM)
    return unseen[0] if unseen else ""


def tags_only(html: str) -> str:
    """Raw HTML without the text that messages hold; each is one ``a``."""
    pieces: list[str] = []
    at = 0
    for run in runs(html):
        if run.plain:
            pieces += html[at : run.start], "a"
            at = run.end
    return "".join([*pieces, html[at:]])


def _note_unseen(unseen: list[str], tag: Tag, hidden: re.Pattern[str] = _UNSEEN) -> None:
    """Keep the elements that are open and hide what is in them; only the innermost can end."""
    if hidden.fullmatch(tag.name) and not tag.closes:
        unseen.append(tag.name)
    elif tag.closes and unseen and unseen[-1] == tag.name:
        unseen.pop()


def _tags(html: str) -> Iterator[Tag]:
    """Tags, comments and what is no HTML, in order; the last two under names that no tag has."""
    at = 0
    while match := _TOKEN.search(html, at):
        name = (match["name"] or "").lower()
        at = match.end()
        if match.group() == "<!--":
            at = _found(html, "-->", at) + len("-->")
        elif _RAW.fullmatch(name) and not match["end"]:
            at = _found(html, f"</{name}", at)
        yield Tag(match.start(), at, name, closes=match["end"] == "/")


def _found(html: str, sign: str, at: int) -> int:
    """Where the sign stands next; the end, if it does not."""
    match = re.compile(re.escape(sign), re.IGNORECASE).search(html, at)
    return match.start() if match else len(html)


def _run(html: str, start: int, end: int, tags: list[Tag]) -> Iterator[Run]:
    lonely = _lonely(html, tags)
    start, end = _trimmed(html, start, end, lonely)
    left = [tag for tag in lonely if start <= tag.start < end]
    bare = "".join(_between(html, start, end, tags))
    if _LETTER.search(_ENTITY.sub("", bare)):
        yield Run(start, end, plain=not left)


def _lonely(html: str, tags: list[Tag]) -> list[Tag]:
    """The tags without a partner that need one: ``<span/>``, which Vue takes for empty, needs none."""
    opened: list[Tag] = []
    lonely: list[Tag] = []
    for tag in tags:
        if _EMPTY.fullmatch(tag.name) or html.endswith("/>", tag.start, tag.end):
            continue
        if not tag.closes:
            opened.append(tag)
        elif opened and opened[-1].name == tag.name:
            opened.pop()
        else:
            lonely.append(tag)
    return [*lonely, *opened]


def _trimmed(html: str, start: int, end: int, lonely: list[Tag]) -> tuple[int, int]:
    """Without blanks at the ends, and without tags there that have no partner."""
    first = {tag.start: tag.end for tag in lonely}
    last = {tag.end: tag.start for tag in lonely}
    while True:
        while start < end and html[start].isspace():
            start += 1
        while start < end and html[end - 1].isspace():
            end -= 1
        if start in first:
            start = first[start]
        elif end in last and last[end] >= start:
            end = last[end]
        else:
            return start, end


def _between(html: str, start: int, end: int, tags: list[Tag]) -> Iterator[str]:
    at = start
    for tag in tags:
        if tag.start >= at and tag.end <= end:
            yield html[at : tag.start]
            at = tag.end
    yield html[at:end]
