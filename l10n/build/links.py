"""Where links, images and references lead: a translation keeps that, and if not, this says what became of it.

Whether it is kept is decided by the targets that each reader of the renderer finds (``changed_targets``);
what became of a target is looked up in the text as it is written. One cause gives one fault: a link that lost
a bracket is not also a lost link and an added URL.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from l10n.build.stand import Change
from l10n.dialects import Fault, Kept
from l10n.language import excerpt, excerpts
from l10n.markdown import InlineSpan, Localised, SpanKind, changed_targets, label, spans
from l10n.regex import regex

_KINDS = frozenset({SpanKind.LINK, SpanKind.IMAGE, SpanKind.URL, SpanKind.LABEL})
_MANY = 50
"""So many targets without a counterpart are compared one with another; more are no translator's slip."""


def changed(
    change: Change, references: Mapping[str, str], localised: Localised, *, explained: bool
) -> Iterator[Fault]:
    """What of the targets is not kept; of what nothing explains, the bare fact, unless other faults do."""
    reason = _reason(change, references, localised)
    if reason is not None:
        found = list(_explanations(change, references, localised))
        yield from found
        if not found and not explained:
            yield Fault(Kept.LINK, reason)


def _reason(change: Change, references: Mapping[str, str], localised: Localised) -> str | None:
    """Why the targets are not the same to an engine; None if they are."""
    for reader in change.renderer.inline:
        had, has = (reader.targets(text, references) for text in (change.before, change.after))
        if reason := changed_targets(had, has, localised):
            return reason
    return None


def _explanations(change: Change, references: Mapping[str, str], localised: Localised) -> Iterator[Fault]:
    found = _Compared(change.msgid, change.msgstr, references, localised)
    found.compare()
    for lost, at in found.spaced:
        message = f"a blank parts the {_name(lost)} {excerpt(lost.value)} from its text"
        yield Fault(Kept.TARGET_AT_TEXT, message, at)
    for lost, at in found.broken:
        yield Fault(Kept.BRACKET, f"the {_name(lost)} {_value(lost)} lacks a bracket", at)
    for lost in found.lost:
        yield Fault(_kept(lost), f"the {_name(lost)} {_value(lost)} is missing")
    for had, has in found.changed:
        was, became = excerpts(had.value, has.value)
        became = f"a {_name(has)}" if had.value == has.value else became
        message = f"the {_name(had)} {_shown(had, was)} has become {became}"
        yield Fault(_kept(had), message, (has.start, has.end))
    for new in found.added:
        message = f"the {_name(new)} {_value(new)} is not in the source"
        yield Fault(_kept(new), message, (new.start, new.end))


def _kept(span: InlineSpan) -> Kept:
    return Kept.LABEL if span.kind is SpanKind.LABEL else Kept.LINK


def _name(span: InlineSpan) -> str:
    return {SpanKind.URL: "URL", SpanKind.LABEL: "reference"}.get(span.kind, span.kind.value)


def _value(span: InlineSpan) -> str:
    return _shown(span, excerpt(span.value))


def _shown(span: InlineSpan, value: str) -> str:
    return f"[{value}]" if span.kind is SpanKind.LABEL else value


