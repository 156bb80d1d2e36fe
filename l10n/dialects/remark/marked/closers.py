"""Where inline constructs end in a text: looked up once for all that may begin in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from l10n.dialects.remark.lookups import WHITE, trimmed
from l10n.dialects.remark.marked.searches import first_at_or_after, tag_ends
from l10n.dialects.remark.marked.versions import Compared
from l10n.regex import regex

_STRONG = {"*": regex(r"\*\*(?!\*)"), "_": regex(r"__(?!_)")}
_PLAIN = {"*": regex(r"\*(?!\*)"), "_": regex(r"_(?![a-zA-Z0-9_])")}
_DELETED = regex(rf"(?<=[^{WHITE}])~~")
_BACKTICKS = regex("`+")
_BRACKET = regex(r"[\[\]]")
_BLANKS = regex(f"[{WHITE}]*+")
_LABEL_START = regex(rf"\][{WHITE}]*+\[")
_TAG_START = regex(r"</?[a-zA-Z0-9_]+")
_END_OF_AUTOLINK = regex("[ \t>\x01]")
_TARGET_START = regex(rf"[{WHITE}]*+<?+")
_TITLE_START = regex(rf">?(?<![{WHITE}])[{WHITE}]++['\"]")
_TITLE_END = regex(rf"['\"][{WHITE}]*+\)")


class _Brackets(NamedTuple):
    """The brackets of a text, and for each where a construct ends whose walk comes to it."""

    at: Sequence[int]
    link: list[int | None]
    """The last ``]`` with a target."""
    reference: list[int | None]
    """The last ``]`` with a label."""
    alone: list[int | None]
    """The ``]`` of what has neither."""


class Closers:
    """The ends in one text, each kind looked up only when it is asked for."""

    def __init__(self, text: str, versions: Compared) -> None:
        """The text is one that is read by itself: no construct ends behind it.

        In it, ``\\1`` stands for the tag that ends a content class.
        """
        self.text = text
        self._versions = versions
        self._hopeless: set[str] = set()
        self._plain: dict[tuple[str, bool], tuple[Sequence[int], Sequence[int | None]]] = {}
        self._autolink = (-1, -1, -1)

    def after_run(self, start: int) -> int:
        """Where to go on if nothing begins there: no shorter run of backticks would begin code either."""
        run = _BACKTICKS.match(self.text, start)
        return run.end() if run else start + 1

    @cached_property
    def last_character(self) -> int:
        """Where the last character stands that is no blank."""
        return len(trimmed(f"x{self.text}")) - 2

    def strong(self, start: int) -> int | None:
        """The marks that end what two of them begin."""
        sign = self.text[start]
        if self.text.startswith(sign * 2, start):
            return self._next(sign * 2, _STRONG[sign], start + 3)
        return None

    def deleted(self, start: int) -> int | None:
        """The marks that end deleted text."""
        return self._next("~~", _DELETED, start + 3)

    def _next(self, name: str, pattern: re.Pattern[str], at: int) -> int | None:
        """What is not found from one place on is not looked for again."""
        if name in self._hopeless:
            return None
        match = pattern.search(self.text, at)
        if match is None:
            self._hopeless.add(name)
        return match.start() if match else None

    def emphasis(self, start: int) -> int | None:
        """The mark that ends what one begins; two in a row are passed over, if that leads to an end."""
        if self.text[start] == "*":
            return self._emphasis(start, "*", single=True)
        return self._versions.asked(lambda one: self._emphasis(start, "_", single=one.single_underscores))

    def _emphasis(self, start: int, sign: str, *, single: bool) -> int | None:
        """``single`` is whether one mark that ends nothing may stand within."""
        if (sign, single) not in self._plain:
            self._plain[sign, single] = _plain_ends(self.text, sign, single)
        at, ends = self._plain[sign, single]
        index = bisect_left(at, start) + 1
        beside = index < len(at) and at[index] == start + 1
        if not beside:
            return ends[index]
        paired = index + 1 < len(at) and at[index + 1] == start + 2
        return (paired and ends[index + 2]) or (ends[index + 1] if single else None)

    def code(self, start: int) -> tuple[int, int, int] | None:
        """The range of the content, and the end; a run that has no partner is tried shorter."""
        return self._versions.asked(lambda version: self._code(start, trims=version.trims_code))

    def _code(self, start: int, *, trims: bool) -> tuple[int, int, int] | None:
        for length in range(_end(_BACKTICKS, self.text, start) - start, 0, -1):
            ends = self._backticks.get(length)
            found = self._content(start + length, length, ends, trims=trims) if ends else None
            if found:
                return found
        return None

    def _content(
        self, first: int, length: int, runs: Sequence[int], *, trims: bool
    ) -> tuple[int, int, int] | None:
        bare = _end(_BLANKS, self.text, first)
        if trims:
            closer = first_at_or_after(runs, first + 1)
            return None if closer is None else (*self._trimmed(bare, closer), closer + length)
        closer = first_at_or_after(runs, bare + 1)
        if closer is not None:
            _, last = self._trimmed(bare, closer)
            return bare, last + (self.text[last - 1] == "`"), closer + length
        if bare > first and first_at_or_after(runs, bare) == bare:  # nothing but blanks
            return bare - 1, bare, bare + length
        return None

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The range without blanks at its end."""
        start = min(start, end)
        return start, start + len(trimmed(f"x{self.text[start:end]}")) - 1

    @cached_property
    def _backticks(self) -> Mapping[int, Sequence[int]]:
        """Where runs begin, by their length."""
        runs: dict[int, list[int]] = {}
        for match in _BACKTICKS.finditer(self.text):
            runs.setdefault(match.end() - match.start(), []).append(match.start())
        return runs

    def tag(self, start: int) -> int | None:
        """The end of a tag or a comment."""
        if self.text.startswith("<!--", start):
            return first_at_or_after(self._comments, start + 7)
        name = _TAG_START.match(self.text, start)
        if name is None:
            return None
        at, ends = self._tags
        return ends[bisect_left(at, name.end())]

    @cached_property
    def _tags(self) -> tuple[Sequence[int], Sequence[int | None]]:
        return tag_ends(self.text.replace("\x01", ">"))

    @cached_property
    def _comments(self) -> Sequence[int]:
        return [match.end() for match in re.finditer("-->", self.text)]

    def autolink(self, start: int) -> int | None:
        """The end of ``<...>`` without a blank, if there is an address in it."""
        first, stop, _ = self._autolink
        if not first <= start < stop:
            self._autolink = self._autolink_from(start)
        _, stop, sign = self._autolink
        return stop + 1 if sign >= start + 2 else None

    def _autolink_from(self, start: int) -> tuple[int, int, int]:
        """Where it would begin and end, and the last sign of an address in it; -1 if there is none."""
        match = _END_OF_AUTOLINK.search(self.text, start)
        if match is None or match.group() not in ">\x01":
            return start, match.start() if match else len(self.text), -1
        end = match.start()
        return start, end, max(self.text.rfind(sign, start, end - 1) for sign in ("@", ":/"))

    def link(self, opener: int) -> int | None:
        """The ``]`` that ends the text of a link with a target."""
        index = self._opened(opener)
        return None if index is None else self._brackets.link[index + 1]

    def _opened(self, opener: int) -> int | None:
        if not self.text.startswith("[", opener):
            return None
        return bisect_left(self._brackets.at, opener)

    def target(self, bracket: int) -> tuple[tuple[int, int], tuple[int, int], int]:
        """The ranges of target and title behind the ``]``, and where the link ends."""
        start = _end(_TARGET_START, self.text, bracket + 2)
        closer = self.text.index(")", start)
        _, last = self._trimmed(start, closer)
        if last > start and self.text[last - 1] == ">":
            last -= 1
        title = _TITLE_START.search(self.text, start, closer)
        end = title and title.end() <= self._last_title_end and _TITLE_END.search(self.text, title.end())
        if title and end:
            return (start, title.start()), (title.end(), end.start()), end.end()
        return (start, last), (last, last), closer + 1

    @cached_property
    def _last_title_end(self) -> int:
        """The last place where the quotation mark stands that ends a title."""
        return max((match.start() for match in _TITLE_END.finditer(self.text)), default=-1)

    def reference(self, opener: int) -> tuple[int, tuple[int, int], int] | None:
        """The ``]`` that ends the text, the range of a label behind it, and where all ends."""
        index = self._opened(opener)
        if index is None:
            return None
        bracket = self._brackets.reference[index + 1]
        if bracket is not None:
            start = _end(_LABEL_START, self.text, bracket)
            end = self.text.index("]", start)
            return bracket, (start, end), end + 1
        bracket = self._brackets.alone[index + 1]
        return None if bracket is None else (bracket, (bracket, bracket), bracket + 1)

    @cached_property
    def _brackets(self) -> _Brackets:
        return _walked(self.text)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _plain_ends(text: str, sign: str, single: bool) -> tuple[Sequence[int], Sequence[int | None]]:
    """Where the signs stand, and for each which ends the emphasis whose search comes to it.

    ``single`` is whether one that ends nothing may stand within.
    """
    at = [match.start() for match in re.finditer(re.escape(sign), text)]
    ends: list[int | None] = [None] * (len(at) + 3)
    for index in range(len(at) - 1, -1, -1):
        if _PLAIN[sign].match(text, at[index]):
            ends[index] = at[index]
            continue
        paired = index + 1 < len(at) and at[index + 1] == at[index] + 1
        ends[index] = (ends[index + 2] if paired else None) or (ends[index + 1] if single else None)
    return at, ends


def _walked(text: str) -> _Brackets:
    """What a walk finds that begins behind a ``[``: it passes over ``[...]``, and ends at a ``]``.

    Past a ``]`` it goes on where another follows before any ``[``.
    """
    at = [match.start() for match in _BRACKET.finditer(text)]
    none: list[int | None] = [None] * (len(at) + 2)
    found = _Brackets(at, none, [*none], [*none])
    closing, last_parenthesis = len(at), text.rfind(")")
    last_bracket = text.rfind("]")
    for index in range(len(at) - 1, -1, -1):
        place = at[index]
        if text[place] == "[":
            for ends in (found.link, found.reference, found.alone):
                ends[index] = ends[closing + 1]
            continue
        on = closing == index + 1 < len(at)
        target = text.startswith("](", place) and place + 1 < last_parenthesis
        label = _LABEL_START.match(text, place)
        found.link[index] = (on and found.link[index + 1]) or (place if target else None)
        labelled = label is not None and label.end() <= last_bracket
        found.reference[index] = (on and found.reference[index + 1]) or (place if labelled else None)
        found.alone[index] = place
        closing = index
    return found
