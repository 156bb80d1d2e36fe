"""One character of a regular expression of JavaScript, as a class of Python's that matches the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

Range = tuple[int, int]

_LAST = 0x10FFFF
_SPACE = ((9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029))
_MORE_SPACE = ((0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF))
_DIGIT = ((48, 57),)
_WORD = (*_DIGIT, (65, 90), (95, 95), (97, 122))
LINE_ENDS = "\n\r\u2028\u2029"
_ENDS = tuple((ord(sign), ord(sign)) for sign in LINE_ENDS)


class Characters(NamedTuple):
    """A set of characters."""

    ranges: tuple[Range, ...]
    negated: bool = False

    @classmethod
    def one(cls, character: str) -> Characters:
        """That character only."""
        return cls(((ord(character), ord(character)),))

    def in_any_case(self) -> Characters:
        """The same with the other case of each letter, as JavaScript has it without its flag ``u``."""
        return self._replace(ranges=(*self.ranges, *_other_cases(self.ranges)))

    @property
    def source(self) -> str:
        """As a class of a regular expression of Python."""
        inner = "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in self.ranges)
        if not inner:
            return "[\\s\\S]" if self.negated else "[^\\s\\S]"
        return f"[{'^' if self.negated else ''}{inner}]"


ANY = Characters(_ENDS, negated=True)
"""What ``.`` is."""


def inverted(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """All characters that are in none of the ranges."""
    found, at = [], 0
    for low, high in sorted(ranges):
        if at < low:
            found.append((at, low - 1))
        at = max(at, high + 1)
    return (*found, (at, _LAST)) if at <= _LAST else tuple(found)


NAMED = {
    "d": _DIGIT,
    "D": inverted(_DIGIT),
    "s": (*_SPACE, *_MORE_SPACE),
    "S": inverted((*_SPACE, *_MORE_SPACE)),
    "w": _WORD,
    "W": inverted(_WORD),
}
"""What a letter behind a backslash stands for."""
_LONGEST = 1_000
"""Of a range: so many characters are looked at for their other case."""


def _other_cases(ranges: Iterable[Range]) -> Iterator[Range]:
    for low, high in ranges:
        for code in range(low, min(high, low + _LONGEST) + 1):
            for other in (chr(code).lower(), chr(code).upper()):
                # JavaScript makes no ASCII letter of another one.
                if len(other) == 1 and (ord(other) < 128) == (code < 128) and ord(other) != code:
                    yield ord(other), ord(other)
