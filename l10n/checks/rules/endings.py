"""Marks at the ends of translations: stops, questions, exclamations, in every script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from l10n.checks.evidence.language_data import ALSO_ASKS, NO_FULL_STOP, QUESTION_WORDS, UNSPACED
from l10n.checks.model import Flaw, Pair, Pairs, Setting, WideRule
from l10n.markdown import FULL_STOPS, QUESTION_MARKS, SENTENCE_ENDS
from l10n.project import Severity
from l10n.regex import regex


def end_punctuation_lost(pairs: Pairs, setting: Setting) -> Iterator[tuple[Pair, Flaw]]:
    """The source ends with a full stop, question or exclamation mark, colon or dots, its translation not.

    Marks of all scripts are known, and one may stand for another, but a question is no statement; words may
    ask, too, in languages that do so, but not where the locale's other questions have their mark. Full
    stops are not asked for where the locale's translations often go without; nor, in Chinese and Japanese, of
    one that has no other.
    """
    needless = pairs.once(stops_needless, setting)
    for pair in pairs:
        expected = _expected(pair)
        if expected == "?":
            yield from _unasked(pair, pairs, setting)
        elif end_lost(pair) and not (expected == "." and (needless or _is_phrase(pair, setting))):
            yield pair, Flaw(f"the source ends with “{expected}”, the translation with no such mark")


def _is_phrase(pair: Pair, setting: Setting) -> bool:
    """Whether a translation is in a language that ends sentences, but not what stands alone, with a stop."""
    return setting.language in UNSPACED and _WIDE_STOPS.isdisjoint(pair.target.prose)


_WIDE_STOPS = frozenset("。．｡")


def _unasked(pair: Pair, pairs: Pairs, setting: Setting) -> Iterator[tuple[Pair, Flaw]]:
    """What is wrong with the translation of a question."""
    end = _end(pair.target.prose)
    lost, states = end not in _ANY_END, end in _FULL_STOPS
    if not (lost or states) or (states and _has_mark(pair, setting)):
        return
    words = QUESTION_WORDS.get(setting.language)
    if words and not pairs.once(_asks_with_marks, setting) and words.search(pair.target.prose):
        return
    yield (
        pair,
        Flaw(f"the source ends with “?”, the translation with {'a full stop' if states else 'no such mark'}"),
    )


def _has_mark(pair: Pair, setting: Setting) -> bool:
    """Whether there is a question mark in a translation, wherever its language puts it."""
    prose = pair.target.prose
    return not _QUESTION_MARKS.isdisjoint(prose) or ALSO_ASKS.get(setting.language, "?") in prose


_FULL_STOPS, _QUESTION_MARKS = frozenset(FULL_STOPS), frozenset(QUESTION_MARKS)


def _asks_with_marks(pairs: Pairs, setting: Setting) -> bool:
    """Whether the locale's questions have their mark throughout, though words could ask without."""
    marked = [_has_mark(pair, setting) for pair in pairs if _expected(pair) == "?"]
    return len(marked) >= _FEW and sum(marked) >= _MOSTLY * len(marked)


_MOSTLY = 0.85


def stops_needless(pairs: Pairs, setting: Setting) -> bool:
    """Whether the locale's translations often end without the full stop of their source."""
    stops = [pair for pair in pairs if _expected(pair) == "."]
    without = sum(map(end_lost, stops))
    return setting.language in NO_FULL_STOP or without > max(_FEW, len(stops) * _HABIT)


def end_lost(pair: Pair) -> bool:
    """Whether the source ends with a mark, and the translation without any, nor before a last parenthesis."""
    prose = pair.target.prose
    if _end(prose) in _ANY_END or _expected(pair) is None:
        return False
    aside = _ASIDE.search(prose)
    return aside is None or _end(prose[: aside.start()]) not in _SENTENCE_ENDS


_ASIDE = regex(r"[(（][^()（）]*[)）][ \n\u00a0*_\"'»”\x00]*\Z")
"""What stands behind a sentence: ``It is so. (Perhaps)``"""
_SENTENCE_ENDS = frozenset(SENTENCE_ENDS)


def ends_with_mark(prose: str) -> bool:
    """Whether a text ends with a mark of any script, closing brackets and symbols aside."""
    return _end(prose) in _ANY_END


_HABIT = 0.12
"""The share of missing full stops from which they are a habit."""
_FEW = 10


def _expected(pair: Pair) -> str | None:
    expected = _end(pair.source.prose)
    return expected if expected and expected in _ENDS and not _abbreviated(pair.source.prose) else None


_ENDS = ".!?:…"
_ANY_END = frozenset(f"{SENTENCE_ENDS}{QUESTION_MARKS}:…;：；؛՝՜፣፤፥᠅།༎⋯‥·—–、，,")
_CLOSING = " \"'*_~)]>»›”’“„」』】》〉）］｝\u00a0\u202f\x00\ufe0f\u200d\u200b\u200e\u200f"
_CLOSERS = frozenset(_CLOSING)


def _end(text: str) -> str:
    """The last character that is neither blank, nor closes something, nor is a symbol such as an emoji."""
    at = len(text)
    while at and (
        text[at - 1].isspace() or text[at - 1] in _CLOSERS or unicodedata.category(text[at - 1]) == "So"
    ):
        at -= 1
    return text[at - 1 : at]


_ABBREVIATION = regex(
    r"(?:(?<!\w)\w\.\w|(?<!\w)(?:etc|inc|ltd|co|corp|jr|sr|vs|al|approx)|\.\.(?=\.\)))\.\W*\Z", re.IGNORECASE
)


def _abbreviated(text: str) -> bool:
    """Whether the full stop at the end belongs to an abbreviation."""
    return _ABBREVIATION.search(text, max(0, len(text) - 16)) is not None


RULES = (WideRule("end-punctuation-lost", Severity.WARNING, end_punctuation_lost),)
