"""What a translation would do to other blocks, where more begins a block than CommonMark has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.dialects.fault import Fault, Kept, place
from l10n.markdown import partners, without_code
from l10n.regex import regex


def begun(own_line: re.Pattern[str], before: str, after: str) -> str:
    """The sign, ``own_line``'s group, with which ``after`` begins and ``before`` does not; else nothing."""
    start, had = own_line.match(after), own_line.match(before)
    return start[1] if start and (had is None or had[1] != start[1]) else ""


def new_start(own_line: re.Pattern[str], before: str, after: str) -> Iterator[Fault]:
    """That ``after`` begins as what stands on lines of its own, and ``before`` does not."""
    if sign := begun(own_line, before, after):
        yield Fault(Kept.BLOCK, f"{sign} would begin a block of its own", (0, 1))


def goes_on(before: str, after: str, text: str) -> Iterator[Fault]:
    """What would be read with text of other blocks: a backslash at the end, a comment without one."""
    if _HIDES_END.search(after) and not _HIDES_END.search(before):
        end = len(text.rstrip())
        yield Fault(Kept.BLOCK, "its last backslash would hide the end of the line", (end - 1, end))
    had, has = (without_code(one).count("<!--") for one in (before, after))
    if has > had:
        yield Fault(Kept.TAG, "its <!-- would begin a comment", place(text, "<!--"))


_HIDES_END = regex(r"(?<!\\)\\(?:\\\\)*\s*\Z")
"""A title of Python-Markdown that ends so is none."""


def lone_brackets(before: str, after: str, text: str) -> Iterator[Fault]:
    """New brackets without a partner, of tags too: Pandoc looks for that in other blocks."""
    for sign in _lone(after) - _lone(before):
        yield Fault(Kept.BRACKET, f"the bracket {sign} has no partner", place(text, sign))


def _lone(text: str) -> Counter[str]:
    bare = _ESCAPED.sub("", without_code(text))
    signs = _BRACKET.findall(bare)
    pairs = partners(1 if sign == "[" else -1 for sign in signs)
    lone = Counter(sign for sign, partner in zip(signs, pairs, strict=True) if partner is None)
    return lone + Counter("<" if _OPEN_TAG.search(bare) else "")


_BRACKET = regex(r"[\[\]]")
_OPEN_TAG = regex(r"<[/?]?[a-zA-Z][^<>]*\Z")
_ESCAPED = regex(r"\\.")
