"""A text with what remark's lexer looks up in it, each computed once and only when asked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from l10n.markdown import partners
from l10n.regex import regex

WHITE = "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
"""White space as JavaScript's ``\\s`` has it; Python's differs."""
_BLANKS = "".join(map(chr, range(0x2000, 0x200B)))
_WHITE = f"\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff{_BLANKS}"

_RUN = regex(r"```+|~~~+")
_REST_OF_LINE = regex(r" *+(?=\n|\Z)")


def trimmed(text: str) -> str:
    """``text`` without white space at its ends, as JavaScript trims it."""
    return text.strip(_WHITE)


def skip_newlines(text: str, at: int, end: int) -> int:
    """Where the line ends at ``at`` are over."""
    while at < end and text[at] == "\n":
        at += 1
    return at


class Ahead:
    """``str.find`` for positions that only grow, so that a far or missing match is found once."""

    def __init__(self, text: str, needle: str) -> None:
        """Nothing is looked for yet."""
        self.text = text
        self.needle = needle
        self.found = -1

    def at_or_after(self, position: int) -> int:
        """The first occurrence at or after ``position``; the text's length if there is none."""
        if self.found < position:
            found = self.text.find(self.needle, position)
            self.found = len(self.text) if found < 0 else found
        return self.found


class Text:
    """The text with what is looked up in it, each computed once and only when asked for."""

    def __init__(self, text: str) -> None:
        """Nothing is looked up yet."""
        self.text = text
        self.brackets = Ahead(text, "]")
        self.parentheses = Ahead(text, ")")
        self._closers: dict[tuple[str, int], list[int]] = {}
        self._lasts: dict[int, int] = {}

    @cached_property
    def partners(self) -> dict[int, int]:
        """For each bracket that balances, its partner; every one counts, also in code."""
        signs = [match.start() for match in re.finditer(r"[\[\]]", self.text)]
        pairs = partners(1 if self.text[at] == "[" else -1 for at in signs)
        return {at: signs[pair] for at, pair in zip(signs, pairs, strict=True) if pair is not None}

    @cached_property
    def newlines(self) -> list[int]:
        """Offsets of all line ends."""
        return [match.start() for match in re.finditer("\n", self.text)]

    def spans_lines(self, start: int, end: int) -> bool:
        """Whether there is a line end in the range."""
        index = bisect_left(self.newlines, start)
        return index < len(self.newlines) and self.newlines[index] < end

    @cached_property
    def _runs(self) -> dict[str, list[tuple[int, int]]]:
        """By mark: length and end of every run that ends a line."""
        runs: dict[str, list[tuple[int, int]]] = {"`": [], "~": []}
        for match in _RUN.finditer(self.text):
            start, end = match.span()
            if _REST_OF_LINE.match(self.text, end):
                runs[self.text[start]].append((end - start, end))
        return runs

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        return {mark: sorted({length for length, _ in runs}) for mark, runs in self._runs.items()}

    def closer(self, mark: str, length: int, after: int, end: int) -> int | None:
        """The end of the first run that closes a fence of ``length`` marks, at least at ``after``."""
        lengths = self._lengths[mark]
        index = bisect_left(lengths, length)
        if index < len(lengths):
            ends = self._ends(mark, lengths[index])
            index = bisect_left(ends, after + length)
            if index < len(ends) and ends[index] <= end:
                return ends[index]
        # Within a content class, the bracket that closes it ends the text, too.
        last = self._last(end)
        closes = last - length >= after and self.text[last - length : last] == mark * length
        return last if closes else None

    def _ends(self, mark: str, length: int) -> list[int]:
        key = mark, length
        if key not in self._closers:
            self._closers[key] = [end for run, end in self._runs[mark] if run >= length]
        return self._closers[key]

    def _last(self, end: int) -> int:
        if end not in self._lasts:
            last = end
            while last and self.text[last - 1] == " ":
                last -= 1
            self._lasts[end] = last
        return self._lasts[end]
