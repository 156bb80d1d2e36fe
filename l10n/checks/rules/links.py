"""Where links, images and references lead: those of a translation against those of its source.

One cause gives one flaw: a link that lost a bracket is not also a lost link, an added URL, a stray bracket.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from l10n.checks.model import Pair, Setting
from l10n.markdown import InlineSpan, SpanKind, label

_KINDS = frozenset({SpanKind.LINK, SpanKind.IMAGE, SpanKind.URL, SpanKind.LABEL})
_MANY = 50
"""So many targets without a counterpart are compared one with another; more are no translator's slip."""


@dataclass(slots=True)
class Compared:
    """What became of the targets of a message in its translation."""

    lost: list[InlineSpan] = field(default_factory=list)
    added: list[InlineSpan] = field(default_factory=list)
    changed: list[tuple[InlineSpan, InlineSpan]] = field(default_factory=list)
    broken: list[tuple[InlineSpan, tuple[int, int]]] = field(default_factory=list)
    """Targets that are there, but lost a bracket, and where they are."""
    spaced: list[tuple[InlineSpan, tuple[int, int]]] = field(default_factory=list)
    """Targets that a blank parts from their text, and where that blank is."""

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.lost or self.added or self.changed or self.broken or self.spaced)


def compared(pair: Pair, setting: Setting) -> Compared:
    """The targets of the message against those of the translation."""
    result = Compared()
    if _targets(pair.source.spans) == _targets(pair.target.spans):
        return result
    had, has = _destinations(pair.source.spans), _destinations(pair.target.spans)
    lost, result.added = _unmatched(had, has)
    if not lost and not result.added:
        return result
    matched = Counter(id(one) for one in has) - Counter(id(one) for one in result.added)
    taken = bytearray(len(pair.msgstr))
    for one in has:
        if id(one) in matched:
            _take(taken, one.start, one.end)
    for one in lost[:_MANY]:
        if not _counterpart(one, result.added, setting) and not _harmless(one, pair, setting):
            _explain(one, pair.msgstr, taken, result)
    result.lost += lost[_MANY:]
    result.added = [one for one in result.added if not _shown_in_link(one, pair.msgstr)]
    _pair_up(result)
    return result


def _targets(spans: Iterable[InlineSpan]) -> list[tuple[SpanKind, str]]:
    return [(span.kind, span.value) for span in spans if span.kind in _KINDS]


def _destinations(spans: Iterable[InlineSpan]) -> list[InlineSpan]:
    return [_plain(span) for span in spans if span.kind in _KINDS]


def _plain(span: InlineSpan) -> InlineSpan:
    """A label as they are compared; a URL that is the text of a link as that link's target."""
    if span.kind is SpanKind.LABEL:
        return InlineSpan(span.kind, span.start, span.end, label(span.value))
    if span.kind is SpanKind.URL:
        shown, link, target = span.value.partition("](")
        value = (target if link else shown).rstrip("*_~")
        return InlineSpan(SpanKind.LINK if link else span.kind, span.start, span.end, value)
    return span


def _unmatched(had: list[InlineSpan], has: list[InlineSpan]) -> tuple[list[InlineSpan], list[InlineSpan]]:
    """What only one of them has; order is the translator's."""
    waiting: dict[tuple[SpanKind, str], deque[InlineSpan]] = {}
    for one in has:
        waiting.setdefault((one.kind, one.value), deque()).append(one)
    lost = []
    for one in had:
        same = waiting.get((one.kind, one.value))
        if same:
            same.popleft()
        else:
            lost.append(one)
    left = sorted((one for same in waiting.values() for one in same), key=lambda one: one.start)
    return lost, left


def _counterpart(lost: InlineSpan, added: list[InlineSpan], setting: Setting) -> bool:
    """Take off ``added`` what stands for ``lost``, if anything does: another form of the same target."""
    for index, one in enumerate(added[:_MANY]):
        if _stands_for(lost, one, setting):
            del added[index]
            return True
    return False