@dataclass(slots=True)
class _Compared:
    """What became of the targets of a message in its translation."""

    msgid: str
    msgstr: str
    references: Mapping[str, str]
    localised: Localised
    lost: list[InlineSpan] = field(default_factory=list)
    added: list[InlineSpan] = field(default_factory=list)
    changed: list[tuple[InlineSpan, InlineSpan]] = field(default_factory=list)
    broken: list[tuple[InlineSpan, tuple[int, int]]] = field(default_factory=list)
    """Targets that are there, but lost a bracket, and where they are."""
    spaced: list[tuple[InlineSpan, tuple[int, int]]] = field(default_factory=list)
    """Targets that a blank parts from their text, and where that blank is."""

    def compare(self) -> None:
        """Sort what differs by what became of it."""
        had, has = destinations(spans(self.msgid)), destinations(spans(self.msgstr))
        lost, self.added = _unmatched(had, has)
        matched = Counter(id(one) for one in has) - Counter(id(one) for one in self.added)
        taken = bytearray(len(self.msgstr))
        for one in has:
            if id(one) in matched:
                _take(taken, one.start, one.end)
        for one in lost[:_MANY]:
            if not self._has_counterpart(one) and not self._is_harmless(one):
                self._explain(one, taken)
        self.lost += lost[_MANY:]
        self.added = [one for one in self.added if not _shown_in_link(one, self.msgstr)]
        self._pair_up()

    def _has_counterpart(self, lost: InlineSpan) -> bool:
        """Take off ``added`` what stands for ``lost``, if anything does: another form of the same target."""
        for index, one in enumerate(self.added[:_MANY]):
            if self._stands_for(lost, one):
                del self.added[index]
                return True
        return False

    def _stands_for(self, lost: InlineSpan, one: InlineSpan) -> bool:
        if lost.kind is SpanKind.LABEL:
            target = self.references.get(lost.value)
            return one.kind in (SpanKind.LINK, SpanKind.IMAGE) and one.value == target
        if one.kind is SpanKind.LABEL:
            return False
        kinds = (SpanKind.URL, SpanKind.LINK) if lost.kind is SpanKind.URL else (lost.kind,)
        return one.kind in kinds and self.localised.same(lost.value, one.value)

    def _is_harmless(self, lost: InlineSpan) -> bool:
        """Whether nothing leads elsewhere without it."""
        if lost.kind is SpanKind.URL:
            return _shown_in_link(lost, self.msgid)
        if lost.kind is not SpanKind.LABEL or (self.references and lost.value not in self.references):
            return False
        return any(label(match[1]) == lost.value for match in _SHORTCUT.finditer(self.msgstr))

    def _explain(self, lost: InlineSpan, taken: bytearray) -> None:
        """Sort a target without a counterpart by what became of it."""
        at = _found(lost, self.msgstr, taken) or (0, 0)
        overlapping = [one for one in self.added if one.start < at[1] and at[0] < one.end]
        if at == (0, 0) or (not overlapping and self._has_other_label(lost)):
            self.lost.append(lost)
            return
        self.added = [one for one in self.added if one not in overlapping]
        _take(taken, *at)
        spaced = _SPACED.search(self.msgstr, max(0, at[0] - 40), at[0])
        whole = [one for one in overlapping if one.kind is not SpanKind.URL or _is_other(one, lost)]
        if spaced:
            self.spaced.append((lost, spaced.span(1)))
        elif whole:
            self.changed.append((lost, whole[0]))
        else:
            self.broken.append((lost, at))

    def _has_other_label(self, lost: InlineSpan) -> bool:
        """Whether a label became another; then what is like the lost one in the text is a word."""
        return lost.kind is SpanKind.LABEL and any(one.kind is SpanKind.LABEL for one in self.added)

    def _pair_up(self) -> None:
        """What is lost and what is added of one sort are one change."""
        for one in list(self.lost[:_MANY]):
            sort = one.kind is SpanKind.LABEL
            other = next((new for new in self.added if (new.kind is SpanKind.LABEL) is sort), None)
            other = other or next(iter(self.added), None)
            if other:
                self.lost.remove(one)
                self.added.remove(other)
                self.changed.append((one, other))


def destinations(found: Iterable[InlineSpan]) -> list[InlineSpan]:
    """Those of the spans that lead somewhere, as they are compared."""
    return [_plain(span) for span in found if span.kind in _KINDS]


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


def _shown_in_link(url: InlineSpan, text: str) -> bool:
    """Whether a URL is the text of a link, which is the translator's."""
    return url.kind is SpanKind.URL and _ENDS_LINK.match(text, url.end) is not None


_ENDS_LINK = regex(r"[^\[\]\n]{0,80}\][(\[]")
_SHORTCUT = regex(r"(?<![\]\s])\s*\[([^\[\]]+)\](?!\s*\[[^\]]|[(:])")
_SPACED = regex(r"\]([ \t\n\u00a0\u202f]+)[(\[]\s*<?\Z")


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


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
