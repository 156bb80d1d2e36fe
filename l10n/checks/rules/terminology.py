"""Whether translations go by the glossary of their locale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby, islice

from l10n.checks.evidence.language_data import UNSPACED
from l10n.checks.model import Flaw, Pair, Rule, Setting
from l10n.language import Term, in_any_form, in_name, literal, normal, strict
from l10n.project import Severity

_MOST = 200
"""Words that are looked for in one translation; a text in which so many terms stand was made for that."""
Wanted = tuple[Term, Sequence[str]]
"""A term, and what of it is looked for."""


def preferred_term(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The source has a term of the glossary, and the translation none of its preferred ones, in any form."""
    wanted = [(term, term.preferred) for term in setting.glossary.found(pair.source.prose) if term.preferred]
    text = normal(pair.target.prose)
    for term, words in _affordable(wanted):
        if not any(_stands(word, text, spaced=_spaced(setting)) for word in words):
            yield Flaw(f"“{term.source}” should be {_either(term.preferred)}{_note(term)}")
    yield from _left_out(wanted)


def forbidden_term(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The translation has what the glossary forbids: for a term of the source, or everywhere."""
    text = normal(pair.target.prose)
    found = setting.glossary.found(pair.source.prose)
    unwanted: list[Wanted] = [(term, term.forbidden) for term in found if term.forbidden]
    unwanted += _forbidden_everywhere(text, setting)
    for term, words in _affordable(unwanted):
        match = _first(words, text, spaced=_spaced(setting))
        if match and not in_name(text, *match.span(), term.forbidden[0]):
            instead = f"; write {_either(term.preferred)}" if term.preferred else ""
            at = match.span() if text == pair.target.prose else None
            yield Flaw(f"“{match.group()}” is not to be used{instead}{_note(term)}", at)
    yield from _left_out(unwanted)


def translated_name(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The glossary keeps a term of the source as it is, and the translation does not have it."""
    kept = [(term, (term.source,)) for term in setting.glossary.found(pair.source.prose) if term.keep]
    text = normal(pair.msgstr).casefold() if kept else ""
    for term, _ in _affordable(kept):
        if normal(term.source).casefold() not in text:
            yield Flaw(f"“{term.source}” is not to be translated{_note(term)}")
    yield from _left_out(kept)


def _forbidden_everywhere(text: str, setting: Setting) -> Iterator[Wanted]:
    """By term, in their order: its words that may stand in the text; no more than it takes to be too many."""
    words = setting.glossary.forbidden_in(text, spaced=_spaced(setting))
    for number, group in groupby(sorted(islice(words, _MOST + 1)), key=lambda word: word.term):
        yield setting.glossary.terms[number], [one.word for one in group]


def _affordable(wanted: Sequence[Wanted]) -> Sequence[Wanted]:
    """As many, from the first, as have ``_MOST`` words, so that no glossary makes a text take long."""
    sums = accumulate(len(words) for _, words in wanted)
    return wanted[: sum(words <= _MOST for words in sums)]


def _left_out(wanted: Sequence[Wanted]) -> Iterator[Flaw]:
    if len(_affordable(wanted)) < len(wanted):
        yield Flaw(f"more than {_MOST} words of the glossary belong here; the others were not looked for")


def _stands(word: str, text: str, *, spaced: bool) -> bool:
    if spaced:
        return in_any_form(word, text)
    return _expression(word, spaced=False).search(text) is not None


def _first(words: Iterable[str], text: str, *, spaced: bool) -> re.Match[str] | None:
    """The leftmost of what the words find; of several there the one of the first word."""
    found = (_expression(word, spaced=spaced).search(text) for word in words)
    return min((match for match in found if match), key=lambda match: match.start(), default=None)


@cache
def _expression(word: str, *, spaced: bool) -> re.Pattern[str]:
    return re.compile(strict(word) if spaced else literal(word), re.IGNORECASE)


def _spaced(setting: Setting) -> bool:
    return setting.language not in UNSPACED


def _either(words: Iterable[str]) -> str:
    return " or ".join(f"“{word}”" for word in words)


def _note(term: Term) -> str:
    return f" ({term.note})" if term.note else ""


def _has_terms(setting: Setting) -> bool:
    return bool(setting.glossary.terms)


RULES = (
    Rule("preferred-term", Severity.WARNING, preferred_term, applies=_has_terms),
    Rule("forbidden-term", Severity.WARNING, forbidden_term, applies=_has_terms),
    Rule("translated-name", Severity.WARNING, translated_name, applies=_has_terms),
)
