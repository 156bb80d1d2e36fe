"""The prose of a message with all else blanked in its place, so that offsets stay those of the message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from l10n.markdown import InlineSpan, SpanKind, spans

GONE: Final = "\x00"
"""Stands for what shows nothing: a target, a label, a tag, a class name, a footnote mark."""
THING: Final = "\x01"
"""Stands for what shows as a word: code, a URL, a macro, an entity, an escaped sign, an emoji's name."""
_SHOWN = {SpanKind.CODE, SpanKind.URL, SpanKind.MACRO}
_SIGN = re.compile(r"&\S|:\w|\\")
_OTHER = re.compile(
    r"(?P<blank>&(?:nbsp|#160|#xa0|#8239|#x202f);)|&#?[a-zA-Z0-9]{2,31};|\\[!-/:-@\[-`{-~]"
    r"|(?<![\w:]):[A-Za-z][\w+-]{0,31}:(?![\w:])",
    re.ASCII | re.IGNORECASE,
)


class Text(NamedTuple):
    """A message or a translation, taken apart once for all that look at it."""

    spans: Sequence[InlineSpan]
    """Those that are not prose."""
    prose: str
    """See ``in_place``."""
    words: list[str]
    """The words of the prose, without case."""
    length: int
    """How many characters of the prose stand for themselves."""


def taken_apart(text: str, formulas: re.Pattern[str] | None = None) -> Text:
    """The parts of ``text``, where an engine may have formulas."""
    found = spans(text)
    prose = in_place(formulas.sub(_thing, text) if formulas else text, found)
    return Text(found, prose, words_of(prose), len(prose) - prose.count(GONE) - prose.count(THING))


def in_place(text: str, apart: Sequence[InlineSpan]) -> str:
    """``text``, what is not prose replaced by ``GONE`` and ``THING``, character for character.

    Numbers stay; a no-break space written as an entity becomes one (of the entity's length).
    """
    if apart:
        text = "".join(_pieces(text, apart))
    if ("&" in text or ":" in text or "\\" in text) and _SIGN.search(text):
        return _OTHER.sub(_blank, text)
    return text


def words_of(prose: str) -> list[str]:
    """The words of a text, without case: what letters stand together."""
    text = prose.casefold()
    if text.isascii():
        return _ASCII_WORD.findall(text)
    return (_WORD if _NOT_LATIN.search(text) else _LATIN_WORD).findall(text)


_WORD = re.compile(r"[^\W\d_]+")
"""Runs of letters. The next two find the same, and much faster, in texts that have no others."""
_ASCII_WORD = re.compile(r"[a-z]+")
_LATIN_WORD = re.compile("[a-zª²³µ¹º¼-¾ß-öø-\u024f]+")
_NOT_LATIN = re.compile("[^\0-\u024f\u2000-\u206f\u2190-\u23ff€]")


def _pieces(text: str, apart: Sequence[InlineSpan]) -> Iterator[str]:
    at = 0
    for span in apart:
        if span.kind is SpanKind.NUMBER:
            continue
        yield text[at : span.start]
        yield (THING if span.kind in _SHOWN else GONE) * (span.end - span.start)
        at = span.end
    yield text[at:]


def _thing(match: re.Match[str]) -> str:
    return THING * len(match.group())


def _blank(match: re.Match[str]) -> str:
    return ("\u00a0" if match["blank"] else THING) * len(match.group())
