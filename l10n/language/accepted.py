"""Words as a list of them has them, whatever their case and their apostrophe."""

from __future__ import annotations

import unicodedata


def folded(word: str) -> str:
    """What spellings of a word have in common: without case, composed, with the typewriter's apostrophe."""
    return unicodedata.normalize("NFC", word).replace("’", "'").casefold()


def parse_words(text: str) -> frozenset[str]:
    """The words of a list, folded: one a line, comments behind ``#``."""
    lines = (line.partition("#")[0] for line in text.removeprefix("\ufeff").splitlines())
    return frozenset(folded(word) for line in lines for word in line.split())
