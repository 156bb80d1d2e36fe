"""Whether translations go by the glossary of their locale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from l10n import terms
from l10n.checks.language_data import UNSPACED
from l10n.checks.rules import Flaw, Pair, Rule, Setting, Severity
from l10n.glossary import Term


def preferred_term(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The source has a term of the glossary, and the translation none of its preferred ones, in any form."""
    for term in setting.glossary.found(pair.source.prose):
        wanted = _expression(term.preferred, strict=False, spaced=_spaced(setting))
        if wanted and not wanted.search(terms.normal(pair.target.prose)):
            yield Flaw(f"“{term.source}” should be {_either(term.preferred)}{_note(term)}")


def forbidden_term(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The translation has what the glossary forbids: for a term of the source, or everywhere."""
    for term in (*setting.glossary.found(pair.source.prose), *setting.glossary.forbidden):
        unwanted = _expression(term.forbidden, strict=True, spaced=_spaced(setting))
        match = unwanted and unwanted.search(terms.normal(pair.target.prose))
        if match and not terms.in_name(match, term.forbidden[0]):
            instead = f"; write {_either(term.preferred)}" if term.preferred else ""
            at = match.span() if terms.normal(pair.target.prose) == pair.target.prose else None
            yield Flaw(f"“{match.group()}” is not to be used{instead}{_note(term)}", at)


def translated_name(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """The glossary keeps a term of the source as it is, and the translation does not have it."""
    for term in setting.glossary.found(pair.source.prose):
        if term.keep and terms.normal(term.source).casefold() not in terms.normal(pair.msgstr).casefold():
            yield Flaw(f"“{term.source}” is not to be translated{_note(term)}")


@lru_cache(4096)
def _expression(words: tuple[str, ...], *, strict: bool, spaced: bool) -> re.Pattern[str] | None:
    make = (terms.strict if strict else terms.lenient) if spaced else terms.literal
    each = "|".join(map(make, words))
    whole = f"{terms.START}(?:{each}){terms.END}" if strict and spaced else each
    return re.compile(whole, re.IGNORECASE) if words else None


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
