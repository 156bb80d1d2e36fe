"""Sentences of a message, and which of them another message is made of."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from l10n.markdown.constructs import blanked, spans
from l10n.markdown.sentence_marks import SENTENCE_ENDS
from l10n.regex import regex

_OWN = re.escape("".join(sign for sign in SENTENCE_ENDS if not sign.isascii()))
"""Ends of sentences in scripts that have their own: no blank need stand behind them."""
_END = regex(
    r"(?:(?<![.!?…])[.!?…]++[\"'»”)\]*_\u00a0\u202f]*+"
    rf"|(?<![{_OWN}])[{_OWN}]++[\"'»”)\]*_」』）]*+)(?:\s++|$)"
    rf"|(?<=[{_OWN}])|\\?\n"
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
    edges = sorted({0, *(match.end() for match in _END.finditer(bare)), len(text)})
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
