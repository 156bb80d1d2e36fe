"""How a term is found in a text: whatever its case, its plural and, within reason, its inflection.

There is no table of languages: a word may grow by some letters, more of them the longer it is.
"""

from __future__ import annotations

import re
import unicodedata

_PARTS = re.compile(r"[\s\-]+")
_VOWELS = "aeiouyàáâäèéêëìíîïòóôöùúûüаеиоуыэюя"


def normal(text: str) -> str:
    """``text`` as terms are compared: composed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def in_source(term: str) -> str:
    """An expression for ``term`` or its plural, as a whole word."""
    *first, last = _words(term)
    ending = f"{re.escape(last[:-1])}(?:y|ies)" if last.endswith("y") else f"{re.escape(last)}(?:e?s)?"
    return _whole(r"[\s\-]++".join([*map(re.escape, first), ending]))


def strict(term: str) -> str:
    """An expression for ``term`` and its inflected forms, and hardly anything else."""
    return _whole(r"[\s\-]++".join(map(_inflected, _words(term))))


def lenient(term: str) -> str:
    """An expression for ``term`` in any form, in compounds, too: better to find too much."""
    return r"\w{0,5}[\W_]++(?:\w{1,3}[\W_]++)?".join(map(_stem, _words(term)))


def literal(term: str) -> str:
    """An expression for ``term`` in a language without blanks between words."""
    return re.escape(normal(term))


def _words(term: str) -> list[str]:
    return _PARTS.split(normal(term).strip()) or [term]


def _whole(expression: str) -> str:
    return rf"(?<!\w){expression}(?!\w)"


def _inflected(word: str) -> str:
    if len(word) > 3 and word[-1].casefold() in _VOWELS:
        return rf"{re.escape(word[:-1])}[{_VOWELS}]\w{{0,2}}"
    return rf"{re.escape(word)}\w{{0,{min(3, len(word) // 3)}}}"


def _stem(word: str) -> str:
    return re.escape(word[: max(3, len(word) - len(word) // 4)])
