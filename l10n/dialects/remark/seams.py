"""Where remark begins a slide whatever it is that slide, and what may yet go on over such a place.

To the lexer that is a fence that nothing closes, a class whose bracket has no partner, a macro or a
definition that ends at the next bracket wherever that is, and in 0.14 a backtick without partner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.dialects.cut import SlideMarks
from l10n.dialects.front_matter import find_front_matter
from l10n.dialects.remark.lexer import REMARK, REMARK_14, Rules, Token, lex
from l10n.dialects.seams import Ends, Version
from l10n.regex import regex

_SEPARATOR = regex(r"\n(?=---\n)")
_MARKS = regex(r"```+|~~~+")
_OPENING = regex(r" *+(```+|~~~+)")
_CLOSING = regex(r"(```+|~~~+) *\Z")
_ODD = "\r\u2028\u2029\ufeff"
"""What the engine sees otherwise than it stands in the file, or takes for a line end."""
_CLASS = regex(r"[a-zA-Z0-9_-]\[")


class _RemarkSeams:
    """Places behind a separator of slides."""

    def places(self, text: str) -> list[int]:
        """None in the front matter. A deck with any has a line without indent, so that none is taken off."""
        if any(sign in text for sign in _ODD):
            return []
        front = find_front_matter(text)
        start = max(0, front.end - 1) if front else 0
        return [match.end() + len("---\n") for match in _SEPARATOR.finditer(text, start)]

    def before(self, place: int) -> int:
        """Before the separator."""
        return place - len("---\n")

    def ends(self, text: str, versions: Sequence[Version], *, first: bool) -> Ends:
        """A slide that says that it is continued is a step, whatever its separator."""
        begins = first or _begins_apart(text, versions[0].slides)
        ends = text.rfind("[") <= text.rfind("]") and text.rfind("](") <= text.rfind(")")
        if ends and not all(_has_whole_code(text, version) for version in versions):
            ends = all(_is_followed_by_slide(text, rules) for rules in (REMARK, REMARK_14))
        return Ends(begins, ends, *_lone_brackets(text))


SEAMS = _RemarkSeams()


def _begins_apart(text: str, slides: Sequence[SlideMarks]) -> bool:
    said = {key for key, _ in slides[0].properties}
    return "continued" not in said and not find_front_matter(text)


def _lone_brackets(text: str) -> tuple[int, int]:
    """How many open a class and have no partner, and how many close without one."""
    opened: list[int] = []
    closed = 0
    for sign in re.finditer(r"[\[\]]", text):
        if sign.group() == "[":
            opened.append(sign.start())
        elif opened:
            opened.pop()
        else:
            closed += 1
    return sum(bool(_CLASS.match(text, max(0, at - 1))) for at in opened), closed


def _has_whole_code(text: str, version: Version) -> bool:
    """Whether all that looks like code has an end, and one that nothing behind it could be instead."""
    codes = [code for slide in version.slides for code in slide.code]
    marks = sum(len(_MARKS.findall(code)) for code in codes)
    pairs = all(text.count("`", *stray) > 1 for stray in version.strays)
    return pairs and marks == len(_MARKS.findall(text)) and all(map(_is_closed_by_its_own, codes))


def _is_closed_by_its_own(code: str) -> bool:
    """Whether a mark as long as the first is the last: a shorter one would be if there was none."""
    opening, closing = _OPENING.match(code), _CLOSING.search(code)
    return not opening or (closing is not None and len(closing[1]) >= len(opening[1]))


def _is_followed_by_slide(text: str, rules: Rules) -> bool:
    """Whether a separator behind it is one, though what would end any code follows that."""
    longest = max((len(mark) for mark in _MARKS.findall(text)), default=3)
    more = f"---\n\n{'`' * longest}\n\n{'~' * longest}\n"
    return any(one.token is Token.SLIDE and one.start == len(text) for one in lex(text + more, rules))
