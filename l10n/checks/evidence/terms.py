"""Which terms a locale's translations have in common: what a glossary may begin with.

A term is a name, or what often stands behind an article; its translation is what nearly all translations of
its messages have, and hardly any others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from l10n.checks.evidence.function_words import FUNCTION_WORDS
from l10n.language import forms
from l10n.regex import regex

_LEAST = 3
"""What stands in fewer messages may be chance."""
_FIT = 0.75
"""How far, from 0 to 1, a term and its translation must stand in the same entries."""
_NOUN = 0.15
"""The share of its places in which a noun stands behind an article, or more."""
_SPECIFIC = 0.6
"""The share of a word's entries from which a longer term is what is meant."""
_WORDS, _LONGER = 3, 6
"""The most words of a term, and of a translation, in which small ones come between."""
_SHORT = 3
"""A word with as many letters may be a small one."""
_PROSE = 1_000
"""So many characters of a text tell enough of it."""
_ARTICLES: Mapping[str, Set[str]] = {
    "de": {"der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer"},
    "en": {"a", "an", "the", "this", "these", "each", "every", "your", "our", "its", "of"},
    "es": {"el", "la", "los", "las", "un", "una"},
    "fr": {"le", "la", "les", "l", "un", "une", "des", "du", "de", "d"},
    "it": {"il", "lo", "la", "l", "i", "gli", "le", "un", "una"},
    "nl": {"de", "het", "een"},
    "pt": {"o", "a", "os", "as", "um", "uma"},
}
"""By source language: behind which words a noun stands. In others anything may be one."""
_RUN = regex(r"[^\W\d_]+(?:(?: |-|['’])[^\W\d_]+)*")
_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ELIDED = ("'", "’")
"""Before one of them a word is not whole."""


class Entry(NamedTuple):
    """A message, its prose, and that of its translation."""

    message: str
    source: str
    target: str


class Draft(NamedTuple):
    """A term that is proposed."""

    source: str
    translation: str
    """As translations write it; the same as ``source`` if the term is not translated."""
    together: int
    """How many translations of its messages have it."""
    entries: int
    """How many messages have the term."""
    example: str = ""
    """The shortest message that has it."""


class _Places(NamedTuple):
    """Where phrases stand, by phrase without case."""

    entries: Mapping[str, list[int]]
    written: Mapping[str, Counter[str]]
    """How they are written."""
    behind: Counter[str]
    """How often they stand behind an article."""

    def spelling(self, phrase: str) -> str:
        """As it is written most; in small letters if it is so in a third of its places."""
        found = self.written[phrase]
        if 3 * found[phrase] >= found.total():
            return phrase
        return max(found, key=lambda one: (found[one], one))

    def is_noun(self, phrase: str) -> bool:
        """Whether it stands behind articles often enough."""
        return self.behind[phrase] >= _NOUN * self.written[phrase].total()

    def is_name(self, phrase: str) -> bool:
        """Whether it is never written in small letters."""
        return phrase not in self.written[phrase]


def drafts(entries: Sequence[Entry], source_language: str, language: str) -> list[Draft]:
    """Terms, those that the most translations have first."""
    source = _places((one.source for one in entries), source_language, _WORDS)
    target = _places((one.target for one in entries), language, _LONGER)
    beside: dict[int, list[str]] = defaultdict(list)
    for phrase, places in target.entries.items():
        for at in places if len(places) >= _LEAST else ():
            beside[at].append(phrase)
    often = (phrase for phrase, places in source.entries.items() if len(places) >= _LEAST)
    found = [one for phrase in often if (one := _draft(phrase, source, target, beside))]
    terms = [_shown(one, entries, source, target) for one in _apart(found)]
    return sorted(terms, key=lambda one: (-one.together, one.source))


def _shown(one: Draft, entries: Sequence[Entry], source: _Places, target: _Places) -> Draft:
    """The term as it is written, with an example."""
    examples = (entries[at].message for at in source.entries[one.source])
    return one._replace(
        source=source.spelling(one.source),
        translation=target.spelling(one.translation),
        example=min(examples, key=lambda text: (len(text), text)),
    )


def _places(texts: Iterable[str], language: str, most: int) -> _Places:
    small, articles = FUNCTION_WORDS.get(language, frozenset()), _ARTICLES.get(language)
    places: dict[str, list[int]] = defaultdict(list)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    behind: Counter[str] = Counter()
    for at, text in enumerate(texts):
        for before, phrase in _phrases(text[:_PROSE], small, most):
            key = phrase.casefold()
            if not places[key] or places[key][-1] != at:
                places[key].append(at)
            written[key][phrase] += 1
            behind[key] += articles is None or before in articles
    return _Places(places, written, behind)


def _phrases(text: str, small: Set[str], most: int) -> Iterator[tuple[str, str]]:
    """Phrases that neither begin nor end with a small word, each with the word before it."""
    for run in _RUN.findall(text):
        words = [(one.group().casefold(), *one.span()) for one in _WORD.finditer(run)]
        full = [
            len(word) > 2 and word not in small and run[end : end + 1] not in _ELIDED
            for word, _, end in words
        ]
        for first, (_, start, _) in enumerate(words):
            for last in range(first, min(first + most, len(words))) if full[first] else ():
                if full[last] and sum(full[first : last + 1]) <= _WORDS:
                    yield words[first - 1][0] if first else "", run[start : words[last][2]]


def _draft(phrase: str, source: _Places, target: _Places, beside: Mapping[int, list[str]]) -> Draft | None:
    places = source.entries[phrase]
    together = Counter(one for at in places for one in beside.get(at, ()))
    fits = [
        (2 * count / (len(places) + len(target.entries[one])), one == phrase, -_unlike(one, phrase), one)
        for one, count in together.items()
        if count >= _LEAST and (one == phrase or one not in source.entries)  # else it is a word of its own
    ]
    fit, same, _, best = max(fits, default=(0.0, False, 0, ""))
    is_term = source.is_noun(phrase) or (same and source.is_name(phrase))
    return Draft(phrase, best, together[best], len(places)) if fit >= _FIT and is_term else None


def _unlike(translation: str, phrase: str) -> int:
    """By how many words one is longer, but for those that are short."""
    words = [word for word in _WORD.findall(translation) if len(word) > _SHORT]
    return abs(len(words) - len(phrase.split()))


def _apart(found: Sequence[Draft]) -> Iterator[Draft]:
    """Without plurals of others, and without parts of longer ones that hardly stand alone."""
    plurals = {form for one in found for form in forms(one.source) if form != one.source}
    often: dict[str, int] = {}
    for one in found:
        for part in _parts(one.source.split(" ")):
            often[part] = max(often.get(part, 0), one.entries)
    for one in found:
        if one.source not in plurals and often.get(one.source, 0) < _SPECIFIC * one.entries:
            yield one


def _parts(words: Sequence[str]) -> Iterator[str]:
    for length in range(1, len(words)):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])
