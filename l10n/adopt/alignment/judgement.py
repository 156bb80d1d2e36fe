"""What an alignment says of each message: translated, doubtful, or nothing, and why.

From a confidence of ``SURE`` on a pair is translated, from ``DOUBTFUL`` on fuzzy, below it is left out. A
sure pair is fuzzy, too, where what must not change with the language has changed, or where the translation
would break the deck.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from l10n.adopt.alignment.align import Alignment, Match
from l10n.adopt.alignment.labels import Labels
from l10n.adopt.alignment.untranslated import Loan, Loans
from l10n.build import Built, Skim, build
from l10n.catalog import Key
from l10n.deck import Kind, Segment
from l10n.markdown import Localised, changed_targets, pinned

SURE = 0.9
DOUBTFUL = 0.4
_VARIANTS = 5
"""How many translations of one message are tried to be built."""


Doubt = Callable[[Segment, str], str]
"""Why a person should look at a translation of a message; empty if nothing is wrong with it."""


class State(StrEnum):
    """What becomes of a pair."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    LEFT_OUT = "left out"


class Judged(NamedTuple):
    """A message and what the translated deck has for it."""

    key: Key
    msgstr: str
    state: State
    confidence: float
    reason: str
    """Why it is not translated; empty if it is."""
    source_line: int
    translated_line: int
    target: tuple[int, ...]
    """The blocks of the translated deck, by index."""
    same: bool
    """It is the same text, left in the source language."""


def judged(
    alignment: Alignment,
    localised: Localised,
    skim: Skim,
    doubt: Doubt,
    *,
    built: bool = False,
) -> list[Judged]:
    """All pairs, in the order of the source.

    A ``built`` deck has the source's text where there is no translation: what is the same is none, not even
    a name.
    """
    loans = None if built else Loans(alignment, DOUBTFUL)
    pairs = list(_all(alignment, localised, doubt, loans))
    sure = dict.fromkeys((pair.key, pair.msgstr) for pair in pairs if pair.state is State.TRANSLATED)
    refused = _refused(list(sure), lambda tried: build(alignment.source, tried, skim, localised))
    return [_published(pair, refused) for pair in pairs]


def _all(alignment: Alignment, localised: Localised, doubt: Doubt, loans: Loans | None) -> Iterator[Judged]:
    labels = Labels(alignment.source, alignment.target, localised)
    for match in alignment.matches:
        pair = _judged(alignment, match, labels, loans)
        if pair.state is State.TRANSLATED:
            reason = _changed(alignment, match, pair.msgstr, localised, doubt)
            if reason:
                pair = pair._replace(state=State.FUZZY, reason=" ".join(reason.split()))
        yield pair


def _refused(
    sure: Sequence[tuple[Key, str]], built: Callable[[dict[Key, str]], Built]
) -> dict[tuple[Key, str], str]:
    """By message and translation: why it would not be built; of each message all are tried in turn."""
    refused: dict[tuple[Key, str], str] = {}
    left = sure
    for _ in range(_VARIANTS):
        tried: dict[Key, str] = {}
        for key, msgstr in left:
            tried.setdefault(key, msgstr)
        for one in built(tried).refused if tried else ():
            refused[one.segment.key, tried[one.segment.key]] = one.reason
        left = [(key, msgstr) for key, msgstr in left if tried[key] != msgstr]
    return refused | dict.fromkeys(left, "the same text is translated in many ways")


def _published(pair: Judged, refused: Mapping[tuple[Key, str], str]) -> Judged:
    reason = refused.get((pair.key, pair.msgstr)) if pair.state is State.TRANSLATED else None
    return pair._replace(state=State.FUZZY, reason=reason) if reason else pair


def _judged(alignment: Alignment, match: Match, labels: Labels, loans: Loans | None) -> Judged:
    source, target = alignment.source, alignment.target
    segment = source.segments[match.source[0]]
    parts = [target.segments[index] for index in match.target]
    msgstr = " ".join(labels.translated(part.msgid) for part in parts)
    same = msgstr == segment.msgid
    loan = loans.kind(msgstr) if same and loans else Loan.NONE
    reason = (_LOANS[loan] if same else "") or _unsure(match)
    state = State.FUZZY if reason else State.TRANSLATED
    if match.confidence < DOUBTFUL or (same and loan is Loan.NONE):
        state = State.LEFT_OUT
    return Judged(
        segment.key,
        msgstr if same else f"{msgstr}{_kept_anchor(alignment, match)}",
        state,
        match.confidence,
        reason,
        source.line_of(segment.span.start),
        target.line_of(parts[0].span.start),
        match.target,
        same,
    )


def _kept_anchor(alignment: Alignment, match: Match) -> str:
    """The anchor that is written behind a translated title, where the source's title has none of its own."""
    source, target = alignment.source, alignment.target
    ends = source.segments[match.source[-1]].span.end, target.segments[match.target[-1]].span.end
    title = source.segments[match.source[0]].kind is Kind.HEADING and source.renderer.titles_say_anchors
    kept = pinned(target.text, ends[1])[0] if title and not pinned(source.text, ends[0])[0] else ""
    return f" {kept}" if kept else ""


_LOANS = {
    Loan.NONE: "it is left in the source language",
    Loan.MAYBE: "it is the same as in the source: a name, or not translated",
    Loan.SURE: "",
}


def _unsure(match: Match) -> str:
    """Why a person should look at what is matched; empty if there is nothing to see."""
    if len(match.source) > 1:
        return "it translates the next message, too"
    if len(match.target) > 1:
        return "it stands in two blocks of the translated deck"
    sure = match.confidence >= SURE
    return "" if sure else f"only {100 * match.confidence:.0f}% sure that they belong together"


def _changed(alignment: Alignment, match: Match, msgstr: str, localised: Localised, doubt: Doubt) -> str:
    """What has changed that must not change with the language; empty if there is nothing."""
    source, target = alignment.source, alignment.target
    segment, other = source.segments[match.source[0]], target.segments[match.target[0]]
    if segment.kind is Kind.IMAGE:
        references = {**target.references, **source.references}
        blocks = segment.block.of(source.text), other.block.of(target.text)
        had, has = (source.renderer.inline[0].targets(block, references) for block in blocks)
        return changed_targets(had, has, localised) or ""
    return doubt(segment, msgstr)
