"""Numbers as a locale writes them: found in a translation, and changed there."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from l10n.regex import regex

_LOCALISED = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d+\.\d+\Z")
"""A number that locales write in different ways: ``1,000``, ``1.5``."""
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " ")
_NOT_ASCII_DIGIT = regex(r"[^\D0-9]")

NumberEdit = tuple[int, int, str]
"""A range of a text, and what is to stand there instead."""


def _one_form(_number: str) -> str:
    return ""


class Numerals(NamedTuple):
    """How a locale writes numbers; the default writes them as they are."""

    decimal: str = "."
    group: str = ","
    plural: Callable[[str], str] = _one_form
    """The plural category that words beside a number take."""

    def same_form(self, before: str, after: str) -> bool:
        """Whether words beside the one number stay as they are beside the other."""
        return self.plural(before) == self.plural(after)

    def edits(self, before: str, after: str, text: str) -> list[NumberEdit]:
        """What makes the number ``before`` the number ``after`` wherever it stands in ``text``."""
        plain = folded(text)
        for written in dict.fromkeys((before, self.localised(before))):
            found = list(_places(written, plain))
            if found:
                new = after if written == before else self.localised(after)
                return [(start, end, _in_the_style_of(text[start:end], new)) for start, end in found]
        return []

    def localised(self, number: str) -> str:
        """``1,000.5`` as the locale writes it; anything else, such as a version, as it is."""
        if not _LOCALISED.match(number):
            return number
        swap = {",": self.group, ".": self.decimal}
        return "".join(swap.get(char, char) for char in number)


def folded(text: str) -> str:
    """``text`` with the digits of all scripts as ASCII digits, and all blanks plain; as long as before."""
    text = text.translate(_BLANKS)
    return _NOT_ASCII_DIGIT.sub(lambda match: str(unicodedata.digit(match.group(), 0)), text)


def _places(number: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the number stands in ``text``, and not only a part of another one."""
    spelled = number.translate(_BLANKS)
    at = text.find(spelled)
    while at >= 0:
        end = at + len(spelled)
        if _BEGINS.match(text, at) and _ENDS.match(text, end):
            yield at, end
        at = text.find(spelled, end)


_BEGINS = regex(r"(?<![a-zA-Z0-9_.,])(?<!\d )")
_ENDS = regex(r"(?![a-zA-Z0-9_]|[.,]\d| \d{3}(?!\d))")


def _in_the_style_of(written: str, number: str) -> str:
    """The number with the digits and the blanks that the other one has."""
    digit = next((char for char in written if char.isdigit()), "0")
    zero = ord(digit) - unicodedata.digit(digit, 0)
    blank = next((char for char in written if char.isspace()), "\u202f")
    digits = {code: chr(zero + code - ord("0")) for code in range(ord("0"), ord("9") + 1)}
    return number.translate({**digits, **dict.fromkeys([ord(" "), *_BLANKS], blank)})
