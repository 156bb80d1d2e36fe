"""Which words the translations of a locale may have: by its dictionary, and by what they do throughout.

Dictionaries lack what a trade has: names, borrowed words with the endings of the language, and what it
composes. These come again, and slips seldom do. So an unknown word is taken for right where three entries
have it, or others of its stem; behind a beginning that another unknown word has before a known one
(*multi-*, *sotto-*); and, in languages that compose words, where two words make it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, islice

from l10n.checks.evidence.language_data import COMPOUNDING
from l10n.language import folded
from l10n.system import Dictionary

_SHORT = 2
"""Words of so many letters are taken for abbreviations."""
_USUAL = 3
"""What so many entries have is no slip."""
_STEM, _ENDING = 4, 3
"""The least letters of a stem, and the most of an ending."""
_BEGINNING, _REST = 2, 4
"""The least letters of what stands before a known word, and of that word."""
_NEIGHBOURS = 200
"""So many words that begin alike are looked at."""
_PART = 4
"""The least letters of a part of a composed word."""
_LONG = 14
"""Letters of a word that Hunspell may take 20 ms for, to see of what it is composed."""
_LINKS = ("", "s", "n", "en", "es")
"""What stands between two parts."""
_VERBAL = ("en", "n")
"""What the first part lacks, if it is a verb's: ``Entpackfehler``."""
_MANY = 5_000
"""So many unknown words are looked into; a locale that has more has no slips, but another language."""
_SUGGESTIONS = 3
_ASKED = 10_000
"""So many words that may have been meant are looked up, hundreds for one; it takes half a second."""
_LETTERS = 36
"""So many letters, the most usual ones, may have been meant."""


def has_all(dictionary: Dictionary, words: Iterable[str]) -> bool:
    """Whether it has all these words, and tells so at once: then there is no need for what others say."""
    return all(len(word) <= _SHORT or (len(word) < _LONG and dictionary.knows(word)) for word in words)


class Vocabulary:
    """The words of a locale."""

    def __init__(
        self, entries: Sequence[Set[str]], accepted: Set[str], dictionary: Dictionary, language: str
    ) -> None:
        """``entries`` are the words of each translation: runs of letters; ``accepted`` are folded."""
        self._dictionary = dictionary
        self._composes = language in COMPOUNDING
        # In order, for sets have another one in each process, and some of the words may be passed over.
        counts = dict(sorted(Counter(chain.from_iterable(entries)).items()))
        self._counts = Counter[str]()
        for word, count in counts.items():
            self._counts[folded(word)] += count
        self._accepted = accepted | {word for word, count in self._counts.items() if count >= _USUAL}
        unknown = (word for word in counts if len(word) > _SHORT and not self._is_known(word))
        written = list(islice(unknown, _MANY))
        self.doubtful = frozenset(word for word in written if folded(word) not in self._accepted)
        """Words, as they are written, that only few entries have, and the dictionary has not."""
        self._unknown = frozenset(map(folded, written))
        self._stems = self._usual_stems()
        self._others = sorted(self._unknown)
        self._letters = [one for one, _ in Counter("".join(self._counts)).most_common(_LETTERS)]
        self._left = _ASKED

    def _is_known(self, word: str) -> bool:
        """Whether the dictionary has a word; of a long one it is asked for the parts first."""
        parted = self._composes and len(word) >= _LONG and self._is_composed(folded(word))
        return parted or self._dictionary.knows(word)

    def _is_word(self, word: str) -> bool:
        """Whether a part of a folded word is one."""
        known = self._dictionary.knows
        return word in self._accepted or known(word) or (self._composes and known(word.capitalize()))

    def _usual_stems(self) -> Set[str]:
        """Those of unknown words, as often as words are usual, that no known word begins with."""
        counts = Counter[str]()
        for word in self._unknown:
            for stem in _stems(word):
                counts[stem] += self._counts[word]
        known = sorted(self._counts.keys() - self._unknown)
        usual = ((stem, bisect_left(known, stem)) for stem, count in counts.items() if count >= _USUAL)
        return {stem for stem, at in usual if not any(one.startswith(stem) for one in known[at : at + 1])}

    def has(self, word: str, same: str) -> bool:
        """Whether ``word``, folded ``same``, may stand in a translation."""
        return (
            len(word) <= _SHORT
            or _is_name(word)
            or same in self._accepted
            or self._dictionary.knows(word)
            or self._is_derived(same)
        )

    def _is_derived(self, word: str) -> bool:
        return (
            any(stem in self._stems for stem in _stems(word))
            or (self._composes and self._is_composed(word))
            or any(self._is_word(rest) and self._begins_others(one, rest) for one, rest in _beginnings(word))
        )

    def _begins_others(self, beginning: str, rest: str) -> bool:
        """Whether another unknown word has it before another known one."""
        start = bisect_left(self._others, beginning)
        others = (one for one in self._others[start : start + _NEIGHBOURS] if one.startswith(beginning))
        rests = (one[len(beginning) :] for one in others)
        return any(len(one) >= _REST and one[:_REST] != rest[:_REST] and self._is_word(one) for one in rests)

    def _is_composed(self, word: str) -> bool:
        return any(
            self._is_word(word[at:]) and self._is_first_part(word[:at])
            for at in range(_PART, len(word) - _PART + 1)
        )

    def _is_first_part(self, part: str) -> bool:
        linked = (part.removesuffix(link) for link in _LINKS if part.endswith(link))
        return any(len(one) >= _PART and self._is_word(one) for one in linked) or any(
            self._dictionary.knows(part + ending) for ending in _VERBAL
        )

    def near(self, word: str) -> Sequence[str]:
        """What may have been meant: words that differ in a letter, the locale's own first; few, or none.

        Hunspell's own suggestions take it up to half a second a word.
        """
        edits = list(dict.fromkeys(_edits(word, self._letters)))
        used = [one for one in edits if self._is_used(one.casefold())]
        if used:
            return sorted(used, key=lambda one: -self._counts[one.casefold()])[:_SUGGESTIONS]
        asked = edits[: self._left]
        self._left -= len(asked)
        return list(islice(filter(self._dictionary.knows, asked), _SUGGESTIONS))

    def _is_used(self, word: str) -> bool:
        return word in self._counts and (word in self._accepted or word not in self._unknown)


def _is_name(word: str) -> bool:
    """Whether it is in capitals, or like GitHub; not where only the first letter was typed twice."""
    rest = word[2:] if word[:1] == word[1:2] else word[1:]
    return rest != rest.lower()


def _stems(word: str) -> Iterator[str]:
    return (word[:end] for end in range(max(_STEM, len(word) - _ENDING), len(word) + 1))


def _beginnings(word: str) -> Iterator[tuple[str, str]]:
    return ((word[:at], word[at:]) for at in range(_BEGINNING, len(word) - _REST + 1))


def _edits(word: str, letters: Sequence[str]) -> Iterator[str]:
    """The word with two letters swapped, one left out, another one, one more."""
    places = range(len(word))
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-1])
    yield from (word[:at] + word[at + 1 :] for at in places)
    yield from (word[:at] + one + word[at + 1 :] for at in places for one in letters)
    yield from (word[:at] + one + word[at:] for at in range(1, len(word) + 1) for one in letters)
