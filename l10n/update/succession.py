"""Which messages that left a deck live on in which new ones.

Place counts first, then likeness: what stands between the same neighbours may differ more than what stands
somewhere else. A message serves once, unless it was split.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.catalog import Entry, Key
from l10n.language import Index, Likeness, best_pairing, document_frequency
from l10n.markdown import is_some_of, shape

NEAR = 0.4
"""How alike, from 0 to 1, messages between the same neighbours must be."""
FAR = 0.65
"""How alike they must be anywhere else in the deck."""
ELSEWHERE = 0.75
"""How alike they must be if one is from another deck, or another time."""
_OTHER_KIND = 0.1
"""By how much more a heading must be like a paragraph than like a heading."""
_SHORT = 0.4
"""By how much more a single word must be like the other text; two words by half of that, and so on."""
_SURE = 0.9
"""No text must be more like another than that."""
_GROWTH = 0.85
"""What it is worth, in place, if a text is in the other one whole."""
_GROWN = 4
"""How many times longer the other one may be for that, unless whole sentences were added or taken away."""
_HELD = 0.7
"""How much of a half must be in the whole."""
_BETTER = 0.05
"""By how much both halves must be more like the whole than one of them."""
_AROUND = 6
"""How far from its place between two neighbours a message is looked for."""


class _Message(NamedTuple):
    """A message, and where it stands among those that both the old and the new deck have."""

    entry: Entry
    at: int
    after: Key | None
    """The last message before it that stayed."""
    steps: int
    """How many messages after that one it stands."""
    before: Key | None
    """The first message behind it that stayed."""
    shape: str
    """What is the same in messages that differ in code, numbers and the like only."""
    kind: str
    """A heading, a paragraph, or whatever else its comment says first."""
    text: str
    length: int
    """How many words it has."""


def successors(old: Sequence[Entry], template: Sequence[Entry]) -> dict[Key, tuple[Entry, ...]]:
    """For the messages of ``template`` that ``old`` has not: those of ``old`` that each one continues.

    Messages without a translation take part, too: what continues them continues nothing else.
    """
    before, after = ([entry.key for entry in entries] for entries in (old, template))
    stayed = set(before).intersection(after)
    gone, new = list(_placed(old, before, stayed)), list(_placed(template, after, stayed))
    if not gone or not new:
        return {}
    every = [entry.msgid for entry in (*old, *(one.entry for one in new))]
    likeness = Likeness.among(every, [message.text for message in (*gone, *new)])
    pairs = best_pairing(_pairs(new, gone, likeness))
    parts = {left: [right] for left, right in pairs.items()}
    _add_splits(parts, new, gone, likeness)
    _add_joins(parts, new, gone, likeness)
    return {
        new[left].entry.key: tuple(gone[right].entry for right in sorted(rights))
        for left, rights in parts.items()
    }


def elsewhere(new: Sequence[Entry], pool: Sequence[Entry]) -> dict[Key, tuple[Entry, ...]]:
    """The same for messages of a pool that have no place in the deck: they must be much alike."""
    if not new or not pool:
        return {}
    texts = [entry.msgid for entry in pool]
    index = Index.among(texts, [message.msgid for message in new], document_frequency(texts))
    scores = {
        (left, right): index.likeness.of(message.msgid, pool[right].msgid)
        for left, message in enumerate(new)
        for right in index.near(message.msgid)
    }
    worth = {pair: score for pair, score in scores.items() if score >= ELSEWHERE}
    return {new[left].key: (pool[right],) for left, right in best_pairing(worth).items()}


def _placed(entries: Sequence[Entry], keys: Sequence[Key], stayed: set[Key]) -> Iterator[_Message]:
    for run in _runs([at for at, key in enumerate(keys) if key not in stayed]):
        last, behind = run[0] - 1, run[-1] + 1
        after = keys[last] if run[0] else None
        before = keys[behind] if behind < len(keys) else None
        for at in run:
            entry = entries[at]
            kind = entry.comments[0].partition(",")[0] if entry.comments else ""
            text = entry.msgid
            size = Likeness.length(text)
            yield _Message(entry, at, after, at - last, before, shape(text), kind, text, size)


def _runs(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Numbers in order, those together that follow each other."""
    start = 0
    for end in range(1, len(numbers) + 1):
        if end == len(numbers) or numbers[end] > numbers[end - 1] + 1:
            yield numbers[start:end]
            start = end


