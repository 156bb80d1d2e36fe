"""Which links of a translation seem to have changed places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.build import destinations
from l10n.checks.model import Pair
from l10n.markdown import InlineSpan, SpanKind

_MANY = 50
"""So many targets are compared one with another."""


def swapped(pair: Pair) -> Iterator[tuple[InlineSpan, InlineSpan]]:
    """Targets, all kept, that seem to have changed places: their order is another, their texts' is not."""
    had = [one for one in destinations(pair.source.spans) if one.kind is not SpanKind.URL]
    has = [one for one in destinations(pair.target.spans) if one.kind is not SpanKind.URL]
    if not 2 <= len(had) == len(has) <= _MANY or len({one.value for one in had}) != len(had):
        return
    places = {one.value: index for index, one in enumerate(has)}
    order = [places.get(one.value, index) for index, one in enumerate(had)]
    texts = [_words(shown(pair.msgid, one)) for one in had]
    ours = [_words(shown(pair.msgstr, has[index])) for index in order]
    for first in range(len(had)):
        for second in range(first + 1, len(had)):
            kept = _alike(texts[first], ours[first]) + _alike(texts[second], ours[second])
            crossed = _alike(texts[first], ours[second]) + _alike(texts[second], ours[first])
            if crossed > kept or (order[first] > order[second] and crossed == kept):
                yield has[order[first]], has[order[second]]
                return


def shown(text: str, span: InlineSpan) -> str:
    """The text of the link, or the description of the image, that leads to ``span``."""
    end = max(text.rfind("](", 0, span.start), text.rfind("][", 0, span.start))
    depth = 0
    for at in range(end - 1, max(-1, end - 300), -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if depth < 0:
            return text[at + 1 : end]
    return ""


def _words(text: str) -> set[str]:
    """The beginnings of words: names and technical terms are the same in many languages, but for endings."""
    words = re.findall(r"\w+", text.casefold())
    return {word[:4] for word in words if len(word) > 2 or word.isdigit()} or set(words)


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(len(one), len(other), 1)
