"""Sentences of a message, and which of them another message is made of."""

from __future__ import annotations

import re
from itertools import pairwise

from l10n.spans import blanked, spans

_END = re.compile(r"(?:[.!?…]+[\"'»”)\]*_\u00a0\u202f]*+|[。！？]+[」』）]*+)(?:\s+|$)|(?<=[。！？])|\\?\n")
_MOST = 30
"""Sentences from which a message is not one paragraph, and is left whole."""
_ALIKE = 0.8
"""How much a part must be like the message that it is to be."""


def sentences(text: str) -> list[str]:
    """``text`` cut behind each end of a sentence that stands in prose; joined, the pieces are the text."""
    bare = blanked(text, ((span.start, span.end) for span in spans(text)))
    edges = sorted({0, *(match.end() for match in _END.finditer(bare)), len(text)})
    return [text[start:end] for start, end in pairwise(edges)]


def part(source: str, translation: str, wanted: str) -> tuple[str, str] | None:
    """The sentences of ``source`` that ``wanted`` is made of, and those of its translation in their place.

    None if it is no part of it, or the sentences of the two cannot be told apart.
    """
    from rapidfuzz.fuzz import ratio

    ours, theirs = sentences(source), sentences(translation)
    if len(ours) != len(theirs) or not 1 < len(ours) <= _MOST:
        return None
    ranges = [(start, end) for start in range(len(ours)) for end in range(start + 1, len(ours) + 1)]
    scores = {(start, end): ratio("".join(ours[start:end]).strip(), wanted) for start, end in ranges}
    start, end = max(scores, key=lambda one: scores[one])
    if end - start == len(ours) or scores[start, end] < 100 * _ALIKE:
        return None
    return "".join(ours[start:end]).strip(), "".join(theirs[start:end]).strip()
