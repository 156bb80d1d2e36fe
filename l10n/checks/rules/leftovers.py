"""Sentences that were left in the language of the source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from l10n.checks.evidence.function_words import FUNCTION_WORDS
from l10n.checks.model import Flaw, Pair, Rule, Setting
from l10n.language import excerpt
from l10n.project import Severity
from l10n.regex import regex

_RUN = 5
"""So many words in a row, as they stand in the source, are no chance."""
_LITTLE = 2
"""So many of them are little words, which names and lists have not."""
_WORD = regex(r"[^\s*,.;:!?。、，．：；！？…\"“”„«»「」『』()\x00\x01]+")
"""What stands between blanks and the marks of sentences: ``[--all`` is no word of prose."""
_Run = tuple[re.Match[str], ...]


def left_in_source_language(pair: Pair, setting: Setting) -> Iterator[Flaw]:
    """A part of a sentence was left in the source's language: five words in a row, two of them little ones.

    Titles, whose words begin with capitals, formulas, what is quoted in both, and terms that the glossary
    keeps may stay. A translation that is all copied is left to ``untranslated-copy``.
    """
    little = FUNCTION_WORDS.get(setting.source_language, frozenset())
    if not _may_have_run(pair, little):
        return
    words = list(_WORD.finditer(setting.glossary.without_kept(pair.source.prose)))
    known = set(_windows([word[0].casefold() for word in words]))
    for run in _runs(list(_WORD.finditer(pair.target.prose)), known):
        start, end = run[0].start(), run[-1].end()
        if len(run) < len(words) and _is_prose(run, little) and not _is_quoted(pair, start, end):
            said = excerpt(pair.msgstr[start:end])
            yield Flaw(f"“{said}” is left in the language of the source", (start, end))


def _may_have_run(pair: Pair, little: Collection[str]) -> bool:
    """Whether enough words stand on both sides; most pairs share but names."""
    common = set(pair.source.words).intersection(pair.target.words)
    return len(common) > _LITTLE and len(common.intersection(little)) >= _LITTLE


def _windows(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _runs(words: Sequence[re.Match[str]], known: Collection[tuple[str, ...]]) -> Iterator[_Run]:
    """The longest stretches of ``words`` of which each window is ``known``."""
    starts = [
        at for at, window in enumerate(_windows([word[0].casefold() for word in words])) if window in known
    ]
    breaks = [at for at, (one, two) in enumerate(pairwise(starts), 1) if two > one + 1]
    for first, after in pairwise((0, *breaks, len(starts))):
        if first < after:
            yield tuple(words[starts[first] : starts[after - 1] + _RUN])


def _is_prose(run: _Run, little: Collection[str]) -> bool:
    """Whether there are little words in a run, and others that are not written as those of a title are."""
    told = [word[0] for word in run if word[0].casefold() not in little]
    if 2 * sum(len(word[0]) > 1 and word[0].isalpha() for word in run) < len(run):
        return False  # a formula
    return len(run) - len(told) >= _LITTLE and (not told or any(word.islower() for word in told))


def _is_quoted(pair: Pair, start: int, end: int) -> bool:
    """Whether a part of the translation stands within a quotation that the source has, too."""
    quotation = next(
        (one for one in _QUOTED.finditer(pair.target.prose) if one.start() < start and end < one.end()), None
    )
    return quotation is not None and _bare(quotation) in map(_bare, _QUOTED.finditer(pair.source.prose))


def _bare(quotation: re.Match[str]) -> str:
    return quotation.group().strip(_MARKS).casefold()


_MARKS = '"“”„«»「」『』‘’‚‹›.,;:!? \u00a0\u202f'
_QUOTED = regex(r"\"[^\"\n]+\"|[“„][^“”„\n]+[“”]|«[^«»\n]+»|「[^「」\n]+」|『[^『』\n]+』|‘[^‘’\n]+’")


RULES = (
    Rule(
        "left-in-source-language",
        Severity.WARNING,
        left_in_source_language,
        applies=lambda setting: setting.language != setting.source_language,
    ),
)
