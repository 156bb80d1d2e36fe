"""Whether a text that is the same in both decks was left untranslated, or has no other translation."""

from __future__ import annotations

from l10n import inline
from l10n.alignment.align import Alignment
from l10n.alignment.traits import words_of
from l10n.model import Kind, Segment

_SHORT = 3
"""Words that a name has at most."""
_FORGOTTEN = 0.05
"""What part of the blocks a translator may forget; where it is more, nobody can tell names from them."""


class Loans:
    """Knows the words of the blocks that were translated, in both languages."""

    def __init__(self, alignment: Alignment, threshold: float) -> None:
        """Learn from the matches from ``threshold`` on."""
        source: set[str] = set()
        target: set[str] = set()
        same: list[Segment] = []
        matches = [one for one in alignment.matches if one.confidence >= threshold]
        for match in matches:
            one = alignment.source.segments[match.source[0]]
            other = alignment.target.segments[match.target[0]]
            if one.msgid == other.msgid:
                same.append(one)
            else:
                source |= _words(one.msgid)
                target |= _words(other.msgid)
        self.translated = source - target
        """Words that have another form in the other language."""
        self.foreign = target - source
        forgotten = sum(not self._says_nothing_else(one) for one in same)
        self.whole = forgotten <= _FORGOTTEN * len(matches)

    def holds(self, segment: Segment) -> bool:
        """Whether the text of a block is as good in the other language."""
        return self.whole and self._says_nothing_else(segment)

    def _says_nothing_else(self, segment: Segment) -> bool:
        words = _words(segment.msgid)
        if len(words) > _SHORT:
            return len(words & self.foreign) > len(words & self.translated)
        return (segment.kind is Kind.IMAGE and len(words) == 1) or not words & self.translated


def _words(text: str) -> set[str]:
    return set(words_of(inline.prose(text)))
