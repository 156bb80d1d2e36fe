"""Scripts without blanks between words, where a letter counts as a word."""

from __future__ import annotations

_FIRST = "\u3040"
LETTER = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
"""An expression of one; so large a set takes milliseconds to compile, so only what may need it should."""


def may_have_unspaced(text: str) -> bool:
    """Whether a text may have letters of such scripts; most texts have nothing from there on."""
    return max(text, default="") >= _FIRST
