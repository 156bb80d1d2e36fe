"""The spans inside a message that are not prose: what a translator copies, with where it stands.

Code, targets of links and images, reference labels, tags, macros, classes, footnote marks and numbers. They
are found as they are written, so that one can be replaced by another; what they mean to an engine is known
to ``targets`` and to the law of builds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from l10n.markdown.brackets import partners
from l10n.markdown.inline import MACRO, TAG, URL, code_spans
from l10n.regex import regex


class SpanKind(StrEnum):
    """What a span is."""

    CODE = "code"
    """Inline code; the value is what stands between its backticks, blanks at the ends left out."""
    LINK = "link"
    """The target of an inline link."""
    IMAGE = "image"
    """The target of an inline image."""
    TITLE = "title"
    """The title of a link or image, quotes included: prose, but in a place of its own."""
    LABEL = "label"
    """The label of a reference link or image."""
    URL = "url"
    """A URL in running text, or between angle brackets."""
    TAG = "tag"
    """An HTML tag or comment."""
    CLASS = "class"
    """The name of a content class and its dot: ``.red`` of ``.red[...]``."""
    MACRO = "macro"
    MARK = "mark"
    """A footnote mark."""
    NUMBER = "number"
    """Digits, with the points and commas between them."""


class InlineSpan(NamedTuple):
    """A span of a message, as it is written."""

    kind: SpanKind
    start: int
    end: int
    value: str
    """``text[start:end]``; for code, without what only delimits it."""


_MARK = "[¹²³⁴⁵⁶⁷⁸⁹⁰]+|[†‡]+"
_TARGET = r"(?:<(?P<angle>[^<>\n]*)>|(?P<bare>(?:[^()\s\\]|\\.|\([^()\s]*\))*))"
_TITLE = r"(?P<title>\"[^\"]*\"|'[^']*'|\([^()]*\))"
_SPAN = regex(
    r"(?=[@{\\!\[\]<hf.v\d¹²³⁴⁵⁶⁷⁸⁹⁰†‡])(?:"  # quick to see where none begins
    rf"(?P<macro>{MACRO})|(?P<escape>\\[!-/:-@\[-`{{-~])"
    rf"|<(?P<autolink>[a-zA-Z][a-zA-Z0-9+.-]{{1,31}}:[^<>\s]*)>|(?P<tag>{TAG})"
    rf"|\]\(\s*+{_TARGET}(?:\s++{_TITLE})?\s*+\)|\]\[(?P<label>[^\[\]]*)\]"
    rf"|(?P<url>{URL})|(?P<class>(?:\.[a-zA-Z_\-][a-zA-Z\-_0-9]*+)+)(?P<wraps>\[)?|(?P<image>!)?\[|\]"
    rf"|(?P<mark>{_MARK})|(?P<number>(?<![^\W\d_])v?\d+(?:[.,]\d+)*))"
)
_ANY = regex(r"[`\[\]<>\\@{¹²³⁴⁵⁶⁷⁸⁹⁰†‡\d]")
"""What a text without spans has none of: most have none."""
_SIMPLE = {
    "macro": SpanKind.MACRO,
    "autolink": SpanKind.URL,
    "tag": SpanKind.TAG,
    "url": SpanKind.URL,
    "mark": SpanKind.MARK,
    "number": SpanKind.NUMBER,
}


def spans(text: str) -> list[InlineSpan]:
    """All spans of ``text`` that are not prose, in order; they never overlap."""
    if not _ANY.search(text) and "://" not in text:
        return []
    code = code_spans(text)
    if not code:
        return list(_others(text, text))
    found = [*_others(text, blanked(text, code)), *_code(text, code)]
    return list(_apart(sorted(found, key=lambda span: span.start)))


def _apart(found: Iterable[InlineSpan]) -> Iterator[InlineSpan]:
    """The spans without code that is part of another one, such as a label or a target."""
    end = 0
    for span in found:
        if span.start >= end:
            yield span
            end = span.end


def _code(text: str, code: list[tuple[int, int]]) -> Iterator[InlineSpan]:
    for start, end in code:
        yield InlineSpan(SpanKind.CODE, start, end, text[start:end].strip("`").strip(" \t\n"))


def _others(text: str, bare: str) -> Iterator[InlineSpan]:
    """``bare`` is the text without its code."""
    found = list(_SPAN.finditer(bare))
    for match, opener in zip(found, partners(map(_opens, found)), strict=True):
        name = match.lastgroup or ""
        if name in _SIMPLE:
            yield _span(_SIMPLE[name], match, name, text)
        elif name == "wraps":
            yield _span(SpanKind.CLASS, match, "class", text)
        elif opener is not None and match.group().startswith("]"):
            yield from _destination(match, text, image=found[opener].lastgroup == "image")


def _opens(match: re.Match[str]) -> int:
    """Whether it opens a bracket (1), closes one (-1), or does neither."""
    if match.lastgroup in ("wraps", "image") or match.group() == "[":
        return 1
    return -1 if match.group().startswith("]") else 0


def _destination(match: re.Match[str], text: str, *, image: bool) -> Iterator[InlineSpan]:
    if match["label"]:
        yield _span(SpanKind.LABEL, match, "label", text)
    for group in ("angle", "bare"):
        if match[group]:
            yield _span(SpanKind.IMAGE if image else SpanKind.LINK, match, group, text)
    if match["title"]:
        yield _span(SpanKind.TITLE, match, "title", text)


def _span(kind: SpanKind, match: re.Match[str], group: str, text: str) -> InlineSpan:
    start, end = match.span(group)
    return InlineSpan(kind, start, end, text[start:end])


def shape(text: str) -> str:
    """The prose of ``text`` with a mark for each other span: what stays when an edit is mechanical."""
    ranges = [(span.start, span.end) for span in spans(text) if span.kind is not SpanKind.TITLE]
    return " ".join(_BLANK.sub("\x00", blanked(text, ranges)).split())


_BLANK = regex("\x00+")


def blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """``text`` with the ranges, in order, replaced by what is no word, no span and no end of a sentence."""
    parts: list[str] = []
    at = 0
    for start, end in ranges:
        parts += text[at:start], "\x00" * (end - start)
        at = end
    return "".join([*parts, text[at:]])
