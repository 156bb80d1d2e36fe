"""Why a person should look at a translation: what checks find in its markup, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import FAMILIES, Pair, Rule, Setting, lacks_sentence, lost_names
from l10n.deck import Segment

_MARKUP = [
    rule for rule in FAMILIES["structure"] if isinstance(rule, Rule) and rule.name != "swapped-targets"
]
"""Without a rule that only guesses."""
_OF_WORDS = {"number-changed", "left-in-source-language"}
_WORDS = [rule for rule in FAMILIES["content"] if isinstance(rule, Rule) and rule.name in _OF_WORDS]
_NAMED = 5
"""So many lost names are told."""


def doubt(segment: Segment, msgstr: str, setting: Setting) -> str:
    """What is wrong with a translation's markup, or which names, numbers, sentences it lacks; else empty."""
    return next(_doubts(Pair(segment.msgid, msgstr, segment.msgctxt, segment), setting), "")


def _doubts(pair: Pair, setting: Setting) -> Iterator[str]:
    yield from _told(_MARKUP, pair, setting)
    if names := lost_names(pair):
        more = ", …" if len(names) > _NAMED else ""
        yield f"the names {', '.join(names[:_NAMED])}{more} are missing"
    yield from _told(_WORDS, pair, setting)
    if lacks_sentence(pair, setting):
        yield "a sentence may be missing"


def _told(rules: list[Rule], pair: Pair, setting: Setting) -> Iterator[str]:
    return (flaw.message for rule in rules for flaw in rule.flaws(pair, setting))
