"""Words that look alike in two languages: ``deployment`` and ``déploiement``, and names in any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

_ALIKE = 0.7
"""From which share of equal letters on two words count as alike (Levenshtein, normalised)."""
_SHORTEST = 5
_LEAD = 2
"""Letters at the start that such words have in common."""
_LARGEST = 300
"""Words of one start that are compared: a bound for texts made to be slow."""


def cognates(source: Iterable[str], target: Iterable[str]) -> dict[str, str]:
    """For words of the target that the source has not: the one in the source that looks most like it."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extractOne

    known = set(source)
    starts: dict[str, list[str]] = defaultdict(list)
    for word in sorted(known):
        if len(word) >= _SHORTEST and len(starts[word[:_LEAD]]) < _LARGEST:
            starts[word[:_LEAD]].append(word)
    found: dict[str, str] = {}
    for word in sorted(set(target) - known):
        choices = starts.get(word[:_LEAD], ()) if len(word) >= _SHORTEST else ()
        scorer = Levenshtein.normalized_similarity
        match = extractOne(word, choices, scorer=scorer, score_cutoff=_ALIKE)
        if match:
            found[word] = match[0]
    return found
