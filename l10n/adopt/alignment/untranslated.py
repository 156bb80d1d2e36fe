"""Whether a text that is the same in both decks was left untranslated, or has no other translation."""

from __future__ import annotations

from enum import Enum, auto

from l10n.adopt.alignment.align import Alignment
from l10n.adopt.alignment.traits import words_of
from l10n.markdown import prose

_NAME = 3
"""Words that a name has at most."""
_FORGOTTEN = 0.05
"""What part of the blocks a translator may forget; where it is more, nobody can tell names from them."""


class Loan(Enum):
    """What a text is that is the same in both decks."""

    NONE = auto()
    """Left in the source language."""
    MAYBE = auto()
    """A name, or forgotten."""
    SURE = auto()
    """As good in the other language: the rest of the translation has its words, too."""


class Loans:
    """Knows the words of the blocks that were translated, in both languages."""

    def __init__(self, alignment: Alignment, threshold: float) -> None:
        """Learn from the matches from ``threshold`` on."""
        self.source: set[str] = set()
        self.target: set[str] = set()
        same: list[str] = []
        matches = [one for one in alignment.matches if one.confidence >= threshold]
        for match in matches:
            one = alignment.source.segments[match.source[0]].msgid
            other = alignment.target.segments[match.target[0]].msgid
            if one == other:
                same.append(one)
            else:
                self.source |= set(_words(one))
                self.target |= set(_words(other))
        forgotten = sum(self._kind(text) is Loan.NONE for text in same)
        self.whole = forgotten <= _FORGOTTEN * len(matches)

    def kind(self, text: str) -> Loan:
        """What the text of a block is."""
        return self._kind(text) if self.whole else Loan.NONE

    def _kind(self, text: str) -> Loan:
        words = set(_words(text))
        if len(words) > _NAME:
            foreign, ours = words & self.target - self.source, words & self.source - self.target
            return Loan.SURE if len(foreign) > len(ours) else Loan.NONE
        if words <= self.target:
            return Loan.SURE
        is_name = len(words) == 1 or not any(word[0].islower() for word in prose(text).split())
        return Loan.MAYBE if is_name else Loan.NONE


def _words(text: str) -> list[str]:
    return list(words_of(prose(text)))
