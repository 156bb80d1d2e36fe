"""How a term is found in a text: whatever its case, its plural and, within reason, its inflection.

There is no table of languages: a word may grow by some letters, more of them the longer it is.
"""

from __future__ import annotations

import re
import unicodedata

_PARTS = re.compile(r"[\s\-]+")
_VOWELS = "aeiouyàáâäèéêëìíîïòóôöùúûüаеиоуыэюя"


START, END = r"(?<!\w)", r"(?!\w)"


def normal(text: str) -> str:
    """``text`` as terms are compared: composed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def in_source(term: str) -> str:
    """An expression for ``term`` or its plural, to be put between ``START`` and ``END``."""
    *first, last = _words(term)
    ending = f"{re.escape(last[:-1])}(?:y|ies)" if last.endswith("y") else f"{re.escape(last)}(?:e?s)?"
    return r"[\s\-]++".join([*map(re.escape, first), ending])


def strict(term: str) -> str:
    """An expression for ``term`` and its inflected forms, and hardly anything else."""
    return r"[\s\-]++".join(map(_inflected, _words(term)))


def lenient(term: str) -> str:
    """An expression for ``term`` in any form, in compounds, too: better to find too much."""
    return r"\w{0,5}[\W_]++(?:\w{1,3}[\W_]++)?".join(map(_stem, _words(term)))


def literal(term: str) -> str:
    """An expression for ``term`` in a language without blanks between words."""
    return re.escape(normal(term))


def _words(term: str) -> list[str]:
    return _PARTS.split(normal(term).strip()) or [term]


def _inflected(word: str) -> str:
    if len(word) > 3 and word[-1].casefold() in _VOWELS:
        return rf"{re.escape(word[:-1])}[{_VOWELS}]\w{{0,2}}"
    return rf"{re.escape(word)}\w{{0,{min(3, len(word) // 3)}}}"


def _stem(word: str) -> str:
    return re.escape(word[: max(3, len(word) - len(word) // 4)])


def in_name(match: re.Match[str], term: str) -> bool:
    """Whether a term in small letters was found within a name, such as ``Open Container Initiative``."""
    if not (match.group()[0].isupper() and term[0].islower()):
        return False
    text = match.string
    return (
        _BEFORE.search(text, max(0, match.start() - 40), match.start()) is not None
        or _AFTER.match(text, match.end()) is not None
    )


_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ]\w*[ \-]\Z")
_AFTER = re.compile(r"[ \-][^\W\d_a-zß-ÿ]")
