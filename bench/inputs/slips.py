"""Slips of somebody who types: one in one word of a translation."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from l10n.checks.prose import taken_apart

_WORD = re.compile(r"(?<![\w/.@<&$%\\=-])[^\W\d_]{4,}(?![\w/@>;(=-]|\.\w)")
"""A word of prose, of four letters or more: no part of a path or an option."""
Slip = Callable[[str, int, Random, str], str]
"""From a word, a place behind its first letter, a lot and the letters of a text to what is typed."""


def swapped(word: str, at: int, lot: Random, letters: str) -> str:  # noqa: ARG001
    """With two neighbours in each other's place."""
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] if at > 1 else word


def left_out(word: str, at: int, lot: Random, letters: str) -> str:  # noqa: ARG001
    """Without a letter."""
    return word[:at] + word[at + 1 :]


def doubled(word: str, at: int, lot: Random, letters: str) -> str:  # noqa: ARG001
    """With a letter twice."""
    return word[:at] + word[at:][:1] + word[at:]


def replaced(word: str, at: int, lot: Random, letters: str) -> str:
    """With another letter of the text."""
    return word[:at] + lot.choice(letters) + word[at + 1 :]


def slipped(slip: Slip) -> Callable[[str, str, str], str]:
    """What makes a faulty translation of one, by lot and always the same; empty where no word can have it."""

    def mutate(msgid: str, msgstr: str, language: str) -> str:  # noqa: ARG001
        lot = Random(msgstr)
        words = [one for one in _WORD.finditer(taken_apart(msgstr).prose) if one.group()[1:].islower()]
        if not words:
            return ""
        chosen = lot.choice(words)
        word = chosen.group()
        letters = "".join(one for one in msgstr if one.islower())
        typed = slip(word, lot.randrange(1, len(word)), lot, letters)
        return msgstr[: chosen.start()] + typed + msgstr[chosen.end() :] if typed != word else ""

    return mutate
