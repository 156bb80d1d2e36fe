"""How a term is found in a text: whatever its case, its plural and, within reason, its inflection.

There is no table of languages: a word may grow by some letters, more of them the longer it is.
Many terms are looked up in a text at once, so that it is gone through once, and not once a term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from l10n.regex import regex

_PARTS = regex(r"[\s\-]+")
_VOWELS = "aeiouyàáâäèéêëìíîïòóôöùúûüаеиоуыэюя"


_START, _GAP, _END = r"(?<!\w)", r"[\s\-]++", r"(?!\w)"


def normal(text: str) -> str:
    """``text`` as terms are compared: composed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


class _Folds(dict[int, str]):
    """By character: the one that stands for it in any case, as ``re.IGNORECASE`` has it; a blank for gaps.

    A typographic apostrophe is an apostrophe: glossaries and texts differ in that.
    """

    def __missing__(self, code: int) -> str:
        char = "'" if chr(code) == "’" else chr(code)
        large = char.upper().casefold()
        same = large if len(large) == 1 else char.lower()[0]
        folded = " " if _PARTS.match(char) else same if same.isalnum() == char.isalnum() else char
        self[code] = folded
        return folded


_FOLDS = _Folds()


def flat(text: str) -> tuple[str, Sequence[int]]:
    """A composed text in one case, with a blank for each run of white space and hyphens.

    With it come the offsets in ``text`` of its characters, and of its end.
    """
    folded = text.translate(_FOLDS)
    if "  " not in folded:
        return folded, range(len(folded) + 1)
    kept = [at for at, char in enumerate(folded) if char != " " or folded[at - 1 : at] != " "]
    return "".join([folded[at] for at in kept]), [*kept, len(folded)]


def forms(term: str) -> tuple[str, ...]:
    """How a term and its plural are spelled in a flat text, where they stand between other words."""
    *first, last = _words(term)
    endings = (f"{last[:-1]}y", f"{last[:-1]}ies") if last.endswith("y") else (last, f"{last}s", f"{last}es")
    return tuple(" ".join([*first, ending]).translate(_FOLDS) for ending in endings)


class Index:
    """Spellings, and which of them begin somewhere in a flat text.

    A place is asked once for each length that the spellings have, however many they are; so a text takes
    linear time if no spelling is long.
    """

    def __init__(self, spellings: Iterable[str]) -> None:
        """Empty ones are nowhere."""
        self._known = frozenset(spellings)
        lengths: dict[str, set[int]] = {}
        for one in self._known:
            lengths.setdefault(one[:1], set()).add(len(one))
        self._lengths = {first: sorted(some) for first, some in lengths.items()}

    def at(self, text: str, start: int) -> Iterator[str]:
        """Those that begin there, the shortest first."""
        for length in self._lengths.get(text[start : start + 1], ()):
            spelled = text[start : start + length]
            if len(spelled) == length and spelled in self._known:
                yield spelled


def starts(text: str, offsets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where a term may begin in a flat text, and in the text that it was: behind no letter.

    A term may begin with a hyphen: within a gap that has more than one character it may follow a letter.
    """
    for match in _BEGINNING.finditer(text):
        at = match.start()
        inner = match[0] == " " and is_word(text[at - 1 : at])
        if not inner or offsets[at + 1] - offsets[at] > 1:
            yield at, offsets[at] + inner


_BEGINNING = regex(r"(?<!\w)[^ ]| ")


def is_word(char: str) -> bool:
    """Whether a word goes on with it, as ``\\w`` has it."""
    return char.isalnum() or char == "_"


def strict(term: str) -> str:
    """An expression for ``term`` and its inflected forms, and hardly anything else."""
    return f"{_START}{_GAP.join(map(_inflected, _words(term)))}{_END}"


def beginning(term: str) -> str:
    """With what each text that ``strict`` or ``literal`` finds begins, once it is flat."""
    first = _words(term)[0]
    return (first[:-1] if _ends_in_vowel(first) else first).translate(_FOLDS) or " "


def literal(term: str) -> str:
    """An expression for ``term`` in a language without blanks between words."""
    return _escaped(normal(term))


def _escaped(text: str) -> str:
    """An expression for the text, whichever its apostrophes."""
    return re.escape(text.replace("’", "'")).replace("'", "['’]")


def _words(term: str) -> list[str]:
    return _PARTS.split(normal(term).strip()) or [term]


def _inflected(word: str) -> str:
    if _ends_in_vowel(word):
        return rf"{_escaped(word[:-1])}[{_VOWELS}]\w{{0,2}}"
    return rf"{_escaped(word)}\w{{0,{min(3, len(word) // 3)}}}"


def _ends_in_vowel(word: str) -> bool:
    return len(word) > 3 and word[-1].casefold() in _VOWELS


def in_any_form(term: str, text: str) -> bool:
    """Whether ``term`` stands in a composed text, in compounds, too: better to find too much.

    Between its words may stand an ending, and a short word. All ways to read the text so are followed at
    once, as the bits of one number, of which each is a place that they have come to.
    """
    first, *others = _stems(term)
    folded = text.translate(_FOLDS)
    if not others or first not in folded:
        return first in folded
    letters = _bits(map(is_word, folded))
    gaps = _bits(not char.isalnum() for char in folded)
    ends = _places(first, folded) << len(first)
    for stem in others:
        ends = (_next_words(ends, letters, gaps) & _places(stem, folded)) << len(stem)
        if not ends:
            return False
    return True


@cache
def _stems(term: str) -> tuple[str, ...]:
    return tuple(word[: max(3, len(word) - len(word) // 4)].translate(_FOLDS) for word in _words(term))


def _bits(flags: Iterable[bool]) -> int:
    """The number whose bits they are, the first the lowest."""
    return int("0" + "".join(["1" if flag else "0" for flag in flags])[::-1], 2)


def _places(stem: str, text: str) -> int:
    found = bytearray(b"0" * (len(text) + 1))
    at = text.find(stem)
    while at >= 0:
        found[len(text) - at] = ord("1")
        at = text.find(stem, at + 1)
    return int(found, 2)


def _next_words(ends: int, letters: int, gaps: int) -> int:
    """Where the next word of a term may begin: behind up to five letters and a gap, or a short word more."""
    begun = _over(_grown(ends, letters, 5), gaps)
    short = _grown((begun & letters) << 1, letters, 2)
    return begun | _over(short, gaps)


def _grown(places: int, letters: int, most: int) -> int:
    for _ in range(most):
        places |= (places & letters) << 1
    return places


def _over(places: int, gaps: int) -> int:
    """Behind the gaps in which they are: adding one to a run of ones carries to its end."""
    return ((places & gaps) + gaps) & ~gaps


def in_name(text: str, start: int, end: int, term: str) -> bool:
    """Whether what was found there of a term in small letters is within a name: ``Open Node Group``."""
    if not (text[start].isupper() and term[0].islower()):
        return False
    return _BEFORE.search(text, max(0, start - 40), start) is not None or _AFTER.match(text, end) is not None


_BEFORE = regex(r"(?<!\w)[^\W\d_a-zß-ÿ]\w*[ \-]\Z")
_AFTER = regex(r"[ \-][^\W\d_a-zß-ÿ]")
