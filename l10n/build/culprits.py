"""Which translations change the structure of a deck, where all together do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, Protocol

from l10n.build.structure import difference
from l10n.deck import Deck, Slides, Span
from l10n.dialects import Place


class Skim(Protocol):
    """The slides of a deck in its dialect, or of a stretch amid a deck; see ``parser.skim``."""

    def __call__(self, text: str, amid: Deck | None = None) -> Slides:
        """Those of ``text``."""


_BOM = "\ufeff"
_TRIES_OF_SLIDE, _TRIES_OF_DECK = 128, 64
"""So often a slide, and the whole deck, is built to find culprits: a few times for each of them."""


def culprits(deck: Deck, wanted: Mapping[int, str], skim: Skim) -> dict[int, str]:
    """By segment: why it may not be spliced, found slide by slide, then over the whole deck.

    The deck is whole without them. They are those that would break it, as long as the tries suffice; then
    what was not yet tried is among them.
    """
    refused: dict[int, str] = {}
    groups = _by_slide(deck, wanted)
    for group in groups:
        slide = _Stretch(deck, group, skim)
        refused |= _culprits_among({index: wanted[index] for index in group.indexes}, slide.harm)
    left = [{index: wanted[index] for index in one.indexes if index not in refused} for one in groups]
    return refused | _culprits_for_others(left, _Whole(deck, skim))


def _culprits_for_others(groups: list[dict[int, str]], whole: _Whole) -> dict[int, str]:
    """By segment: that it, harmless to its own slide, would break slides after that."""
    refused: dict[int, str] = {}
    good = 0
    while True:
        good, bad = _harmless(groups, good, whole)
        if good == len(groups):
            return refused
        if good < bad - 1:  # there were no tries left
            return refused | dict.fromkeys(chain.from_iterable(groups[good:]), _TOO_MANY_IN_DECK)
        found = _culprits_after(_merged(groups[:good]), groups[good], whole)
        refused |= found
        kept = {index: new for index, new in groups[good].items() if index not in found}
        groups = [*groups[:good], kept, *groups[good + 1 :]]
        good += 1


def _culprits_after(before: Mapping[int, str], group: Mapping[int, str], whole: _Whole) -> dict[int, str]:
    """Those of a slide that does harm to others, behind harmless ones."""
    if len(group) == 1:
        return dict.fromkeys(group, _AFTER)
    return _culprits_among(group, lambda some: whole.harm({**before, **some}))


_AFTER = "it would change the structure of slides after its own"
_TOO_MANY_ON_SLIDE = "too many translations of this slide would change its structure; mend those named first"


_TOO_MANY_IN_DECK = "too many slides would change the structure of those after them; mend those named first"


def _by_slide(deck: Deck, wanted: Mapping[int, str]) -> list[_Group]:
    """Each slide, steps included, of which segments are to be replaced."""
    by_slide: dict[int, list[int]] = {}
    for index in wanted:
        if _body_at(deck, deck.segments[index].span.start):
            by_slide.setdefault(deck.segments[index].slide, []).append(index)
    starts = [slide.span.start for slide in deck.slides if not slide.continued]
    groups: list[_Group] = []
    for slide, indexes in sorted(by_slide.items()):
        start = deck.slides[slide].span.start
        body = _body_at(deck, start) or deck.bodies[0]
        following = bisect_right(starts, start)
        end = min([body.end, *starts[following : following + 1]])
        first = body.start + deck.text.startswith(_BOM, body.start)
        if slide and deck.slides[slide - 1].span.end == first:  # what front matter is, is so there only
            start = body.start
        groups.append(_Group(start, end, body, indexes))
    return groups


def _body_at(deck: Deck, offset: int) -> Place | None:
    """What has slides there; None where the page around them is."""
    body = deck.bodies[bisect_right(deck.bodies, offset, key=attrgetter("start")) - 1]
    return body if body.start <= offset < body.end else None


class _Group(NamedTuple):
    """A slide with its steps, and segments on it."""

    start: int
    end: int
    body: Place
    """What it stands in."""
    indexes: list[int]


_Harm = Callable[[Mapping[int, str]], str | None]


class _Stretch:
    """A slide with its steps, amid the deck as its source has it."""

    def __init__(self, deck: Deck, group: _Group, skim: Skim) -> None:
        self.deck = deck
        self.group = group
        self.skim = skim

    def harm(self, replacements: Mapping[int, str]) -> str | None:
        """Why these may not be spliced all together, None if they may."""
        return difference(self._source, self._built(replacements))

    @cached_property
    def _source(self) -> Slides:
        return self._built({})

    def _built(self, replacements: Mapping[int, str]) -> Slides:
        text, body = self.deck.text, self.group.body
        slide = self.deck.spliced(Span(self.group.start, self.group.end), replacements)
        before, behind = text[body.element[0] : body.start], text[body.end : body.element[1]]
        return self.skim(f"{before}{slide}{behind}", amid=self.deck)


def _culprits_among(wanted: Mapping[int, str], harm: _Harm) -> dict[int, str]:
    """By segment: why it may not be spliced; ``harm`` says it of any of them together.

    Culprits are few: what stands before the next one is found by doubling, then by halving.
    """
    if harm(wanted) is None:
        return {}
    kept: dict[int, str] = {}
    refused: dict[int, str] = {}
    left = list(wanted)
    step = 1
    for _ in range(_TRIES_OF_SLIDE):
        if not left:
            break
        more = {index: wanted[index] for index in left[:step]}
        reason = harm({**kept, **more})
        if reason and step > 1:
            step //= 2
            continue
        if reason:
            refused[left[0]] = reason
        else:
            kept |= more
            step *= 2
        left = left[len(more) :]
    return refused | dict.fromkeys(left, _TOO_MANY_ON_SLIDE)


class _Whole:
    """The deck with translations of several slides, which is built so often at most."""

    def __init__(self, deck: Deck, skim: Skim) -> None:
        self.deck = deck
        self.skim = skim
        self.tries = _TRIES_OF_DECK

    def harm(self, replacements: Mapping[int, str]) -> str | None:
        """Why these may not be spliced all together, None if they may."""
        if not self.tries:
            return _TOO_MANY_IN_DECK
        self.tries -= 1
        changed = difference(self.deck.slides, self.skim(self.deck.splice(replacements)))
        return None if changed is None else _AFTER


def _harmless(groups: Sequence[Mapping[int, str]], good: int, whole: _Whole) -> tuple[int, int]:
    """How many groups, from the first, are known to do no harm together; how many to do some.

    The second is one more than the first, unless the tries did not suffice. First all are tried, for most
    decks have no harm left.
    """
    bad, count = len(groups) + 1, len(groups)
    while good < bad - 1 and whole.tries:
        if whole.harm(_merged(groups[:count])) is None:
            good = count
        else:
            bad = count
        count = (good + bad) // 2
    return good, bad


def _merged(groups: Iterable[Mapping[int, str]]) -> dict[int, str]:
    return dict(chain.from_iterable(group.items() for group in groups))
