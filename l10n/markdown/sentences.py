"""Sentences of a message, and which of them another message is made of."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, pairwise

from l10n.markdown.constructs import blanked, spans
from l10n.markdown.sentence_marks import SENTENCE_ENDS
from l10n.regex import regex

_OWN = frozenset(sign for sign in SENTENCE_ENDS if not sign.isascii())
"""Ends of sentences in scripts that have their own: no blank need stand behind them."""
_LATIN = r"(?<![.!?…])[.!?…]++[\"'»”)\]*_\u00a0\u202f]*+"
_BEHIND = r"(?:\s++|$)"
_LINE = r"\\?\n"
_END = regex(f"{_LATIN}{_BEHIND}|{_LINE}")


@cache
def _own_end() -> re.Pattern[str]:
    """The same with those: a large set, which takes milliseconds to compile."""
    own = re.escape("".join(sorted(_OWN)))
    return re.compile(
        rf"(?:{_LATIN}|(?<![{own}])[{own}]++[\"'»”)\]*_」』）]*+){_BEHIND}|(?<=[{own}])|{_LINE}"
    )


_MOST = 30
"""Sentences from which a message is not one paragraph, and is left whole."""
_LONGEST = 5_000
"""Characters from which it is not, too: each run of sentences is compared, at the square of its length."""
_ALIKE = 0.8
"""How much a part must be like the message that it is to be."""


def sentences(text: str) -> list[str]:
    """``text`` cut behind each end of a sentence that stands in prose; joined, the pieces are the text."""
    bare = blanked(text, ((span.start, span.end) for span in spans(text)))
    ends = (_END if _OWN.isdisjoint(bare) else _own_end()).finditer(bare)
    edges = sorted({0, *(match.end() for match in ends), len(text)})
    return [text[start:end] for start, end in pairwise(edges)]


def is_some_of(one: str, other: str) -> bool:
    """Whether ``one`` is some of the sentences of ``other``, whole and one behind the other."""
    return one in other and _listed(one) in _listed(other)


def _listed(text: str) -> str:
    return "\0".join(["", *(sentence.strip() for sentence in sentences(text)), ""])


def part(source: str, translation: str, wanted: str) -> tuple[str, str] | None:
    """The sentences of ``source`` that ``wanted`` is made of, and those of its translation in their place.

    None if it is no part of it, or the sentences of the two cannot be told apart.
    """
    from rapidfuzz.fuzz import ratio

    if max(len(source), len(wanted)) > _LONGEST:
        return None
    ours, theirs = sentences(source), sentences(translation)
    if len(ours) != len(theirs) or not 1 < len(ours) <= _MOST:
        return None
    start, end, likeness = 0, len(ours), 100 * _ALIKE
    for first, last in combinations(range(len(ours) + 1), 2):
        text = "".join(ours[first:last]).strip()
        few, many = sorted((len(text), len(wanted)))
        if few >= many * _ALIKE / (2 - _ALIKE):  # else it cannot be so much alike
            score = ratio(text, wanted, score_cutoff=likeness)
            if score > likeness:
                start, end, likeness = first, last, score
    if end - start == len(ours):
        return None
    return "".join(ours[start:end]).strip(), "".join(theirs[start:end]).strip()