def _stands_for(lost: InlineSpan, one: InlineSpan, setting: Setting) -> bool:
    if lost.kind is SpanKind.LABEL:
        target = setting.references.get(lost.value)
        return one.kind in (SpanKind.LINK, SpanKind.IMAGE) and one.value == target
    if one.kind is SpanKind.LABEL:
        return False
    kinds = (SpanKind.URL, SpanKind.LINK) if lost.kind is SpanKind.URL else (lost.kind,)
    return one.kind in kinds and setting.localised.same(lost.value, one.value)


def _harmless(lost: InlineSpan, pair: Pair, setting: Setting) -> bool:
    """Whether nothing leads elsewhere without it."""
    if lost.kind is SpanKind.URL:
        return _shown_in_link(lost, pair.msgid)
    if lost.kind is not SpanKind.LABEL or (setting.references and lost.value not in setting.references):
        return False
    return any(label(match[1]) == lost.value for match in _SHORTCUT.finditer(pair.msgstr))


def _shown_in_link(url: InlineSpan, text: str) -> bool:
    """Whether a URL is the text of a link, which is the translator's."""
    return url.kind is SpanKind.URL and _ENDS_LINK.match(text, url.end) is not None


_ENDS_LINK = re.compile(r"[^\[\]\n]{0,80}\][(\[]")
_SHORTCUT = re.compile(r"(?<![\]\s])\s*\[([^\[\]]+)\](?!\s*\[[^\]]|[(:])")
_SPACED = re.compile(r"\]([ \t\n\u00a0\u202f]+)[(\[]\s*<?\Z")


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _explain(lost: InlineSpan, text: str, taken: bytearray, result: Compared) -> None:
    """Sort a target without a counterpart by what became of it."""
    at = _found(lost, text, taken)
    if at is None:
        result.lost.append(lost)
        return
    overlapping = [one for one in result.added if one.start < at[1] and at[0] < one.end]
    result.added = [one for one in result.added if one not in overlapping]
    _take(taken, *at)
    spaced = _SPACED.search(text, max(0, at[0] - 40), at[0])
    whole = [one for one in overlapping if one.kind is not SpanKind.URL or _is_other(one, lost)]
    if spaced:
        result.spaced.append((lost, spaced.span(1)))
    elif whole:
        result.changed.append((lost, whole[0]))
    else:
        result.broken.append((lost, at))


def _is_other(url: InlineSpan, lost: InlineSpan) -> bool:
    """Whether a URL is another, and not only followed by what is left of a link's brackets."""
    return url.value.rstrip(")>]") != lost.value


def _found(lost: InlineSpan, text: str, taken: bytearray) -> tuple[int, int] | None:
    """Where the target stands, outside of those that have their counterpart."""
    for pattern in _patterns(lost):
        for match in pattern.finditer(text):
            if match[1] and not taken[match.start(1)]:
                return match.span(1)
    return None


def _patterns(lost: InlineSpan) -> list[re.Pattern[str]]:
    """How the target may stand in a text, the likeliest first; a label only beside a bracket."""
    value = re.escape(lost.value)
    if lost.kind is not SpanKind.LABEL:
        return [re.compile(f"({value})")]
    value = value.replace(r"\ ", r"\s+")
    shapes = (rf"\]\s*\[?({value})", rf"\[({value})", rf"({value})\]")
    return [re.compile(shape, re.IGNORECASE) for shape in shapes]


def _pair_up(result: Compared) -> None:
    """What is lost and what is added of one sort are one change."""
    for one in list(result.lost[:_MANY]):
        sort = one.kind is SpanKind.LABEL
        other = next((new for new in result.added if (new.kind is SpanKind.LABEL) is sort), None)
        other = other or next(iter(result.added), None)
        if other:
            result.lost.remove(one)
            result.added.remove(other)
            result.changed.append((one, other))


def swapped(pair: Pair) -> Iterator[tuple[InlineSpan, InlineSpan]]:
    """Targets, all kept, that seem to have changed places: their order is another, their texts' is not."""
    had = [one for one in _destinations(pair.source.spans) if one.kind is not SpanKind.URL]
    has = [one for one in _destinations(pair.target.spans) if one.kind is not SpanKind.URL]
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
