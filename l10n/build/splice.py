"""Building a localised deck: splicing translations into the source, and refusing those that would break it.

Each translation is checked where it would stand; then the slides of the built deck must have the outlines of
the source's. Where they have not, the culprits are found slide by slide and left out: exactly those, unless
there are so many that finding each would take too long.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.build import damage
from l10n.build.culprits import Skim, culprits
from l10n.build.layout import lay_out, structural_line
from l10n.build.structure import difference
from l10n.catalog import Key
from l10n.deck import Deck, Kind, Segment, Span
from l10n.markdown import Localised, pinned


@dataclass(frozen=True, slots=True)
class Refusal:
    """A translation that was not published, for it would break the deck."""

    segment: Segment
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """A localised deck."""

    text: str
    published: int
    """How many segments stand in translation."""
    refused: tuple[Refusal, ...]


def build(deck: Deck, translations: Mapping[Key, str], skim: Skim, localised: Localised) -> Built:
    """The deck with its translations, which must be fit to publish: neither empty nor fuzzy."""
    found = [translations.get(segment.key, "") for segment in deck.segments]
    wanted, refused = _fitting(deck, found, localised)
    text = deck.splice(wanted)
    if wanted and difference(deck.slides, skim(text)):
        for index, reason in culprits(deck, wanted, skim).items():
            refused[index] = reason
            del wanted[index]
        text = deck.splice(wanted)
    same = sum(one == segment.msgid for segment, one in zip(deck.segments, found, strict=True))
    refusals = tuple(Refusal(deck.segments[index], refused[index]) for index in sorted(refused))
    return Built(text, len(wanted) + same, refusals)


def _fitting(
    deck: Deck, translations: Sequence[str], localised: Localised
) -> tuple[dict[int, str], dict[int, str]]:
    """By segment: what would replace it, and why the others may not; empty translations replace nothing."""
    wanted: dict[int, str] = {}
    refused: dict[int, str] = {}
    marks = _footnote_marks(deck)
    line_end = "\r\n" if "\r\n" in deck.text else "\n"
    for index, (segment, translation) in enumerate(zip(deck.segments, translations, strict=True)):
        if translation in ("", segment.msgid):
            continue
        replacement = _laid_out(deck, segment, translation, line_end)
        reason = (
            (structural_line(translation) if segment.quoting.laid_out else None)
            or _damage(deck, segment, translation, replacement, localised, marks=marks.get(segment.slide, ""))
            or _moved_backticks(deck, segment, replacement)
        )
        if reason:
            refused[index] = reason
        else:
            wanted[index] = replacement
    return wanted, refused


def _laid_out(deck: Deck, segment: Segment, translation: str, line_end: str) -> str:
    if not segment.quoting.laid_out:
        return segment.quoting.write(translation.replace("\r\n", "\n"), line_end)
    source = segment.span.of(deck.text)
    lead = deck.text[deck.text.rfind("\n", 0, segment.span.start) + 1 : segment.span.start]
    laid = lay_out(
        source,
        translation,
        lead=lead,
        line_end=line_end,
        one_line=segment.one_line,
        in_class=segment.in_class,
        renderer=deck.renderer,
    )
    return segment.quoting.write(laid, line_end)


def _damage(
    deck: Deck, segment: Segment, translation: str, replacement: str, localised: Localised, *, marks: str
) -> str | None:
    unfit = set(_UNFIT.findall(replacement))
    if not translation.strip() or (unfit and not _UNFIT.sub("", replacement).strip()):
        return "it is blank"
    if unfit and unfit - set(segment.msgid):
        return "it holds a control character, or one that is a line end to some programs"
    written = replacement if segment.quoting.laid_out else translation.replace("\r\n", "\n")
    if reason := segment.quoting.unfit(segment.msgid, written):
        return reason
    lead = deck.text[segment.block.start : segment.span.start]
    rest = deck.text[segment.span.end : segment.block.end]
    if segment.in_class:
        lead, rest = f".class[{lead}", f"{rest}]"
    if segment.kind is Kind.HEADING and not deck.renderer.marked:
        written = _without_anchor(written, deck, segment)
    before, after = f"{lead}{segment.msgid}{rest}", f"{lead}{written}{rest}"
    return damage.damage(
        before,
        after,
        deck.references,
        localised,
        marks=marks,
        begins_line=_begins_line(deck, segment),
        renderer=deck.renderer,
    )


def _without_anchor(title: str, deck: Deck, segment: Segment) -> str:
    """A translated title may say its anchor, for that would be another; unless its source says one."""
    at = title.rfind("{")
    says = at > 0 and pinned(title, at)[0] and not pinned(deck.text, segment.span.end)[0]
    return title[:at].rstrip() if says else title


def _begins_line(deck: Deck, segment: Segment) -> bool:
    """Whether the mark of a block could stand where the segment begins."""
    behind_mark = segment.kind is Kind.HEADING and deck.text[segment.block.start - 1] in "# \t"
    return segment.kind not in (Kind.TABLE_CELL, Kind.TITLE, Kind.FRONT_MATTER) and not behind_mark


def _moved_backticks(deck: Deck, segment: Segment, replacement: str) -> str | None:
    """That one backtick more or less would hide other text than in the source, where one has no partner."""
    if segment.span.of(deck.text).count("`") == replacement.count("`") or deck.slides.earlier is None:
        return None
    version, _, strays = deck.slides.earlier
    if not _crossed(segment.span, strays):
        return None
    return f"the number of backticks must stay: in {version} one before has no partner on its line"


def _crossed(span: Span, strays: Sequence[Span]) -> bool:
    """Whether one of the strays begins or ends outside of ``span``, and has some of it."""
    first = bisect_right(strays, span.start, key=lambda stray: stray.end)
    last = bisect_left(strays, span.end, key=lambda stray: stray.start)
    return first < last and (strays[first].start < span.start or strays[last - 1].end > span.end)


_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\u2424\ufeff]")


def _footnote_marks(deck: Deck) -> dict[int, str]:
    """By slide: the marks with which its footnotes begin, which its text must keep."""
    marks: dict[int, str] = {}
    for segment in deck.segments:
        mark = damage.footnote_mark(segment.msgid)
        if mark:
            marks[segment.slide] = f"{marks.get(segment.slide, '')} {mark}"
    return marks
