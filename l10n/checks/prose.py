"""A message or a translation, taken apart once for all rules that look at it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from l10n.markdown import GONE, THING, InlineSpan, in_place, spans
from l10n.regex import regex


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


def words_of(prose: str) -> list[str]:
    """The words of a text, without case: what letters stand together."""
    text = prose.casefold()
    if text.isascii():
        return _ASCII_WORD.findall(text)
    return (_WORD if _NOT_LATIN.search(text) else _LATIN_WORD).findall(text)


_WORD = regex(r"[^\W\d_]+")
"""Runs of letters. The next two find the same, and much faster, in texts that have no others."""
_ASCII_WORD = regex(r"[a-z]+")
_LATIN_WORD = regex("[a-zª²³µ¹º¼-¾ß-öø-\u024f]+")
_NOT_LATIN = regex("[^\0-\u024f\u2000-\u206f\u2190-\u23ff€]")


def _thing(match: re.Match[str]) -> str:
    return THING * len(match.group())
