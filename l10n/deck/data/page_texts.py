"""The texts of a page, and where they stand: its title, what it shows, and attributes that people read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from l10n.deck.data.field import Field
from l10n.deck.data.markup import MARKUP, collapsed, markup_message
from l10n.deck.data.page_runs import Run, Runs
from l10n.deck.data.skeleton import read_by_people
from l10n.deck.model import Kind, Span
from l10n.deck.quoting import HTML_TEXTS, Quoting
from l10n.dialects import HtmlTag, html_tags
from l10n.markdown import unescaped
from l10n.regex import regex

_PATH = ("page", "text")
_TAG = regex(r"<[^<>]*>")


def page_texts(html: str) -> tuple[tuple[Field, ...], tuple[Span, ...]]:
    """The texts that a message can hold, and where the others stand: those with a part of an element."""
    runs = Runs(html)
    shown: list[Field | Span] = []
    for tag in html_tags(html):
        for run in runs.take(tag):
            shown += _of_run(html, run)
        if tag.name == "title" and tag.inner and not runs.hidden:
            shown += _plain(html, *tag.inner)
    for run in runs.end():
        shown += _of_run(html, run)
    texts = [one for one in shown if isinstance(one, Field)]
    others = (one for one in (*shown, *_markdown(html)) if isinstance(one, Span))
    return tuple(sorted([*texts, *_outside(texts, _attributes(html, runs.shown))])), tuple(others)


def _markdown(html: str) -> Iterator[Span]:
    """Where slides of reveal.js stand in a page that are written in Markdown."""
    start = depth = 0
    for tag in html_tags(html) if _HAS_MARKDOWN.search(html) else ():
        if depth:
            depth += (-1 if tag.closes else 1) * (tag.name == "section")
            if not depth and any(map(str.isalpha, _TAG.sub("", html[start : tag.start]))):
                yield Span(start, tag.start)
        elif tag.name == "section" and tag.said("data-markdown", html) == "":
            start, depth = tag.end, 1


_HAS_MARKDOWN = regex("data-markdown", re.IGNORECASE)


def _outside(texts: Sequence[Field], found: Iterable[Field]) -> Iterator[Field]:
    """Those that are in none of the texts, of which a message has their tags, too; all in order."""
    starts = [one.start for one in texts]
    for field in found:
        at = bisect_right(starts, field.start)
        if at == 0 or texts[at - 1].end <= field.start:
            yield field


def _of_run(html: str, run: Run) -> Iterator[Field | Span]:
    if not run.tags:
        yield from _plain(html, run.start, run.end)
    elif (message := markup_message(html[run.start : run.end], MARKUP)) is not None:
        yield Field(run.start, run.end, _PATH, MARKUP, message, Kind.PAGE)
    else:
        yield Span(run.start, run.end)


def _plain(html: str, start: int, end: int) -> Iterator[Field]:
    text = html[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
    if start < end:
        yield _field(start, end, HTML_TEXTS[""], unescaped(html[start:end]))


def _attributes(html: str, tags: Iterable[HtmlTag]) -> Iterator[Field]:
    """The values that people read; one without quotes gets some when it is translated."""
    for one in chain.from_iterable(read_by_people(html, tag) for tag in tags):
        if value := one.value(html):
            mark = html[one.start] if html[one.start] in "\"'" else '"'
            yield _field(one.start, one.end, HTML_TEXTS[mark], unescaped(value))


def _field(start: int, end: int, quoting: Quoting, said: str) -> Field:
    return Field(start, end, _PATH, quoting, collapsed(said), Kind.PAGE)
