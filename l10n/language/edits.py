"""What changed between two texts, word by word, as a reader sees it at a glance.

The longest common words are found by rapidfuzz; words that two unlike texts only happen to share are then
given up, as they would cut a change into crumbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from l10n.language.unspaced import LETTER, may_have_unspaced
from l10n.regex import regex

_WORD = regex(r"\S+")
_LARGEST = 25_000_000
"""Comparing costs the product of two lengths: beyond this many pairs of tokens no common words are sought."""
_GLANCE = 400
"""Characters of one piece that are shown on one line."""
ELIDED = "…"
_VISIBLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys(range(0x7F, 0xA0), "\ufffd"),
    ord("\n"): "⏎",
    ord("\t"): " ",
}
"""Control characters as one sees them; a terminal must not obey those of a stranger's text."""


class EditKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Edit(NamedTuple):
    """A piece of text, and what became of it."""

    kind: EditKind
    text: str


_Hunk = tuple[int, int, int, int]
"""Tokens ``[0]:[1]`` of the text before are replaced by tokens ``[2]:[3]`` of the text after."""


_NUMBER = r"v?\d+(?:[.,]\d+)*"
_REST = r"|[^\W_][\w\u0300-\u036f\u0900-\u0dff'’]*+|\s+|[\W_]"
_TOKEN = regex(_NUMBER + _REST)
"""A number, a word, blanks, or one other character."""


@cache
def _token_or_letter() -> re.Pattern[str]:
    """The same, or a letter of a script without blanks between words: compiled where there may be one."""
    return re.compile(rf"{_NUMBER}|{LETTER}{_REST}")


def _tokens(text: str) -> list[str]:
    return (_token_or_letter() if may_have_unspaced(text) else _TOKEN).findall(text)


def word_diff(before: str, after: str) -> tuple[Edit, ...]:
    """The pieces of both texts, in order; what was removed stands before what was added in its place.

    Joined, those that are the same or removed are ``before``; those that are the same or added are ``after``.
    """
    old, new = _tokens(before), _tokens(after)
    edits: list[Edit] = []
    at = 0
    for start, end, added_start, added_end in [
        *_joined(_hunks(old, new), old, new),
        (len(old), len(old), 0, 0),
    ]:
        pieces = (
            (EditKind.SAME, old[at:start]),
            (EditKind.REMOVED, old[start:end]),
            (EditKind.ADDED, new[added_start:added_end]),
        )
        edits += (Edit(kind, "".join(tokens)) for kind, tokens in pieces if tokens)
        at = end
    return tuple(edits)


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    """Where the texts differ, in order."""
    from rapidfuzz.distance import LCSseq

    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if not left or not right or len(left) * len(right) > _LARGEST:
        return [(head, head + len(left), head, head + len(right))] if left or right else []
    changed = (one for one in LCSseq.opcodes(left, right) if one.tag != "equal")
    places = [(one.src_start, one.src_end, one.dest_start, one.dest_end) for one in changed]
    return [(head + a, head + b, head + c, head + d) for a, b, c, d in places]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many tokens both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _joined(hunks: Iterable[_Hunk], old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    """The hunks, as one where there is no more between two of them than in the smaller one."""
    removed, added = _weights(old), _weights(new)

    def weight(hunk: _Hunk) -> int:
        return max(removed[hunk[1]] - removed[hunk[0]], added[hunk[3]] - added[hunk[2]])

    kept: list[_Hunk] = []
    for hunk in hunks:
        whole = hunk
        while kept and removed[whole[0]] - removed[kept[-1][1]] <= min(weight(kept[-1]), weight(whole)):
            start, _, added_start, _ = kept.pop()
            whole = (start, whole[1], added_start, whole[3])
        kept.append(whole)
    return kept


def _weights(tokens: Iterable[str]) -> list[int]:
    """How many characters other than blanks stand before each token, and in all."""
    return list(accumulate((len(token.strip()) for token in tokens), initial=0))


def shortened(edits: Sequence[Edit], context_words: int) -> tuple[Edit, ...]:
    """The edits with the same text shortened to so many words beside each change."""
    last = len(edits) - 1
    return tuple(
        edit if edit.kind is not EditKind.SAME else edit._replace(text=_shortened(edit.text, before, after))
        for at, edit in enumerate(edits)
        for before, after in [(context_words if at else 0, context_words if at < last else 0)]
    )


def _shortened(text: str, first: int, final: int) -> str:
    """``text`` with an ellipsis for all but its first and its final words."""
    words = list(_WORD.finditer(text))
    if len(words) <= first + final + 1:
        return text
    begins = text[: words[first - 1].end()] + " " if first else ""
    ends = " " + text[words[-final].start() :] if final else ""
    return f"{begins}{ELIDED}{ends}"


def rendered(edits: Sequence[Edit], context_words: int = 5) -> str:
    """One line: ``… the [-master-]{+control plane+} runs …``; line ends are shown as ``⏎``.

    It is for a glance: of what is long, the middle is left out.
    """
    short = (edit._replace(text=_without_middle(edit.text)) for edit in shortened(edits, context_words))
    return "".join(mark(edit) for edit in visible(short))


def _without_middle(text: str) -> str:
    return text if len(text) <= _GLANCE else f"{text[: _GLANCE // 2]}{ELIDED}{text[-_GLANCE // 2 :]}"


def mark(edit: Edit) -> str:
    """``[-removed-]``, ``{+added+}``, or the same text as it is."""
    opening, closing = _MARKS[edit.kind]
    return f"{opening}{edit.text}{closing}"


_MARKS = {EditKind.SAME: ("", ""), EditKind.REMOVED: ("[-", "-]"), EditKind.ADDED: ("{+", "+}")}


def visible(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits as they can be shown on one line: no control characters, blanks outside of what changed."""
    for edit in edits:
        text = edit.text.translate(_VISIBLE)
        inner = text.strip(" ")
        if edit.kind is EditKind.SAME or not inner or inner == text:
            yield edit._replace(text=text)
            continue
        at = text.index(inner)
        outer = (
            Edit(EditKind.SAME, text[:at]),
            Edit(edit.kind, inner),
            Edit(EditKind.SAME, text[at + len(inner) :]),
        )
        yield from (one for one in outer if one.text)