def _pairs(
    new: Sequence[_Message], gone: Sequence[_Message], likeness: Likeness
) -> dict[tuple[int, int], float]:
    index = Index.of([message.text for message in gone], likeness, [message.text for message in new])
    near = _Places(gone)
    shapes: dict[str, list[int]] = {}
    for right, message in enumerate(gone):
        shapes.setdefault(message.shape, []).append(right)
    pairs: dict[tuple[int, int], float] = {}
    for left, message in enumerate(new):
        same = shapes.get(message.shape, [])[:_AROUND]
        for right in dict.fromkeys((*same, *near.around(message), *index.near(message.text))):
            worth = _worth(message, gone[right], likeness)
            if worth > 0:
                pairs[left, right] = worth
    return pairs


class _Places:
    """Finds the messages that stood where another one stands."""

    def __init__(self, messages: Sequence[_Message]) -> None:
        self.after: dict[tuple[Key | None, int], int] = {}
        self.before: dict[Key | None, list[int]] = {}
        for number, message in enumerate(messages):
            self.after[message.after, message.steps] = number
            self.before.setdefault(message.before, []).append(number)

    def around(self, message: _Message) -> Iterator[int]:
        for steps in range(message.steps - _AROUND, message.steps + _AROUND + 1):
            if (message.after, steps) in self.after:
                yield self.after[message.after, steps]
        yield from self.before.get(message.before, [])[-_AROUND:]


def _worth(message: _Message, other: _Message, likeness: Likeness) -> float:
    """What the pair is worth, at most 0 if it must not be made."""
    near = _are_near(message, other)
    same_kind = message.kind == other.kind
    score = likeness.of(message.text, other.text)
    if message.shape == other.shape and any(char.isalpha() for char in message.shape):
        score = max(score, _SURE)
    short, long = (message, other) if message.length <= other.length else (other, message)
    if near and same_kind and score < _GROWTH and _may_hold(long, short):
        score = max(score, _GROWTH * likeness.held(short.text, long.text))
    least = (NEAR if near else FAR) + (0 if same_kind else _OTHER_KIND) + _SHORT / max(1, short.length)
    if score < min(least, _SURE):
        return 0.0
    return score + 0.3 * near + 0.1 * same_kind + 0.05 * (near and message.steps == other.steps)


def _may_hold(long: _Message, short: _Message) -> bool:
    return long.length <= _GROWN * short.length or is_some_of(short.text, long.text)


def _are_near(message: _Message, other: _Message) -> bool:
    return message.after == other.after or message.before == other.before


def _add_splits(
    parts: dict[int, list[int]], new: Sequence[_Message], gone: Sequence[_Message], likeness: Likeness
) -> None:
    """New messages beside a successor, which hold more of what it continues."""
    shares: dict[int, list[int]] = {}
    for left, (right, *_) in parts.items():
        shares.setdefault(right, []).append(left)
    for order in (range(len(new)), range(len(new) - 1, -1, -1)):
        for left in order:
            for beside in (left - 1, left + 1) if left not in parts else ():
                if beside in parts and abs(new[beside].at - new[left].at) == 1:
                    right = parts[beside][0]
                    if _is_share(new, gone[right].text, shares[right], left, likeness):
                        parts[left] = [right]
                        shares[right] = sorted((*shares[right], left))
                        break


def _is_share(
    messages: Sequence[_Message], whole: str, shares: Sequence[int], another: int, likeness: Likeness
) -> bool:
    """Whether ``another`` is a further part of ``whole``, beside the shares that are known."""
    without = _text_of(messages, shares)
    together = _text_of(messages, sorted((*shares, another)))
    better = likeness.of(together, whole) > likeness.of(without, whole) + _BETTER
    return better and likeness.held(messages[another].text, whole) >= _HELD


def _add_joins(
    parts: dict[int, list[int]], new: Sequence[_Message], gone: Sequence[_Message], likeness: Likeness
) -> None:
    """Old messages beside one that lives on, which are in its successor, too."""
    heirs = {rights[0]: left for left, rights in parts.items()}
    for right in range(len(gone)):
        for beside in (right - 1, right + 1) if right not in heirs else ():
            if beside in heirs and abs(gone[beside].at - gone[right].at) == 1:
                left = heirs[beside]
                if _is_share(gone, new[left].text, parts[left], right, likeness):
                    parts[left] = sorted((*parts[left], right))
                    heirs[right] = left
                    break


def _text_of(messages: Sequence[_Message], numbers: Sequence[int]) -> str:
    return " ".join(messages[number].text for number in numbers)
