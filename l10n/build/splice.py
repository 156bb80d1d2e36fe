"""Building a localised deck: splicing translations into the source, and refusing those that would break it.

Each translation is checked where it would stand; then the slides of the built deck must have the outlines of
the source's. Where they have not, the culprits are found slide by slide and left out: exactly those, unless
there are so many that finding each would take too long.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from l10n.build import damage
from l10n.build.layout import lay_out, structural_line
from l10n.catalog.model import Key
from l10n.deck.model import Deck, Earlier, Kind, Outline, Segment, Slides, Span
from l10n.markdown.targets import Localised

Skim = Callable[[str], Slides]
"""The slides of a deck in its dialect; see ``parser.skim``."""

_TRIES_OF_SLIDE, _TRIES_OF_DECK = 128, 64
"""So often a slide, and the whole deck, is built to find culprits: a few times for each of them."""


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
        for index, reason in _culprits(deck, wanted, skim).items():
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
            structural_line(translation)
            or _damage(deck, segment, replacement, localised, marks.get(segment.slide, ""))
            or _moved_backticks(deck, segment, replacement)
        )
        if reason:
            refused[index] = reason
        else:
            wanted[index] = replacement
    return wanted, refused


def _laid_out(deck: Deck, segment: Segment, translation: str, line_end: str) -> str:
    source = segment.span.of(deck.text)
    lead = deck.text[deck.text.rfind("\n", 0, segment.span.start) + 1 : segment.span.start]
    return lay_out(
        source,
        translation,
        lead=lead,
        line_end=line_end,
        one_line=segment.one_line,
        in_class=segment.in_class,
    )


def _damage(deck: Deck, segment: Segment, replacement: str, localised: Localised, marks: str) -> str | None:
    unfit = set(_UNFIT.findall(replacement))
    if not replacement.strip() or (unfit and not _UNFIT.sub("", replacement).strip()):
        return "it is blank"
    if unfit and unfit - set(segment.msgid):
        return "it holds a control character, or one that is a line end to some programs"
    if segment.kind is Kind.TABLE_CELL and _begins_cell(segment.msgid, replacement):
        return "its | would begin another cell"
    if segment.kind is Kind.TABLE_CELL and replacement.endswith("\\"):
        return "its last backslash would hide the end of the cell"
    if segment.kind is Kind.IMAGE and set("[]\\").intersection(replacement) - set(segment.msgid):
        return "brackets and backslashes would end the image's description"
    lead = deck.text[segment.block.start : segment.span.start]
    rest = deck.text[segment.span.end : segment.block.end]
    if segment.in_class:
        lead, rest = f".class[{lead}", f"{rest}]"
    before, after = f"{lead}{segment.msgid}{rest}", f"{lead}{replacement}{rest}"
    behind_mark = segment.kind is Kind.HEADING and deck.text[segment.block.start - 1] in "# \t"
    begins_line = segment.kind is not Kind.TABLE_CELL and not behind_mark
    return damage.damage(before, after, deck.references, localised, marks=marks, begins_line=begins_line)


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


def _begins_cell(before: str, after: str) -> bool:
    """Whether a bar is new, for remark knows no escape; or no longer escaped, for others do."""
    had, has = ((text.count("|"), text.count("\\|")) for text in (before, after))
    return has[0] > had[0] or has[0] - has[1] > had[0] - had[1]


_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\u2424\ufeff]")


def _footnote_marks(deck: Deck) -> dict[int, str]:
    """By slide: the marks with which its footnotes begin, which its text must keep."""
    marks: dict[int, str] = {}
    for segment in deck.segments:
        mark = damage.footnote_mark(segment.msgid)
        if mark:
            marks[segment.slide] = f"{marks.get(segment.slide, '')} {mark}"
    return marks


def _culprits(deck: Deck, wanted: Mapping[int, str], skim: Skim) -> dict[int, str]:
    """By segment: why it may not be spliced, found slide by slide, then over the whole deck.

    The deck is whole without them. They are exactly those that would break it, as long as the tries suffice;
    then what was not yet tried is among them.
    """
    refused: dict[int, str] = {}
    groups = _by_slide(deck, wanted)
    for start, end, indexes in groups:
        refused |= _culprits_of_slide(deck, start, end, {index: wanted[index] for index in indexes}, skim)
    left = [{index: wanted[index] for index in indexes if index not in refused} for _, _, indexes in groups]
    return refused | _culprits_for_others(deck, left, skim)


def _culprits_for_others(deck: Deck, groups: list[dict[int, str]], skim: Skim) -> dict[int, str]:
    """By segment: that its slide, harmless by itself, would break slides after it."""
    refused: dict[int, str] = {}
    good, tries = 0, _TRIES_OF_DECK
    while True:
        good, bad, tries = _harmless(deck, groups, good, skim, tries)
        if good == len(groups):
            return refused
        if good < bad - 1:  # there were no tries left
            return refused | dict.fromkeys(chain.from_iterable(groups[good:]), _TOO_MANY_IN_DECK)
        refused |= dict.fromkeys(groups[good], "it would change the structure of slides after its own")
        groups = [*groups[:good], {}, *groups[good + 1 :]]
        good += 1


_TOO_MANY_ON_SLIDE = "too many translations of this slide would change its structure; mend those named first"
_TOO_MANY_IN_DECK = "too many slides would change the structure of those after them; mend those named first"


def _by_slide(deck: Deck, wanted: Mapping[int, str]) -> list[tuple[int, int, list[int]]]:
    """Where each slide, steps included, begins and ends, and the segments to replace on it."""
    starts = [slide.span.start for slide in deck.slides if not slide.continued]
    numbers = [number for number, slide in enumerate(deck.slides) if not slide.continued]
    ends = dict(zip(numbers, [*starts[1:], len(deck.text)], strict=True))
    groups: dict[int, list[int]] = {}
    for index in wanted:
        groups.setdefault(deck.segments[index].slide, []).append(index)
    return [
        (deck.slides[slide].span.start, ends[slide], indexes) for slide, indexes in sorted(groups.items())
    ]


def _culprits_of_slide(
    deck: Deck, start: int, end: int, wanted: Mapping[int, str], skim: Skim
) -> dict[int, str]:
    def built(replacements: Mapping[int, str]) -> Slides:
        text: list[str] = []
        at = start
        for index in sorted(replacements):
            span = deck.segments[index].span
            text += deck.text[at : span.start], replacements[index]
            at = span.end
        return skim("".join([*text, deck.text[at:end]]))

    slide = built({})
    if difference(slide, built(wanted)) is None:
        return {}
    kept: dict[int, str] = {}
    refused: dict[int, str] = {}
    left = list(wanted)
    step = 1
    for _ in range(_TRIES_OF_SLIDE):
        if not left:
            break
        more = {index: wanted[index] for index in left[:step]}
        reason = difference(slide, built({**kept, **more}))
        if reason and step > 1:  # culprits are few: what stands before the next one is found by halving
            step //= 2
            continue
        if reason:
            refused[left[0]] = reason
        else:
            kept |= more
        left = left[step:]
        step *= 1 if reason else 2
    return refused | dict.fromkeys(left, _TOO_MANY_ON_SLIDE)


def _harmless(
    deck: Deck, groups: Sequence[dict[int, str]], good: int, skim: Skim, tries: int
) -> tuple[int, int, int]:
    """How many groups, from the first, are known to do no harm together; how many to do some; tries left.

    The second is one more than the first, unless the tries did not suffice. First all are tried, for most
    decks have no harm left.
    """
    bad, count = len(groups) + 1, len(groups)
    while good < bad - 1 and tries:
        text = deck.splice({index: new for group in groups[:count] for index, new in group.items()})
        tries -= 1
        if difference(deck.slides, skim(text)) is None:
            good = count
        else:
            bad = count
        count = (good + bad) // 2
    return good, bad, tries


_PARTS = {
    "continued": "the slides and steps",
    "properties": "the slide's properties (write a no-break space before a colon)",
    "notes": "the presenter notes",
    "classes": "the content classes",
    "spans": "the content classes",
    "macros": "the macros",
    "definitions": "the link definitions",
    "code": "the code blocks",
}
_BLOCKS = {
    "heading_open": "a heading",
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "list_item_open": "a list item",
    "blockquote_open": "a quote",
    "paragraph_open": "a paragraph of its own",
    "fence": "a code block",
    "code_block": "a code block",
    "hr": "a rule",
    "table_open": "a table",
    "html_block": "an HTML block",
    "inline": "text of its own",
}


def difference(source: Slides, built: Slides) -> str | None:
    """What the structure of ``built`` has that ``source`` has not, in words; None if it is the same."""
    for one, other in zip(source, built, strict=False):
        if one.outline != other.outline:
            return _changed(one.outline, other.outline)
    if len(source) != len(built):
        return "it would change the slides and steps"
    return _earlier_difference(source.earlier, built.earlier)


def _earlier_difference(source: Earlier | None, built: Earlier | None) -> str | None:
    if source is None or built is None or source.outlines == built.outlines:
        return None
    pairs = zip(source.outlines, built.outlines, strict=False)
    reasons = (_changed(one, other) for one, other in pairs if one != other)
    return f"{next(reasons, 'it would change the slides and steps')} in {source.version}"


def _changed(source: Outline, built: Outline) -> str:
    for name, part in _PARTS.items():
        if getattr(source, name) != getattr(built, name):
            return f"it would change {part}"
    for (_, _, had), (_, _, has) in zip(source.blocks, built.blocks, strict=False):
        for one, other in zip_longest(had, has, fillvalue=("",)):
            if one != other:
                return f"it would be read as {_BLOCKS.get(str(other[0]), 'another kind of block')}"
    return "it would change the blocks of its slide"
